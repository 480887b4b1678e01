"""Another version of a message comes in its place: what the reader looks at, or points at, stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .item import STRIP

if TYPE_CHECKING:
    from .area import Area

_PASSES: Final = 4  # what comes into the window gets its true height, which may bring in more


class KeptPlace(NamedTuple):
    """Where a message stands in the window, in pixels from its top."""

    message_id: int  # of the one that is to stand there
    is_mine: bool
    top: int
    bottom: int
    by_bottom: bool  # the line with the arrows between versions can be seen: that is what stays


def kept_place(area: Area, old_id: int, new_id: int) -> KeptPlace | None:
    """Where `old_id` stands, for `new_id`. None: it is not on the page."""
    number = area.flow.number_of(old_id)
    if number is None:
        return None
    item = area.flow.item(number)
    top = area.flow.top(number) - area.top()
    bottom = top + item.height
    by_bottom = STRIP <= bottom <= area.viewport().height()
    return KeptPlace(new_id, item.is_mine, top, bottom, by_bottom)


def show_kept(area: Area, kept: KeptPlace) -> None:
    """Bring the new message there, as far as the page allows."""
    number = area.flow.number_of(kept.message_id)
    if number is None:
        return
    area.leave_end()
    item = area.flow.item(number)
    by_bottom = kept.by_bottom and item.is_mine == kept.is_mine  # else a question is all that is left of its answers
    for _ in range(_PASSES):
        wanted = area.flow.top(number) + (item.height - kept.bottom if by_bottom else -kept.top)
        area.verticalScrollBar().setValue(wanted)
        area.settle()
    area.follow_if_at_end()
