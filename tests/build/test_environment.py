"""The environment is recognised when it is in order, and brought in order when it is not."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import environment
from purposes import Purpose

if TYPE_CHECKING:
    from pathlib import Path

PURPOSE = Purpose("tests", ("runtime",), ("libgl1",))


class Workshop:
    """A folder in the place of `.venv`, and what was done to it. Installing is left out: it needs a network."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.done: list[str] = []
        self.requirements = folder / "requirements"
        self.requirements.mkdir()
        (self.requirements / "runtime.txt").write_text("openai==3.54.0\n")
        self.venv = folder / ".venv"
        monkeypatch.setattr(environment, "VENV", self.venv)
        monkeypatch.setattr(environment, "REQUIREMENTS", self.requirements)
        monkeypatch.setattr("system_packages.ensure", lambda packages: self.done.append(f"packages {packages}"))
        monkeypatch.setattr(environment, "_create", self._create)
        monkeypatch.setattr(environment, "_install", self._install)
        monkeypatch.setattr(environment, "_imports_work", lambda: "PySide6" in self.contents())
        monkeypatch.setattr(environment, "_explain_failing_imports", lambda: None)

    def contents(self) -> set[str]:
        return {path.name for path in self.site.iterdir()} if self.site.is_dir() else set()

    @property
    def site(self) -> Path:
        return self.venv / "lib" / "python3.11" / "site-packages"

    def ensure(self, *, check: bool = False) -> list[str]:
        """What had to be done."""
        self.done.clear()
        environment.ensure(PURPOSE, check=check)
        return [step.split()[0] for step in self.done]

    def _create(self) -> None:
        self.done.append("create")
        (self.venv / "bin").mkdir(parents=True, exist_ok=True)
        (self.venv / "bin" / "python").unlink(missing_ok=True)
        (self.venv / "bin" / "python").symlink_to(sys.executable)
        self.site.mkdir(parents=True, exist_ok=True)

    def _install(self, _purpose: Purpose) -> None:
        self.done.append("install")
        (self.site / "PySide6").mkdir(exist_ok=True)
        (self.site / "openai").mkdir(exist_ok=True)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    if sys.platform == "win32":
        pytest.skip("lays out the environment as POSIX systems do")
    return Workshop(tmp_path, monkeypatch)


def test_first_start_makes_and_fills_it_and_the_second_does_nothing(workshop: Workshop) -> None:
    assert workshop.ensure() == ["packages", "create", "install"]
    assert workshop.ensure() == []


def test_newer_requirements_are_installed_into_the_same(workshop: Workshop) -> None:
    workshop.ensure()
    (workshop.requirements / "runtime.txt").write_text("openai==3.55.0\n")
    assert workshop.ensure() == ["packages", "install"]
    assert workshop.ensure() == []


def test_interrupted_it_is_finished_by_the_next_start(workshop: Workshop, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as stopped:
        stopped.setattr(environment, "_install", lambda _purpose: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            workshop.ensure()
    assert "install" in workshop.ensure()
    assert workshop.ensure() == []


def test_a_part_that_has_gone_is_noticed(workshop: Workshop) -> None:
    workshop.ensure()
    (workshop.site / "openai").rmdir()
    assert workshop.ensure() == ["packages", "create", "install"]


def test_a_python_that_has_gone_is_noticed(workshop: Workshop) -> None:
    workshop.ensure()
    (workshop.venv / "bin" / "python").unlink()
    assert workshop.ensure() == ["packages", "create", "install"]


def test_setup_also_tries_what_looks_complete(workshop: Workshop) -> None:
    workshop.ensure()
    stamp = next(workshop.venv.glob("ready-for-*"))
    stamp.write_text(stamp.read_text().replace("installed PySide6\n", ""))
    (workshop.site / "PySide6").rmdir()
    assert workshop.ensure() == []
    assert "install" in workshop.ensure(check=True)
