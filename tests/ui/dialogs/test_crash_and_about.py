"""The two small dialogs: after a fault of ours, and About."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from parley.ui.dialogs.about_dialog import AboutDialog
from parley.ui.dialogs.crash_dialog import CrashDialog
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def open_crash(qtbot: QtBot, place: Path | None = None) -> CrashDialog:
    dialog = CrashDialog(choose_place=lambda _parent: "" if place is None else str(place))
    qtbot.addWidget(dialog)
    dialog.set_theme(LIGHT)
    dialog.show_report("Traceback: <b>boom</b>")
    return dialog


def text(dialog: CrashDialog | AboutDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_it_says_that_nothing_is_lost(qtbot: QtBot) -> None:
    assert "Your conversations are saved." in text(open_crash(qtbot))


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = open_crash(qtbot)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback: <b>boom</b>"
    assert "in the clipboard" in text(dialog)


def test_the_report_can_be_saved(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_crash(qtbot, tmp_path / "report.txt")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "Traceback: <b>boom</b>"
    assert "The report is saved." in text(dialog)


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_crash(qtbot, tmp_path / "missing" / "report.txt")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "Parley may not write to" in text(dialog)


def test_no_place_chosen_is_nothing(qtbot: QtBot) -> None:
    dialog = open_crash(qtbot)
    before = text(dialog)
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert text(dialog) == before


def test_a_second_fault_is_added_to_the_first(qtbot: QtBot) -> None:
    dialog = open_crash(qtbot)
    dialog.show_report("Another")
    view = dialog.findChild(QPlainTextEdit)
    assert view is not None
    assert view.toPlainText() == "Traceback: <b>boom</b>\n\nAnother"


def test_enter_and_escape_both_go_on(qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        dialog = open_crash(qtbot)
        with qtbot.waitSignal(dialog.continueRequested):
            QTest.keyClick(dialog, key)
        assert not dialog.isVisible()


def test_about_names_the_version_and_the_licenses(qtbot: QtBot) -> None:
    dialog = AboutDialog("1.2.3", [("Inter", "SIL Open Font License"), ("Lucide", "ISC")])
    qtbot.addWidget(dialog)
    dialog.set_theme(LIGHT)
    dialog.show()
    assert "Version 1.2.3" in text(dialog)
    view = dialog.findChild(QPlainTextEdit)
    assert view is not None
    assert "Inter\nSIL Open Font License" in view.toPlainText()
