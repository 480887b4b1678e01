"""The transcript as a person meets it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.errors import Action, Cause, Failure
from parley.domain.events import Phase
from parley.domain.message import Status
from parley.domain.money import Usage
from parley.ui import theme as look
from parley.ui.transcript.item_painting import status_width
from parley.ui.transcript.status import status_text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONG = "\n\n".join(f"Paragraph {number} of a long answer." for number in range(80))


def test_the_end_of_a_conversation_is_shown_first(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "hello"), answer(2, LONG), mine(3, "more"), answer(4, LONG))
    assert shown.at_end
    assert shown.area.visible_items()[-1] == 3


def test_only_what_is_near_the_window_is_laid_out(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, LONG) for number in range(1, 2001)))
    assert len(shown.area._built) < 10
    shown.area.verticalScrollBar().setValue(0)
    shown.settle()
    assert shown.area.visible_items()[0] == 0
    assert shown.rows(0)[0] == "Paragraph 0 of a long answer."


def test_the_first_word_is_shown_at_once_and_what_follows_in_batches(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "go"), answer(2, "", Status.STREAMING))
    shown.view.append_text(2, "One")
    assert shown.rows(1) == ["One"]  # before any timer could have run
    shown.view.append_text(2, " more")
    assert shown.rows(1) == ["One"]
    qtbot.waitUntil(lambda: shown.rows(1) == ["One more"])


def test_a_streamed_answer_reads_like_one_that_was_opened(qtbot: QtBot) -> None:
    text = "# Head\n\n1. one\n2. two\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nend **bold**"
    shown = Shown(qtbot, mine(1, "go"), answer(2, "", Status.STREAMING))
    for start in range(0, len(text), 3):
        shown.stream(2, text[start : start + 3])
    shown.view.update_message(answer(2, text))
    opened = Shown(qtbot, mine(1, "go"), answer(2, text))
    assert shown.rows(1) == opened.rows(1)
    assert shown.area.flow.total == opened.area.flow.total


def test_rows_that_are_finished_are_kept_while_more_arrives(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "", Status.STREAMING))
    shown.stream(2, "first\n\nsecond\n\nthird")
    before = shown.area.built_item(0).rows[:2]
    shown.stream(2, " and more\n\nfourth\n\nfifth")
    assert shown.area.built_item(0).rows[:2] == before


def test_the_view_follows_the_stream_at_the_end(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, LONG), answer(2, "", Status.STREAMING))
    for _ in range(20):
        shown.stream(2, "another line\n\n")
    assert shown.at_end
    assert not shown.buttons("Jump to latest")


def test_a_reader_who_scrolled_up_is_left_in_peace(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, LONG), answer(2, "", Status.STREAMING))
    shown.area.verticalScrollBar().setValue(200)
    shown.settle()
    before = shown.bar_value
    for _ in range(20):
        shown.stream(2, "another line\n\n")
    assert shown.bar_value == before
    shown.press("Jump to latest")
    assert shown.at_end


def test_what_is_read_does_not_move_when_heights_above_turn_out_otherwise(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, LONG) for number in range(1, 60)))
    shown.area.verticalScrollBar().setValue(shown.bar_value // 2)
    shown.settle()
    first = shown.area.visible_items()[0]
    row = shown.area.visible_rows(first)[0]
    for _ in range(10):
        before = shown.area.row_origin(first, row).y()
        shown.area.verticalScrollBar().setValue(shown.bar_value - 40)
        shown.settle()
        assert abs(shown.area.row_origin(first, row).y() - before - 40) <= 1


@pytest.mark.parametrize(
    ("phase", "words"),
    [
        (Phase.CONNECTING, "Connecting…"),
        (Phase.WAITING, "Waiting for the first word…"),
        (Phase.STILL_WAITING, "Still waiting for the first word…"),
    ],
)
def test_the_line_under_an_answer_says_how_far_it_is(qtbot: QtBot, phase: Phase, words: str) -> None:
    shown = Shown(qtbot, answer(2, "", Status.STREAMING))
    shown.view.set_phase(2, phase)
    assert status_text(shown.area.flow.item(0)) == words
    shown.view.set_waiting(2, 7)
    assert status_text(shown.area.flow.item(0)) == "Trying again in 7 seconds"


def test_the_line_under_an_answer_says_what_made_it_and_what_it_cost(qtbot: QtBot) -> None:
    paid = replace(answer(2, "x"), usage=Usage(10, 20), cost=1234)
    assert status_text(Shown(qtbot, paid).area.flow.item(0)) == "gpt-4o · 30 tokens · $0.0012"
    stopped = replace(answer(2, "x", Status.STOPPED), model="")
    assert status_text(Shown(qtbot, stopped).area.flow.item(0)) == "Stopped"


def test_a_failure_stands_at_its_message_with_its_button(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "go"), answer(2, "", Status.STREAMING))
    told: list[tuple[int, object]] = []
    shown.view.actionRequested.connect(lambda number, action: told.append((number, action)))
    shown.stream(2, "half an ans")
    failure = Failure(Cause.BROKEN_STREAM, details="technical")
    shown.view.update_message(replace(answer(2, "half an ans", Status.INCOMPLETE), failure=failure))
    assert shown.rows(1)[0] == "half an ans"
    shown.press("Retry")
    assert told == [(2, Action.RETRY)]


def test_the_actions_of_a_message_come_with_the_focus(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "go"), replace(answer(2, "done"), position=2, siblings=3))
    told: list[object] = []
    shown.view.regenerateRequested.connect(told.append)
    shown.view.branchRequested.connect(lambda number, by: told.append((number, by)))
    assert not shown.buttons("Regenerate answer")
    shown.view._hover(1)
    shown.press("Regenerate answer")
    shown.press("Previous version")
    assert told == [2, (2, -1)]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_actions_stand_beside_the_words_under_the_message(direction: Qt.LayoutDirection, qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "go"), answer(2, "done"))
    shown.view.setLayoutDirection(direction)
    shown.view._hover(1)
    room, actions = shown.area.strip_rect(1).toRect(), shown.view._actions.geometry()
    to_the_left = actions.left() - room.left()
    to_the_right = room.right() - actions.right()
    beside = to_the_right if direction is Qt.LayoutDirection.RightToLeft else to_the_left
    assert status_width(shown.area, 1) < beside < status_width(shown.area, 1) + 2 * look.MEDIUM


def test_another_theme_and_another_width_show_the_same(qtbot: QtBot) -> None:
    from parley.ui.theme import DARK

    shown = Shown(qtbot, mine(1, "go"), answer(2, LONG))
    rows = shown.rows(1)
    shown.view.set_theme(DARK)
    shown.view.resize(420, 700)
    shown.settle()
    assert shown.rows(1) == rows
    assert shown.at_end


def test_an_answer_that_is_json_is_set_out(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, '{"b": 1.10, "a": [true, null]}'))
    assert shown.rows(0) == ['{\n  "b": 1.10,\n  "a": [\n    true,\n    null\n  ]\n}']


def test_long_code_is_folded_and_opens(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "```text\n" + "\n".join(f"line {n}" for n in range(50)) + "\n```"))
    assert "line 40" not in shown.rows(0)[0]
    shown.area.verticalScrollBar().setValue(shown.area.verticalScrollBar().maximum())
    shown.press("Show all 50 lines")
    assert "line 49" in shown.rows(0)[0]


def test_what_can_be_seen_is_never_let_go(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, "ok") for number in range(1, 301)))
    shown.view.resize(700, 5_000)
    shown.settle()
    seen = shown.area.visible_items()
    assert len(seen) > 40
    assert all(shown.area.flow.item(number).built for number in seen)
