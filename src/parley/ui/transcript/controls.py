"""The real buttons of rows: only those in the window have any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from .standing import rows_in_window

if TYPE_CHECKING:
    from .ground import Ground
    from .rows import Row


class Controls:
    """Brings the controls of visible rows to their places and lets go of the others."""

    def __init__(self) -> None:
        self._live: set[Row] = set()

    def forget(self) -> None:
        """The rows are gone, and have released their controls themselves."""
        self._live.clear()

    def place(self, area: Ground) -> None:
        seen: set[Row] = set()
        left = area.column_left()
        for one in rows_in_window(area):
            placed = one.row.widgets(area.page)
            if placed:
                seen.add(one.row)
                corner = QPointF(one.item.row_left(one.number, left), one.top)
                for widget, room in placed:
                    widget.setGeometry(room.translated(corner).toRect())
                    if widget.isHidden():
                        widget.show()
        for row in self._live - seen:
            row.release()
        self._live = seen
