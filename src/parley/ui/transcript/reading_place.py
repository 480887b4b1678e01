"""Where the reader is, as a number that means the same in another window and after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from .area import Area

AT_THE_END: Final = 0
_PARTS: Final = 100_000  # a message's height is cut into so many: it is another at another width
_PASSES: Final = 2  # the first time its neighbours get their true heights


def place_of(area: Area) -> int:
    """The message at the window's top and how much of it is above, or AT_THE_END."""
    if area.following or not len(area.flow):
        return AT_THE_END
    number = area.flow.at(area.top())
    item = area.flow.item(number)
    above = (area.top() - area.flow.top(number)) / max(1, item.height)
    return item.message.id * _PARTS + round(min(max(above, 0.0), 0.999) * _PARTS)


def show_place(area: Area, place: int) -> bool:
    """Bring the page to a place that `place_of` gave. False when that message is not on it."""
    ident, above = divmod(place, _PARTS)
    number = area.flow.number_of(ident) if place != AT_THE_END else None
    if number is None:
        return False
    area.leave_end()
    for _ in range(_PASSES):
        top = area.flow.top(number) + round(above / _PARTS * area.flow.item(number).height)
        area.verticalScrollBar().setValue(top)
        area.settle()
    return True
