"""What is shown has the letters that were written: the bundled fonts would put signs of their own in their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextLayout
from tests.ui.transcript.shown import Shown, answer

from parley import paths
from parley.markup.blocks import Mark
from parley.ui.theme import LIGHT, load_fonts, mono_font
from parley.ui.transcript.code_row import CodeRow
from parley.ui.transcript.documents import body_style, char_format
from parley.ui.transcript.text_row import TextRow

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from pytestqt.qtbot import QtBot

SIGNS = "0x10 -> <!-- --> => != !== >= <= |> a::b ++ ## www */"


def glyphs(layout: QTextLayout) -> list[int]:
    return [index for run in layout.glyphRuns(0, len(SIGNS)) for index in run.glyphIndexes()]


def each_alone(font: QFont) -> list[int]:
    found = []
    for letter in SIGNS:
        layout = QTextLayout(letter, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        found += glyphs(layout)
    return found


@pytest.mark.parametrize("marks", [Mark.PLAIN, Mark.BOLD, Mark.CODE])
def test_words_and_code_within_them_are_shown_letter_for_letter(qtbot: QtBot, marks: int) -> None:
    load_fonts(paths.resources() / "fonts")
    mark = {Mark.PLAIN: "", Mark.BOLD: "**", Mark.CODE: "`"}[marks]
    words = SIGNS if marks == Mark.CODE else SIGNS.replace("<", "\\<").replace("*/", "\\*/")
    shown = Shown(qtbot, answer(1, mark + words + mark))
    row = shown.area.built_item(0).rows[0]
    assert isinstance(row, TextRow)
    assert row._box is not None
    assert row.text() == SIGNS
    assert glyphs(row._box._layout) == each_alone(char_format(body_style(LIGHT), marks, False).font())


def test_code_is_shown_letter_for_letter(qtbot: QtBot) -> None:
    load_fonts(paths.resources() / "fonts")
    shown = Shown(qtbot, answer(1, f"```js\n{SIGNS}\n```"))
    row = shown.area.built_item(0).rows[0]
    assert isinstance(row, CodeRow)
    assert glyphs(row._made().firstBlock().layout()) == each_alone(mono_font(LIGHT))


def test_letters_that_change_with_their_neighbours_do() -> None:
    """Scripts that are not in the bundled fonts need what makes arrows of ours."""
    plain = char_format(body_style(LIGHT), Mark.PLAIN, False).font()
    assert plain.featureTags()
    assert not char_format(body_style(LIGHT), Mark.PLAIN, False, True).font().featureTags()
