"""Mathematics on a line of its own: set when there is time for it; until then its source, in the middle as well."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor

from parley.markup.blocks import Mark, Math, Span
from parley.ui import theme as look

from .documents import source_style, utf16
from .rows import Range, Row
from .side_scroll import SideScroll
from .text_box import TextBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from parley.markup.leaves import Leaf

    from .formula import Formula
    from .page import Page


_SMALLEST: Final = 0.8  # of the usual size, to fit onto the page: a formula that is wider still is scrolled


class FormulaRow(Row):
    """Selected and copied as a whole. Wider than the page it is set smaller, or scrolls sideways by itself."""

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
        self._side = SideScroll()

    @property
    def side(self) -> SideScroll:
        return self._side

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
            scale = self._scale(width)
            more = max(0, ceil(self._formula.width * scale - width))
            height = ceil(self._formula.height * scale) + look.SMALL + (look.MEDIUM if more else 0)
            self._side.fit(left=0, top=height - 6, room=width, more=more)
            return height
        self._box = TextBox((Span(self._source, Mark.MATH),), source_style(theme))
        return self._box.lay_out(width) + look.SMALL

    def _scale(self, width: int) -> float:
        return 1.0 if self._formula is None else min(1.0, max(_SMALLEST, width / max(1.0, self._formula.width)))

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        for found in ranges:
            painter.fillRect(QRectF(0, 0, self._width, self.height), QColor(found.colour))
        if self._formula is None:
            if self._box is not None:
                corner = QPointF((self._width - self._box.natural_width) / 2, look.TINY)
                self._box.paint(painter, clip, (), corner)
            return
        scale = self._scale(self._width)
        x = max(0.0, (self._width - self._formula.width * scale) / 2) - self._side.offset
        painter.save()
        if self._side.needed:
            painter.setClipRect(QRectF(0, 0, self._width, self.height), Qt.ClipOperation.IntersectClip)
        painter.translate(x, look.TINY)
        painter.scale(scale, scale)
        self._formula.paint(painter, QPointF(0, self._formula.ascent))
        painter.restore()
        self._side.paint(painter, self._page.theme.outline)

    def place_at(self, point: QPointF) -> int:
        return 0 if point.x() < self._width / 2 else self.length

    def text(self) -> str:
        return self._source

    def cut(self, _start: int, _end: int) -> Leaf:
        return replace(self.leaf)
