"""A failure in the page: what happened, what to do, one button, and the technical text behind "Details"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.ui.failure_words import words_for
from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.fields import Disclosure
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import set_look
from parley.ui.theme import ICON_SIZE, MEDIUM, SMALL, TINY

if TYPE_CHECKING:
    from parley.domain.errors import Failure


class FailureNotice(QFrame):
    """Hidden until there is a failure. Every action but "Details", which it does itself, is the owner's to do."""

    actionRequested = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None, *, closable: bool = False) -> None:
        super().__init__(parent)
        self._action = Action.NONE
        self._what = Label(look="strong")
        self._to_do = Label()
        self.button = Button("")
        self._details_text = _details_view()
        self._details = Disclosure(self.tr("Details"), self._details_text)
        self._details_text.setAccessibleName(self.tr("Details"))
        self._close = IconButton("x", self.tr("Close"))
        self._close.setVisible(closable)
        self._close.clicked.connect(self.hide)
        self._lay_out()
        set_look(self, "notice-bad")
        self.button.clicked.connect(self._act)
        self.hide()

    def show_failure(self, failure: Failure, service_name: str = "", *, action_label: str = "") -> None:
        """Say `failure`. `action_label` takes the place of the usual label where a page does something nearer."""
        words = words_for(failure, service_name)
        self._action = words.action
        self._what.setText(words.what)
        self._to_do.setText(words.to_do)
        self._to_do.show()
        self.setAccessibleName(f"{words.what} {words.to_do}")
        has_button = words.action not in (Action.NONE, Action.DETAILS)
        self.button.setText(action_label or words.action_label)
        self.button.setVisible(has_button)
        self._details_text.setPlainText(words.details)
        self._details.set_open(words.action is Action.DETAILS and bool(words.details))
        self._details.setVisible(bool(words.details))
        self.show()
        announce(self, self.accessibleName())

    def show_sentence(self, text: str) -> None:
        """Say something that has no button."""
        self._what.setText(text)
        self.setAccessibleName(text)
        for widget in (self._to_do, self.button, self._details):
            widget.hide()
        self.show()
        announce(self, text)

    def _act(self) -> None:
        self.actionRequested.emit(self._action)

    def text(self) -> str:
        """What is said: both sentences."""
        return f"{self._what.text()} {self._to_do.text()}"

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        row.setSpacing(SMALL)
        row.addWidget(Picture("circle-alert", ICON_SIZE, tone="danger"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(TINY)
        column.addWidget(self._what)
        column.addWidget(self._to_do)
        column.addSpacing(TINY)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._details)
        row.addLayout(column, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)


def _details_view() -> QPlainTextEdit:
    view = QPlainTextEdit()
    set_look(view, "field")
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    view.setMinimumHeight(96)
    view.setMaximumHeight(160)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return view
