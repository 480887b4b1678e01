"""Escape stops the answer wherever the keyboard is in the window, unless it means something nearer there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from parley.domain.message import Status
from parley.ui.header_title import Title
from parley.ui.sidebar.list_view import ConversationList
from parley.ui.sidebar.top import SearchField

if TYPE_CHECKING:
    from tests.app.person import Person

    from parley.domain.message import Message


@pytest.fixture
def reader(person: Person) -> Person:
    """Someone with a conversation on the screen, and the window active."""
    person.use("good")
    person.say("Hello")
    window = person.program.parts.window
    window.activateWindow()
    person.wait(window.isActiveWindow)
    return person


def press_escape(person: Person) -> int:
    """Press it where the keyboard is. Returns how often that asked to stop the answer."""
    asked: list[int] = []
    composer = person.program.parts.window.composer
    note = composer.stopRequested.connect(lambda: asked.append(1))
    QTest.keyClick(QApplication.focusWidget() or person.program.parts.window, Qt.Key.Key_Escape)
    composer.stopRequested.disconnect(note)
    return len(asked)


def places(person: Person) -> list[QWidget]:
    """Everything in the window that takes the keyboard."""
    window = person.program.parts.window
    takers = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    return [widget for widget in takers if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_an_answer_is_stopped_while_it_is_read(reader: Person) -> None:
    reader.use("slow")
    window = reader.program.parts.window

    def stop_while_reading() -> None:
        with reader.waits_for(reader.program.parts.session.textAdded):
            window.composer.sendRequested.emit("Count", [])
        window.transcript.setFocus()
        press_escape(reader)

    answer: Message = reader.wait_for_answer(stop_while_reading)
    assert answer.status is Status.STOPPED


def test_it_is_stopped_from_wherever_the_keyboard_is(reader: Person) -> None:
    window = reader.program.parts.window
    window.composer.set_busy(True)
    found = places(reader)
    assert {type(each) for each in found} >= {SearchField, ConversationList}
    for place in found:
        place.setFocus()
        assert (press_escape(reader), place.accessibleName()) == (1, place.accessibleName())
    window.composer.set_busy(False)
    assert press_escape(reader) == 0


def test_a_search_ends_first(reader: Person) -> None:
    window = reader.program.parts.window
    window.composer.set_busy(True)
    window.sidebar.focus_search()
    search = window.findChildren(SearchField)[0]
    search.setText("hello")
    assert press_escape(reader) == 0
    assert search.text() == ""
    assert press_escape(reader) == 1


def test_the_find_bar_is_closed_first(reader: Person) -> None:
    window = reader.program.parts.window
    window.composer.set_busy(True)
    window.open_find()
    assert press_escape(reader) == 0
    assert press_escape(reader) == 1


def test_a_title_that_is_being_written_is_left_first(reader: Person) -> None:
    window = reader.program.parts.window
    window.composer.set_busy(True)
    window.findChildren(Title)[0].edit()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    assert press_escape(reader) == 0
    assert press_escape(reader) == 1


def test_a_title_in_the_list_is_left_first(reader: Person) -> None:
    window = reader.program.parts.window
    window.composer.set_busy(True)
    rows = window.findChildren(ConversationList)[0]
    rows.setFocus()
    rows.rename_current()
    field = rows.viewport().findChildren(QLineEdit)[0]
    assert field.hasFocus()
    assert press_escape(reader) == 0
    assert not field.isVisible()
    rows.setFocus()
    assert press_escape(reader) == 1


def test_editing_a_message_is_given_up_first(reader: Person) -> None:
    window = reader.program.parts.window
    window.transcript.editRequested.emit(reader.program.parts.session.messages[0].id)
    reader.wait(lambda: window.composer.text() == "Hello")
    window.composer.set_busy(True)
    assert press_escape(reader) == 0
    assert window.composer.text() == ""
    assert press_escape(reader) == 1
