"""Account and key: the key of the service in use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.ui.dialogs.parts import CheckState, KeyEntry, action_row
from parley.ui.dialogs.service_in_use import service_words
from parley.ui.failure_notice import FailureNotice
from parley.ui.failure_words import readable_fact
from parley.ui.kit.buttons import Button, DangerButton
from parley.ui.kit.cards import Card, Notice
from parley.ui.kit.labels import Label, Picture
from parley.ui.theme import MEDIUM, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.errors import Failure
    from parley.domain.settings import Settings


class AccountPage(QWidget):
    """The key: its last four characters and where it lives, replacing it, removing it."""

    keySubmitted = Signal(str)
    keyRemoveRequested = Signal()
    keyRetryRequested = Signal()  # bring the key into the keyring, or read it from there, once more
    dotenvChosen = Signal(str)

    def __init__(self, choose_dotenv: Callable[[QWidget], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose_dotenv = choose_dotenv
        self._file = ""  # the .env file, while what is said is about its key
        self._service = Label(look="strong")
        self._address = Label(look="small")
        self._key = Label()
        self._problem = FailureNotice()
        self.replace = Button(self.tr("Replace key"))
        self.remove = DangerButton(self.tr("Remove key"))
        self.entry = KeyEntry()
        self.dotenv = Button(self.tr("Choose file…"))
        self.state = CheckState()
        self._file_note = Notice(closable=True)
        self._card = Card()
        self._lay_out()
        self.replace.clicked.connect(self.open_entry)
        self.remove.clicked.connect(self._forget_file)
        self.remove.clicked.connect(self.keyRemoveRequested)
        self.entry.submitted.connect(self._forget_file)
        self.entry.submitted.connect(self.keySubmitted)
        self.dotenv.clicked.connect(self._ask_for_file)
        self._problem.actionRequested.connect(self._act_on_problem)
        self.state.actionRequested.connect(self._act)
        self.set_key_state("", "", None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        head = QHBoxLayout()
        head.setSpacing(MEDIUM)
        head.addWidget(Picture("key-round", 22, tone="accent"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._service, self._address, self._key):
            words.addWidget(label)
        head.addLayout(words, 1)
        self._card.body.addLayout(head)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.replace)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        self._card.body.addLayout(buttons)
        self._card.body.addWidget(self._problem)
        column.addWidget(self._card)
        column.addWidget(self.entry)
        column.addWidget(self.state)
        column.addLayout(
            action_row(
                self.tr("My key is in a .env file"),
                self.tr("Parley copies the key from it. The file itself is not changed."),
                self.dotenv,
            )
        )
        self._file_note.hide()
        column.addWidget(self._file_note)
        column.addStretch(1)

    def set_settings(self, settings: Settings) -> None:
        name, place = service_words(settings)
        self._service.setText(name)
        self._address.setText(place)

    def set_key_state(self, place: str, last4: str, problem: Failure | None) -> None:
        """Say where the key is and how it ends. Neither: there is none, or with a problem, it is out of reach."""
        has_key = bool(place or last4)
        self._key.setText(self._key_text(place, last4, problem))
        self.replace.setText(self.tr("Replace key") if has_key else self.tr("Enter key"))
        self.remove.setVisible(has_key)
        self.entry.hide()
        self.entry.field.clear()
        if problem is None:
            self._problem.hide()
        else:
            self._problem.show_failure(problem)

    def show_dotenv_note(self, path: str) -> None:
        """Say that the file the key came from still holds it."""
        text = self.tr("The file {path} still holds the key. Remove it there if nothing else needs it.")
        self._file_note.show_text(text.replace("{path}", readable_fact(path)))

    def open_entry(self) -> None:
        """Offer the field for a new key."""
        self.entry.show()
        self.entry.field.edit.setFocus()

    def _key_text(self, place: str, last4: str, problem: Failure | None) -> str:
        if not (place or last4):
            unread = self.tr("The saved key cannot be read at the moment.")
            return self.tr("No key is saved for this service.") if problem is None else unread
        if problem is not None or not place:
            ending = self.tr("The key that ends in {last4} is kept until Parley is closed.")
            text = ending if last4 else self.tr("The key is kept until Parley is closed.")
        else:
            ending = self.tr("The key that ends in {last4} is kept in {place}.")
            text = ending if last4 else self.tr("The key is kept in {place}.")
        return text.replace("{place}", readable_fact(place)).replace("{last4}", last4)

    def _ask_for_file(self) -> None:
        path = self._choose_dotenv(self)
        if path:
            self._file = path
            self.dotenvChosen.emit(path)

    def _forget_file(self) -> None:
        self._file = ""

    def _act_on_problem(self, action: Action) -> None:
        if action is Action.TRY_AGAIN:
            self.keyRetryRequested.emit()
        else:
            self.open_entry()

    def _act(self, action: Action) -> None:
        if action is Action.TRY_AGAIN and self._file:
            self._ask_for_file()  # that one has no key, or cannot be read
        elif action is Action.RETRY and self._file:
            self.dotenvChosen.emit(self._file)
        elif action in (Action.RETRY, Action.TRY_AGAIN) and self.entry.field.key():
            self.entry.submit()
        elif action not in (Action.OPEN_NETWORK, Action.OPEN_SETTINGS):  # the dialog leads there
            self.open_entry()
