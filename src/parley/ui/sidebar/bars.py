"""The bars at the foot of the list: take a deletion back, or confirm one that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, DangerButton, QuietButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look
from parley.ui.theme import MEDIUM, SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QKeyEvent

UNDO_MS = 8000


class UndoBar(QFrame):
    """Says what was deleted and offers to undo it for eight seconds, longer while the pointer or the focus is on it."""

    undoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label()
        self._undo = QuietButton(self.tr("Undo"))
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, TINY, MEDIUM, TINY)  # alike: Qt does not mirror them
        row.setSpacing(SMALL)
        row.addWidget(self._text, 1)
        row.addWidget(self._undo)
        set_look(self, "card")
        set_look(self._text, "plain-small")
        set_look(self._undo, "link")
        self._undo.clicked.connect(self._ask)
        self._timer.timeout.connect(self._time_is_up)
        self.hide()

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.show()
        self._timer.start()
        announce(self, text)

    def request(self) -> None:
        """Undo, if there still is something to undo (Ctrl+Z in the list)."""
        if not self.isHidden():
            self._ask()

    def _ask(self) -> None:
        self._timer.stop()
        self.hide()
        self.undoRequested.emit()

    def _time_is_up(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._timer.start()


class ConfirmBar(QFrame):
    """Asks once, in place, before something is gone for good. Escape and Cancel leave everything as it was."""

    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label()
        self._yes = DangerButton("")
        self._no = Button(self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for widget in (self._text, self._yes, self._no):
            column.addWidget(widget)
        set_look(self, "card")
        set_look(self._text, "plain-small")
        self._yes.clicked.connect(self._confirm)
        self._no.clicked.connect(self.hide)
        self.hide()

    def ask(self, text: str, yes: str) -> None:
        """Show the question. The keyboard goes to Cancel, the answer that loses nothing."""
        self._text.setText(text)
        self._yes.setText(yes)
        self.show()
        self._no.setFocus()
        announce(self, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        self.hide()
        self.confirmed.emit()
