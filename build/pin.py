"""Writes the pinned, hashed requirements/*.txt from the short *.in files; for maintainers, needs `uv` on the PATH.

Each file holds for every platform and for every Python from 3.11. Addresses of registries are left out, so that
whoever installs decides where packages come from; the hashes decide what they are.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent / "requirements"
COMPILE = [
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-emit-index-url", "--no-emit-find-links", "--no-config", "--upgrade"),
]


def pin(name: str, *options: str) -> None:
    """Compile one file. Raises CalledProcessError when the versions cannot be resolved."""
    subprocess.run([*COMPILE, *options, f"{name}.in", "-o", f"{name}.txt"], cwd=REQUIREMENTS, check=True)
    print(f"requirements/{name}.txt")


def main() -> None:
    pin("runtime")
    pin("practice", "--no-deps")
    pin("test", "-c", "runtime.txt")
    pin("build", "-c", "runtime.txt")


if __name__ == "__main__":
    main()
