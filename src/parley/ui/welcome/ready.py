"""What follows a successful check: where the key lives now, and the way to the first conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.failure_notice import FailureNotice
from parley.ui.failure_words import readable_fact
from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import PrimaryButton
from parley.ui.kit.cards import Card, Notice
from parley.ui.kit.labels import Label, Picture
from parley.ui.theme import LARGE, MEDIUM, SMALL

if TYPE_CHECKING:
    from parley.domain.errors import Failure


class ReadyCard(Card):
    """Everything is in place. The one thing to do next is to talk."""

    startRequested = Signal()
    keyRetryRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result = Label(look="strong")
        self.place = Label()
        self.file_note = Notice()
        self.problem = FailureNotice()
        self.start = PrimaryButton(self.tr("Start talking"))
        self.start.setMinimumWidth(160)
        self._lay_out()
        self.forget()
        self.start.clicked.connect(self.startRequested)
        self.problem.actionRequested.connect(lambda _action: self.keyRetryRequested.emit())

    def _lay_out(self) -> None:
        self.body.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self.body.addWidget(Picture("circle-check", 40, tone="success"), 0, Qt.AlignmentFlag.AlignLeft)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        for widget in (self.result, self.place, self.problem, self.file_note):
            words.addWidget(widget)
        self.body.addLayout(words)
        self.body.addSpacing(MEDIUM)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)

    def forget(self) -> None:
        """Nothing is known of a key or a file."""
        for widget in (self.place, self.file_note, self.problem):
            widget.hide()

    def show_result(self, text: str) -> None:
        self.result.setText(text)
        announce(self.result, text)

    def show_place(self, place: str, last4: str, problem: Failure | None) -> None:
        """Say where the key is, by the name the person knows, and how to recognise it."""
        end = self.tr("It ends in {last4}.").replace("{last4}", last4) if last4 else ""
        where = self._where(place, problem)
        self.place.setText(f"{where} {end}".strip())
        self.place.setVisible(bool(place or last4))
        if problem is None:
            self.problem.hide()
        else:
            self.problem.show_failure(problem)

    def _where(self, place: str, problem: Failure | None) -> str:
        if problem is not None or not place:
            return self.tr("The key is kept until Parley is closed.")
        return self.tr("Your key is kept in {place}.").replace("{place}", readable_fact(place))

    def show_file_note(self, path: str) -> None:
        """Say that the file the key came from still holds it."""
        text = self.tr("The file {path} still holds the key. Remove it there if nothing else needs it.")
        self.file_note.show_text(text.replace("{path}", readable_fact(path)))
