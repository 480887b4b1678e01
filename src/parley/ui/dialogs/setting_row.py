"""One setting as a row, made from its entry in the table `domain.settings.SETTINGS`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from parley.domain.settings import DEFAULT_INSTRUCTIONS, MONTHLY_BUDGET, TEXT_SIZE, TRASH_DAYS
from parley.ui.dialogs.money_field import MoneyField
from parley.ui.kit.fields import Field, Toggle
from parley.ui.kit.labels import Label
from parley.ui.kit.steady import steady
from parley.ui.kit.themed import set_look
from parley.ui.theme import SMALL, TINY

if TYPE_CHECKING:
    from parley.domain.settings import AnySetting

_NARROW = 240


class SettingRow(QWidget):
    """Shows a setting and says each new value that the setting accepts."""

    changed = Signal(str, object)  # key, value

    def __init__(self, setting: AnySetting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        self.control = self._make_control()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        label, help_text = setting_text(setting.label), setting_text(setting.help)
        if isinstance(self.control, Toggle):
            self.control.setText(label)
            self.control.setAccessibleDescription(help_text)
            column.addWidget(self.control, 0, Qt.AlignmentFlag.AlignLeft)
            if help_text:
                column.addWidget(Label(help_text, look="small"))
        else:
            column.addWidget(Field(label, self.control, help_text))

    def set_value(self, value: object) -> None:
        """Show `value` without saying so."""
        control = self.control
        control.blockSignals(True)
        if isinstance(control, QComboBox):
            control.setCurrentIndex(max(0, control.findData(value)))
        elif isinstance(control, Toggle):
            control.setChecked(bool(value))
        elif isinstance(control, MoneyField):
            control.set_micro(value if isinstance(value, int) else 0)
        elif isinstance(control, QSpinBox):
            control.setValue(value if isinstance(value, int) else control.minimum())
        elif isinstance(control, QPlainTextEdit | QLineEdit):
            self._set_text(control, str(value))
        control.blockSignals(False)

    @staticmethod
    def _set_text(control: QPlainTextEdit | QLineEdit, text: str) -> None:
        """Leave the caret where it is when the text is what it was."""
        if isinstance(control, QLineEdit):
            if control.text() != text:
                control.setText(text)
        elif control.toPlainText() != text:
            control.setPlainText(text)

    def _make_control(self) -> QWidget:
        setting = self.setting
        if setting.key == MONTHLY_BUDGET.key:
            return self._money()
        if setting.choices:
            return self._choice()
        if isinstance(setting.default, bool):
            return self._switch()
        if isinstance(setting.default, int):
            return self._number()
        return self._lines() if setting.key == DEFAULT_INSTRUCTIONS.key else self._line()

    def _money(self) -> MoneyField:
        field = MoneyField(self.setting.maximum or 0, self.tr("No budget"))
        field.microChanged.connect(self._say)
        return field

    def _choice(self) -> QComboBox:
        box = steady(QComboBox())
        for value, words in self.setting.choices:
            box.addItem(setting_text(words), value)
        box.setMaximumWidth(_NARROW)
        box.currentIndexChanged.connect(lambda: self._say(box.currentData()))
        return box

    def _switch(self) -> Toggle:
        switch = Toggle()
        switch.toggled.connect(self._say)
        return switch

    def _number(self) -> QSpinBox:
        spin = steady(QSpinBox())
        spin.setRange(self.setting.minimum or 0, self.setting.maximum or 1_000_000)
        spin.setKeyboardTracking(False)
        spin.setMaximumWidth(_NARROW // 2 + 40)
        spin.lineEdit().setTextMargins(SMALL, 0, SMALL, 0)
        if self.setting.key == TEXT_SIZE.key:
            spin.setSuffix(self.tr(" px"))
        if self.setting.key == TRASH_DAYS.key:
            spin.setSpecialValueText(self.tr("Never"))
        spin.valueChanged.connect(self._say)
        return spin

    def _line(self) -> QLineEdit:
        edit = QLineEdit()
        edit.textEdited.connect(self._say)
        return edit

    def _lines(self) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        set_look(edit, "field")
        edit.setTabChangesFocus(True)
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        edit.setFixedHeight(128)
        edit.textChanged.connect(lambda: self._say(edit.toPlainText()))
        return edit

    def _say(self, value: object) -> None:
        if self.setting.accepts(value):
            self.changed.emit(self.setting.key, value)


def setting_text(text: str) -> str:
    """A text of the settings table in the person's language."""
    return QCoreApplication.translate("Settings", text) if text else ""
