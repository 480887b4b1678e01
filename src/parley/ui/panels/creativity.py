"""Creativity (temperature): a slider with words at its ends, and a sentence on what it does where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from parley.domain.chat_settings import DEFAULT_TEMPERATURE, TEMPERATURE_RANGE
from parley.ui.kit.buttons import QuietButton
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.kit.themed import set_look
from parley.ui.panels.again import AGAIN_ICON, again_text
from parley.ui.theme import TINY

if TYPE_CHECKING:
    from collections.abc import Sequence

_STEPS = 100  # slider steps for one unit of temperature; a value that was stored finer is kept until it is moved


class CreativityControl(QWidget):
    """None, the state at first, means that nothing is sent and the model uses its own default."""

    valueChanged = Signal(object)  # float or None
    againRequested = Signal()  # it was refused, and is to be sent again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: float | None = None
        self._reason = ""
        self.slider = steady(QSlider(Qt.Orientation.Horizontal))
        self.slider.setAccessibleName(self.tr("Creativity"))
        low, high = TEMPERATURE_RANGE
        self.slider.setRange(round(low * _STEPS), round(high * _STEPS))
        self.slider.setSingleStep(_STEPS // 10)
        self.slider.setPageStep(_STEPS // 2)
        self._field = Field(self.tr("Creativity (temperature)"), self.slider)
        self.reset = QuietButton(self.tr("Use the model's own"), icon_name="rotate-ccw")
        self._ends = QWidget()
        self._lay_out()
        self.slider.valueChanged.connect(self._take)
        self.slider.sliderReleased.connect(lambda: self._take(self.slider.value()))
        self.reset.clicked.connect(self._forget)
        self._field.actionRequested.connect(self.againRequested)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        ends = QHBoxLayout(self._ends)
        ends.setContentsMargins(0, 0, 0, 0)
        ends.addWidget(Label(self.tr("Predictable"), look="small", wrap=False))
        ends.addStretch(1)
        ends.addWidget(Label(self.tr("Surprising"), look="small", wrap=False))
        inner = self._field.layout()
        if isinstance(inner, QVBoxLayout):
            inner.insertWidget(2, self._ends)
        column.addWidget(self._field)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> float | None:
        return self._value

    def set_value(self, value: float | None) -> None:
        self._value = value
        self._show()

    def set_reason(self, reason: str) -> None:
        """Grey the control out and say why, or with "" give it back."""
        self._reason = reason
        self._show()

    def set_refused(self, refused: bool) -> None:
        """Whether the reason is that the service refused it."""
        self._field.set_action(again_text(refused), AGAIN_ICON)

    def _take(self, position: int) -> None:
        value = round(position * 10 / _STEPS) / 10
        if value != self._value:
            self._value = value
            self._show()
            self.valueChanged.emit(value)

    def _forget(self) -> None:
        self._value = None
        self._show()
        self.slider.setFocus()
        self.valueChanged.emit(None)

    def _show(self) -> None:
        shown = DEFAULT_TEMPERATURE if self._value is None else self._value
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(shown * _STEPS))
            self.slider.blockSignals(False)
        look = "unset" if self._value is None else ""  # no part of it is filled then: it holds no value
        if self.slider.property("look") != look:
            set_look(self.slider, look)
        available = not self._reason
        self.slider.setEnabled(available)
        self.reset.setVisible(available and self._value is not None)
        self._field.set_value_text(self._value_text() if available else "")
        self._field.set_help(self._reason or self._sentence())

    def _value_text(self) -> str:
        return self.tr("Not set") if self._value is None else self.locale().toString(self._value, "f", 1)

    def _sentence(self) -> str:
        if self._value is None:
            return self.tr("The model uses its own default. Move the slider to set it yourself.")
        sentences: Sequence[tuple[float, str]] = (
            (0.15, self.tr("Nearly the same answer every time. Good for facts and code.")),
            (0.55, self.tr("Careful and to the point, with little variety.")),
            (0.85, self.tr("A balance of steady and lively.")),
            (1.15, self.tr("Natural and varied. Most models use this by themselves.")),
            (1.55, self.tr("Unusual words and ideas. Good for stories.")),
        )
        adventurous = self.tr("Very unusual. Answers may lose the thread and stop making sense.")
        return next((text for above, text in sentences if self._value < above), adventurous)
