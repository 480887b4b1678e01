"""Parley cannot start: it says so, in the person's language, with what they can do, and ends with 1."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from parley.app.screen import CANNOT_START, refuse
from parley.domain.errors import AppError, Cause
from parley.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def refused(error: AppError, capfd: pytest.CaptureFixture[str]) -> tuple[str, str, str]:
    """What stands in the box, in its details, and on standard error."""
    seen: list[QMessageBox] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.append(box)
        box.accept()

    QTimer.singleShot(0, close)
    assert refuse(error) == CANNOT_START
    return seen[0].text(), seen[0].detailedText(), capfd.readouterr().err


@pytest.mark.parametrize(
    ("cause", "what", "to_do"),
    [
        (
            Cause.DISK_FULL,
            "Parley cannot start, because the disk is full.",
            "Free some space, then open Parley again. What was saved is still there.",
        ),
        (
            Cause.NOT_WRITABLE,
            "Parley cannot start, because it may not write to /data.",
            "Allow writing there, or end the program that holds it, then open Parley again.",
        ),
        (
            Cause.DATABASE_NEWER,
            "Your conversations were saved by a newer Parley.",
            "Install the newer version. The file was left as it is.",
        ),
        (Cause.FILE_TOO_LARGE, "Parley cannot start.", "Open it again. The details say what stood in the way."),
    ],
)
def test_it_is_said_on_the_screen_and_on_standard_error(
    qtbot: QtBot, capfd: pytest.CaptureFixture[str], cause: Cause, what: str, to_do: str
) -> None:
    text = f"{what} {to_do}"
    shown, details, told = refused(AppError(cause, "sqlite said no", path="/data"), capfd)
    assert shown == text
    assert details == "sqlite said no"
    assert text in told
    assert "sqlite said no" in told


def test_a_folder_that_cannot_be_made_is_said_in_the_language_of_the_system(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    command = [sys.executable, "-m", "parley", "--data-dir", str(in_the_way / "data")]
    german = {"LANGUAGE": "de", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(command, env=os.environ | german, stderr=subprocess.PIPE, text=True) as parley:
        assert parley.stderr is not None
        said = parley.stderr.readline()
        parley.terminate()  # the box waits to be read
    assert said.startswith("Parley kann nicht starten, weil es nicht nach ")


def test_a_lock_that_cannot_be_written_is_not_taken_for_another_parley(tmp_path: Path) -> None:
    instance = SingleInstance(tmp_path / "missing" / "lock")
    assert not instance.take()
    assert instance.blocked_by is not None
    first, second = SingleInstance(tmp_path / "lock"), SingleInstance(tmp_path / "lock")
    assert first.take()
    assert first.blocked_by is None
    assert not second.take()
    assert second.blocked_by is None
    first.release()
