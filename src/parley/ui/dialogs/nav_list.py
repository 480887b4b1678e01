"""The list of pages at the side of a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from parley.ui.kit.icon_rows import ICON_ROLE, IconRowDelegate
from parley.ui.kit.themed import Themed
from parley.ui.theme import ICON_SIZE, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class NavList(QListWidget, Themed):
    """One row for each page, with an icon. `currentRowChanged` says which one is wanted."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = IconRowDelegate(self)
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
        item.setData(ICON_ROLE, icon_name)
        self.addItem(item)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()
