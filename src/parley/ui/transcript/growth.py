"""Showing more of an answer: what is already in the window is moved, and only the rest is painted."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .area import Area
    from .rows import Row

_BATCH_MS: Final = 33  # text that arrives within this time is laid out at once
_SLOWEST_BATCH_MS: Final = 80  # a slow or busy computer gets larger batches, up to this
_REST: Final = 5  # laying out takes at most a fifth of the time
_OVERHANG: Final = 3  # pixels: letters may reach so far out of their row


class Growth(QObject):
    """Gathers text that arrives, and shows it in batches."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._grown: set[int] = set()  # items with text that is not shown yet
        self._timer = QTimer(self, singleShot=True, interval=_BATCH_MS)
        self._timer.timeout.connect(self.show)

    def add(self, number: int, text: str) -> None:
        """More of the item `number`. It is shown within 33 ms, the first word at once: somebody waits for that."""
        item = self._area.flow.item(number)
        is_first = not item.has_text
        item.append(text)
        self._grown.add(number)
        self._area.page.formulas.postpone()
        if is_first:
            self.show()
        elif not self._timer.isActive():
            self._timer.start()

    def forget(self, number: int | None = None) -> None:
        """This item, or without a number every item, is shown in another way."""
        self._grown -= self._grown if number is None else {number}

    def show(self) -> None:
        """Show what has arrived."""
        began = monotonic()
        show_growth(self._area, self._grown)
        self._grown.clear()
        cost = round((monotonic() - began) * 1000)
        self._timer.setInterval(min(max(_BATCH_MS, cost * _REST), _SLOWEST_BATCH_MS))


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
                yield row, area.row_top(number, number_of_row)


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
