"""A letter that is looked for is found thousands of times, in the window alone. `bench/finding.py` holds the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from tests.ui.transcript.shown import Shown, answer

from parley.markup.blocks import Mark, Span
from parley.ui.theme import LIGHT
from parley.ui.transcript.documents import body_style
from parley.ui.transcript.hits import Needle
from parley.ui.transcript.rows import Range
from parley.ui.transcript.table_row import TableRow
from parley.ui.transcript.text_box import TextBox, _selected

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

WIDTH, HEIGHT = 500, 700
WORDS = (
    Span("Some letters here, these are "),
    Span("heavier", Mark.BOLD),
    Span(", these are "),
    Span("code here", Mark.CODE),
    Span(" and these run سلام ee עברית e the other way. 😀e "),
)


def boxed(spans: tuple[Span, ...]) -> tuple[TextBox, list[Range]]:
    box = TextBox(spans, body_style(LIGHT))
    box.lay_out(WIDTH)
    return box, [Range(start, end, "#50804000") for start, end in Needle("e").find(box.text)]


def painted(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("every", [1, 30])
@pytest.mark.parametrize("top", [0.0, -31.0, -333.0])
def test_many_hits_look_as_if_all_were_painted_at_once(top: float, every: int) -> None:
    box, all_hits = boxed(WORDS * 60)
    hits = all_hits[::every]  # in every line, or in some of them
    clip, corner = QRectF(0, 20, WIDTH, 500), QPointF(0, top)
    whole = painted(lambda painter: box._layout.draw(painter, corner, [_selected(hit) for hit in hits], clip))
    inside = clip.toRect().adjusted(0, 0, 0, -1)
    by_line = painted(lambda painter: box.paint(painter, clip, hits, corner))
    assert by_line.copy(inside) == whole.copy(inside)


def test_a_place_in_a_long_table_is_found_without_looking_at_all_of_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = Shown(qtbot, answer(2, "| head | here |\n|---|---|\n" + "| some | *cell* text |\n" * 400))
    qtbot.waitUntil(lambda: not shown.area.flow.item(0).unread)
    table = shown.area.built_item(0).rows[0]
    assert isinstance(table, TableRow)
    looked_at = 0
    placed = TableRow._placed

    def counted(*which: object) -> Iterator[object]:
        nonlocal looked_at
        for each in placed(*which):  # type: ignore[arg-type]
            looked_at += 1
            yield each

    monkeypatch.setattr(TableRow, "_placed", counted)
    places = range(0, table.length + 1, 97)
    for place in places:
        rect = table.rect_of(place)
        assert table.place_at(QPointF(rect.x() + 0.5, rect.center().y())) == place
    assert looked_at <= 4 * len(places)
