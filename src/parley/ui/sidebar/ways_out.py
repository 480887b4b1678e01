"""What stands under the conversations: the ways to those put away, and to the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, with_shortcut
from parley.ui.kit.themed import Themed
from parley.ui.theme import LIGHT, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class WaysOut(QWidget, Themed):
    """The archive is offered once it holds something; neither it nor the trash from within one of them."""

    archiveRequested = Signal()
    trashRequested = Signal()
    settingsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._has_archive = False
        self._on_shelf = False
        self.archive: Button | None = None  # made when it is first needed
        self.trash = _button(QCoreApplication.translate("Sidebar", "Trash"), "trash-2")
        name = QCoreApplication.translate("Sidebar", "Settings")
        self.settings = _button(name, "settings")
        self.settings.setToolTip(with_shortcut(name, QKeySequence(QKeySequence.StandardKey.Preferences)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        self._column.setSpacing(2)
        self._column.addWidget(self.trash)
        self._column.addWidget(self.settings)
        self.trash.clicked.connect(self.trashRequested)
        self.settings.clicked.connect(self.settingsRequested)

    def set_has_archive(self, has_archive: bool) -> None:
        """Whether the archive holds anything."""
        self._has_archive = has_archive
        if has_archive and self.archive is None:
            self.archive = _button(QCoreApplication.translate("Sidebar", "Archive"), "archive")
            self.archive.clicked.connect(self.archiveRequested)
            self.archive.set_theme(self._theme)
            self._column.insertWidget(0, self.archive)
        self._show()

    def set_on_shelf(self, on_shelf: bool) -> None:
        """Whether the list shows the archive, the trash or a folder."""
        self._on_shelf = on_shelf
        self._show()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def _show(self) -> None:
        self.trash.setVisible(not self._on_shelf)
        if self.archive is not None:
            self.archive.setVisible(self._has_archive and not self._on_shelf)


def _button(name: str, icon_name: str) -> Button:
    return Button(name, look="row", icon_name=icon_name)
