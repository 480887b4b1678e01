"""The command line."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from parley import __version__


class Options(NamedTuple):  # `dataclasses` takes long to import: see `app.pyside`
    """What the command line asked for."""

    data_dir: Path | None = None
    demo: str | None = None  # a message to send to the practice model, as proof of life
    demo_dir: Path = Path("parley-demo")


def parse(arguments: list[str]) -> Options:
    """Read the arguments; on wrong ones argparse says why and exits with 2."""
    if not arguments:
        return Options()
    import argparse  # seldom needed, and the window waits

    parser = argparse.ArgumentParser(prog="parley", description="Parley, a native desktop chat application.")
    parser.add_argument("--version", action="version", version=f"Parley {__version__}")
    parser.add_argument(
        "--data-dir", type=Path, metavar="DIR", help="keep everything but the key in this folder instead of your own"
    )
    parser.add_argument(
        "--demo",
        metavar="MESSAGE",
        help="send MESSAGE to the practice model, write a screenshot and the transcript to ./parley-demo, and end",
    )
    found = parser.parse_args(arguments)
    return Options(data_dir=found.data_dir, demo=found.demo)
