"""The wheel, turned over every control of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QPlainTextEdit, QSlider, QSpinBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = (QSlider, QSpinBox, QDoubleSpinBox, QComboBox, QPlainTextEdit)


def controls_of(page: QWidget) -> Iterator[QWidget]:
    """Everything on `page` that holds a value, also what is folded away."""
    for kind in _KINDS:
        yield from page.findChildren(kind)


def value_of(control: QWidget) -> object:
    if isinstance(control, QComboBox):
        return control.currentText()
    if isinstance(control, QPlainTextEdit):
        return control.toPlainText()
    assert isinstance(control, QSlider | QSpinBox | QDoubleSpinBox)
    return control.value()


def turn_wheel_over(control: QWidget, notches: int) -> None:
    """Scroll by so many notches, down for a number below nothing, as if the pointer were in the middle of it."""
    middle = QPointF(control.rect().center())
    nothing, turned = QPoint(0, 0), QPoint(0, 120 * notches)
    event = QWheelEvent(
        middle,
        control.mapToGlobal(middle),
        nothing,
        turned,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QCoreApplication.sendEvent(control, event)


def assert_the_wheel_changes_nothing(page: QWidget) -> int:
    """Turn the wheel both ways over every control of `page`, and return how many there are."""
    number = 0
    for control in controls_of(page):
        number += 1
        what = f"{type(control).__name__} {control.accessibleName()}"
        before = value_of(control)
        for notches in (-2, 3):
            turn_wheel_over(control, notches)
            assert value_of(control) == before, what
            assert not control.hasFocus(), what
        assert control.focusPolicy() != Qt.FocusPolicy.WheelFocus, what
    return number
