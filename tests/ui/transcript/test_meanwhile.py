"""Whatever happens while an answer arrives or a long one is read: nothing is lost, shown twice, or moved away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Status
from parley.ui.theme import DARK

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def writing(qtbot: QtBot, text: str) -> Shown:
    shown = Shown(qtbot, mine(1, "Explain it."), answer(2, "", Status.STREAMING))
    shown.stream(2, text)
    return shown


def test_a_long_answer_that_is_read_in_parts_shows_each_paragraph_once(qtbot: QtBot) -> None:
    paragraphs = [f"Paragraph number {number:04d} ".ljust(98, "x") for number in range(300)]
    shown = Shown(qtbot, mine(1, "go"), answer(2, "\n\n".join(paragraphs)))  # the parts end between two of them
    qtbot.waitUntil(lambda: not shown.area.flow.item(1).unread)
    assert shown.rows(1) == paragraphs


@pytest.mark.parametrize(
    ("before", "more"),
    [
        ("```python\n" + "x = 1\n" * 200, "y = 2\n" * 10),
        ("some words here " * 1_000, "more words " * 30),
        ("| a | b |\n|---|---|\n" + "| c | d |\n" * 100, "| e | f |\n" * 10),
        ("some words here\n\n" * 100, "more words\n\n" * 10),
    ],
)
def test_the_page_stays_where_the_reader_is(before: str, more: str, qtbot: QtBot) -> None:
    shown = writing(qtbot, before)
    shown.area.verticalScrollBar().setValue(shown.bar_value // 2)
    shown.settle()
    top = shown.bar_value
    for _ in range(3):
        shown.stream(2, more)
        assert shown.bar_value == top


def test_who_does_not_go_along_with_the_end_is_offered_the_way_there(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "Go on."), answer(2, "", Status.STREAMING))
    shown.area.clearFocus()
    shown.view.go_to(1)
    assert shown.view._jump.isHidden(), "all of it can be seen"
    shown.stream(2, "More.\n\n" * 100)
    assert not shown.at_end
    assert not shown.view._jump.isHidden()


def test_another_theme_keeps_what_has_arrived(qtbot: QtBot) -> None:
    shown = writing(qtbot, "First paragraph.\n\nSecond")
    shown.view.set_theme(DARK)
    shown.stream(2, " more.")
    assert shown.rows(1) == ["First paragraph.", "Second more."]


def test_sending_everything_again_keeps_showing_the_answer(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a"), answer(2, "b"), mine(3, "c"), answer(4, "", Status.STREAMING))
    shown.view.left_out.show(3, None)
    shown.stream(4, "one ")
    shown.view.append_text(4, "two ")
    shown.view.left_out.show(None, None)  # there is a note less above it now
    shown.stream(4, "three")
    assert shown.rows(3) == ["one two three"]


def test_what_was_finished_out_of_sight_is_there_after_a_resize(qtbot: QtBot) -> None:
    talk = [mine(n, "word " * 300) if n % 2 else answer(n, "word " * 300) for n in range(1, 31)]
    shown = Shown(qtbot, *talk)
    shown.area.verticalScrollBar().setValue(0)
    shown.view.append_message(answer(31, "", Status.STREAMING))
    shown.stream(31, "The answer.")
    shown.view.update_message(answer(31, "The answer."))
    shown.view.resize(700, 700)
    shown.settle()
    assert shown.rows(30) == ["The answer."]


def test_who_still_holds_a_message_of_before_is_told_that_it_is_gone(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "a"), answer(2, "b"))
    page = QAccessible.queryAccessibleInterface(shown.area)
    held = page.child(page.childCount() - 1)
    assert held is not None
    assert held.isValid()
    shown.view.show_messages([mine(1, "a")])
    assert (held.isValid(), held.rect().isNull(), bool(held.state().invalid)) == (False, True, True)


def test_control_characters_of_ones_own_message_are_not_shown_but_copied(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "be\x07ll \x1b[1mbold"))
    assert shown.rows(0) == ["bell [1mbold"]
    shown.view.copy_message(1)
    assert shown.clipboard() == "be\x07ll \x1b[1mbold"


TABLE = ("| a | b |", "|---|---|", "| 1 | 2 |", "")


def indented(margin: str) -> str:
    return "\n".join(margin + line for line in TABLE)


@pytest.mark.parametrize(
    "parts",
    [
        ("- x\n- " + indented("  ").strip(), "\n\n- y\n"),
        ("- x\n- ```\n  code\n  ```", "\n\n- y\n"),
        (
            f"![one][p] and ![two][p]\n\n{indented('> ')}\n\n- z\n\n{indented('  ')}\n\nEnd.",
            "\n\n[p]: https://a.example\n\n",
        ),
    ],
    ids=["a table in a list that comes to gaps", "code in one", "tables that are alike, in a quote and in a list"],
)
def test_what_is_kept_stands_where_it_would_if_it_were_made_anew(parts: tuple[str, ...], qtbot: QtBot) -> None:
    grown = Shown(qtbot, mine(1, "Go on."), answer(2, "", Status.STREAMING))
    for part in parts:
        grown.stream(2, part)
    anew = Shown(qtbot, mine(1, "Go on."), answer(2, "".join(parts), Status.STREAMING))
    places = [
        [(row.text(), row.indent, row.gap, row.leaf) for row in shown.area.built_item(1).rows]
        for shown in (grown, anew)
    ]
    assert places[0] == places[1]


@pytest.mark.parametrize(
    "text", ["Words that never end. " * 1_500, "```text\n" + "letters and no end of line " * 1_500]
)
def test_what_is_very_long_keeps_the_parts_it_is_shown_in(text: str, qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "Go on."), answer(2, "", Status.STREAMING))
    shown.stream(2, text[:20_000])
    shown.stream(2, text[20_000:30_000])
    before = shown.area.built_item(1).rows
    assert len(before) > 5
    shown.stream(2, text[30_000:])
    assert shown.area.built_item(1).rows[: len(before) - 1] == before[:-1], "made once, and laid out once"
    anew = Shown(qtbot, mine(1, "Go on."), answer(2, text, Status.STREAMING))
    qtbot.waitUntil(lambda: not anew.area.flow.item(1).unread)
    assert shown.rows(1) == anew.rows(1)
