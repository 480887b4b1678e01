"""Tries the program that build/freeze.py made, as a newcomer would: on a desktop with an empty home.

    python3 build/smoke.py          further arguments go to pytest

It talks through the window to a server on this computer, is closed and opened again, and has to find the conversation.
A program that carries the practice model is asked that too. Any line that the program writes, anything it leaves
running, and any file outside its own folders is an error. What is tried is written in tests/frozen/.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    raise SystemExit("Parley needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import environment
from progress import fail
from purposes import TESTS
from test import run_pytest

PROGRAM = environment.ROOT / "dist" / "parley"


def main(arguments: list[str]) -> int:
    if not sys.platform.startswith("linux"):
        fail("This tries the frozen program on Linux. Elsewhere, start it by hand.")
    if not PROGRAM.is_dir():
        fail("There is no frozen program yet. Make one with: python3 build/freeze.py")
    environment.ensure(TESTS)
    return run_pytest("-m", "frozen", "tests/frozen", *arguments)


if __name__ == "__main__":
    try:
        raise SystemExit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        raise SystemExit(130) from None
