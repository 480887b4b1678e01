"""Makes the program that a person can start without Python, in dist/parley.

    python3 build/freeze.py                    at most 180 MB
    python3 build/freeze.py --practice-model   with the local engine and its weights, at most 380 MB

build/smoke.py then tries it. PyInstaller makes a program for the system that it runs on.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what an older Python meets first
    raise SystemExit("Parley needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")

import environment
from progress import fail, run_quietly, say
from purposes import FREEZE

WORK = environment.ROOT / ".work"
"""PyInstaller's own habit would be a folder named build, which is taken."""
PROGRAM = environment.ROOT / "dist" / "parley"
LIMIT_MB = 180
LIMIT_WITH_PRACTICE_MODEL_MB = 380


def main() -> int:
    parser = argparse.ArgumentParser(description="Makes the frozen program in dist/parley.")
    parser.add_argument("--practice-model", action="store_true", help="carry the local engine and its weights")
    with_model = parser.parse_args().practice_model
    environment.ensure(FREEZE)
    WORK.mkdir(exist_ok=True)
    _run("third_party.py", "--texts", str(WORK / "THIRD_PARTY.txt"))
    _freeze(with_model)
    _strip()
    size, limit = _megabytes(PROGRAM), LIMIT_WITH_PRACTICE_MODEL_MB if with_model else LIMIT_MB
    say(f"{PROGRAM}: {size:.0f} MB")
    if size > limit:
        fail(f"That is more than the {limit} MB it may have. build/frozen_parts.py says what is left out.")
    return 0


def _run(script: str, *arguments: str) -> None:
    subprocess.run([environment.python(), Path(__file__).parent / script, *arguments], check=True)


def _freeze(with_model: bool) -> None:
    shutil.rmtree(PROGRAM, ignore_errors=True)
    command = [str(environment.python()), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    command += [
        "--distpath",
        str(PROGRAM.parent),
        "--workpath",
        str(WORK),
        str(environment.ROOT / "build" / "parley.spec"),
    ]
    command += ["--", "--practice-model"] if with_model else []
    if not run_quietly("Freezing (about two minutes)", command, WORK / "freeze.log"):
        fail("The program could not be frozen.")


def _strip() -> None:
    """Drop names that only debuggers read: 75 MB of the engine's library, 25 MB of a Python that was built by hand.

    Not Qt's libraries: they carry none, and stripping again what was patched for a wheel can break it.
    """
    if not sys.platform.startswith("linux"):
        return
    for pattern in ("xllamacpp*.so", "libpython3*.so*", "lib-dynload/*.so", "cryptography/**/*.so"):
        for library in PROGRAM.rglob(pattern):
            subprocess.run(["strip", library], check=True)


def _megabytes(folder: Path) -> float:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:
        raise SystemExit(130) from None
