"""A field for a number that may be left to the model."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QWidget

from parley.ui.kit.steady import steady
from parley.ui.theme import SMALL


class OptionalNumber(QDoubleSpinBox):
    """None, the state at first, is shown as "Default" and stands below the smallest number.

    The first step from there leads to `usual`, which is what the service uses by itself. Emptied, it is unset again.
    """

    chosen = Signal(object)  # float or None

    def __init__(
        self, bounds: tuple[float, float], *, usual: float, step: float, decimals: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        steady(self)
        self._usual = usual
        self.setDecimals(decimals)
        self.setSingleStep(step)
        self.setRange(bounds[0] - step, bounds[1])
        self.setSpecialValueText(self.tr("Default"))
        self.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self.setKeyboardTracking(False)
        self.setMinimumWidth(128)
        self.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
        self.setValue(self.minimum())
        self.valueChanged.connect(lambda _value: self.chosen.emit(self.number()))

    def number(self) -> float | None:
        return None if self.value() == self.minimum() else self.value()

    def set_number(self, number: float | None) -> None:
        """Show a number. Says nothing."""
        self.blockSignals(True)
        self.setValue(self.minimum() if number is None else number)
        self.blockSignals(False)

    def stepBy(self, steps: int) -> None:
        if self.number() is None:
            self.setValue(self._usual)
        else:
            self.setValue(max(self.minimum() + self.singleStep(), self.value() + steps * self.singleStep()))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        if self.number() is None:
            return QAbstractSpinBox.StepEnabledFlag.StepUpEnabled | QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        return super().stepEnabled()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if not text.strip():
            return QValidator.State.Acceptable, text, position
        return super().validate(text, position)

    def valueFromText(self, text: str) -> float:
        return super().valueFromText(text) if text.strip() else self.minimum()
