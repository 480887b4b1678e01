"""Installs what is missing, then runs every check and the whole test suite, without a screen.

    python3 build/test.py                    checks, then tests
    python3 build/test.py --only checks      linter, formatter, type checker
    python3 build/test.py --only tests       tests
    python3 build/test.py tests/store -x     other arguments go to pytest

On Linux the tests get a desktop of their own: a virtual screen and a D-Bus session with a real keyring, in an empty
home. Ends with 0 only if everything is clean; pytest's closing line is the last.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from typing import TYPE_CHECKING

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    raise SystemExit("Parley needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import environment
from desktop import desktop
from progress import say
from purposes import TESTS

if TYPE_CHECKING:
    from collections.abc import Mapping

CHECKS = {
    "linter": ("ruff", "check", "."),
    "formatter": ("ruff", "format", "--check", "."),
    "type checker": ("mypy", "--strict", "src", "build", "tests"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Runs Parley's checks and tests; other arguments go to pytest.")
    parser.add_argument("--only", choices=("checks", "tests"), help="leave out the other half")
    options, pytest_arguments = parser.parse_known_args()
    environment.ensure(TESTS)
    failed = [] if options.only == "tests" else [name for name, check in CHECKS.items() if not _passes(check)]
    if failed:
        say(f"Not clean: {', '.join(failed)}. This run will fail, whatever the tests say.")
    code = 0 if options.only == "checks" else run_pytest(*pytest_arguments)
    return code or len(failed)


def run_pytest(*arguments: str) -> int:
    """Run pytest, on Linux inside a desktop of its own, and give its exit code."""
    say("• pytest")
    if not sys.platform.startswith("linux"):
        return _pytest(arguments, os.environ)
    with desktop() as variables:
        offered = {"PARLEY_TEST_DISPLAY": variables["DISPLAY"], "PARLEY_TEST_KEYRING": "1"}
        own_folder = f"--basetemp={variables['HOME']}/t"  # or runs at the same time clear each other's away
        return _pytest((own_folder, *arguments), variables | offered)


def _passes(check: tuple[str, ...]) -> bool:
    say(f"• {' '.join(check)}")
    return _module(check, os.environ) == 0


def _pytest(arguments: tuple[str, ...], variables: Mapping[str, str]) -> int:
    """Widgets are tested off screen; the tests that need the virtual screen say so themselves."""
    kept = {name: value for name, value in variables.items() if name != "DISPLAY"}
    return _module(("pytest", *arguments), kept | {"QT_QPA_PLATFORM": "offscreen"})


def _module(command: tuple[str, ...], variables: Mapping[str, str]) -> int:
    python = [str(environment.python()), "-X", "faulthandler", "-m"]
    return subprocess.run([*python, *command], cwd=environment.ROOT, env=variables, check=False).returncode


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit(130) from None
