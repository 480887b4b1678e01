"""All messages one under the other: which of them stands at a height, and where each begins."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from .item import MessageItem, guess_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.message import Message


class Flow:
    """Heights and sums of heights. An item is made when it is first asked for: most of a long conversation never is."""

    def __init__(self) -> None:
        self._messages: list[Message] = []
        self._items: dict[int, MessageItem] = {}
        self._heights: list[int] = []
        self._tops: list[int] = [0]  # of each item, and the end
        self._good = 0  # items whose top is right
        self._numbers: dict[int, int] | None = None  # made when first asked for
        self._width = 1
        self._letter = 7.0

    def __len__(self) -> int:
        return len(self._messages)

    def set_messages(self, messages: Sequence[Message], width: int, letter: float) -> None:
        """Begin anew. `width` in pixels; `letter` is the average width of one."""
        self._messages = list(messages)
        self._items = {}
        self._numbers = None
        self._guess_all(width, letter)

    def _guess_all(self, width: int, letter: float) -> None:
        self._width, self._letter = width, letter
        base, each = guess_height(width, letter)
        self._heights = [base + int(len(message.text) * each) for message in self._messages]
        self._good = 0

    def add(self, message: Message) -> None:
        if self._numbers is not None:
            self._numbers[message.id] = len(self._messages)
        self._messages.append(message)
        base, each = guess_height(self._width, self._letter)
        self._heights.append(base + int(len(message.text) * each))
        self._tops.append(self._tops[-1])

    def set_width(self, width: int, letter: float) -> None:
        """The page is another width."""
        self._guess_all(width, letter)
        for number, item in list(self._items.items()):
            if item.built:
                item.set_width(width)
                self._heights[number] = item.height
            else:
                self.let_go(number)

    def item(self, number: int) -> MessageItem:
        found = self._items.get(number)
        if found is None:
            found = self._items[number] = MessageItem(self._messages[number], self._width, self._heights[number])
        return found

    def message(self, number: int) -> Message:
        """The message as it was given; of one that is being written, `item` knows more."""
        item = self._items.get(number)
        return self._messages[number] if item is None else item.message

    def text(self, number: int) -> str:
        """The text of a message, with what has arrived of it so far."""
        item = self._items.get(number)
        return self._messages[number].text if item is None else item.text

    def let_go(self, number: int) -> None:
        """Forget the rows of an item and keep its height. One that is being written knows more than its message."""
        item = self._items.get(number)
        if item is None:
            return
        item.drop()
        if not item.streaming:
            self._messages[number] = item.message
            del self._items[number]

    def number_of(self, message_id: int) -> int | None:
        if self._numbers is None:
            self._numbers = {message.id: number for number, message in enumerate(self._messages)}
        return self._numbers.get(message_id)

    def changed(self, number: int) -> None:
        """The item `number` may have another height."""
        height = self.item(number).height
        if height != self._heights[number]:
            self._heights[number] = height
            self._good = min(self._good, number)

    def _add_up(self) -> None:
        if self._good < len(self._heights):
            start = self._good
            self._tops[start:] = accumulate(self._heights[start:], initial=self._tops[start])
            self._good = len(self._heights)

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
        return min(max(0, bisect_right(self._tops, y) - 1), len(self._messages) - 1)
