"""Paragraphs and headings."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from parley.markup.blocks import Heading, Paragraph
from parley.markup.plain import spans_text

from .links import linked_text
from .rows import Range, Row
from .text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QPainter

    from parley.markup.blocks import Span
    from parley.markup.leaves import Leaf

    from .documents import Style
    from .formula import Formula


class TextRow(Row):
    """One paragraph, laid out when it comes near the window."""

    def __init__(self, leaf: Leaf, style: Style, formulas: Callable[[Span], Formula | None] | None = None) -> None:
        super().__init__()
        assert isinstance(leaf.block, Paragraph | Heading)  # noqa: S101 - row_factory has chosen by type
        self.leaf: Leaf = leaf
        self._spans = leaf.block.spans
        self._level = leaf.block.level if isinstance(leaf.block, Heading) else 0
        self._style = style
        self.has_formulas = formulas is not None
        self._formulas = formulas
        self._room = inf  # pixels: a formula that is wider is shown as its source, which can be broken
        self._left_out = False  # whether one is
        self._box: TextBox | None = None
        self.natural_width = 0
        self.rtl = is_right_to_left(spans_text(self._spans))

    @property
    def length(self) -> int:  # type: ignore[override]  # worked out when asked for, where the base has a value
        return self._made().length

    def estimate(self, width: int) -> None:
        size = self._style.size
        letters = max(1, int(width / (size * 0.5)))
        lines = 1 + sum(len(span.text) // letters + span.text.count("\n") for span in self._spans)
        self.height = ceil(lines * size * self._style.line_height)

    def lay_out(self, width: int) -> int:
        if self._made().formula_width > width or (self._left_out and width != self._room):
            self._box = None
        self._room = width
        box = self._made()
        height = box.lay_out(width)
        self.natural_width = box.natural_width
        return height

    def _fitting(self, span: Span) -> Formula | None:
        """The formula, if there is one that is not wider than the page."""
        found = None if self._formulas is None else self._formulas(span)
        if found is None or found.width <= self._room:
            return found
        self._left_out = True
        return None

    def shrink(self, room: int) -> None:
        """Make the row no wider than the text in its card, so that text from right to left begins at its edge."""
        if self.rtl and self._box is not None and room < self._width:
            self._box.lay_out(room + 1)

    def _made(self) -> TextBox:
        if self._box is None:
            self._left_out = False
            find = None if self._formulas is None else self._fitting
            self._box = TextBox(self._spans, self._style, right_to_left=self.rtl, formulas=find)
        return self._box

    def forget(self) -> None:
        super().forget()
        self._box = None

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        self._made().paint(painter, clip, ranges)

    def place_at(self, point: QPointF) -> int:
        return self._made().place_at(point)

    def link_at(self, point: QPointF) -> str:
        span = self._made().span_at(point)
        return "" if span is None else span.link

    def link_text(self, point: QPointF) -> str:
        box = self._made()
        span = box.span_at(point)
        return "" if span is None else linked_text([piece.span for piece in box.pieces], span)

    def rect_of(self, place: int) -> QRectF:
        return self._made().rect_of(place)

    def vertical(self, place: int, x: float, step: int) -> int | None:
        return self._made().vertical(place, x, step)

    def text(self) -> str:
        return self._made().text.replace("\u2028", "\n")

    def cut(self, start: int, end: int) -> Leaf:
        if start <= 0 and end >= self.length:
            return self.leaf
        spans = self._made().cut(start, end)
        block = Heading(self._level, spans) if start <= 0 and self._level else Paragraph(spans)
        return replace(self.leaf, block=block, marker=self.leaf.marker if start <= 0 else "")


def natural_width(rows: Sequence[Row]) -> int:
    """What the widest of `rows` needs."""
    return max((getattr(row, "natural_width", 0) for row in rows), default=0)


def fit_card(rows: Sequence[Row]) -> None:
    """Bring text from right to left to the edge of the card that `rows` stand in."""
    room = natural_width(rows)
    for row in rows:
        if isinstance(row, TextRow):
            row.shrink(room)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    return text_direction(text) is Qt.LayoutDirection.RightToLeft


def text_direction(text: str) -> Qt.LayoutDirection:
    found = own_direction(text)
    return Qt.LayoutDirection.LeftToRight if found is None else found


def own_direction(text: str) -> Qt.LayoutDirection | None:
    """Where the first letter that has a direction runs; None: none has any."""
    import unicodedata

    for letter in text[:512]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return None
