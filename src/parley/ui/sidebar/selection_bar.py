"""What can be done with several conversations, at the foot of the list while several are selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import ElidedLabel
from parley.ui.kit.themed import set_look
from parley.ui.sidebar.model import Kind
from parley.ui.theme import SMALL, TINY


class SelectionBar(QFrame):
    """How many there are, and a button for each thing to do; which ones depends on what the list shows."""

    moveRequested = Signal(object)  # QPoint on the screen, for the menu of folders
    archiveRequested = Signal()
    restoreRequested = Signal()
    deleteRequested = Signal()
    menuRequested = Signal(object)  # QPoint on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ElidedLabel(look="plain-small")
        self._move = IconButton("folder", self.tr("Move to folder"))
        self._archive = IconButton("archive", self.tr("Archive"))
        self._restore = IconButton("archive-restore", self.tr("Restore"))
        self._delete = IconButton("trash-2", self.tr("Delete"))
        self._more = IconButton("ellipsis", self.tr("More"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TINY, SMALL, TINY)  # alike: Qt does not mirror them
        row.setSpacing(0)
        row.addWidget(self._count, 1)
        for button in (self._move, self._archive, self._restore, self._delete, self._more):
            row.addWidget(button)
        set_look(self, "card")
        self._move.clicked.connect(self._ask_to_move)
        self._archive.clicked.connect(self.archiveRequested)
        self._restore.clicked.connect(self.restoreRequested)
        self._delete.clicked.connect(self.deleteRequested)
        self._more.clicked.connect(self._ask_for_menu)
        self.hide()

    def show_count(self, number: int, kind: Kind) -> None:
        """Say that `number` are selected in a list of this `kind`."""
        in_trash, in_archive = kind is Kind.TRASH, kind is Kind.ARCHIVE
        self._count.set_text(self.tr("%n selected", "", number))
        self._move.setVisible(not in_trash)
        self._archive.setVisible(not in_trash and not in_archive)
        self._restore.setVisible(in_trash or in_archive)
        self._restore.set_label(self.tr("Restore") if in_trash else self.tr("Take out of the archive"))
        self._delete.set_label(self.tr("Delete forever") if in_trash else self.tr("Delete"))
        self._more.setVisible(not in_trash)
        self.show()

    def _ask_to_move(self) -> None:
        self.moveRequested.emit(_above(self._move))

    def _ask_for_menu(self) -> None:
        self.menuRequested.emit(_above(self._more))


def _above(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().topLeft())
