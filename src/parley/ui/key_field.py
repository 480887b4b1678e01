"""The field for a key: dots unless the person wants to see it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from parley.ui.kit.buttons import IconButton
from parley.ui.kit.fields import Field
from parley.ui.theme import TINY

_LONGEST_KEY = 4096  # characters: enough for any service, and a pasted novel stays out


class KeyField(Field):
    """A key as it is typed or pasted. It goes nowhere but through `key()`, and `clear()` forgets it."""

    submitted = Signal()

    def __init__(self, label: str, help_text: str = "", parent: QWidget | None = None) -> None:
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setMaxLength(_LONGEST_KEY)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        # Keys are Latin letters: in a right-to-left window too they are read from the left.
        self.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._row = QWidget()
        super().__init__(label, self.edit, help_text, parent)
        self.eye = IconButton("eye", self.tr("Show the key"))
        self.eye.setCheckable(True)
        self._lay_out_row()
        self.eye.toggled.connect(self._show_key)
        self.edit.returnPressed.connect(self.submitted)
        self.edit.textEdited.connect(lambda: self.set_problem(""))

    def _lay_out_row(self) -> None:
        column = self.layout()
        if column is None:
            return
        column.replaceWidget(self.edit, self._row)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TINY)
        row.addWidget(self.edit, 1)
        row.addWidget(self.eye)

    def key(self) -> str:
        """What was entered, without the white space that pasting brings along."""
        return self.edit.text().strip()

    def clear(self) -> None:
        self.edit.clear()
        self.eye.setChecked(False)
        self.set_problem("")

    def _show_key(self, shown: bool) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.eye.set_icon_name("eye-off" if shown else "eye")
        self.eye.set_label(self.tr("Hide the key") if shown else self.tr("Show the key"))
