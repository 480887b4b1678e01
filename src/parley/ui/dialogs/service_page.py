"""Which service answers: another address, or a model on this computer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.domain.errors import Action
from parley.domain.request import OPENAI
from parley.domain.settings import PRACTICE_MODEL_FILE, SERVICE_ADDRESS, SERVICE_KIND
from parley.ui.dialogs.parts import CheckState, action_row
from parley.ui.dialogs.service_in_use import InUseMark, ServiceInUse
from parley.ui.failure_words import readable_fact
from parley.ui.key_field import KeyField
from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.theme import MEDIUM, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from parley.domain.settings import Settings


class ServicePage(QWidget):
    """Another service, or a model on this computer."""

    serviceSubmitted = Signal(str, str)
    practiceModelChosen = Signal(str)  # "": the one that came with Parley

    def __init__(self, choose_model: Callable[[QWidget], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose_model = choose_model
        self._again: Callable[[], None] = self.submit  # asks once more for what was asked for last
        self.in_use = ServiceInUse()
        self.address = QLineEdit()
        self.address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._field = Field(
            self.tr("Service address"),
            self.address,
            self.tr("Any server that speaks the OpenAI API. Its address usually ends in /v1."),
        )
        self.key = KeyField(
            self.tr("API key for this service"),
            self.tr("Leave this empty to use the saved key, or if the service asks for none."),
        )
        self.check = PrimaryButton(self.tr("Check and use"))
        self.back = Button(self.tr("Use OpenAI's own"))
        self.state = CheckState()
        self.practice = Button(self.tr("Use it"))
        self._practice_mark = InUseMark()
        self.choose = Button(self.tr("Choose file…"))
        self._model_file = Label(look="small")
        self._file_mark = InUseMark()
        self._lay_out()
        self.check.clicked.connect(self.submit)
        self.address.returnPressed.connect(self.submit)
        self.key.submitted.connect(self.submit)
        self.back.clicked.connect(lambda: self._ask(self.serviceSubmitted, OPENAI.address, ""))
        self.practice.clicked.connect(lambda: self._ask(self.practiceModelChosen, ""))
        self.choose.clicked.connect(self._ask_for_model)
        self.state.actionRequested.connect(self._act)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self.in_use)
        column.addSpacing(MEDIUM)
        column.addWidget(self._field)
        column.addWidget(self.key)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.check)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.state)
        column.addSpacing(MEDIUM)
        column.addLayout(
            action_row(
                self.tr("Practice model"),
                self.tr("A small model that runs on this computer. Private and free, and it makes mistakes."),
                self.practice,
                self._practice_mark,
            )
        )
        column.addLayout(
            action_row(
                self.tr("A model file of your own"),
                self.tr("A .gguf file to use in place of the practice model."),
                self.choose,
            )
        )
        file_row = QHBoxLayout()
        file_row.setSpacing(MEDIUM)
        file_row.addWidget(self._model_file, 1)
        file_row.addWidget(self._file_mark)
        column.addLayout(file_row)
        column.addStretch(1)

    def set_settings(self, settings: Settings) -> None:
        if not self.address.isModified():
            self.address.setText(settings[SERVICE_ADDRESS])
        self.in_use.set_settings(settings)
        path = settings[PRACTICE_MODEL_FILE]
        is_local = settings[SERVICE_KIND] == "practice"
        self.practice.setVisible(not is_local or bool(path))
        self._practice_mark.setVisible(is_local and not path)
        self._file_mark.setVisible(is_local and bool(path))
        self._model_file.setText(readable_fact(path))
        self._model_file.setVisible(bool(path))
        self.back.setVisible(settings[SERVICE_KIND] in ("other", "practice"))

    def submit(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.state.forget()
            self._field.set_problem(self.tr("Enter the address of the service first."))
            self.address.setFocus()
            return
        self._field.set_problem("")
        self._again = self.submit  # with what the fields hold by then
        self.serviceSubmitted.emit(address, self.key.key())

    def open_address(self) -> None:
        """Have the address ready to be changed."""
        self.address.setFocus()
        self.address.selectAll()

    def forget_entry(self) -> None:
        """The address is in use and its key is saved: nothing of it stays in the fields."""
        self.key.clear()
        self.address.setModified(False)

    def _ask_for_model(self) -> None:
        path = self._choose_model(self)
        if path:
            self._ask(self.practiceModelChosen, path)

    def _ask(self, wanted: SignalInstance, *values: str) -> None:
        self._again = partial(wanted.emit, *values)
        self._again()

    def _act(self, action: Action) -> None:
        if action in (Action.RETRY, Action.TRY_AGAIN):
            self._again()
        elif action is Action.ENTER_KEY:
            self.key.edit.setFocus()
            self.key.edit.selectAll()
        elif action is not Action.OPEN_NETWORK:  # the dialog leads there
            self.open_address()
