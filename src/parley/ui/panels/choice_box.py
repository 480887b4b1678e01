"""A choice that may be left to the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from parley.ui.kit.steady import steady

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class ChoiceBox(QComboBox):
    """The first entry is "Default", which stands for "" and is not sent."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steady(self)
        self._words = words
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self._offer(tuple(words))
        self.activated.connect(lambda _index: self.chosen.emit(self.value()))

    def value(self) -> str:
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show `value`, also one that is not on offer at present. Says nothing."""
        if self.findData(value) < 0 and value in self._words:
            self.addItem(self._words[value], value)
        self.setCurrentIndex(max(0, self.findData(value)))

    def set_offer(self, values: Sequence[str]) -> None:
        """Offer only these; what is chosen stays."""
        chosen = self.value()
        self._offer(values)
        self.set_value(chosen)

    def _offer(self, values: Sequence[str]) -> None:
        self.clear()
        self.addItem(self.tr("Default"), "")
        for value in values:
            self.addItem(self._words[value], value)
