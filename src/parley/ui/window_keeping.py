"""Keeps the window's size, place and columns while they change: the next start finds them, whatever ends this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from parley.domain.settings import PANEL_WIDTH, SIDEBAR_WIDTH, WINDOW_GEOMETRY

if TYPE_CHECKING:
    from .main_window import MainWindow
    from .preferences import Preferences

PAUSE_MS = 1_000
_CHANGES = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowStateChange)


class WindowKeeping(QObject):
    """Writes what changed when the person pauses, and once more when the window closes."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save)
        window.installEventFilter(self)
        window.columnsMoved.connect(self._timer.start)
        window.closing.connect(self.save)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() in _CHANGES:
            self._timer.start()
        return False

    def save(self) -> None:
        """Write what is not written yet."""
        self._timer.stop()
        sidebar, panel = self._window.column_widths()
        self._preferences.set(WINDOW_GEOMETRY, self._window.geometry_text())
        for setting, width in ((SIDEBAR_WIDTH, sidebar), (PANEL_WIDTH, panel)):
            if setting.accepts(width):
                self._preferences.set(setting, width)
