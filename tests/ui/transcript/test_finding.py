"""Finding in the conversation, jumping to a message, and what a screen reader gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Status
from parley.markup.blocks import Rule
from parley.markup.leaves import flatten
from parley.markup.parser import parse
from parley.markup.plain import leaf_text
from parley.ui.transcript.hits import Needle
from parley.ui.transcript.shown_text import read_shown
from parley.ui.transcript.text_row import TextRow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PIECES = (
    "word ", "an_underscore ", "1. ", "- ", "\n", "\n\n", "    ", "**", "*", "`", "[", "](x)", "\\", "&amp;", "#", "> ",
    "|", "---", "<b>", "https://a.example ", "a@b.example ", "www.a.example ", "!", "~~", "==", "+ ", "2) ", "\t",
)  # fmt: skip


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


def test_what_is_shown_counts_and_not_its_markup(qtbot: QtBot) -> None:
    text = "A **bo**ld word, a [li](https://bold.example)nk\n\n- bold\n\n| bold |\n|---|\n| `bold` |"
    shown = Shown(qtbot, mine(1, "bold **"), answer(2, text))
    assert shown.view.find_text("bold") == 5
    assert shown.view.find_text("link") == 1
    assert shown.view.find_text("example") == 0
    assert shown.view.find_text("**") == 1


def test_every_hit_that_is_counted_can_be_reached(qtbot: QtBot) -> None:
    code = "```\n" + "\n".join(f"needle {number}" for number in range(60)) + "\n```"
    shown = Shown(qtbot, answer(2, "A nee**dle**.\n\n" + code), answer(3, "needle"))
    assert shown.view.find_text("needle") == 62
    seen = set()
    for _ in range(62):
        assert shown.area.selection is not None
        seen.add(shown.area.selection.start)
        shown.view._finder.step(1)
    assert len(seen) == 62


def test_the_steps_go_around_both_ends(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "needle needle"), answer(3, "nothing"), answer(4, "needle"))
    shown.view.find_text("needle")
    finder = shown.view._finder
    assert finder.current == 1
    finder.step(-1)
    assert finder.current == 3
    finder.step(1)
    finder.step(1)
    assert finder.current == 2


def test_a_hit_far_to_the_side_of_code_comes_into_sight(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "```\n" + "far " * 100 + "needle\n```"))
    shown.view.find_text("needle")
    row = shown.area.built_item(0).rows[0]
    assert row.side is not None
    assert row.side.offset > 0
    assert shown.area.selection is not None
    assert 0 < row.rect_of(shown.area.selection.start.at).x() < shown.area.column_width()


def test_many_messages_are_searched_without_holding_the_window_up(qtbot: QtBot) -> None:
    long = "Some *words* of prose.\n\n" * 400
    shown = Shown(qtbot, *(answer(number, long + "The **nee**dle.") for number in range(1, 41)))
    shown.view._find_bar.open("needle")
    finder = shown.view._finder
    assert finder.total < 40
    qtbot.waitUntil(lambda: finder.total == 40, timeout=20_000)
    assert shown.view._find_bar._count.text() == "40 of 40"


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join))
def test_what_is_searched_is_what_the_rows_show(text: str) -> None:
    *_, texts = read_shown(answer(2, text), text)
    assert texts is not None
    leaves = [leaf_text(leaf) for leaf in flatten(parse(text)) if not isinstance(leaf.block, Rule)]
    assert "".join("".join(texts).split()) == "".join("".join(leaves).split())


def test_nothing_found_is_said(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "text"))
    assert shown.view.find_text("absent") == 0
    assert shown.view._find_bar._count.text() == "Not found"


def test_other_messages_are_counted_anew(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, "apple apple"))
    assert shown.view.find_text("apple") == 2
    shown.view.show_messages([answer(12, "nothing")])
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "Not found")
    shown.view.show_messages([answer(22, "pear"), answer(23, "apple")])
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "1 of 1")
    assert shown.area.selection is None  # the reader stays where they are
    shown.view._finder.step(1)
    assert shown.copied()[0] == "apple"


def test_what_arrives_is_counted(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "an apple"), answer(2, "", Status.STREAMING))
    assert shown.view.find_text("apple") == 1
    shown.stream(2, "One apple.\n\n")
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "1 of 2")
    shown.stream(2, "An apple, another **ap**ple.")
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "1 of 4")
    shown.view.update_message(answer(2, "An apple."))
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "1 of 2")
    shown.view.append_message(mine(3, "apple"))
    qtbot.waitUntil(lambda: shown.view._find_bar._count.text() == "1 of 3")
    assert shown.copied()[0] == "apple"


def test_a_formula_is_no_letter_and_a_footnote_is_found_by_its_label(qtbot: QtBot) -> None:
    pytest.importorskip("ziamath")
    shown = Shown(qtbot, answer(2, "ax[^1] and $x$ x\n\n[^1]: note"))
    assert shown.view.find_text("x") == 2
    assert [len(marks) for marks in shown.area.marks.values()] == [2]
    qtbot.waitUntil(lambda: shown.rows(0)[0] == "ax1 and x x", timeout=5000)
    shown.view._finder.mark()
    assert [(mark.start, mark.end) for mark in shown.area.marks[0, 0]] == [(1, 2), (10, 11)]
    assert shown.view.find_text("[1]") == 0
    assert shown.view.find_text("ax1") == 1


def test_hits_are_where_letters_of_two_units_stand_before_them() -> None:
    assert Needle("b").find("a😀b\U0001f600B") == [(3, 4), (6, 7)]
    assert Needle("😀").find("é😀😀") == [(1, 3), (3, 5)]


def test_only_hits_near_the_window_are_marked(qtbot: QtBot) -> None:
    table = "| a | b |\n|---|---|\n" + "| needle | 😀 needle |\n" * 400
    code = "```\n" + "a needle 😀\n" * 3000 + "```"
    for text, hits in ((table, 800), (code, 3000)):
        shown = Shown(qtbot, answer(2, text))
        assert shown.view.find_text("needle") == hits
        finder, bar = shown.view._finder, shown.area.verticalScrollBar()
        for _ in range(40):  # into what is folded
            finder.step(1)
        for value in (0, bar.maximum() // 2, bar.maximum()):
            bar.setValue(value)
            shown.settle()
            (marks,) = shown.area.marks.values()
            assert len(marks) < 200
            row = shown.area.built_item(0).rows[0]
            seen = [row.rect_of(mark.start).translated(shown.area.row_origin(0, 0)) for mark in marks]
            assert min(rect.top() for rect in seen) < 60
            assert max(rect.bottom() for rect in seen) > 560


def test_a_step_lays_out_only_the_row_it_goes_to(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(2, ("word " * 200 + "\n") * 1100))
    assert shown.view.find_text("word") == 220_000
    shown.view._finder.step(1)
    rows = [row for row in shown.area.built_item(0).rows if isinstance(row, TextRow)]
    assert len(rows) > 250
    assert sum(row._box is not None for row in rows) < 50


def test_a_hit_in_what_is_not_read_yet_is_shown_when_it_is(qtbot: QtBot) -> None:
    prose = "- some *words* of prose\n- and `more`\n\n"
    shown = Shown(qtbot, answer(2, prose * 500 + "The **nee**dle.\n\n" + prose * 100 + "A needle."))
    item = shown.area.flow.item(0)
    assert item.unread
    assert shown.view.find_text("needle") == 2
    qtbot.waitUntil(lambda: not item.unread)
    for hit in ("1 of 2", "2 of 2"):
        qtbot.waitUntil(lambda: shown.area.selection is not None)
        shown.settle()
        assert shown.view._find_bar._count.text() == hit
        assert shown.copied()[0] == "needle"
        assert shown.area.selection is not None
        assert 0 < shown.area.rect_of(shown.area.selection.start).top() < 700
        shown.view._finder.step(1)


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
