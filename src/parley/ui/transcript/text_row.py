"""Paragraphs and headings."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt

from parley.markup.blocks import Heading, Paragraph
from parley.markup.leaves import Leaf
from parley.markup.plain import spans_text
from parley.ui import theme as look

from .documents import Style, cut, text_document, utf16
from .rows import Range, Row, draw_document, place_in, rect_in, vertical_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainter, QTextDocument

    from .documents import Piece


class TextRow(Row):
    """One paragraph, laid out when it comes near the window."""

    def __init__(self, leaf: Leaf, style: Style) -> None:
        super().__init__()
        assert isinstance(leaf.block, Paragraph | Heading)  # noqa: S101 - row_factory has chosen by type
        self.leaf: Leaf = leaf
        self._spans = leaf.block.spans
        self._style = style
        self._document: QTextDocument | None = None
        self._pieces: list[Piece] = []
        self._text: str | None = None
        self.natural_width = 0
        self.rtl = is_right_to_left(spans_text(self._spans))

    @property
    def length(self) -> int:  # type: ignore[override]
        return utf16(self.text())

    def estimate(self, width: int) -> None:
        size = self._style.size
        letters = max(1, int(width / (size * 0.47)))
        lines = 1 + sum(len(span.text) for span in self._spans) // letters
        lines += sum(span.text.count("\n") for span in self._spans)
        self.height = ceil(lines * size * 1.21 * self._style.line_height)

    def lay_out(self, width: int) -> int:
        document = self._made()
        document.setTextWidth(width)
        self.natural_width = ceil(document.idealWidth())
        return ceil(document.size().height())

    def shrink(self) -> None:
        """Make the row no wider than its text."""
        if self._document is not None and self.natural_width < self._width:
            self._document.setTextWidth(self.natural_width)

    def _made(self) -> QTextDocument:
        if self._document is None:
            self._document, self._pieces = text_document(self._spans, self._style)
        return self._document

    def forget(self) -> None:
        super().forget()
        self._document = None
        self._pieces = []

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        draw_document(painter, self._made(), self._style.theme, clip, ranges)

    def place_at(self, point: QPointF) -> int:
        return place_in(self._made(), point)

    def link_at(self, point: QPointF) -> str:
        return self._made().documentLayout().anchorAt(point)

    def link_text(self, address: str) -> str:
        return "".join(span.text for span in self._spans if span.link == address)

    def rect_of(self, place: int) -> QRectF:
        return rect_in(self._made(), place)

    def vertical(self, place: int, x: float, step: int) -> int | None:
        return vertical_in(self._made(), place, x, step)

    def text(self) -> str:
        if self._text is None:
            made = self._made().toRawText()
            self._text = made.replace("\u2028", "\n")
        return self._text

    def cut(self, start: int, end: int) -> Leaf:
        self._made()
        spans = cut(self._pieces, start, end)
        whole = start <= 0 and end >= self.length
        if whole:
            return self.leaf
        block = replace(self.leaf.block, spans=spans) if start <= 0 else Paragraph(spans)
        return replace(self.leaf, block=block, marker=self.leaf.marker if start <= 0 else "")


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    if text.isascii():
        return False
    return text_direction(text) is Qt.LayoutDirection.RightToLeft


def text_direction(text: str) -> Qt.LayoutDirection:
    import unicodedata  # noqa: PLC0415 - only for text that is not ASCII

    for letter in text[:512]:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


def paragraph_gap() -> int:
    return look.MEDIUM
