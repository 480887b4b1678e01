"""Show as: what is read, copied and saved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.message import Role
from parley.domain.request import OPENAI, CompletionRequest, Prompt
from parley.llm.as_code import FORMS, call_for
from parley.ui.dialogs.code_dialog import CodeDialog
from parley.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from parley.llm.as_code import Call
    from parley.ui.theme import Theme

HELLO = CompletionRequest("gpt-4o", (Prompt(Role.SYSTEM, "Be <b>brief</b>. 🙂"), Prompt(Role.USER, "Hello")))
PICTURE = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", bytes(30_000), "")
SEEING = CompletionRequest("gpt-4o", (Prompt(Role.USER, "What is this?", (PICTURE,)),))


def open_dialog(qtbot: QtBot, request: CompletionRequest = HELLO, place: Path | None = None) -> CodeDialog:
    dialog = CodeDialog(call_of(request), choose_place=lambda _parent, _kind, _suffix: str(place) if place else "")
    qtbot.addWidget(dialog)
    dialog.set_theme(LIGHT)
    dialog.show()
    return dialog


def call_of(request: CompletionRequest) -> Call:
    return call_for(request, OPENAI)


def words(dialog: CodeDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("key", [form.key for form in FORMS])
def test_each_form_is_read_as_it_is_copied(qtbot: QtBot, key: str) -> None:
    dialog = open_dialog(qtbot)
    dialog.show_form(key)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    written = next(form for form in FORMS if form.key == key).write(call_of(HELLO))
    assert dialog.view.toPlainText() == QGuiApplication.clipboard().text() == written
    assert "Copied" in words(dialog)
    assert "key" in words(dialog)


def test_it_is_saved_as_it_is(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog(qtbot, SEEING, tmp_path / "request.json")
    dialog.show_form("json")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert json.loads((tmp_path / "request.json").read_text(encoding="utf-8")) == call_of(SEEING).body
    assert "request.json" in words(dialog)


def test_a_place_that_cannot_be_written_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = open_dialog(qtbot, HELLO, tmp_path / "missing" / "request.py")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert "Parley may not write to" in words(dialog)


def test_a_picture_is_cut_on_the_screen_and_whole_in_the_clipboard(qtbot: QtBot) -> None:
    dialog = open_dialog(qtbot, SEEING)
    assert "shortened here" in words(dialog)
    assert len(dialog.view.toPlainText()) < 5_000
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert len(QGuiApplication.clipboard().text()) > 40_000


def test_nothing_is_said_to_be_shortened_where_nothing_is(qtbot: QtBot) -> None:
    assert "shortened" not in words(open_dialog(qtbot))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_code_is_in_colour(qtbot: QtBot, theme: Theme) -> None:
    dialog = open_dialog(qtbot)
    dialog.set_theme(theme)
    for form in FORMS:
        dialog.show_form(form.key)
        block = dialog.view.document().firstBlock()
        colours = set()
        while block.isValid():
            colours |= {piece.format.foreground().color().name() for piece in block.layout().formats()}
            block = block.next()
        assert theme.syntax.string in colours, form.key


def test_it_can_be_used_with_the_keyboard_alone(qtbot: QtBot) -> None:
    dialog = open_dialog(qtbot)
    dialog.tabs.setFocus()
    QTest.keyClick(dialog.tabs, Qt.Key.Key_Right)
    assert dialog.form.key == "curl"
    dialog.view.setFocus()
    QTest.keyClick(dialog.view, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.copy
    QTest.keyClick(dialog.copy, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text().startswith("curl ")
