"""A Linux desktop without a desktop, for tests: an empty home, a D-Bus session, a keyring, assistive technology.

The services are the real ones: gnome-keyring as Secret Service, and AT-SPI. All of it ends with the block.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from virtual_screen import screen_environment, virtual_screen

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACCESSIBILITY_BUS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


@contextmanager
def desktop(*, accessibility: bool = True) -> Iterator[dict[str, str]]:
    """Start all of it and give the environment for the programs that shall live there. Raises OSError."""
    with ExitStack() as stack:
        display = stack.enter_context(virtual_screen())
        home = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parley-home-", ignore_cleanup_errors=True)))
        variables = screen_environment(os.environ, display) | _own_folders(home)
        variables["DBUS_SESSION_BUS_ADDRESS"] = _start_bus(stack, variables)
        _start_keyring(stack, variables)
        launcher = next(filter(os.path.exists, ACCESSIBILITY_BUS), None)
        if accessibility and launcher:
            _start(stack, [launcher, "--launch-immediately"], variables)
            variables["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        yield variables


def _own_folders(home: Path) -> dict[str, str]:
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    folders = {
        "data": "XDG_DATA_HOME",
        "config": "XDG_CONFIG_HOME",
        "cache": "XDG_CACHE_HOME",
        "state": "XDG_STATE_HOME",
    }
    return {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)} | {v: str(home / k) for k, v in folders.items()}


def _start_bus(stack: ExitStack, variables: Mapping[str, str]) -> str:
    bus = _start(stack, ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"], variables)
    assert bus.stdout is not None  # noqa: S101 - told to the type checker; a pipe was asked for
    address = bus.stdout.readline().decode().strip()
    if not address:
        raise OSError("dbus-daemon did not start")
    return address


def _start_keyring(stack: ExitStack, variables: Mapping[str, str]) -> None:
    """Start the keyring and unlock it with a password that nobody else needs to know."""
    daemon = _start(stack, ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], variables)
    assert daemon.stdin is not None  # noqa: S101 - told to the type checker; a pipe was asked for
    daemon.stdin.write(b"parley tests")
    daemon.stdin.close()


def _start(stack: ExitStack, command: list[str], variables: Mapping[str, str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, env=variables, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    stack.callback(_end, process)
    return process


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
