"""Copying a long conversation takes seconds: it is done in short turns, between which the window goes on answering."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from .copying import Work

_STRETCH: Final = 0.012  # seconds of work before the window gets its turn


class Copier(QObject):
    """Does the work of copying, and puts what comes of it on the clipboard."""

    busyChanged = Signal(bool)  # what was copied last is not on the clipboard yet

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Work[QMimeData] | None = None
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)
        QGuiApplication.clipboard().dataChanged.connect(self._give_way)

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def copy(self, work: Work[QMimeData]) -> None:
        """Copy what `work` makes: at once, unless it takes long."""
        self.stop()
        self._work = work
        self._go_on()
        if self._work is not None:
            self._timer.start()
            self.busyChanged.emit(True)

    def stop(self) -> None:
        """Leave on the clipboard what is there."""
        self._work = None
        if self.busy:
            self._timer.stop()
            self.busyChanged.emit(False)

    def _give_way(self) -> None:
        """Something else was copied meanwhile: what is copied last is meant.

        Wayland also says so when nothing was copied: each time just before the program gets the keyboard.
        """
        if not QGuiApplication.platformName().startswith("wayland") or QGuiApplication.focusWindow() is not None:
            self.stop()

    def _go_on(self) -> None:
        until = monotonic() + _STRETCH
        work, self._work = self._work, None  # after a fault there is nothing to go on with
        while work is not None:
            try:
                next(work)
            except StopIteration as end:
                self.stop()
                QGuiApplication.clipboard().setMimeData(end.value)
                return
            if monotonic() >= until:
                self._work = work
                return
        self.stop()
