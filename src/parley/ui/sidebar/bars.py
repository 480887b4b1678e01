"""The bars at the foot of the list: take back what was done, or confirm what cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, DangerButton, QuietButton
from parley.ui.kit.labels import Label
from parley.ui.kit.passing import Passing
from parley.ui.kit.themed import set_look
from parley.ui.theme import MEDIUM, SMALL, TINY

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class UndoBar(QFrame):
    """Says what was done, and in passing offers to undo it."""

    undoRequested = Signal()
    redoRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Label()
        self._button = QuietButton("")
        self._action = self._short = ""  # what the button does, and the same in a word
        self._asked: SignalInstance = self.undoRequested
        self._passing = Passing(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, TINY)
        column.setSpacing(0)
        column.addWidget(self._text)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
        set_look(self, "card")
        set_look(self._text, "plain-small")
        set_look(self._button, "link")
        self._button.clicked.connect(self._ask)
        self.hide()

    def offer_undo(self, text: str, action: str) -> None:
        """Say what was done; `action` is what undoing it is called."""
        self._offer(text, action, self.tr("Undo"), self.undoRequested)

    def offer_redo(self) -> None:
        """Something was undone, which can be done again."""
        self._offer(self.tr("Undone"), self.tr("Redo"), self.tr("Redo"), self.redoRequested)

    def _offer(self, text: str, action: str, short: str, asked: SignalInstance) -> None:
        self._asked = asked
        self._short = short
        self._text.setText(text)
        self._action = action
        self._button.setAccessibleName(action)
        self._fit_action()
        self.show()
        self._passing.start()
        announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_action()

    def _fit_action(self) -> None:
        """In a narrow bar the button does without the name of what it undoes, which stands above it."""
        room = self.contentsRect().width() - 2 * MEDIUM
        self._button.setText(self._action.replace("&", "&&"))
        if self._button.sizeHint().width() > room:
            self._button.setText(self._short)

    def _ask(self) -> None:
        self.hide()
        self._asked.emit()


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
