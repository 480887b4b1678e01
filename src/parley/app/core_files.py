"""A native crash must not write the memory of the process, and with it the key, to a file."""

from __future__ import annotations

import sys


def forbid_core_files() -> None:
    """Let the system keep no core file of this process and of those it starts.

    systemd's collector of crashes keeps to this limit too. What happened is still in fault.log: stacks hold no values.
    Windows has no such limit, and writes no such file unless a person sets it up.
    """
    if sys.platform != "win32":
        import resource  # not there on Windows

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
