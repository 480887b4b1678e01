"""Finding in the conversation, jumping to a message, and what a screen reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Status

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_hits_are_counted_and_walked_through(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, f"message {number} has a Needle") for number in range(1, 101)))
    assert shown.view.find_text("needle") == 100
    seen = shown.area.visible_items()
    assert shown.area.selection is not None
    first = shown.area.selection.start.item
    assert first in seen
    shown.view._finder.step(1)
    assert shown.area.selection.start.item == first + 1
    assert shown.copied()[0] == "Needle"


def test_all_hits_in_the_window_are_marked(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "one two one\n\n`one`"))
    shown.view.find_text("ONE")
    assert [len(marks) for _place, marks in sorted(shown.area.marks.items())] == [2, 1]
    shown.view._find_bar.dismiss()
    assert shown.area.marks == {}


def test_nothing_found_is_said(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "text"))
    assert shown.view.find_text("absent") == 0
    assert shown.view._find_bar._count.text() == "Not found"


def test_jumping_to_a_message(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, "text\n\n" * 30) for number in range(1, 500)))
    shown.view.go_to(42)
    assert shown.area.visible_items()[0] == 41


def test_home_and_end(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, "text\n\n" * 30) for number in range(1, 500)))
    shown.key(Qt.Key.Key_Home)
    assert shown.bar_value == 0
    shown.key(Qt.Key.Key_End)
    assert shown.at_end


def test_a_screen_reader_gets_every_message(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a question"), answer(2, "An **answer**."))
    page = QAccessible.queryAccessibleInterface(shown.area)
    assert page.text(QAccessible.Text.Name) == "Transcript"
    children = [page.child(number) for number in range(page.childCount())]
    texts = [child.text(QAccessible.Text.Name) for child in children if child.role() == QAccessible.Role.ListItem]
    assert texts == ["You: a question", "Answer: An answer."]


def test_a_screen_reader_knows_that_an_answer_is_being_written(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "", Status.STREAMING))
    shown.stream(2, "so far")
    page = QAccessible.queryAccessibleInterface(shown.area)
    last = page.child(page.childCount() - 1)
    assert last.text(QAccessible.Text.Name) == "Answer: so far"
    assert last.state().busy
