"""Showing more of an answer: what is already in the window is moved, and only the rest is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .area import Area
    from .rows import Row

_OVERHANG: Final = 3  # pixels: letters may reach so far out of their row


def show_growth(area: Area, numbers: Iterable[int]) -> None:
    """Text has come to these items since they were painted: lay it out, and paint what is new or stands elsewhere."""
    before = dict(_standing(area))
    top = area.top()
    for number in numbers:
        item = area.flow.item(number)
        if item.built:
            item.refresh(area.page)
        area.flow.changed(number)
    same = {row: y for row, y in before.items() if row.measured}  # the others are laid out again
    if not area.lay_out():
        return
    moved = area.top() - top
    if abs(moved) < area.viewport().height():
        area.viewport().scroll(0, -moved)
        shown = {row: (y - moved, row.height if row in same else row.fresh_from) for row, y in before.items()}
        good = max(0, _good(area, shown) - _OVERHANG)
        area.viewport().update(QRect(0, good, area.viewport().width(), area.viewport().height() - good))
    else:
        area.viewport().update()
    area.settled()


def _standing(area: Area) -> Iterator[tuple[Row, int]]:
    """The rows in the window that are laid out, and at what height of the window they begin."""
    for number in area.visible_items():
        for number_of_row in area.visible_rows(number):
            row = area.flow.item(number).rows[number_of_row]
            if row.measured:
                yield row, area.row_origin(number, number_of_row).y()


def _good(area: Area, shown: dict[Row, tuple[int, int]]) -> int:
    """Down to where the window shows what it should. `shown`: where rows begin, and how much of each is right."""
    good = 0
    for row, y in _standing(area):
        before, right = shown.get(row, (y, 0))
        if before != y:
            break
        good = y + right
        if right < row.height:
            break
    return good
