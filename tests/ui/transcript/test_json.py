"""An answer in JSON looks as what it will be while it arrives, and as what it would have been when it was cut."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.errors import Cause, Failure
from parley.domain.message import Message, Status
from parley.markup.answer import JSON_STEP
from parley.ui.transcript.code_row import CodeRow
from parley.ui.transcript.shown_text import read_shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WHOLE = '{"name": "Ada", "born": 1815, "works": [{"title": "Note G"}]}'
SET_OUT = '{\n  "name": "Ada",\n  "born": 1815,\n  "works": [\n    {\n      "title": "Note G"\n    }\n  ]\n}'


def code_rows(shown: Shown, number: int) -> list[CodeRow]:
    return [row for row in shown.area.built_item(number).rows if isinstance(row, CodeRow)]


def test_it_is_set_out_while_it_arrives(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "Who?"), answer(2, "", Status.STREAMING))
    rows = set()
    for letter in WHOLE:
        shown.stream(2, letter)
        [row] = code_rows(shown, 1)
        rows.add(row)
        assert row.code.language == "json"
        assert SET_OUT.startswith(row.text())
    assert row.text() == SET_OUT
    shown.view.update_message(answer(2, WHOLE))
    shown.settle()
    assert shown.rows(1) == [SET_OUT]
    assert rows == set(code_rows(shown, 1)), "one row grew, and no other was made"


@pytest.mark.parametrize(("text", "certain"), [("[1] and [2] say so", 0), ("[12, 3]", 4), ('["a"]', 2), ("[{}]", 2)])
def test_what_may_be_a_reference_is_no_json_yet(qtbot: QtBot, text: str, certain: int) -> None:
    shown = Shown(qtbot, mine(1, "Who?"), answer(2, "", Status.STREAMING))
    for count, letter in enumerate(text, 1):
        shown.stream(2, letter)
        assert bool(code_rows(shown, 1)) == (0 < certain <= count), text[:count]


CUTS = [
    answer(2, "", Status.STOPPED),
    replace(answer(2, "", Status.INCOMPLETE), failure=Failure(Cause.BROKEN_STREAM)),
    replace(answer(2, ""), finish_reason="length", failure=Failure(Cause.CUT_OFF)),
]


@pytest.mark.parametrize("cut", CUTS, ids=["stopped", "broken off", "at its limit"])
@pytest.mark.parametrize(
    ("text", "words"),
    [(WHOLE[:33], SET_OUT[:40]), ('{"name": "Ad\\u00', '{\n  "name": "Ad\\u00'), ("[tru", "[\n  tru")],
)
def test_it_is_set_out_when_it_was_cut(qtbot: QtBot, cut: Message, text: str, words: str) -> None:
    message = replace(cut, text=text)
    streamed = Shown(qtbot, mine(1, "Who?"), answer(2, "", Status.STREAMING))
    streamed.stream(2, text)
    streamed.view.update_message(message)
    streamed.settle()
    opened = Shown(qtbot, mine(1, "Who?"), message)
    for shown in (streamed, opened):
        [row] = code_rows(shown, 1)
        assert (row.text(), row.code.language) == (words, "json")
    [*_steps, found] = read_shown(message, text)
    assert found == (words,), "what is far from the window is found as it is shown"
    opened.select((0, 0, 0), (1, 0, len(words)))
    assert words in opened.copied()[0]


def test_prose_that_began_like_json_is_prose(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "Who?"), answer(2, "", Status.STREAMING))
    shown.stream(2, "[1, 2]")
    assert len(code_rows(shown, 1)) == 1
    shown.stream(2, " says **so**.")
    assert shown.rows(1) == ["[1, 2] says so."]
    shown.stream(2, "\n\nAnd more.")
    shown.view.update_message(answer(2, "[1, 2] says **so**.\n\nAnd more."))
    shown.settle()
    assert shown.rows(1) == ["[1, 2] says so.", "And more."]
    assert not code_rows(shown, 1)


def test_a_whole_answer_that_only_begins_like_json_is_prose(qtbot: QtBot) -> None:
    assert not code_rows(Shown(qtbot, mine(1, "Which bracket?"), answer(2, "[")), 1)


LONG = "[" + ", ".join(f'{{"id": {number}}}' for number in range(9_000)) + "]"


def test_a_long_one_is_read_in_turns(qtbot: QtBot) -> None:
    assert len(LONG) > 3 * JSON_STEP
    shown = Shown(qtbot, mine(1, "All of them."), answer(2, LONG))
    item = shown.area.flow.item(1)
    assert item.unread, "not all of it in the turn that opens the conversation"
    assert len(code_rows(shown, 1)) == 1
    qtbot.waitUntil(lambda: not item.unread)
    [row] = code_rows(shown, 1)
    assert item.rows == [row]
    assert row.code.text.count("\n") == 3 * 9_000 + 1
    assert len([*read_shown(answer(2, LONG), LONG)]) > 3, "finding reads it in steps, too"


def test_one_that_is_none_at_its_end_becomes_prose_in_turns(qtbot: QtBot) -> None:
    text = LONG[:-1] + ", no]"
    shown = Shown(qtbot, mine(1, "All of them."), answer(2, text))
    item = shown.area.flow.item(1)
    assert code_rows(shown, 1), "so far it is JSON"
    qtbot.waitUntil(lambda: not item.unread)
    assert not code_rows(shown, 1)
    assert "".join(row.text() for row in item.rows) == text
