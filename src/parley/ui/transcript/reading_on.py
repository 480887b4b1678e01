"""Long messages are read a stretch at a time, between other work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from .ground import Ground


class ReadingOn(QObject):
    """Reads on in the window, for as long as a message there has more to read."""

    hasRead = Signal(int)  # number of an item, which has other rows now

    def __init__(self, area: Ground, parent: QObject) -> None:
        super().__init__(parent)
        self._area = area
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._read_on)

    def look(self) -> None:
        """Begin if there is something to read."""
        flow = self._area.flow
        if not self._timer.isActive() and any(flow.item(number).unread for number in self._area.visible_items()):
            self._timer.start()

    def _read_on(self) -> None:
        for number in self._area.visible_items():
            item = self._area.flow.item(number)
            if item.unread:
                item.read_on(self._area.page)
                self.hasRead.emit(number)
                return
        self._timer.stop()
