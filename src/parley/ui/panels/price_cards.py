"""Prices as a narrow list: two lines of prices under each model's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from parley.ui.kit.themed import Themed
from parley.ui.panels.price_model import CURRENT_ROLE, PRICE_ROLE, tokens_text
from parley.ui.panels.price_text import PER_MILLION, PER_THOUSAND, price_text
from parley.ui.theme import MEDIUM, RADIUS, SMALL, TINY, body_font, small_font

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from parley.domain.money import ModelPrice
    from parley.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


class PriceDelegate(QStyledItemDelegate):
    """Paints one model: its name, then input and output for a million and for a thousand tokens."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if self.theme is None:
            return QSize(200, 80)
        reads = index.data(PRICE_ROLE).context_window is not None
        return QSize(200, self._line() * (4 if reads else 3) + 2 * MEDIUM + TINY)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        if self.theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(SMALL, 1, -SMALL, -1)
        state: QStyle.StateFlag = option.state
        is_current = bool(index.data(CURRENT_ROLE))
        self._paint_surface(painter, self.theme, area, state, is_current)
        self._paint_words(painter, self.theme, area.adjusted(MEDIUM, MEDIUM, -MEDIUM, 0), index, is_current)
        painter.restore()

    def _line(self) -> int:
        return 0 if self.theme is None else round(self.theme.body_size * 1.4)

    @staticmethod
    def _paint_surface(painter: QPainter, theme: Theme, area: QRect, state: QStyle.StateFlag, is_current: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint) if is_current else Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, theme: Theme, area: QRect, index: AnyIndex, is_current: bool) -> None:
        price: ModelPrice = index.data(PRICE_ROLE)
        at_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._paint_name(painter, theme, area, price.model, is_current)
        painter.setFont(small_font(theme))
        top = area.top() + self._line() + TINY
        for label, rate in (
            (QCoreApplication.translate("Prices", "Input"), price.rate.prompt),
            (QCoreApplication.translate("Prices", "Output"), price.rate.completion),
        ):
            row = QRect(QPoint(area.left(), top), QSize(area.width(), self._line()))
            self._paint_price(painter, theme, row, label, rate, at_right)
            top += self._line()
        if price.context_window is not None:
            painter.setPen(QColor(theme.quiet))
            text = QCoreApplication.translate("Prices", "Reads {amount}").replace(
                "{amount}", tokens_text(price.context_window)
            )
            self._line_of_text(
                painter, QRect(QPoint(area.left(), top), QSize(area.width(), self._line())), text, at_right
            )

    def _paint_name(self, painter: QPainter, theme: Theme, area: QRect, name: str, is_current: bool) -> None:
        font = body_font(theme)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if is_current else theme.text))
        at_right = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        row = QRect(area.topLeft(), QSize(area.width(), self._line()))
        self._line_of_text(painter, row, name, at_right)
        if is_current:
            painter.setFont(small_font(theme))
            self._line_of_text(painter, row, QCoreApplication.translate("Prices", "In use"), not at_right)

    def _paint_price(self, painter: QPainter, theme: Theme, row: QRect, label: str, rate: int, at_right: bool) -> None:
        painter.setPen(QColor(theme.quiet))
        self._line_of_text(painter, row, label, at_right)
        painter.setPen(QColor(theme.text))
        shift = round(theme.body_size * 3.6)
        middle = row.adjusted(0, 0, -shift, 0) if at_right else row.adjusted(shift, 0, 0, 0)
        self._line_of_text(painter, middle, _from_the_left(f"{price_text(rate, PER_MILLION)} / 1M"), at_right)
        painter.setPen(QColor(theme.quiet))
        self._line_of_text(painter, row, _from_the_left(f"{price_text(rate, PER_THOUSAND)} / 1K"), not at_right)

    @staticmethod
    def _line_of_text(painter: QPainter, row: QRect, text: str, at_right: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
        painter.drawText(row, int(flags), shown)


class PriceCards(QListView, Themed):
    """The narrow view of the prices."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = PriceDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(QCoreApplication.translate("Prices", "Prices of the models"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)  # the surface of the panel shows through

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()


def _from_the_left(text: str) -> str:
    """Keep a price in its order inside a line that runs from right to left."""
    return f"\u2066{text}\u2069"
