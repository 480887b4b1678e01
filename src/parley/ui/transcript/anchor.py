"""Holding on to what the reader looks at while heights above it change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .flow import Flow
    from .ground import Ground


class Anchor(NamedTuple):
    """A row and its distance from the window's top; row -1: a share of an item that was never laid out."""

    item: int
    row: int
    distance: float


def find_anchor(area: Ground) -> Anchor | None:
    """The first thing in the window whose height is known."""
    items = area.visible_items()
    for number in items:
        item = area.flow.item(number)
        if item.built:
            for row in area.visible_rows(number):
                if item.rows[row].measured:
                    return Anchor(number, row, area.flow.top(number) + item.top_of(row) - area.top())
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
