"""A layout that goes on in the next line where there is no more room, like words in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout

from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Keeps the order and the wanted size of each widget; mirrored where the language runs from right to left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._flow(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        return QSize(widest, tallest)

    def setGeometry(self, room: QRect) -> None:
        super().setGeometry(room)
        self._flow(room, move=True)

    def _flow(self, room: QRect, *, move: bool) -> int:
        """Place the items line by line, if `move`; returns the height they take."""
        x, y, line = 0, 0, 0
        for item in self._items:
            wanted = item.sizeHint().boundedTo(QSize(max(room.width(), 1), 10_000))
            if x and x + wanted.width() > room.width():
                x, y, line = 0, y + line + SMALL, 0
            if move:
                place = QRect(room.topLeft() + QPoint(x, y), wanted)
                item.setGeometry(_mirrored(place, room) if self._runs_left() else place)
            x += wanted.width() + SMALL
            line = max(line, wanted.height())
        return y + line

    def _runs_left(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.isRightToLeft()


def _mirrored(place: QRect, room: QRect) -> QRect:
    return place.translated(room.right() - place.right() - (place.left() - room.left()), 0)
