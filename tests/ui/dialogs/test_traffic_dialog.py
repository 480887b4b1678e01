from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from parley.domain.traffic import SentRequest
from parley.ui.dialogs.traffic_dialog import TrafficDialog
from parley.ui.dialogs.traffic_rows import Heading, RequestRow, rows_of, summary_of
from parley.ui.kit.file_words import size_text
from parley.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TODAY = date(2026, 11, 23)
API = "https://api.openai.com/v1"


def at(day: int, hour: int, minute: int) -> int:
    return int(datetime(2026, 11, day, hour, minute).astimezone().timestamp() * 1000)


REQUESTS = (
    SentRequest(at(23, 9, 5), f"{API}/chat/completions", "gpt-4o", 2_048, 10_240, 200),
    SentRequest(at(23, 9, 1), f"{API}/models", "", 190, 5_120, 200),
    SentRequest(at(22, 18, 0), "http://127.0.0.1:11434/v1/chat/completions", "llama\n3", 512, 0, 0),
    SentRequest(at(20, 7, 30), "https://example.org/picture.png", "", 230, 1_048_576, 200),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> TrafficDialog:
    made = TrafficDialog()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.show()
    return made


def test_requests_stand_under_their_days() -> None:
    rows = rows_of(REQUESTS, TODAY)
    headings = [row.text for row in rows if isinstance(row, Heading)]
    assert headings[:2] == ["Today", "Yesterday"]
    assert "2026" in headings[2]
    assert [type(row) for row in rows] == [Heading, RequestRow, RequestRow, Heading, RequestRow, Heading, RequestRow]


def test_a_request_says_where_to_what_for_and_how_much() -> None:
    message, models, local, picture = [row for row in rows_of(REQUESTS, TODAY) if isinstance(row, RequestRow)]
    assert (message.name, message.detail) == ("api.openai.com", "Message · gpt-4o")
    assert message.sizes == f"{size_text(2_048)} sent, {size_text(10_240)} received"
    assert "9" in message.aside
    assert "05" in message.aside
    assert models.detail == "List of models"
    assert (local.name, local.detail) == ("127.0.0.1:11434 (this computer)", "Message · llama 3")
    assert local.sizes == f"{size_text(512)} sent, no answer"
    assert picture.detail == "File or picture"


def test_this_run_and_all_of_it_are_summed_up() -> None:
    assert summary_of(REQUESTS, at(23, 9, 0)) == (
        f"Since Parley was opened: 2 requests, {size_text(2_238)} sent, {size_text(15_360)} received. "
        f"In the last thirty days: 4 requests, {size_text(2_980)} sent, {size_text(1_063_936)} received."
    )
    assert summary_of(REQUESTS[:1], at(23, 10, 0)) == (
        "Since Parley was opened nothing has left this computer. "
        f"In the last thirty days: 1 request, {size_text(2_048)} sent, {size_text(10_240)} received."
    )


def test_a_screen_reader_hears_each_row_and_skips_no_word(dialog: TrafficDialog) -> None:
    dialog.show_requests(REQUESTS, 0, TODAY)
    model = dialog.list.rows
    assert dialog.list.accessibleName() == "Requests"
    texts = [model.data(model.index(row), Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]
    assert texts[0] == "Today"
    assert str(texts[1]).startswith(f"api.openai.com. Message · gpt-4o. {size_text(2_048)} sent, ")


def test_headings_are_no_stop_for_the_keyboard(dialog: TrafficDialog) -> None:
    dialog.show_requests(REQUESTS, 0, TODAY)
    model = dialog.list.rows
    choosable = [bool(model.flags(model.index(r)) & Qt.ItemFlag.ItemIsSelectable) for r in range(model.rowCount())]
    assert choosable == [False, True, True, False, True, False, True]


def test_when_nothing_has_left_it_says_so(dialog: TrafficDialog) -> None:
    dialog.show_requests((), 0, TODAY)
    assert dialog.is_empty
    assert not dialog.summary.isVisible()
    dialog.show_requests(REQUESTS, 0, TODAY)
    assert not dialog.is_empty


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_paints_in_both_directions_and_themes(dialog: TrafficDialog, direction: Qt.LayoutDirection) -> None:
    dialog.setLayoutDirection(direction)
    dialog.show_requests(REQUESTS * 40, 0, TODAY)
    before = dialog.grab().toImage()
    dialog.set_theme(DARK)
    assert dialog.grab().toImage() != before
