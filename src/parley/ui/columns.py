"""Which of the window's columns are shown: nothing lies outside it, however narrow it is."""

from __future__ import annotations

from typing import NamedTuple

NARROW = 680  # pixels: below, the sidebar makes room until it is asked for
MIDDLE_NEEDS = 276  # pixels: the conversation; with the sidebar at its narrowest it fits into the smallest window
_EDGES = 2  # pixels: the lines between three columns


class Columns(NamedTuple):
    """Whether each is shown."""

    sidebar: bool
    middle: bool
    panel: bool


class Wish(NamedTuple):
    """What the person wants, and the pixels that sidebar and side panel need."""

    sidebar: bool
    panel: bool
    sidebar_last: bool  # asked for after the window became narrow or the panel was opened
    sidebar_needs: int
    panel_needs: int


def has_room_for_all(width: int, wish: Wish) -> bool:
    """Whether nothing that is wanted has to give way."""
    panel = wish.panel_needs if wish.panel else 0
    return width >= max(NARROW, wish.sidebar_needs + MIDDLE_NEEDS + panel + _EDGES)


def share(width: int, wish: Wish) -> Columns:
    """What was asked for last stays. The panel, where it fits beside nothing, takes the conversation's place."""
    everything = has_room_for_all(width, wish)
    sidebar = wish.sidebar and (everything or wish.sidebar_last)
    panel = wish.panel and (everything or not sidebar)
    middle = not panel or everything or width >= MIDDLE_NEEDS + wish.panel_needs + _EDGES
    return Columns(sidebar, middle, panel)
