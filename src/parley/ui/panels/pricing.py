"""Pricing: what every model costs, in the side panel and, wide, in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from parley.ui.failure_words import readable_fact
from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.kit.themed import theme_below
from parley.ui.panels.price_cards import PriceCards
from parley.ui.panels.price_model import NEWEST_FIRST, Column, PriceFilter, PriceModel
from parley.ui.screen_room import within_screen
from parley.ui.theme import LARGE, MEDIUM, SMALL

if TYPE_CHECKING:
    from datetime import date

    from parley.domain.money import PriceBook
    from parley.ui.theme import Theme


class PricingPanel(QWidget):
    """Searchable and sortable; the model of this conversation is marked."""

    modelChosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._current = ""
        self.model = PriceModel(self)
        self.rows = PriceFilter(self)
        self.rows.setSourceModel(self.model)
        self.search = QLineEdit()
        self.order = steady(QComboBox())
        self.cards = PriceCards(self.rows)
        self._wide = IconButton("columns-2", self.tr("Show as a table"))
        self._date = Label(look="small")
        self._empty = Label(self.tr("The prices are being read…"), look="quiet")
        self._middle = QStackedWidget()
        self._prepare()
        self._lay_out()
        self.search.textChanged.connect(self._search)
        self.order.currentIndexChanged.connect(self._sort)
        self._wide.clicked.connect(self.open_table)
        self.cards.activated.connect(lambda index: self.modelChosen.emit(index.data()))
        self._sort()

    def _prepare(self) -> None:
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setAccessibleName(self.tr("Search models"))
        self.search.setClearButtonEnabled(True)
        self.order.setAccessibleName(self.tr("Order"))
        for text, column in (
            (self.tr("Newest first"), NEWEST_FIRST),
            (self.tr("By name"), Column.MODEL),
            (self.tr("By input price"), Column.INPUT_MILLION),
            (self.tr("By output price"), Column.OUTPUT_MILLION),
            (self.tr("By how much it reads"), Column.CONTEXT),
        ):
            self.order.addItem(text, int(column))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setContentsMargins(LARGE, LARGE, LARGE, LARGE)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, MEDIUM)
        column.setSpacing(SMALL)
        head = QVBoxLayout()
        head.setContentsMargins(LARGE, 0, LARGE, 0)
        head.setSpacing(SMALL)
        head.addWidget(self.search)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.order, 1)
        row.addWidget(self._wide, 0, Qt.AlignmentFlag.AlignVCenter)  # else the row is no higher than this
        head.addLayout(row)
        column.addLayout(head)
        self._middle.addWidget(self._empty)
        self._middle.addWidget(self.cards)
        column.addWidget(self._middle, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(LARGE, 0, LARGE, 0)
        foot.addWidget(self._date)
        column.addLayout(foot)

    def set_prices(self, book: PriceBook) -> None:
        self.model.set_prices(book)
        self._date.setText(self._date_text(book.as_of))
        self._show_state()
        self.set_current_model(self._current)

    def set_current_model(self, model: str) -> None:
        """Mark this model and bring it into view."""
        self._current = model
        self.model.set_current(model)
        row = self.model.row_of(model)
        if row >= 0:
            index = self.rows.mapFromSource(self.model.index(row, 0))
            self.cards.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)

    def open_table(self) -> None:
        """Show everything wide, in a window that does not hold up the other one."""
        table = PriceTable(self.model, self._date.text(), self)
        if self._theme is not None:
            table.set_theme(self._theme)
        table.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table.show()

    def _search(self, text: str) -> None:
        self.rows.look_for(text)
        self._show_state()

    def _sort(self) -> None:
        column: int = self.order.currentData()
        falls = column == Column.CONTEXT
        self.rows.sort(column, Qt.SortOrder.DescendingOrder if falls else Qt.SortOrder.AscendingOrder)

    def _show_state(self) -> None:
        if self.model.rowCount() and not self.rows.rowCount():
            text = self.tr("No model is called “{text}”.")
            self._empty.setText(text.replace("{text}", readable_fact(self.search.text())))
        self._middle.setCurrentWidget(self.cards if self.rows.rowCount() else self._empty)

    def _date_text(self, as_of: date | None) -> str:
        if as_of is None:
            return self.tr("In US dollars. Your provider's own list counts.")
        day = QLocale().toString(QDate(as_of.year, as_of.month, as_of.day), QLocale.FormatType.LongFormat)
        text = self.tr("In US dollars, as of {day}. Your provider's own list counts.")
        return text.replace("{day}", day)


class PriceTable(QDialog):
    """All columns at once; a press on a heading sorts."""

    def __init__(self, model: PriceModel, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Pricing"))
        self.rows = PriceFilter(self)
        self.rows.setSourceModel(model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search models"))
        self.search.setAccessibleName(self.tr("Search models"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.rows.look_for)
        self.table = QTableView()
        self._prepare()
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(Label(note, look="small"))
        self.resize(within_screen(self, 1120, 640))

    def _prepare(self) -> None:
        self.table.setModel(self.rows)
        self.table.setAccessibleName(self.tr("Prices of the models"))
        self.table.setSortingEnabled(True)
        self.table.sortByColumn(NEWEST_FIRST, Qt.SortOrder.AscendingOrder)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(34)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)  # a third press leads back to the newest first

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
