"""A widget that something keeps alive after its window is destroyed after the application, which ends in a crash."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

import pytest
from tests.ui.sidebar.conftest import some_rows

from parley.domain.message import Conversation
from parley.ui.composer.attachments import from_text
from parley.ui.composer.composer import Composer
from parley.ui.header import Header
from parley.ui.sidebar.sidebar import Sidebar
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


def used_sidebar() -> Sidebar:
    sidebar = Sidebar()
    sidebar.set_rows(some_rows(3), False)
    sidebar.set_current(2)
    return sidebar


def used_header() -> Header:
    header = Header()
    header.set_conversation(Conversation(1, "A poem", 0, 0, cost=10_000))
    return header


def used_composer() -> Composer:
    composer = Composer()
    composer.set_text("Hello")
    composer.set_attachments([from_text("Notes", "notes.txt")])
    return composer


@pytest.mark.parametrize("make", [used_sidebar, used_header, used_composer])
def test_nothing_keeps_a_room_alive_after_its_window(
    qtbot: QtBot, make: Callable[[], Sidebar | Header | Composer]
) -> None:
    room = make()
    room.set_theme(LIGHT)
    room.show()
    room.close()
    remembered = weakref.ref(room)
    del room
    assert remembered() is None
