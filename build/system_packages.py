"""System packages on Debian and Ubuntu, which Qt and the tests need and pip cannot bring. Elsewhere nothing to do."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from progress import fail, run_quietly, say


def missing_venv() -> tuple[str, ...]:
    """Debian's Python cannot make virtual environments until this package is there."""
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return ()
    return (f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",)


def ensure(packages: tuple[str, ...]) -> None:
    """Install what is missing of `packages`, as root or with sudo. Otherwise say the exact command and end with 1."""
    if not packages or not sys.platform.startswith("linux"):
        return
    if not shutil.which("apt-get"):
        say(f"  This is not Debian or Ubuntu: if something is missing, install what they call {' '.join(packages)}.")
        return
    missing = _missing(packages)
    if missing:
        _install(missing)


def _missing(packages: tuple[str, ...]) -> list[str]:
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *packages]
    lines = subprocess.run(query, capture_output=True, text=True, check=False).stdout.splitlines()
    installed = {line.removeprefix("installed ") for line in lines if line.startswith("installed ")}
    return [package for package in packages if package not in installed]


def _install(missing: list[str]) -> None:
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    right = _administrator()
    if right is None:
        fail(f"Parley needs system packages that only an administrator can install. {_by_hand(install)}")
    log = Path(tempfile.gettempdir()) / f"parley-system-packages-{os.getpid()}.log"
    quiet = [*right, "env", "DEBIAN_FRONTEND=noninteractive"]
    # A machine that was just set up has no package lists yet; an update that fails may still leave usable ones.
    run_quietly("Reading the system's package lists", [*quiet, "apt-get", "update"], log)
    if not run_quietly(
        f"Installing system packages: {' '.join(missing)}", [*quiet, *install], log, counted="Unpacking"
    ):
        fail(f"The system packages could not be installed. {_by_hand(install)}")
    log.unlink()


def _by_hand(install: list[str]) -> str:
    sudo, who = ("sudo ", "") if shutil.which("sudo") else ("", " as root")
    return f"Run this{who}, then start again:\n\n    {sudo}apt-get update && {sudo}{' '.join(install)}\n"


def _administrator() -> list[str] | None:
    """What to put before a command so that it runs as root; None when that is not to be had."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo", "-n"]
    if sys.stdin.isatty():
        say("System packages have to be installed; sudo asks for your password.")
        return ["sudo"] if subprocess.run(["sudo", "-v"], check=False).returncode == 0 else None
    return None
