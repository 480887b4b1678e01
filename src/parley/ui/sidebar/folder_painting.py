"""Painting a folder and the heading over the folders, in a list that has any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPen

from parley.ui.icons import icon
from parley.ui.kit.labels import is_mirrored, reading_side
from parley.ui.theme import ICON_SIZE, MEDIUM, RADIUS, SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from parley.ui.theme import Theme

_CHEVRON = 14  # pixels


def paint_folder(painter: QPainter, room: QRect, name: str, font: QFont, theme: Theme) -> None:
    """An icon and the name, within what the row's surface leaves."""
    place = QRect(0, 0, ICON_SIZE, ICON_SIZE)
    place.moveCenter(room.center())
    if is_mirrored():
        place.moveRight(room.right())
        words = room.adjusted(0, 0, -ICON_SIZE - SMALL, 0)
    else:
        place.moveLeft(room.left())
        words = room.adjusted(ICON_SIZE + SMALL, 0, 0, 0)
    icon("folder", theme.quiet).paint(painter, place)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as the name itself runs
    shown = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(reading_side() | Qt.AlignmentFlag.AlignVCenter), shown)


def paint_drop_target(painter: QPainter, area: QRect, theme: Theme) -> None:
    """The folder that would take what is being dragged."""
    painter.setBrush(QColor(theme.tint))
    painter.setPen(QPen(QColor(theme.accent), 2))
    painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def paint_folders_heading(painter: QPainter, area: QRect, words: str, font: QFont, theme: Theme, folded: bool) -> None:
    """The word, and an arrow after it that says whether they are shown."""
    painter.setFont(font)
    painter.setPen(QColor(theme.quiet))
    room = area.adjusted(MEDIUM, 0, -MEDIUM, -TINY)
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - _CHEVRON)
    painter.drawText(room, int(reading_side() | Qt.AlignmentFlag.AlignBottom), shown)
    width = metrics.horizontalAdvance(shown)
    arrow = QRect(0, 0, _CHEVRON, _CHEVRON)
    arrow.moveBottom(room.bottom() - (metrics.height() - _CHEVRON) // 2)
    if is_mirrored():
        arrow.moveRight(room.right() - width - TINY)
    else:
        arrow.moveLeft(room.left() + width + TINY)
    closed = "chevron-left" if is_mirrored() else "chevron-right"
    icon(closed if folded else "chevron-down", theme.quiet).paint(painter, arrow)
