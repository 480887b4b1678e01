"""A sum of money to type in: dollars on the screen, micro-dollars everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox

from parley.domain.money import MICRO
from parley.ui.kit.money import around_dollars
from parley.ui.kit.numbers import reading_locale
from parley.ui.kit.steady import steady
from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_CENT = MICRO // 100


class MoneyField(QDoubleSpinBox):
    """No sum at all is said in words (`nothing`), never as $0.00."""

    microChanged = Signal(object)  # int: may be larger than a Qt int

    def __init__(self, maximum: int, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        steady(self)
        self._micro = 0
        self.setDecimals(2)
        self.setRange(0, maximum / MICRO)
        before, after = around_dollars()
        self.setPrefix(before)
        self.setSuffix(after)
        self.setSpecialValueText(nothing)
        self.setLocale(reading_locale())
        self.setGroupSeparatorShown(True)
        self.setKeyboardTracking(False)
        self.setMaximumWidth(200)
        self.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
        self.valueChanged.connect(self._take)

    def micro(self) -> int:
        return self._micro

    def set_micro(self, micro: int) -> None:
        """Show the sum without saying so."""
        self._micro = micro
        self.blockSignals(True)
        self.setValue(micro / MICRO)
        self.blockSignals(False)

    def _take(self, dollars: float) -> None:
        self._micro = round(dollars * 100) * _CENT
        self.microChanged.emit(self._micro)
