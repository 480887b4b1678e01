"""Holding on to what the reader looks at while heights above it change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .standing import rows_in_window

if TYPE_CHECKING:
    from .flow import Flow
    from .ground import Ground


class Anchor(NamedTuple):
    """A row and its distance from the window's top; row -1: a share of an item that was never laid out."""

    item: int
    row: int
    distance: float


def find_anchor(area: Ground) -> Anchor | None:
    """The first row in the window whose height is known, else the first row: one that grows does so at its end."""
    rows = list(rows_in_window(area))
    held = next((one for one in rows if one.row.measured), rows[0] if rows else None)
    if held is not None:
        return Anchor(held.item_number, held.number, held.top)
    items = area.visible_items()
    if not items:
        return None
    first = items[0]
    return Anchor(first, -1, (area.top() - area.flow.top(first)) / max(1, area.flow.item(first).height))


def anchored_value(flow: Flow, anchor: Anchor) -> int:
    """Where the scroll bar must stand so that the anchor is where it was."""
    item = flow.item(anchor.item)
    if anchor.row < 0 or not item.rows:
        share = anchor.distance if anchor.row < 0 else 0.0
        return round(flow.top(anchor.item) + share * item.height)
    return round(flow.top(anchor.item) + item.top_of(min(anchor.row, len(item.rows) - 1)) - anchor.distance)
