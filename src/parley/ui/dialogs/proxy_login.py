"""The user name and the password for the proxy that the person named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.ui.failure_words import readable_fact
from parley.ui.kit.buttons import Button
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.theme import MEDIUM, SMALL

if TYPE_CHECKING:
    from parley.domain.errors import Failure

_LONGEST = 255  # characters: what SOCKS has room for (RFC 1929)


class ProxyLogin(QWidget):
    """Both fields, and where the password is. What is typed into its field leaves only through `passwordEntered`."""

    userChanged = Signal(str)
    passwordEntered = Signal(str)  # "": forget the one that is kept

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.user = _line()
        self.password = _line()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        self.remove = Button(self.tr("Remove password"))
        self._state = Label(look="small")
        self._password_field = Field(self.tr("Password for the proxy"), self.password)
        self._lay_out()
        self.set_state("", None)
        self.user.textChanged.connect(self._allow_password)
        self.user.editingFinished.connect(lambda: self.userChanged.emit(self.user.text().strip()))
        self.password.editingFinished.connect(self._take_password)
        self.remove.clicked.connect(lambda: self.passwordEntered.emit(""))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        help_text = self.tr("Only if the proxy asks for one. Many do not.")
        column.addWidget(Field(self.tr("User name for the proxy"), self.user, help_text))
        column.addWidget(self._password_field)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._state, 1)
        row.addWidget(self.remove)
        column.addLayout(row)

    def set_user(self, name: str) -> None:
        """Show the name in the settings. Says nothing."""
        if not self.user.hasFocus():
            self.user.setText(name)
        self._allow_password()

    def set_state(self, place: str, problem: Failure | None) -> None:
        """Say where the password is: in the keyring `place`, with a problem only in memory. "": there is none."""
        self.password.setPlaceholderText("••••••••" if place else "")
        self.remove.setVisible(bool(place))
        self._state.setText(self._state_text(place, problem))
        self._state.setVisible(bool(self._state.text()))
        self.password.setAccessibleDescription(self._state.text())

    def _state_text(self, place: str, problem: Failure | None) -> str:
        if problem is None:
            return self.tr("The password is kept in {place}.").replace("{place}", readable_fact(place)) if place else ""
        if place:
            return self.tr("The password is kept until Parley is closed, because the keyring did not take it.")
        return self.tr("The keyring does not give the saved password at the moment.")

    def _allow_password(self) -> None:
        """A password belongs to a name."""
        self._password_field.setEnabled(bool(self.user.text().strip()))

    def _take_password(self) -> None:
        password = self.password.text()
        if password:
            self.password.clear()
            self.passwordEntered.emit(password)


def _line() -> QLineEdit:
    line = QLineEdit()
    line.setMaxLength(_LONGEST)
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return line
