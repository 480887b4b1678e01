"""What several pages of the Settings dialog have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.domain.remedies import REMEDIES
from parley.ui.failure_notice import FailureNotice
from parley.ui.key_field import KeyField
from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import PrimaryButton
from parley.ui.kit.cards import Notice
from parley.ui.kit.labels import Label
from parley.ui.theme import MEDIUM, TINY

if TYPE_CHECKING:
    from parley.domain.errors import Failure


class CheckState(QWidget):
    """How a check is going and how it ended."""

    actionRequested = Signal(object)  # Action

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Asking the service…"))
        self.result = Notice()
        self.failure = FailureNotice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._progress, self.result, self.failure):
            column.addWidget(widget)
            widget.hide()
        self.hide()
        self.failure.actionRequested.connect(self.actionRequested)

    def set_checking(self, checking: bool) -> None:
        self._progress.setVisible(checking)
        if checking:
            self.result.hide()
            self.failure.hide()
        self.setVisible(checking or not (self.result.isHidden() and self.failure.isHidden()))

    def show_result(self, text: str, ok: bool) -> None:
        self.set_checking(False)
        self.failure.hide()
        self.result.show_text(text, kind="good" if ok else "bad")
        self.show()
        announce(self.result, text)

    def show_failure(self, failure: Failure, service: str) -> None:
        self.set_checking(False)
        self.result.hide()
        is_here = REMEDIES[failure.cause].action is Action.OPEN_SETTINGS  # Settings are open: the button is about them
        self.failure.show_failure(failure, service, action_label=self.tr("Change the address") if is_here else "")
        self.show()

    def forget(self) -> None:
        """Take back what was said: it is not about what is entered now."""
        self.failure.hide()
        self.result.hide()
        self.set_checking(False)


class KeyEntry(QWidget):
    """A key to type in, with the button that checks it."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = KeyField(self.tr("API key"))
        self.field.edit.setPlaceholderText(self.tr("Paste your key here"))
        self.check = PrimaryButton(self.tr("Check and save"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.field)
        column.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.field.submitted.connect(self.submit)
        self.check.clicked.connect(self.submit)

    def submit(self) -> None:
        """Hand over the key, or say that there is none yet."""
        if self.field.key():
            self.submitted.emit(self.field.key())
        else:
            self.field.set_problem(self.tr("Paste your key first."))
            self.field.edit.setFocus()


def action_row(title: str, text: str, button: QWidget, *others: QWidget) -> QHBoxLayout:
    """Words at one side, the button they are about at the other, and what can stand in its place."""
    row = QHBoxLayout()
    row.setSpacing(MEDIUM)
    words = QVBoxLayout()
    words.setSpacing(TINY // 2)
    words.addWidget(Label(title, look="strong"))
    if text:
        words.addWidget(Label(text, look="small"))
    row.addLayout(words, 1)
    for widget in (button, *others):
        row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    button.setAccessibleDescription(f"{title}. {text}")
    return row
