"""Selecting and copying, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Status
from parley.ui.transcript.selection import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_selection_across_messages_is_copied_three_ways(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a question"), answer(2, "An **answer** with\n\n- one\n- two"))
    shown.select((0, 0, 2), (1, 1, 3))
    plain, markdown, html = shown.copied()
    assert plain == "question\n\nAn answer with\n\n• one"
    assert markdown == "question\n\nAn **answer** with\n\n- one"
    assert "<strong>answer</strong>" in html
    assert "<li>one</li>" in html


def test_copying_gives_back_what_was_made_visible(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "```\nif a\u202e != b:\n```"))
    assert shown.rows(0) == ["if a⟨U+202E⟩ != b:"]
    shown.select((0, 0, 0), (0, 0, 8))
    assert shown.copied()[0] == "if a\u202e"


def test_letters_beyond_the_basic_plane_are_not_torn(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "a😀b and 👩‍👩‍👧 end"))
    shown.select((0, 0, 1), (0, 0, 4))
    assert shown.copied()[0] == "😀b"


def test_everything_can_be_selected_and_copied(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "one"), answer(2, "two\n\nthree"))
    shown.key(Qt.Key.Key_A, CONTROL)
    assert shown.copied()[0] == "one\n\ntwo\n\nthree"


def test_dragging_selects(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "some words here"))
    page = shown.area.viewport()
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 5)))
    QTest.mouseMove(page, shown.point_of((0, 0, 10)))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 10)))
    assert shown.copied()[0] == "words"


def test_a_double_click_selects_a_word(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "some words here"))
    QTest.mouseDClick(shown.area.viewport(), Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 7)))
    assert shown.copied()[0] == "words"


def test_the_keyboard_extends_a_selection_over_rows(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "first\n\nsecond"))
    shown.select((0, 0, 3), (0, 0, 3))
    for _ in range(4):
        shown.key(Qt.Key.Key_Right, SHIFT)
    assert shown.copied()[0] == "st\n\ns"


@pytest.mark.parametrize(
    "text",
    [
        "```\none\n\ntwo three\n```",
        "| a | b |\n|---|---|\n| one | " + "many words " * 40 + "|\n| | two |",
        "words " * 100,
        "> - a\n>\n> ***\n>\n> b",
    ],
    ids=["code", "table", "paragraph", "quote"],
)
def test_the_keyboard_goes_through_everything_line_by_line(qtbot: QtBot, text: str) -> None:
    shown = Shown(qtbot, mine(1, "question"), answer(2, text), mine(3, "last"))
    first, last = (0, 0, 0), (2, 0, 4)
    for key, start, end in ((Qt.Key.Key_Down, first, last), (Qt.Key.Key_Up, last, first)):
        shown.select(start, start)
        for _ in range(30):
            before = shown.area.selection
            shown.key(key, SHIFT)
            if shown.area.selection == before:
                break
        assert shown.area.selection is not None
        assert shown.area.selection.caret == Place(*end)


def test_home_and_end_go_to_the_ends_of_a_line(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, "```\none\ntwo three\nfour\n```\n\nשלום עולם"))
    shown.select((0, 0, 6), (0, 0, 6))
    shown.key(Qt.Key.Key_End, SHIFT)
    assert shown.copied()[0] == "o three"
    shown.key(Qt.Key.Key_Home, SHIFT)
    assert shown.copied()[0] == "tw"
    shown.select((0, 1, 2), (0, 1, 2))
    shown.key(Qt.Key.Key_End, SHIFT)
    assert shown.copied()[0] == "ום עולם"


@pytest.mark.parametrize("words", [("a", "b", "c"), ("א", "ב", "ג")], ids=["ltr", "rtl"])
def test_a_point_in_a_table_is_in_the_cell_that_is_seen_there(qtbot: QtBot, words: tuple[str, ...]) -> None:
    head = "|" + "|".join(f" {word * 4} " for word in words) + "|\n|---|---|---|\n"
    shown = Shown(qtbot, answer(1, head + "| 1 | [2](https://two.org) | 3 |"))
    row = shown.area.built_item(0).rows[0]
    for place in range(row.length):
        seen = row.rect_of(place).center()
        assert abs(row.place_at(seen) - place) <= 1, place
        assert row.link_at(seen) == ("https://two.org" if row.text()[place] == "2" else "")


def test_a_message_is_copied_as_the_model_wrote_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "**bold** &amp; `x`"))
    shown.view.copy_message(2)
    assert QGuiApplication.clipboard().text() == "**bold** &amp; `x`"


@pytest.mark.parametrize("text", ["Some **words**", '{"a": ["_b_", '])
def test_what_has_arrived_of_an_answer_is_copied(qtbot: QtBot, text: str) -> None:
    shown = Shown(qtbot, mine(1, "Who?"), answer(2, "", Status.STREAMING))
    shown.stream(2, text)
    shown.view.copy_message(2)
    shown.settle()
    assert shown.clipboard() == text
    html = QGuiApplication.clipboard().mimeData().html()
    assert ("<strong>words</strong>" in html) or ("language-json" in html and "_b_" in html)


def test_a_table_cell_and_a_table_row(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "| a | b |\n|---|---|\n| one | two |"))
    shown.select((0, 0, 4), (0, 0, 7))
    assert shown.copied()[0] == "one"
    shown.select((0, 0, 4), (0, 0, 11))
    assert shown.copied()[0] == "a\tb\none\ttwo"


def test_a_double_click_where_nothing_stands_yet(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a question"), answer(2, "", Status.STREAMING))
    assert shown.rows(1) == []
    with qtbot.captureExceptions() as raised:
        QTest.mouseDClick(
            shown.area.viewport(), Qt.MouseButton.LeftButton, pos=shown.area.strip_rect(1).center().toPoint()
        )
    assert raised == []


def test_a_selection_outlives_its_rows(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a question"), answer(2, "", Status.STREAMING))
    shown.stream(2, "a: 1\n\nb: 2\n\nc: 3")
    assert len(shown.rows(1)) == 3
    shown.key(Qt.Key.Key_A, CONTROL)
    shown.view.update_message(answer(2, '{"a": 1,\n\n"b": 2,\n\n"c": 3}'))
    assert len(shown.rows(1)) == 1
    with qtbot.captureExceptions() as raised:
        assert '"c": 3' in shown.copied()[0]
        shown.key(Qt.Key.Key_Right, SHIFT)
        shown.key(Qt.Key.Key_Down, SHIFT)
        shown.key(Qt.Key.Key_Left, SHIFT)
    assert raised == []
    assert shown.copied()[0].startswith("a question")


def test_a_button_held_down_while_other_messages_come(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(answer(number, "word word") for number in range(2, 8)))
    page, at = shown.area.viewport(), shown.point_of((5, 0, 2))
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=at)
    shown.view.show_messages([answer(12, "[other](https://example.org/)" * 3)])
    shown.settle()
    told: list[str] = []
    shown.view.linkActivated.connect(told.append)
    with qtbot.captureExceptions() as raised:
        QTest.mouseMove(page, shown.point_of((0, 0, 4)))
        QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=shown.point_of((0, 0, 4)))
        shown.view.copy_selection()
    assert raised == []
    assert told == []
    assert not shown.view.has_selection


ANSWERS = (
    "An **answer** with\n\n- one\n- two\n\n  more\n\n> a quote\n\n| a | b |\n|---|---|\n| `c` | d |",
    "# Head\n\n```py\n" + "x = 1\n" * 60 + "```\n\n$$\na^2\n$$\n\nso $a^2$[^1]\n\n[^1]: note",
    '{"a": 1, "b": [1, 2]}',
    "a question? *Not*",
)


@pytest.mark.parametrize("text", ANSWERS)
def test_a_whole_message_is_copied_the_same_with_and_without_its_rows(qtbot: QtBot, text: str) -> None:
    pytest.importorskip("ziamath")
    shown = Shown(qtbot, answer(2, text))
    shown.key(Qt.Key.Key_A, CONTROL)
    rows = shown.copied()  # the last message is copied from its rows
    shown = Shown(qtbot, answer(2, text), mine(3, "the end"))
    shown.key(Qt.Key.Key_A, CONTROL)
    whole = shown.copied()
    assert whole[:2] == (f"{rows[0]}\n\nthe end", f"{rows[1]}\n\nthe end")
    assert whole[2].startswith(rows[2])


def test_many_messages_are_copied_without_making_their_rows(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *(mine(n, f"{n}?") if n % 2 else answer(n, ANSWERS[0] + f"\n\n{n}") for n in range(1, 201)))
    shown.select((0, 0, 0), (198, 0, 1))
    plain = shown.copied()[0]
    assert not any(shown.area.flow.item(number).built for number in range(1, 150))
    for number in range(200):
        shown.area.built_item(number)
    assert shown.copied()[0] == plain
    assert plain.count("An answer with") == 99
    shown.select((0, 0, 1), (198, 0, 1))
    assert shown.copied()[0] == plain.removeprefix("1")


def test_pictures_and_rules_at_the_ends_of_a_selection_are_copied(qtbot: QtBot) -> None:
    picture = "![a](https://x.org/p.png)"
    shown = Shown(qtbot, answer(2, f"text\n\n{picture}"))
    shown.key(Qt.Key.Key_A, CONTROL)
    assert shown.copied()[:2] == ("text\n\na", f"text\n\n{picture}")
    shown = Shown(qtbot, answer(2, f"{picture}\n\ntext\n\n---"))
    shown.key(Qt.Key.Key_A, CONTROL)
    assert shown.copied()[:2] == ("a\n\ntext\n\n———", f"{picture}\n\ntext\n\n---")
    shown.select((0, 1, 0), (0, 1, 4))
    assert shown.copied()[0] == "text"
