"""The bars between the list and the buttons at its foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.sidebar.bars import ConfirmBar, UndoBar
from parley.ui.sidebar.selection_bar import SelectionBar
from parley.ui.theme import SMALL


class Foot(QWidget):
    """What was done and can be undone; a question before what cannot; what to do with several."""

    deletionConfirmed = Signal(list)  # ids; empty: everything in the trash

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo = UndoBar()
        self.confirm = ConfirmBar()
        self.selection = SelectionBar()
        self._ids: list[int] = []  # what ConfirmBar asks about
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, 0, SMALL, SMALL)
        column.setSpacing(SMALL)
        for bar in (self.undo, self.confirm, self.selection):
            column.addWidget(bar)
        self.confirm.confirmed.connect(self._on_confirmed)

    def ask_to_delete(self, ids: list[int]) -> None:
        """Ask before these are gone for good."""
        self._ids = ids
        question = (
            self.tr("Delete this conversation forever? It cannot be brought back.")
            if len(ids) == 1
            else self.tr("Delete %n conversations forever? They cannot be brought back.", "", len(ids))
        )
        self.confirm.ask(question, self.tr("Delete forever"))

    def ask_to_empty(self) -> None:
        """Ask before all of the trash is."""
        self._ids = []
        question = self.tr("Delete everything in the trash forever? It cannot be brought back.")
        self.confirm.ask(question, self.tr("Empty trash"))

    def _on_confirmed(self) -> None:
        self.deletionConfirmed.emit(self._ids)
