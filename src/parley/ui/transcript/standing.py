"""Where the rows in the window stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .ground import Ground
    from .item import MessageItem
    from .rows import Row


class Standing(NamedTuple):
    """Row number `number` of an item, and at what height of the window it begins."""

    item_number: int
    item: MessageItem
    number: int
    row: Row
    top: int


def rows_in_window(area: Ground) -> Iterator[Standing]:
    """The rows that can be seen, of items that are built."""
    for number in area.visible_items():
        item = area.flow.item(number)
        above = area.flow.top(number) - area.top()
        for row_number in area.visible_rows(number):
            yield Standing(number, item, row_number, item.rows[row_number], above + item.top_of(row_number))
