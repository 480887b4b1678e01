"""What is pasted into the field for a key arrives as it was copied: it is judged as a whole, later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from parley.keys.key_text import clean_key
from parley.ui.key_field import KeyField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEY = "sk-proj-AbC_123-xyz"


@pytest.mark.parametrize(
    "copied",
    [KEY, f"{KEY}\n", f"  {KEY}\t", f'"{KEY}"', f"Bearer {KEY}\r\n", "sk-proj-AbC\n  _123-xyz", f"\ufeff{KEY}"],
)
def test_a_pasted_key_is_understood(qtbot: QtBot, copied: str) -> None:
    field = KeyField("API key")
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText(copied)
    field.edit.paste()
    assert clean_key(field.key()) == KEY


def test_what_is_in_the_field_cannot_be_copied_while_it_is_hidden(qtbot: QtBot) -> None:
    field = KeyField("API key")
    qtbot.addWidget(field)
    field.edit.setText(KEY)
    QGuiApplication.clipboard().setText("before")
    field.edit.selectAll()
    field.edit.copy()
    assert QGuiApplication.clipboard().text() == "before"
    assert KEY not in field.edit.displayText()


def test_a_cleared_field_does_not_bring_the_key_back(qtbot: QtBot) -> None:
    field = KeyField("API key")
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText(KEY)
    field.edit.paste()
    field.clear()
    field.edit.undo()
    assert field.key() == ""
