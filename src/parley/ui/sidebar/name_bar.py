"""Asks for the name of a folder, in its place over the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import PrimaryButton, QuietButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look
from parley.ui.theme import MEDIUM, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

LONGEST_NAME = 80


class NameBar(QFrame):
    """A field and two buttons. Enter takes the name, Escape gives up."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done: Callable[[str], None] | None = None
        self._heading = Label(look="plain-small")
        self._field = QLineEdit()
        self._field.setMaxLength(LONGEST_NAME)
        self._field.setAccessibleName(self.tr("Name of the folder"))
        self._field.setPlaceholderText(self.tr("Name"))
        set_look(self._field, "search")
        self._yes = PrimaryButton("")
        self._no = QuietButton(self.tr("Cancel"))
        self._lay_out()
        set_look(self, "card")
        self._field.textChanged.connect(self._check)
        self._field.returnPressed.connect(self._take)
        self._yes.clicked.connect(self._take)
        self._no.clicked.connect(self.close_it)
        self.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self._heading)
        column.addWidget(self._field)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        column.addLayout(row)

    def ask(self, heading: str, yes: str, name: str, done: Callable[[str], None]) -> None:
        """Ask for a name, beginning with `name`; `done` gets it if it is taken."""
        self._done = done
        self._heading.setText(heading)
        self._yes.setText(yes)
        self._field.setText(name)
        self._check()
        self.show()
        self._field.setFocus()
        self._field.selectAll()
        announce(self, heading)

    def close_it(self) -> None:
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _check(self) -> None:
        self._yes.setEnabled(bool(self._field.text().strip()))

    def _take(self) -> None:
        name = " ".join(self._field.text().split())
        if name and self._done is not None:
            self.close_it()
            self._done(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_it()
        else:
            super().keyPressEvent(event)
