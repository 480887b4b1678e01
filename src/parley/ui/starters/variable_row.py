"""How the form will ask for one place in a starter's texts."""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from parley.ui.kit.cards import Card
from parley.ui.kit.fields import Toggle
from parley.ui.kit.labels import ElidedLabel
from parley.ui.kit.steady import steady
from parley.ui.theme import MEDIUM, SMALL

if TYPE_CHECKING:
    from parley.domain.starter import Variable

_LONGEST = 200  # characters, as the file allows


class _Kind(IntEnum):
    LINE = 0
    LONG = 1
    CHOICE = 2


class VariableRow(Card):
    """The question, what kind of field it has, and whether it can stay empty."""

    def __init__(self, variable: Variable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variable = variable
        self._label = QLineEdit(variable.label)
        self._label.setMaxLength(_LONGEST)
        self._label.setPlaceholderText(variable.words)
        self._label.setAccessibleName(self.tr("Question for {name}").format(name=variable.name))
        self._kind = steady(QComboBox())
        self._kind.addItems([self.tr("One line"), self.tr("Several lines"), self.tr("Suggestions")])
        self._kind.setAccessibleName(self.tr("Kind of field for {name}").format(name=variable.name))
        kind = _Kind.LONG if variable.long else _Kind.CHOICE if variable.choices else _Kind.LINE
        self._kind.setCurrentIndex(kind)
        self._choices = QLineEdit("; ".join(variable.choices))
        self._choices.setPlaceholderText(self.tr("Suggestions, with a semicolon between them"))
        self._choices.setAccessibleName(self.tr("Suggestions for {name}").format(name=variable.name))
        self._optional = Toggle(self.tr("Can stay empty"))
        self._optional.setChecked(variable.optional)
        self._lay_out()
        self._connect()
        self._show_choices()

    @property
    def name(self) -> str:
        return self._variable.name

    def variable(self) -> Variable:
        """What the row says now."""
        kind = self._kind.currentIndex()
        choices = [choice.strip()[:_LONGEST] for choice in self._choices.text().split(";")]
        return replace(
            self._variable,
            label=self._label.text().strip(),
            long=kind == _Kind.LONG,
            choices=tuple(filter(None, choices)) if kind == _Kind.CHOICE else (),
            optional=self._optional.isChecked(),
        )

    def _lay_out(self) -> None:
        self.body.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self.body.setSpacing(SMALL)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(SMALL)
        second.setSpacing(MEDIUM)
        name = ElidedLabel("{{" + self.name + "}}", look="small")
        first.addWidget(name, 1)
        first.addWidget(self._label, 3)
        second.addWidget(self._kind)
        second.addWidget(self._optional)
        second.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._choices)
        self.body.addLayout(column)

    def _connect(self) -> None:
        self._kind.currentIndexChanged.connect(self._show_choices)

    def _show_choices(self) -> None:
        self._choices.setVisible(self._kind.currentIndex() == _Kind.CHOICE)
