"""What may stand between the search field and the list: a shelf's name, the filters, a question for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.sidebar.filter_row import FilterRow
from parley.ui.sidebar.name_bar import NameBar
from parley.ui.sidebar.shelf_top import ShelfTop
from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.conversation_row import Shelf


class OverList(QWidget):
    """Three parts that are hidden until they are wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shelf_top = ShelfTop()
        self.filters = FilterRow()
        self.name_bar = NameBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.shelf_top)
        column.addWidget(self.filters)
        framed = QVBoxLayout()
        framed.setContentsMargins(SMALL, 0, SMALL, 0)
        framed.addWidget(self.name_bar)
        column.addLayout(framed)
        self.shelf_top.hide()
        self.filters.hide()

    def show_shelf(self, shelf: Shelf | None) -> None:
        """Name the shelf that is open; None: the usual list, which needs no name."""
        if shelf is not None:
            self.shelf_top.show_shelf(shelf)
        self.shelf_top.setVisible(shelf is not None)

    def ask_name(self, heading: str, yes: str, name: str, done: Callable[[str], None]) -> None:
        self.name_bar.ask(heading, yes, name, done)

    def close_name_bar(self) -> None:
        self.name_bar.close_it()
