"""Controls that a person scrolls past: the wheel changes them only while they have the focus, and never gives it."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

_Control = TypeVar("_Control", bound=QWidget)


def steady(control: _Control) -> _Control:
    """`control`, which stands on a page that scrolls."""
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_WheelOnlyWithFocus(control))
    return control


class _WheelOnlyWithFocus(QObject):
    """What the wheel would do to its control goes on to the page, which scrolls."""

    def eventFilter(self, control: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(control, QWidget) or control.hasFocus():
            return False
        event.ignore()
        return True
