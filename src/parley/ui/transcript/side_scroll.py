"""Scrolling sideways within a row that is wider than the page, and the bar that shows it and can be dragged."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

_THICK: Final = 4
_SHORTEST: Final = 36.0
_REACH: Final = 5  # pixels over and under the bar that belong to it: it is thin to look at, not to hit


class SideScroll:
    """All in pixels of the row. `offset` is what stands out of sight on the left."""

    __slots__ = ("_left", "_more", "_room", "_top", "offset")

    def __init__(self) -> None:
        self.offset = 0.0
        self._left = self._top = self._room = self._more = 0.0

    def fit(self, *, left: float, top: float, room: float, more: float) -> None:
        """The bar lies at `top`, from `left` on, `room` wide; `more` is what does not fit into that."""
        self._left, self._top, self._room, self._more = left, top, room, max(0.0, more)
        self.offset = min(self.offset, self._more)

    @property
    def needed(self) -> bool:
        return self._more > 0

    def by(self, pixels: float) -> bool:
        """Scroll so far; False when there is nothing to scroll."""
        self.offset = min(max(0.0, self.offset + pixels), self._more)
        return self.needed

    def reveal(self, x: float, room: float) -> None:
        """Scroll as little as it takes to see what stands at `x` now; `room` is left around it."""
        if x < self._left + room:
            self.by(x - self._left - room)
        elif x > self._left + self._room - room:
            self.by(x - self._left - self._room + room)

    def holds(self, point: QPointF) -> bool:
        """Whether a press at `point` takes the bar."""
        reach = QRectF(self._left, self._top, self._room, _THICK).adjusted(0, -_REACH, 0, _REACH)
        return self.needed and reach.contains(point)

    def grab(self, x: float) -> float:
        """Take the handle at `x`, or bring its middle there; returns where in the handle that is, for `drag`."""
        handle = self._handle()
        if not handle.left() <= x <= handle.right():
            self.drag(x, handle.width() / 2)
            handle = self._handle()
        return x - handle.left()

    def drag(self, x: float, grabbed: float) -> None:
        """Move the handle, which is held at `grabbed`, along to `x`."""
        free = self._room - self._handle().width()
        if free > 0:
            self.offset = min(max(0.0, (x - grabbed - self._left) / free), 1.0) * self._more

    def paint(self, painter: QPainter, colour: str) -> None:
        if self.needed:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(self._handle(), _THICK / 2, _THICK / 2)

    def _handle(self) -> QRectF:
        length = min(self._room, max(_SHORTEST, self._room * self._room / (self._room + self._more)))
        place = self.offset / self._more if self._more else 0.0
        return QRectF(self._left + (self._room - length) * place, self._top, length, _THICK)
