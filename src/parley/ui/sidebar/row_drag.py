"""Dragging conversations onto a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QPainter, QPen, QPixmap

from parley.ui.theme import MEDIUM, RADIUS, SMALL, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from parley.ui.theme import Theme

MIME = "application/x-parley-conversations"  # ids, comma-separated
_WIDEST = 220  # pixels of what hangs on the pointer


def conversations_mime(ids: Sequence[int]) -> QMimeData:
    data = QMimeData()
    data.setData(MIME, ",".join(str(ident) for ident in ids).encode("ascii"))
    return data


def ids_in(data: QMimeData) -> list[int]:
    """The conversations that are dragged; none when it is something else."""
    if not data.hasFormat(MIME):
        return []
    text = bytes(data.data(MIME).data()).decode("ascii", "ignore")
    return [int(part) for part in text.split(",") if part.isdecimal()]


def make_drag(source: QWidget, ids: Sequence[int], words: str, theme: Theme) -> QDrag:
    drag = QDrag(source)
    drag.setMimeData(conversations_mime(ids))
    drag.setPixmap(_label(words, theme, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(-SMALL, -SMALL))
    return drag


def _label(words: str, theme: Theme, ratio: float) -> QPixmap:
    """A small card with the title, or how many they are."""
    font = small_font(theme)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDEST)
    room = QRect(0, 0, metrics.horizontalAdvance(shown) + 2 * MEDIUM, metrics.height() + 2 * SMALL)
    picture = QPixmap(room.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(theme.raised))
    painter.setPen(QPen(QColor(theme.outline), 1))
    painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.end()
    return picture
