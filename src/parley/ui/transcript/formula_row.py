"""Mathematics on a line of its own: set when there is time for it; until then its source, in the middle as well."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from parley.markup.blocks import Mark, Math, Span
from parley.ui import theme as look

from .documents import source_style, utf16
from .rows import Range, Row
from .text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from parley.markup.leaves import Leaf

    from .formula import Formula
    from .page import Page


class FormulaRow(Row):
    """Selected and copied as a whole."""

    has_formulas = True

    def __init__(self, leaf: Leaf, page: Page) -> None:
        super().__init__()
        assert isinstance(leaf.block, Math)  # noqa: S101 - row_factory has chosen by type
        self.leaf: Leaf = leaf
        self._source = leaf.block.source
        self._open = leaf.block.open
        self._page = page
        self._formula: Formula | None = None
        self._box: TextBox | None = None

    @property
    def length(self) -> int:  # type: ignore[override]  # worked out when asked for, where the base has a value
        return utf16(self._source)

    def estimate(self, _width: int) -> None:
        self.height = self._page.theme.body_size * 3

    def lay_out(self, width: int) -> int:
        theme = self._page.theme
        if not self._open:  # half of it would be set for nothing, and again with every word
            self._formula = self._page.formulas.find(self._source, theme.body_size, theme.text, display=True)
        if self._formula is not None:
            return ceil(self._formula.height * self._scale(width)) + look.SMALL
        self._box = TextBox((Span(self._source, Mark.MATH),), source_style(theme))
        return self._box.lay_out(width) + look.SMALL

    def _scale(self, width: int) -> float:
        return 1.0 if self._formula is None else min(1.0, width / max(1.0, self._formula.width))

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        for found in ranges:
            painter.fillRect(QRectF(0, 0, self._width, self.height), QColor(found.colour))
        if self._formula is None:
            if self._box is not None:
                corner = QPointF((self._width - self._box.natural_width) / 2, look.TINY)
                self._box.paint(painter, clip, (), corner)
            return
        scale = self._scale(self._width)
        x = (self._width - self._formula.width * scale) / 2
        painter.save()
        painter.translate(x, look.TINY)
        painter.scale(scale, scale)
        self._formula.paint(painter, QPointF(0, self._formula.ascent))
        painter.restore()

    def place_at(self, point: QPointF) -> int:
        return 0 if point.x() < self._width / 2 else self.length

    def text(self) -> str:
        return self._source

    def cut(self, _start: int, _end: int) -> Leaf:
        return replace(self.leaf)
