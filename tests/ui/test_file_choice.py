"""Asking for a file: where the dialog opens, and what a name without an ending becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QEvent, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from parley.ui.file_choice import choose_code_place, choose_dotenv_file, choose_place, find_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own, before any dialog was open."""
    place = tmp_path / "Documents"
    place.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(place))
    return place


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def answer(window: QWidget, act: Callable[[QFileDialog], None]) -> None:
    """Have `act` do what a person does with the dialog that opens next."""
    QTimer.singleShot(0, lambda: act(window.findChildren(QFileDialog)[-1]))


def save_as(name: str) -> Callable[[QFileDialog], None]:
    def act(dialog: QFileDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText(name)
        dialog.accept()

    return act


def test_a_name_without_an_ending_gets_that_of_its_kind(window: QWidget, documents: Path) -> None:
    answer(window, save_as("fox"))
    assert choose_place(window, "Export", "Chat.md", "Markdown (*.md)", ".md") == str(documents / "fox.md")
    answer(window, save_as("fox.txt"))
    assert choose_place(window, "Export", "Chat.md", "Markdown (*.md)", ".md") == str(documents / "fox.txt")


def test_a_dialog_opens_where_the_one_before_was_left(window: QWidget, documents: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "Letters"
    elsewhere.mkdir()
    answer(window, save_as(str(elsewhere / "fox")))
    assert choose_place(window, "Export", "Chat.md", "Markdown (*.md)", ".md") == str(elsewhere / "fox.md")
    answer(window, save_as("hare"))
    assert choose_code_place(window, "Python", ".py") == str(elsewhere / "hare.py")
    assert list(documents.iterdir()) == []


def test_nothing_chosen_is_nothing(window: QWidget, documents: Path) -> None:
    answer(window, lambda dialog: dialog.reject())
    assert choose_place(window, "Export", "Chat.md", "Markdown (*.md)", ".md") == ""
    assert find_folder(window) == str(documents)


def test_a_dotenv_file_is_looked_for_at_home(window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(QDir, "homePath", lambda: str(home))
    opened: list[str] = []

    def look(dialog: QFileDialog) -> None:
        opened.append(dialog.directory().path())
        dialog.reject()

    answer(window, look)
    assert choose_dotenv_file(window) == ""
    assert opened == [str(home)]
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not window.findChildren(QFileDialog)  # or each one that was opened would stay until the window goes


def test_without_documents_it_is_home(window: QWidget, documents: Path) -> None:
    documents.rmdir()
    assert find_folder(window) == QDir.homePath()
