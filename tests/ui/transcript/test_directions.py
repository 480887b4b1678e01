"""What the person wrote runs as it did in the field they wrote it in: each line in its own direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.ui.transcript.shown import Shown, mine

from parley.ui.transcript.selection import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

MIXED = "A long English line is first\nand a second\n\nשלום עולם\n123\n\nEnglish"


def test_lines_of_a_message_run_in_their_own_direction(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, MIXED))
    rows = shown.area.built_item(0).rows
    assert [row.rtl for row in rows] == [False, True, False]
    assert "\n".join(row.text() for row in rows) == MIXED
    card = shown.area.flow.item(0).card(shown.area.column_left())
    first_letter = shown.area.rect_of(Place(0, 1, 0))
    assert abs(card.right() - first_letter.right()) < 24  # at the right edge of the card
    assert abs(shown.area.rect_of(Place(0, 0, 0)).left() - card.left()) < 24


def test_a_message_of_mixed_directions_is_copied_and_found_as_it_was_written(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, MIXED))
    shown.select((0, 0, 2), (0, 2, 7))
    assert shown.copied()[0] == MIXED[2:]
    assert shown.view.find_text("English") == 2
    assert shown.area.selection is not None
    shown.view._finder.step(1)
    assert shown.area.selection.start[:2] == (0, 2)


def test_a_message_in_one_direction_is_one_row(qtbot: QtBot) -> None:
    shown = Shown(qtbot, mine(1, "naïve\n123\n\nline"), mine(2, "שלום\n123\nעולם"))
    assert [len(shown.area.built_item(number).rows) for number in (0, 1)] == [1, 1]
