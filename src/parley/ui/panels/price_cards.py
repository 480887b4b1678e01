"""Prices as a narrow list: two lines of prices under each model's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
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
        price: ModelPrice = index.data(PRICE_ROLE)
        each = 2 if self._is_narrow() else 1
        lines = 1 + each * (2 if price.context_window is None else 3)
        return QSize(200, self._line() * lines + 2 * MEDIUM + TINY)

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

    def _is_narrow(self) -> bool:
        """Whether both prices do not fit beside each other at the person's size of text."""
        view = self.parent()
        if self.theme is None or not isinstance(view, QListView):
            return False
        long = f"{_million(120_000_000)}   {_thousand(250_000)}"
        widest = QFontMetrics(small_font(self.theme)).horizontalAdvance(long)
        return view.viewport().width() < widest + self._label_width() + 2 * (SMALL + MEDIUM)

    def _label_width(self) -> int:
        metrics = QFontMetrics(small_font(self.theme)) if self.theme is not None else QFontMetrics(QFont())
        return MEDIUM + max(metrics.horizontalAdvance(label) for label in _labels())

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
        height = self._line() * (2 if self._is_narrow() else 1)
        for label, rate in zip(_labels(), (price.rate.prompt, price.rate.completion), strict=True):
            row = QRect(QPoint(area.left(), top), QSize(area.width(), self._line()))
            self._paint_price(painter, theme, row, label, rate, at_right)
            top += height
        if price.context_window is not None:
            painter.setPen(QColor(theme.quiet))
            words = QCoreApplication.translate("Prices", "Reads {amount}")
            amount = tokens_text(price.context_window)
            side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
            flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            row = QRect(QPoint(area.left(), top), QSize(area.width(), height))
            painter.drawText(row, int(flags), words.replace("{amount}", amount))

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
        shift = self._label_width()
        middle = row.adjusted(0, 0, -shift, 0) if at_right else row.adjusted(shift, 0, 0, 0)
        self._line_of_text(painter, middle, _million(rate), at_right)
        painter.setPen(QColor(theme.quiet))
        thousand = _thousand(rate)
        if self._is_narrow():
            self._line_of_text(painter, middle.translated(0, self._line()), thousand, at_right)
        else:
            self._line_of_text(painter, row, thousand, not at_right)

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


def _labels() -> tuple[str, str]:
    return QCoreApplication.translate("Prices", "Input"), QCoreApplication.translate("Prices", "Output")


def _million(rate: int) -> str:
    words = QCoreApplication.translate("Prices", "{price} / 1M")
    return _from_the_left(words.replace("{price}", price_text(rate, PER_MILLION)))


def _thousand(rate: int) -> str:
    words = QCoreApplication.translate("Prices", "{price} / 1K")
    return _from_the_left(words.replace("{price}", price_text(rate, PER_THOUSAND)))


def _from_the_left(text: str) -> str:
    """Keep a price in its order inside a line that runs from right to left."""
    return f"\u2066{text}\u2069"
