"""Installs what is missing, then opens Parley.

    python3 build/run.py                     open the window
    python3 build/run.py --setup             only install, into .venv
    python3 build/run.py --demo "A prompt"   let the practice model answer it, on a virtual screen if there is none

Every other argument goes to the program. Needs nothing but Python 3.11 or newer.
"""

from __future__ import annotations

import os
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    raise SystemExit("Parley needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import environment
from purposes import APP, APP_WITHOUT_SCREEN
from virtual_screen import has_screen


def main(arguments: list[str]) -> int:
    only_setup = "--setup" in arguments
    no_screen = not has_screen(os.environ, sys.platform)
    needs_screen = no_screen and "--demo" in arguments
    # After `--setup` the demo needs no network: where there is no screen it finds one.
    environment.ensure(APP_WITHOUT_SCREEN if needs_screen or (no_screen and only_setup) else APP, check=only_setup)
    if only_setup:
        print("Parley is installed. Open it with: python3 build/run.py")
        return 0
    program = [str(environment.python()), "-P", "-m", "parley", *arguments]
    return _run_on_virtual_screen(program) if needs_screen else _become(program)


def _become(program: list[str]) -> int:
    """Replace this process where the system can, so that nothing stands between the person and the program."""
    if os.name == "posix":
        os.execv(program[0], program)  # noqa: S606 - the environment's own Python
    import subprocess  # only Windows comes here

    return subprocess.run(program, check=False).returncode


def _run_on_virtual_screen(program: list[str]) -> int:
    import subprocess  # a start on a real screen does without

    from virtual_screen import screen_environment, virtual_screen

    print("There is no screen here: using a virtual one.", flush=True)
    with virtual_screen() as display:
        return subprocess.run(program, env=screen_environment(os.environ, display), check=False).returncode


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
