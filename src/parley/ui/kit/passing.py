"""What is said in passing goes by itself, when there was time to read it and to use its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STAYS_MS = 10_000


class Passing(QObject):
    """Hides `widget` ten seconds after `start`, later while the pointer or the keyboard is in it."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._time_is_up)

    def start(self) -> None:
        """What `widget` shows now was said just now."""
        self._widget.installEventFilter(self)  # again: Qt keeps it once
        self._timer.start()

    def stop(self) -> None:
        """What `widget` shows now stays until somebody hides it."""
        self._timer.stop()

    def _time_is_up(self) -> None:
        focus = QApplication.focusWidget()
        if self._widget.underMouse() or (focus is not None and self._widget.isAncestorOf(focus)):
            self._timer.start()
        else:
            self._widget.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the pointer has left, all of the time is there again."""
        if event.type() == QEvent.Type.Leave and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)
