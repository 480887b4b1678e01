"""The prices as a table that Qt's views, sorting and screen readers understand."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRegularExpression,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont

from parley.domain.words import QT_TRANSLATE_NOOP
from parley.ui.model_order import full_order
from parley.ui.panels.numbers import about_words, number_text
from parley.ui.panels.price_text import PER_MILLION, PER_THOUSAND, price_text

if TYPE_CHECKING:
    from parley.domain.money import ModelPrice, PriceBook

AnyIndex = QModelIndex | QPersistentModelIndex

PRICE_ROLE = Qt.ItemDataRole.UserRole + 1  # the ModelPrice
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
NEWEST_FIRST = -1  # no column: the order of the rows themselves
CURRENT_ROLE = Qt.ItemDataRole.UserRole + 3  # bool: the model of this conversation


class Column(IntEnum):
    MODEL = 0
    INPUT_THOUSAND = 1
    OUTPUT_THOUSAND = 2
    INPUT_MILLION = 3
    OUTPUT_MILLION = 4
    CONTEXT = 5


_HEADINGS = {
    Column.MODEL: QT_TRANSLATE_NOOP("Prices", "Model"),
    Column.INPUT_THOUSAND: QT_TRANSLATE_NOOP("Prices", "Input per 1K"),
    Column.OUTPUT_THOUSAND: QT_TRANSLATE_NOOP("Prices", "Output per 1K"),
    Column.INPUT_MILLION: QT_TRANSLATE_NOOP("Prices", "Input per 1M"),
    Column.OUTPUT_MILLION: QT_TRANSLATE_NOOP("Prices", "Output per 1M"),
    Column.CONTEXT: QT_TRANSLATE_NOOP("Prices", "Reads at once"),
}


class PriceModel(QAbstractTableModel):
    """One row for each model, in the order of the model picker."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelPrice] = []
        self._current = ""

    def set_prices(self, book: PriceBook) -> None:
        self.beginResetModel()
        self._rows = sorted(book, key=lambda price: full_order(price.model))
        self.endResetModel()

    def set_current(self, model: str) -> None:
        """Mark the model of this conversation."""
        self._current = model
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def row_of(self, model: str) -> int:
        """The row of `model`, -1 when it has no price."""
        return next((row for row, price in enumerate(self._rows) if price.model == model), -1)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _tr(_HEADINGS[Column(section)])
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(Column(section))
        return None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        price = self._rows[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return cell_text(price, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(price) if column is Column.MODEL else cell_text(price, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column)
        if role == Qt.ItemDataRole.FontRole and price.model == self._current:
            return _bold()
        if role == SORT_ROLE:
            return _sort_key(price, column)
        if role == CURRENT_ROLE:
            return price.model == self._current
        return price if role == PRICE_ROLE else None


class PriceFilter(QSortFilterProxyModel):
    """Searches in the names of the models and sorts numbers as numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)
        self.setSortCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterKeyColumn(Column.MODEL)

    def look_for(self, text: str) -> None:
        """Show only the models that have every word of `text` in their name: "gpt-5 mini" finds gpt-5-mini."""
        pattern = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in text.split())
        self.setFilterRegularExpression(
            QRegularExpression(f"^{pattern}", QRegularExpression.PatternOption.CaseInsensitiveOption)
        )


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand under each other at the end of their column."""
    side = Qt.AlignmentFlag.AlignLeft if column is Column.MODEL else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _bold() -> QFont:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    return font


def cell_text(price: ModelPrice, column: Column) -> str:
    """One cell in words."""
    rate = price.rate
    match column:
        case Column.MODEL:
            return price.model
        case Column.INPUT_THOUSAND:
            return price_text(rate.prompt, PER_THOUSAND)
        case Column.OUTPUT_THOUSAND:
            return price_text(rate.completion, PER_THOUSAND)
        case Column.INPUT_MILLION:
            return price_text(rate.prompt, PER_MILLION)
        case Column.OUTPUT_MILLION:
            return price_text(rate.completion, PER_MILLION)
        case Column.CONTEXT:
            return tokens_text(price.context_window)


def tokens_text(tokens: int | None) -> str:
    """A number of tokens with its meaning in words, "" when it is not known."""
    if tokens is None:
        return ""
    text = _tr(QT_TRANSLATE_NOOP("Prices", "{tokens} tokens ({words} words)"))
    return text.replace("{tokens}", number_text(tokens)).replace("{words}", about_words(tokens))


def spoken(price: ModelPrice) -> str:
    """The whole row for a screen reader."""
    text = _tr(QT_TRANSLATE_NOOP("Prices", "{model}: input {input}, output {output} for a million tokens"))
    said = (
        text.replace("{input}", price_text(price.rate.prompt, PER_MILLION))
        .replace("{output}", price_text(price.rate.completion, PER_MILLION))
        .replace("{model}", price.model)
    )
    reads = tokens_text(price.context_window)
    return f"{said}; {_tr(_HEADINGS[Column.CONTEXT])}: {reads}" if reads else said


def _sort_key(price: ModelPrice, column: Column) -> object:
    match column:
        case Column.MODEL:
            return price.model
        case Column.INPUT_THOUSAND | Column.INPUT_MILLION:
            return price.rate.prompt
        case Column.OUTPUT_THOUSAND | Column.OUTPUT_MILLION:
            return price.rate.completion
        case Column.CONTEXT:
            return price.context_window or 0


def _tr(text: str) -> str:
    return QCoreApplication.translate("Prices", text)
