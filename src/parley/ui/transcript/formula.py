"""A formula that has been set, as a picture that stands in a line of text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextCharFormat
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

PLACEHOLDER = "x"  # a letter that is not painted: its spacing makes the room


class Formula:
    """`ascent` and `descent` are what it needs over and under the base line, in pixels."""

    def __init__(self, svg: str, width: float, ascent: float, descent: float) -> None:
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self._renderer = QSvgRenderer(QByteArray(svg.encode()))

    @property
    def height(self) -> float:
        return self.ascent + self.descent

    def room(self, usual: QTextCharFormat) -> QTextCharFormat:
        """The format of the placeholder letter that keeps the room free."""
        made = QTextCharFormat(usual)
        font = QFont(usual.font())
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.width - _letter_width(font.key()))
        made.setFont(font)
        made.setForeground(Qt.GlobalColor.transparent)
        made.clearBackground()
        return made

    def paint(self, painter: QPainter, base: QPointF) -> None:
        """Paint with its base line beginning at `base`."""
        self._renderer.render(painter, QRectF(base.x(), base.y() - self.ascent, self.width, self.height))


@lru_cache(maxsize=32)
def _letter_width(key: str) -> float:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font).horizontalAdvance(PLACEHOLDER)
