"""The list of pages at the side of a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from parley.ui.icons import icon
from parley.ui.kit.themed import Themed
from parley.ui.theme import CONTROL_HEIGHT, ICON_SIZE, RADIUS, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme

_ICON_ROLE = Qt.ItemDataRole.UserRole + 1


class _NavDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), CONTROL_HEIGHT + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if self.theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_surface(painter, self.theme, option)
        self._paint_words(painter, self.theme, option, index)
        painter.restore()

    @staticmethod
    def _paint_surface(painter: QPainter, theme: Theme, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = selected and bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(theme.focus), 2) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if selected or hovered:
            painter.setBrush(QColor(theme.pressed if selected else theme.hover))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), RADIUS - 2, RADIUS - 2)

    @staticmethod
    def _paint_words(
        painter: QPainter, theme: Theme, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect.adjusted(SMALL + 2, 0, -SMALL, 0)
        at_right = option.direction == Qt.LayoutDirection.RightToLeft
        left = area.right() - ICON_SIZE if at_right else area.left()
        place = QRect(left, area.center().y() - ICON_SIZE // 2 + 1, ICON_SIZE, ICON_SIZE)
        icon(index.data(_ICON_ROLE), theme.quiet).paint(painter, place)
        used = ICON_SIZE + SMALL + 2
        words = area.adjusted(0, 0, -used, 0) if at_right else area.adjusted(used, 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(theme.text))
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(flags), text)


class NavList(QListWidget, Themed):
    """One row for each page, with an icon. `currentRowChanged` says which one is wanted."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = _NavDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)

    def fitting_width(self) -> int:
        """The width in pixels at which every page's name can be read in full."""
        names = [self.item(row).text() for row in range(self.count())]
        longest = max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        return longest + ICON_SIZE + 5 * SMALL

    def add_page(self, text: str, icon_name: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_ICON_ROLE, icon_name)
        self.addItem(item)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()
