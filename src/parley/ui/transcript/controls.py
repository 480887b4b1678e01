"""The real buttons of rows: only those in the window have any."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        for number in area.visible_items():
            item = area.flow.item(number)
            for row_number in area.visible_rows(number):
                row = item.rows[row_number]
                placed = row.widgets(area.page)
                if not placed:
                    continue
                seen.add(row)
                origin = area.row_origin(number, row_number)
                for widget, room in placed:
                    widget.setGeometry(room.translated(origin).toRect())
                    widget.show()
        for row in self._live - seen:
            row.release()
        self._live = seen
