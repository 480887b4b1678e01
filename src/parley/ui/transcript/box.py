"""The box around code: a high one would take longer to round and to stroke than the text in it takes to paint."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from parley.ui import theme as look

if TYPE_CHECKING:
    from parley.ui.theme import Theme

_CORNER: Final = look.RADIUS + 1  # pixels of a side: all that is round, with the edge


def paint_box(painter: QPainter, theme: Theme, room: QRect, top: float, bottom: float) -> None:
    """Paint what stands between the heights `top` and `bottom` of the rounded box that fills `room`."""
    scale = painter.device().devicePixelRatioF()
    in_one = painter.opacity() < 1  # parts that lie on top of each other would shine through
    if in_one or scale != int(scale) or min(room.width(), room.height()) < 2 * _CORNER:
        _round_off(painter, theme, QRectF(room))
        return
    upper, lower = room.top() + _CORNER, room.bottom() + 1 - _CORNER
    tile = _tile(theme, scale)
    if top < upper:
        _paint_end(painter, theme, tile, QRect(room.left(), room.top(), room.width(), _CORNER), at_top=True)
    if bottom > lower:
        _paint_end(painter, theme, tile, QRect(room.left(), lower, room.width(), _CORNER), at_top=False)
    first = max(upper, int(top))
    middle = QRect(room.left(), first, room.width(), min(lower, int(bottom) + 1) - first)
    if middle.height() > 0:
        painter.fillRect(middle, QColor(theme.border))
        painter.fillRect(middle.adjusted(1, 0, -1, 0), QColor(theme.code))


def _paint_end(painter: QPainter, theme: Theme, tile: QPixmap, room: QRect, *, at_top: bool) -> None:
    """The upper or lower end of a box: two corners of `tile`, and what lies straight between them."""
    size = _CORNER * tile.devicePixelRatio()
    for x, source in ((room.left(), 0.0), (room.right() + 1 - _CORNER, size)):
        corner = QRectF(source, 0.0 if at_top else size, size, size)
        painter.drawPixmap(QRectF(x, room.top(), _CORNER, _CORNER), tile, corner)
    between = room.adjusted(_CORNER, 0, -_CORNER, 0)
    painter.fillRect(between, QColor(theme.border))
    painter.fillRect(between.adjusted(0, int(at_top), 0, -int(not at_top)), QColor(theme.code))


@lru_cache(maxsize=4)
def _tile(theme: Theme, scale: float) -> QPixmap:
    """The smallest box there is: four corners."""
    side = 2 * _CORNER
    made = QPixmap(int(side * scale), int(side * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _round_off(painter, theme, QRectF(0, 0, side, side))
    painter.end()
    return made


def _round_off(painter: QPainter, theme: Theme, room: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.border))
    painter.setBrush(QColor(theme.code))
    painter.drawRoundedRect(room.adjusted(0.5, 0.5, -0.5, -0.5), look.RADIUS, look.RADIUS)
