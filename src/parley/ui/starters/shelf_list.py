"""The list of starters at the side of the library: the person's own, then those that came with Parley."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from parley.ui.kit.icon_rows import ICON_ROLE, IconRowDelegate
from parley.ui.kit.themed import Themed
from parley.ui.starters.card import icon_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.starter import Starter
    from parley.ui.theme import Theme

_STARTER = Qt.ItemDataRole.UserRole


class ShelfList(QListWidget, Themed):
    """Says which starter is current. Enter, or a double click, uses it."""

    starterChanged = Signal(object)  # Starter
    starterActivated = Signal(object)  # Starter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = IconRowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Starters"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMouseTracking(True)
        self.currentItemChanged.connect(self._say_current)
        self.itemActivated.connect(self._say_activated)

    def set_starters(self, starters: Sequence[Starter], current: str = "") -> None:
        """Show these, with the one of that id as the current one if it is among them, else the first. Says nothing."""
        self.blockSignals(True)
        self.clear()
        own = [starter for starter in starters if starter.own]
        included = [starter for starter in starters if not starter.own]
        for title, group in ((self.tr("Your own"), own), (self.tr("Included"), included)):
            if group and own:
                self._add_title(title)
            for starter in group:
                self._add(starter)
        self._choose(current)
        self.blockSignals(False)

    def current(self) -> Starter | None:
        return _starter(self.currentItem())

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def _choose(self, wanted: str) -> None:
        items = [item for row in range(self.count()) if _starter(item := self.item(row)) is not None]
        if items:
            self.setCurrentItem(next((item for item in items if _id_of(item) == wanted), items[0]))

    def _add_title(self, title: str) -> None:
        item = QListWidgetItem(title, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, starter: Starter) -> None:
        item = QListWidgetItem(starter.name, self)
        item.setData(_STARTER, starter)
        item.setData(ICON_ROLE, icon_of(starter))
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, starter.summary)

    def _say_current(self, item: QListWidgetItem | None) -> None:
        if (starter := _starter(item)) is not None:
            self.starterChanged.emit(starter)

    def _say_activated(self, item: QListWidgetItem) -> None:
        starter = _starter(item)
        if starter is not None:
            self.starterActivated.emit(starter)


def _starter(item: QListWidgetItem | None) -> Starter | None:
    starter: Starter | None = item.data(_STARTER) if item is not None else None
    return starter


def _id_of(item: QListWidgetItem) -> str:
    starter = _starter(item)
    return starter.id if starter is not None else ""
