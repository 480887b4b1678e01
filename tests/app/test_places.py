"""Where the reader was, and how the window stood, are found again: after another conversation, a restart, a kill."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.talk import ask

from parley import paths
from parley.domain.chat_settings import ChatSettings
from parley.domain.settings import PANEL_WIDTH, SERVICE_ADDRESS, SERVICE_KIND, SIDEBAR_WIDTH, Settings
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

LONG = 40  # exchanges


@pytest.fixture
def two_long_conversations(data_dir: Path, fault_server: FaultServer) -> None:
    """Ids 1 and 2, each far longer than the window."""
    places = paths.find_paths(data_dir)
    paths.make_private(places.data)
    store = Store.open(places.database, places.backups)
    for _ in range(2):
        conversation = store.create_conversation(ChatSettings(model="gpt-4o"))
        parent = None
        for number in range(LONG):
            reply = f"Answer {number}. " + "Some words to read. " * (number * 7 % 90)
            parent = ask(store, conversation.id, f"Question {number}", reply, parent=parent).id
    address = fault_server.address("good")
    store.save_settings(Settings({SERVICE_KIND.key: "other", SERVICE_ADDRESS.key: address}))
    store.close()


class Reading:
    """What can be seen of the page."""

    def __init__(self, program: Program) -> None:
        self._parts = program.parts
        self._area = program.parts.window.transcript._area

    def open(self, conversation_id: int) -> None:
        self._parts.window.sidebar.conversationChosen.emit(conversation_id, None)

    def scroll_to(self, number: int, extra: int) -> None:
        """Some pixels into the message with this place in the conversation."""
        self._parts.window.transcript.go_to(self._parts.session.messages[number].id)
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + extra)

    def top(self) -> tuple[int, int]:
        """The message at the top of the window, and how many pixels of it are above."""
        number = self._area.flow.at(self._area.top())
        return self._area.flow.item(number).message.id, self._area.top() - self._area.flow.top(number)

    @property
    def at_end(self) -> bool:
        return self._area.following


def test_each_conversation_is_found_where_it_was_left(two_long_conversations: None, person: Person) -> None:
    person.program.parts.window.resize(790, 700)  # the screen of the tests is not larger
    reading = Reading(person.program)
    reading.open(1)
    assert reading.at_end
    reading.scroll_to(21, 30)
    first = reading.top()
    reading.open(2)
    assert reading.at_end
    reading.scroll_to(50, 0)
    second = reading.top()
    reading.open(1)
    assert near(reading.top(), first)
    reading.open(2)
    assert near(reading.top(), second)
    reading.open(1)
    person.restart()
    again = Reading(person.program)
    person.wait(lambda: near(again.top(), first))
    assert not again.at_end
    again.open(2)
    assert near(again.top(), second)


def near(place: tuple[int, int], other: tuple[int, int]) -> bool:
    """The same message, and within a line of the same place."""
    return place[0] == other[0] and abs(place[1] - other[1]) < 12


def test_who_was_at_the_end_is_at_the_end(two_long_conversations: None, person: Person) -> None:
    Reading(person.program).open(1)
    person.restart()
    assert Reading(person.program).at_end


def test_the_place_is_on_disk_while_one_reads(two_long_conversations: None, person: Person, data_dir: Path) -> None:
    reading = Reading(person.program)
    reading.open(1)
    reading.scroll_to(21, 30)
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    person.wait(lambda: reader.scroll(1) > 0)  # nothing was closed
    reader.close()


def test_another_version_stands_where_the_first_one_stood(two_long_conversations: None, person: Person) -> None:
    reading = Reading(person.program)
    reading.open(1)
    parts = person.program.parts
    question = parts.session.messages[20]
    parts.window.transcript.editRequested.emit(question.id)
    person.say("Question 10, in other words")
    changed = parts.session.messages[20].id
    reading.scroll_to(19, 0)
    before = reading._area.flow.top(20) - reading._area.top()
    parts.window.transcript.branchRequested.emit(changed, -1)
    person.wait(lambda: parts.session.messages[20].id == question.id)
    assert abs(reading._area.flow.top(20) - reading._area.top() - before) < 12


def test_the_sidebar_keeps_the_width_it_was_given(person: Person) -> None:
    person.use("good")
    window = person.program.parts.window
    window.resize(790, 700)  # the screen of the tests is not larger
    person.wait(lambda: window._splitter.width() == 790)
    window._splitter.moveSplitter(310, 1)
    person.wait(lambda: person.program._preferences[SIDEBAR_WIDTH] == 310)  # without being closed
    person.restart()
    assert person.program.parts.window._splitter.sizes()[0] == 310


def test_so_does_the_panel_and_it_is_open_again(person: Person) -> None:
    person.use("good")
    window = person.program.parts.window
    window.resize(790, 700)
    window.header.sidebarToggled.emit()
    person.program._rooms.toggle_panel("chat")
    person.wait(lambda: window._splitter.sizes()[2] == PANEL_WIDTH.default)
    window._splitter.moveSplitter(window.width() - 400, 2)
    person.wait(lambda: person.program._preferences[PANEL_WIDTH] > PANEL_WIDTH.default)
    wide = person.program._preferences[PANEL_WIDTH]
    person.restart()
    again = person.program.parts.window._splitter
    person.wait(lambda: again.sizes()[2] == wide)


def test_the_size_of_the_window_is_on_disk_without_closing(
    person: Person, open_program: Callable[[], Program], data_dir: Path
) -> None:
    person.use("good")
    window = person.program.parts.window
    window.resize(741, 702)
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    person.wait(lambda: reader.settings().stored().get("window_geometry") == window.geometry_text())
    reader.close()
    person.restart()
    size = person.program.parts.window.size()
    assert (size.width(), size.height()) == (741, 702)
