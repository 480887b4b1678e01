"""What is selected: from one place in the transcript to another, across rows and messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """A place in the text: message, row in it, character in that. Places compare in reading order."""

    item: int
    row: int
    at: int


@dataclass(frozen=True, slots=True)
class Selection:
    """From where it was begun to where the caret is."""

    anchor: Place
    caret: Place

    @property
    def start(self) -> Place:
        return min(self.anchor, self.caret)

    @property
    def end(self) -> Place:
        return max(self.anchor, self.caret)

    def __bool__(self) -> bool:
        return self.anchor != self.caret

    def within(self, item: int, row: int, length: int) -> tuple[int, int] | None:
        """The selected stretch of a row, or None."""
        start, end = self.start, self.end
        if not (start[:2] <= (item, row) <= end[:2]):
            return None
        first = start.at if (item, row) == start[:2] else 0
        last = end.at if (item, row) == end[:2] else length
        return (first, last) if first < last else None
