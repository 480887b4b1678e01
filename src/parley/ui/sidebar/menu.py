"""The menu of one or several conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from parley.ui.icons import icon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.ui.theme import Theme


class RowMenu(QMenu):
    """A menu that goes away with its closing. Its words are plain: no `&` in a title becomes a shortcut."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, words: str, icon_name: str, do: Callable[[], None], keys: str = "") -> QAction:
        action = self.addAction(icon(icon_name, self._theme.quiet), words)
        action.triggered.connect(do)
        if keys:
            action.setShortcut(QKeySequence(keys))
        return action

    def add_menu(self, words: str, icon_name: str) -> QMenu:
        return self.addMenu(icon(icon_name, self._theme.quiet), words)

    def add_exports(self, formats: Sequence[tuple[str, str]], export: Callable[[str], None]) -> None:
        """`formats` are (key, label); `export` gets the key."""
        menu = self.add_menu(QCoreApplication.translate("Sidebar", "Export"), "download")
        for key, label in formats:
            menu.addAction(label.replace("&", "&&")).triggered.connect(lambda _=False, key=key: export(key))
