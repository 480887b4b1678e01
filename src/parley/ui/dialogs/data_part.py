"""What Settings offers to do with everything that was written: keep, take along, bring in, throw away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.dialogs.parts import action_row
from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, DangerButton
from parley.ui.kit.cards import Notice
from parley.ui.theme import LARGE, MEDIUM


class DataPart(QWidget):
    """Says what is wanted; the methods show what came of it."""

    openDataFolderRequested = Signal()
    backupRequested = Signal()
    exportAllRequested = Signal()
    importRequested = Signal()
    importStopRequested = Signal()
    emptyTrashRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result = Notice(closable=True)
        self._result.actionRequested.connect(self.importStopRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        self._add_rows(column)
        self._result.hide()
        column.addSpacing(MEDIUM)
        column.addWidget(self._result)

    def _add_rows(self, column: QVBoxLayout) -> None:
        for title, text, button, signal in (
            (
                self.tr("Your conversations"),
                self.tr("They are kept in one folder on this computer."),
                Button(self.tr("Open data folder")),
                self.openDataFolderRequested,
            ),
            (
                self.tr("Backup"),
                self.tr("A copy of everything but the key, beside your conversations."),
                Button(self.tr("Back up now")),
                self.backupRequested,
            ),
            (
                self.tr("Take everything with you"),
                self.tr("All conversations as files that other programs can read."),
                Button(self.tr("Export everything…")),
                self.exportAllRequested,
            ),
            (
                self.tr("Bring conversations in"),
                self.tr("From files that Parley exported, from a backup, or from what ChatGPT exported."),
                Button(self.tr("Import…")),
                self.importRequested,
            ),
            (
                self.tr("Trash"),
                self.tr("What is emptied cannot be brought back."),
                DangerButton(self.tr("Empty the trash")),
                self.emptyTrashRequested,
            ),
        ):
            column.addLayout(action_row(title, text, button))
            button.clicked.connect(signal)

    def show_result(self, text: str, ok: bool = True) -> None:
        """Say how a backup, an export or an import ended."""
        self._result.show_text(text, kind="good" if ok else "bad")
        announce(self._result, text)

    def show_progress(self, text: str, stop: str) -> None:
        """Say how far an import is; the button `stop` ends it."""
        self._result.show_text(text, kind="notice", action=stop)
