"""Longest answer (max tokens): a number with its meaning in words beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from parley.domain.chat_settings import MAX_TOKENS_RANGE
from parley.ui.kit.buttons import QuietButton
from parley.ui.kit.fields import Field
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.panels.again import AGAIN_ICON, again_text
from parley.ui.panels.numbers import about_words, number_text
from parley.ui.theme import MEDIUM, SMALL, TINY

_NOT_SET = 0


class AnswerLengthControl(QWidget):
    """None, the state at first, means that nothing is sent and the model may write as much as it can."""

    valueChanged = Signal(object)  # int or None
    againRequested = Signal()  # it was refused, and is to be sent again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit: int | None = None
        self._includes_thinking = False
        self._reason = ""
        self.spin = steady(QSpinBox())
        self.spin.setAccessibleName(self.tr("Longest answer"))
        self.spin.setRange(_NOT_SET, MAX_TOKENS_RANGE[1])
        self.spin.setSingleStep(100)
        self.spin.setSpecialValueText(self.tr("Not set"))
        self.spin.setGroupSeparatorShown(True)
        self.spin.setMinimumWidth(128)
        self.spin.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
        self.spin.setCorrectionMode(QAbstractSpinBox.CorrectionMode.CorrectToNearestValue)
        self._words = Label(look="quiet")
        self._row = QWidget()
        self._field = Field(self.tr("Longest answer (max tokens)"), self.spin)
        self.reset = QuietButton(self.tr("Set no limit"), icon_name="rotate-ccw")
        self._lay_out()
        self.spin.valueChanged.connect(self._take)
        self.reset.clicked.connect(self._forget)
        self._field.actionRequested.connect(self.againRequested)
        self._show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        inner = self._field.layout()
        if inner is not None:
            inner.replaceWidget(self.spin, self._row)
        row.addWidget(self.spin)
        row.addWidget(self._words, 1)
        column.addWidget(self._field)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> int | None:
        return self.spin.value() or None

    def set_value(self, value: int | None) -> None:
        self.spin.blockSignals(True)
        self.spin.setValue(value or _NOT_SET)
        self.spin.blockSignals(False)
        self._show()

    def set_reason(self, reason: str) -> None:
        """Grey the control out and say why, or with "" give it back."""
        self._reason = reason
        self._row.setEnabled(not reason)
        self._show()

    def set_refused(self, refused: bool) -> None:
        """Whether the reason is that the service refused it."""
        self._field.set_action(again_text(refused), AGAIN_ICON)

    def set_model_limit(self, limit: int | None, *, includes_thinking: bool) -> None:
        """Say what the model can write at most, in tokens, and whether its thinking counts against the limit."""
        self._limit = limit
        self._includes_thinking = includes_thinking
        self._show()

    def _take(self) -> None:
        self._show()
        self.valueChanged.emit(self.value())

    def _forget(self) -> None:
        self.spin.setValue(_NOT_SET)
        self.spin.setFocus()

    def _show(self) -> None:
        value = self.value()
        words = self.tr("about {count} words")
        self._words.setText("" if value is None else words.replace("{count}", about_words(value)))
        self.reset.setVisible(value is not None and not self._reason)
        self._field.set_help(self._reason or " ".join(self._sentences(value)))

    def _sentences(self, value: int | None) -> list[str]:
        said = []
        if value is None:
            said.append(self.tr("The model decides how much it writes."))
        if self._includes_thinking:
            said.append(self.tr("This model's thinking counts too, so leave it plenty of room."))
        if self._limit is not None:
            most = self.tr("This model writes at most {limit} tokens, about {count} words.")
            count = about_words(self._limit)
            said.append(most.replace("{limit}", number_text(self._limit)).replace("{count}", count))
        return said
