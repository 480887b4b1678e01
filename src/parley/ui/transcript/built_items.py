"""Only messages near the window have rows; of the others a height is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .flow import Flow
    from .item import MessageItem

_MOST: Final = 40  # messages: a tenth of a MB each; a window full of very short ones has more


class BuiltItems:
    """Knows which items have rows, and lets go of those that are not needed any more."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._numbers: set[int] = set()

    def __iter__(self) -> Iterator[MessageItem]:
        return map(self._flow.item, self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def add(self, number: int) -> None:
        """This one has rows now."""
        self._numbers.add(number)

    def drop_all(self) -> None:
        for number in self._numbers:
            self._flow.let_go(number)
        self._numbers.clear()

    def drop_far(self, seen: range) -> None:
        """Let go of what is far from what is `seen`, once there is much of it. What still arrives stays."""
        most = max(_MOST, 2 * len(seen))
        if len(self._numbers) <= most:
            return
        by_distance = sorted(self._numbers, key=lambda number: max(seen[0] - number, number - seen[-1], 0))
        for number in by_distance[most // 2 :]:
            if not self._flow.item(number).streaming:
                self._flow.let_go(number)
                self._numbers.discard(number)
