"""Bring resources/translations up to date with the source: new sentences into the .ts files, .qm files from them.

    .venv/bin/python build/translations.py

Then translate what is marked as unfinished in the .ts file (in Qt Linguist, or by hand) and run it again.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def update(language: str, *options: str) -> None:
    """Read the sentences of the source into the language's .ts file, and make its .qm file."""
    target = FOLDER / f"parley_{language}.ts"
    sources = sorted(str(file) for file in (ROOT / "src" / "parley").rglob("*.py"))
    languages = ("-source-language", "en", "-target-language", language)
    lupdate = (str(TOOLS / "pyside6-lupdate"), "-locations", "none", "-no-obsolete", *languages, *options)
    subprocess.run([*lupdate, *sources, "-ts", str(target)], check=True, cwd=ROOT)
    subprocess.run([str(TOOLS / "pyside6-lrelease"), str(target), "-qm", str(target.with_suffix(".qm"))], check=True)


def main() -> None:
    update("en", "-pluralonly")
    update("de")


if __name__ == "__main__":
    main()
