"""The four ways in, one class each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.ui.key_field import KeyField
from parley.ui.kit.buttons import Button, PrimaryButton, QuietButton
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.theme import MEDIUM, SMALL
from parley.ui.welcome.way import StepNumber, Way

if TYPE_CHECKING:
    from collections.abc import Callable

KEYS_PAGE = "https://platform.openai.com/api-keys"


class KeyWay(Way):
    """I have a key."""

    keySubmitted = Signal(str)
    linkActivated = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("key-round", parent)
        self.header.set_words(
            self.tr("I have a key"), self.tr("Your own OpenAI account. You pay OpenAI for what you use.")
        )
        self.header.set_foldable(True)
        self.field = KeyField(self.tr("API key"))
        self.field.edit.setPlaceholderText(self.tr("Paste your key here"))
        self.check = PrimaryButton(self.tr("Check and save"))
        self._link = QuietButton(self.tr("Open the page with your keys"), icon_name="external-link")
        self._link.setToolTip(KEYS_PAGE)
        self._lay_out()
        self.check.clicked.connect(self.submit)
        self.field.submitted.connect(self.submit)
        self._link.clicked.connect(lambda: self.linkActivated.emit(KEYS_PAGE))

    def _lay_out(self) -> None:
        self.form.addWidget(self.field)
        self.form.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_state_to_form()
        self.form.addWidget(Label(self.tr("Where do keys come from?"), look="section"))
        self.form.addLayout(
            _steps(
                self.tr("Sign in at platform.openai.com. An account for ChatGPT works there too."),
                self.tr("Add a payment method or credit. ChatGPT Plus does not include it."),
                self.tr("Press “Create new secret key”, copy the key, and paste it above."),
            )
        )
        self.form.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)

    def submit(self) -> None:
        """Hand over the key, or say that there is none yet."""
        if not self.field.key():
            self.field.set_problem(self.tr("Paste your key first."))
            self.field.edit.setFocus()
            return
        self.keySubmitted.emit(self.field.key())

    def set_busy(self, busy: bool) -> None:
        self.check.setEnabled(not busy)
        self.field.edit.setReadOnly(busy)
        self.show_progress(self.tr("Asking OpenAI whether it knows this key…") if busy else "")


class PracticeWay(Way):
    """I don't have a key yet."""

    practiceRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cpu", parent)
        self.header.set_words(
            self.tr("I don't have a key yet"),
            self.tr("A small model that runs on this computer. Private and free, and it makes mistakes."),
        )
        self.start = Button(self.tr("Try without a key"))
        self.header.add_at_end(self.start)
        self.start.clicked.connect(self.submit)

    def submit(self) -> None:
        self.practiceRequested.emit()

    def set_busy(self, busy: bool) -> None:
        self.start.setEnabled(not busy)
        self.show_progress(self.tr("Starting the model on this computer…") if busy else "")


class ServiceWay(Way):
    """I use another service."""

    serviceSubmitted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("globe", parent)
        self.header.set_words(
            self.tr("I use another service"),
            self.tr("A company gateway, OpenRouter, or a server of your own such as Ollama or LM Studio."),
        )
        self.header.set_foldable(True)
        self.address = QLineEdit()
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.address.setPlaceholderText("http://localhost:11434/v1")
        self.address.setInputMethodHints(Qt.InputMethodHint.ImhUrlCharactersOnly)
        self._address_field = Field(
            self.tr("Service address"),
            self.address,
            self.tr("Its documentation calls this the base URL. It usually ends in /v1."),
        )
        self.field = KeyField(self.tr("API key"), self.tr("Leave this empty if the service asks for none."))
        self.check = PrimaryButton(self.tr("Check and save"))
        for widget in (self._address_field, self.field):
            self.form.addWidget(widget)
        self.form.addWidget(self.check, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_state_to_form()
        self.check.clicked.connect(self.submit)
        self.address.returnPressed.connect(self.submit)
        self.address.textEdited.connect(lambda: self._address_field.set_problem(""))
        self.field.submitted.connect(self.submit)

    def submit(self) -> None:
        """Hand over address and key, or say that the address is missing."""
        address = self.address.text().strip()
        if not address:
            self._address_field.set_problem(self.tr("Enter the address of the service first."))
            self.address.setFocus()
            return
        self.serviceSubmitted.emit(address, self.field.key())

    def set_busy(self, busy: bool) -> None:
        self.check.setEnabled(not busy)
        self.address.setReadOnly(busy)
        self.field.edit.setReadOnly(busy)
        self.show_progress(self.tr("Asking the service whether it answers…") if busy else "")


class DotenvWay(Way):
    """My key is in a .env file."""

    dotenvChosen = Signal(str)

    def __init__(self, choose_file: Callable[[QWidget], str], parent: QWidget | None = None) -> None:
        super().__init__("file-text", parent)
        self._choose_file = choose_file
        self._path = ""
        self.header.set_words(
            self.tr("My key is in a .env file"),
            self.tr("Parley copies the key from it. The file itself is not changed."),
        )
        self.choose = Button(self.tr("Choose file…"))
        self.header.add_at_end(self.choose)
        self.choose.clicked.connect(self.ask)

    def ask(self) -> None:
        """Let the person choose the file."""
        path = self._choose_file(self)
        if path:
            self._path = path
            self.submit()

    def submit(self) -> None:
        self.dotenvChosen.emit(self._path)

    def set_busy(self, busy: bool) -> None:
        self.choose.setEnabled(not busy)
        self.show_progress(self.tr("Reading the key and asking OpenAI whether it knows it…") if busy else "")


def _steps(*texts: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SMALL)
    for number, text in enumerate(texts, 1):
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addWidget(StepNumber(number), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(text), 1)
        column.addLayout(row)
    return column
