"""Controls that a person scrolls past: the wheel changes them only while they have the focus, and never gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QSlider, QSpinBox, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent


class SteadySlider(QSlider):
    """A slider on a page that scrolls."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_for(self, event):
            super().wheelEvent(event)


class SteadySpinBox(QSpinBox):
    """A whole number on a page that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_for(self, event):
            super().wheelEvent(event)


class SteadyDoubleSpinBox(QDoubleSpinBox):
    """A number with decimals on a page that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_for(self, event):
            super().wheelEvent(event)


class SteadyComboBox(QComboBox):
    """A choice on a page that scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if _is_for(self, event):
            super().wheelEvent(event)


def _is_for(control: QWidget, event: QWheelEvent) -> bool:
    """Whether the control may take the wheel; if not, the event goes on to the page, which scrolls."""
    if not control.hasFocus():
        event.ignore()
    return control.hasFocus()
