"""All messages one under the other: which of them stands at a height, and where each begins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .item import MessageItem


class Flow:
    """Sums of heights, added up again only from the first item that changed."""

    def __init__(self) -> None:
        self.items: list[MessageItem] = []
        self._tops: list[int] = [0]  # of each item, and the end
        self._good = 0  # items whose top is right
        self._numbers: dict[int, int] = {}

    def set_items(self, items: list[MessageItem]) -> None:
        self.items = items
        self._numbers = {item.message.id: number for number, item in enumerate(items)}
        self._tops = [0, *accumulate(item.height for item in items)]
        self._good = len(items)

    def add(self, item: MessageItem) -> None:
        self._numbers[item.message.id] = len(self.items)
        self.items.append(item)
        self._tops.append(self._tops[-1] + item.height)

    def number_of(self, message_id: int) -> int | None:
        return self._numbers.get(message_id)

    def changed(self, number: int) -> None:
        """The item `number` has another height."""
        self._good = min(self._good, number)

    def _add_up(self) -> None:
        if self._good < len(self.items):
            start = self._good
            heights = (item.height for item in self.items[start:])
            self._tops[start:] = accumulate(heights, initial=self._tops[start])
            self._good = len(self.items)

    @property
    def total(self) -> int:
        self._add_up()
        return self._tops[-1]

    def top(self, number: int) -> int:
        self._add_up()
        return self._tops[number]

    def at(self, y: float) -> int:
        """The item at height `y`; the first or last one outside."""
        self._add_up()
        return min(max(0, bisect_right(self._tops, y) - 1), len(self.items) - 1)
