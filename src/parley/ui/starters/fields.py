"""A field for each thing that a starter asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from parley.ui.kit.fields import Field
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.steady import steady
from parley.ui.kit.themed import set_look

if TYPE_CHECKING:
    from parley.domain.starter import Variable

_LINES = (4, 14)  # a long text begins with as many lines and grows to as many

Control = QLineEdit | QComboBox | GrowingEdit


class VariableField(Field):
    """One variable under its label."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        self.variable = variable
        self.entry = _control(variable)
        super().__init__(variable.words, self.entry, parent=parent)
        if variable.optional:
            self.set_value_text(QCoreApplication.translate("Starters", "can stay empty"))
            self.entry.setAccessibleDescription(QCoreApplication.translate("Starters", "can stay empty"))

    def value(self) -> str:
        if isinstance(self.entry, GrowingEdit):
            return self.entry.toPlainText()
        return self.entry.currentText() if isinstance(self.entry, QComboBox) else self.entry.text()

    def check(self) -> bool:
        """Whether it may be left like this; if not, the field says why."""
        fine = self.variable.optional or bool(self.value().strip())
        self.set_problem("" if fine else QCoreApplication.translate("Starters", "Fill this in first."))
        return fine


def _control(variable: Variable) -> Control:
    if variable.long:
        edit = GrowingEdit(variable.words, variable.hint, lines=_LINES)
        edit.set_text(variable.default)
        return edit
    if variable.choices:
        return _choice(variable)
    line = QLineEdit(variable.default)
    line.setPlaceholderText(variable.hint)
    return line


def _choice(variable: Variable) -> QComboBox:
    """Suggestions to choose from; whatever else is written counts as well."""
    box = steady(QComboBox())
    line = QLineEdit()
    box.setEditable(True)
    box.setLineEdit(line)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(list(variable.choices))
    box.setCurrentIndex(-1)
    box.setEditText(variable.default)
    set_look(line, "bare")
    line.setPlaceholderText(variable.hint)
    line.setAccessibleName(variable.words)
    return box
