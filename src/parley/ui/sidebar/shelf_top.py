"""What stands over the list while it shows the trash, the archive or a folder: its name and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.labels import ElidedLabel
from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from parley.domain.conversation_row import Shelf


class ShelfTop(QWidget):
    """Back, the name, and what can be done with all of it."""

    backRequested = Signal()
    emptyRequested = Signal()
    menuRequested = Signal(object)  # QPoint on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        arrow = "arrow-right" if self.isRightToLeft() else "arrow-left"
        self.back = IconButton(arrow, self.tr("Back to the conversations"))
        self.empty = Button(self.tr("Empty trash"), look="quiet")
        self._name = ElidedLabel(look="heading")
        self._more = IconButton("ellipsis", self.tr("Rename or delete this folder"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.back)
        row.addWidget(self._name, 1)
        row.addWidget(self.empty)
        row.addWidget(self._more)
        self.back.clicked.connect(self.backRequested)
        self.empty.clicked.connect(self.emptyRequested)
        self._more.clicked.connect(self._ask_for_menu)

    def show_shelf(self, shelf: Shelf) -> None:
        """Name what is shown."""
        if shelf.folder is not None:
            name = shelf.folder.name
        else:
            name = self.tr("Trash") if shelf.trashed else self.tr("Archive")
        self._name.set_text(name)
        self._more.setVisible(shelf.folder is not None)
        self.empty.setVisible(False)  # until it is known that something is in it

    def _ask_for_menu(self) -> None:
        corner = self._more.rect().bottomRight() if self.isRightToLeft() else self._more.rect().bottomLeft()
        self.menuRequested.emit(self._more.mapToGlobal(QPoint(corner)))
