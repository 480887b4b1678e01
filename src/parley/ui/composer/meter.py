"""How full the context window is: a small ring beside the estimate, quiet until half of it is used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from parley.ui.kit.buttons import Button
from parley.ui.kit.labels import plain_tip
from parley.ui.kit.themed import set_look
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from parley.ui.theme import Theme

_RING = 16  # pixels
_PEN = 2.5


class Level(StrEnum):
    """How much attention it deserves: nothing under half, amber near the end, red beyond."""

    QUIET = "quiet"
    HALF = "half"
    NEAR = "near"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Fullness:
    """`percent` of the window is used; None: nobody knows how large it is.

    `text` stands beside the ring, `label` names it all in short, `words` say it in a sentence.
    """

    percent: int | None
    level: Level
    label: str
    words: str
    text: str = ""


class ContextMeter(Button):
    """A ring with a number. Pressing it offers what can be done about a full window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, look="meter")
        self._theme = LIGHT
        self._fullness = Fullness(0, Level.QUIET, "", "")
        self.setIconSize(QSize(_RING, _RING))

    def set_fullness(self, fullness: Fullness) -> None:
        self._fullness = fullness
        self.setText(fullness.text)
        self.setAccessibleName(fullness.label)
        self.setAccessibleDescription(fullness.words)
        self.setToolTip(plain_tip(fullness.words))
        tone = {Level.NEAR: "meter-near", Level.OVER: "meter-over"}.get(fullness.level, "meter")
        if self.property("look") != tone:
            set_look(self, tone)
        self._paint_ring()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._paint_ring()

    def _paint_ring(self) -> None:
        theme, ratio = self._theme, self.devicePixelRatioF()
        colours = {Level.NEAR: theme.warning, Level.OVER: theme.danger}
        made = QPixmap(round(_RING * ratio), round(_RING * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(_PEN / 2 + 0.5, _PEN / 2 + 0.5, _RING - _PEN - 1, _RING - _PEN - 1)
        painter.setPen(QPen(QColor(theme.pressed), _PEN))
        painter.drawEllipse(room)
        if self._fullness.percent is not None:
            self._paint_used(painter, room, self._fullness.percent, colours)
        painter.end()
        self.setIcon(QIcon(made))

    def _paint_used(self, painter: QPainter, room: QRectF, percent: int, colours: Mapping[Level, str]) -> None:
        pen = QPen(QColor(colours.get(self._fullness.level, self._theme.outline)), _PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        turn = -round(min(percent, 100) * 3.6 * 16)  # sixteenths of a degree, clockwise
        painter.drawArc(room, 90 * 16, min(turn, -16))
