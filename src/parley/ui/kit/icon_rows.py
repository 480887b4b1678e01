"""Rows of a list with an icon before their words, and headings between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from parley.ui.icons import icon
from parley.ui.theme import CONTROL_HEIGHT, ICON_SIZE, RADIUS, SMALL, small_font

if TYPE_CHECKING:
    from parley.ui.theme import Theme

ICON_ROLE = Qt.ItemDataRole.UserRole + 1  # the name of the icon; a row without one is a heading


class IconRowDelegate(QStyledItemDelegate):
    """Paints them in the colours of `theme`, which its list sets."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(CONTROL_HEIGHT, option.fontMetrics.height()) + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.data(ICON_ROLE) is None:
            _paint_heading(painter, self.theme, option, index)
        else:
            _paint_surface(painter, self.theme, option)
            _paint_words(painter, self.theme, option, index)
        painter.restore()


def _paint_surface(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
    focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
    painter.setPen(QPen(QColor(theme.focus), 2) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if selected or hovered:
        painter.setBrush(QColor(theme.pressed if selected else theme.hover))
    painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)


def _paint_words(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> None:
    area: QRect = option.rect.adjusted(SMALL + 2, 0, -SMALL, 0)
    at_right = option.direction == Qt.LayoutDirection.RightToLeft
    left = area.right() - ICON_SIZE if at_right else area.left()
    place = QRect(left, area.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE)
    icon(index.data(ICON_ROLE), theme.quiet).paint(painter, place)
    used = ICON_SIZE + SMALL + 2
    words = area.adjusted(0, 0, -used, 0) if at_right else area.adjusted(used, 0, 0, 0)
    painter.setPen(QColor(theme.text))
    _draw(painter, words, str(index.data()), option)


def _paint_heading(
    painter: QPainter, theme: Theme, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> None:
    font = small_font(theme)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(theme.quiet))
    _draw(painter, option.rect.adjusted(SMALL + 2, SMALL, -SMALL, 0), str(index.data()), option)


def _draw(painter: QPainter, room: QRect, text: str, option: QStyleOptionViewItem) -> None:
    at_right = option.direction == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(flags), shown)
