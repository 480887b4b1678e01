from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from parley.domain.conversation_row import ConversationRow
from parley.ui.sidebar.list_view import ConversationList
from parley.ui.sidebar.sidebar import Sidebar
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAY = 86_400_000  # milliseconds


def some_rows(number: int, *, first: int = 1) -> list[ConversationRow]:
    """Rows from newest to oldest, one an hour."""
    now = int(time.time() * 1000)
    return [
        ConversationRow(place, f"Conversation {place}", now - place * 3_600_000)
        for place in range(first, first + number)
    ]


@pytest.fixture
def sidebar(qtbot: QtBot) -> Sidebar:
    """A sidebar in its own window, with the theme it would have."""
    made = Sidebar()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.get_ready()
    made.set_export_formats([("md", "Markdown"), ("pdf", "PDF")])
    made.resize(264, 600)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def view(sidebar: Sidebar) -> ConversationList:
    return sidebar.findChildren(ConversationList)[0]
