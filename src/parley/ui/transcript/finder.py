"""Where a text occurs in the conversation.

Messages are searched in their source, because reading the Markdown of all of them takes too long; the hits of the
messages in the window are then found again in what is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .documents import utf16
from .rows import Range
from .selection import Place, Selection

if TYPE_CHECKING:
    from .area import Area


class Finder:
    """The hits of one text, and which of them is the present one."""

    def __init__(self, area: Area) -> None:
        self._area = area
        self._pattern: re.Pattern[str] | None = None
        self._hits: list[tuple[int, int]] = []  # message, which of its hits
        self._at = -1

    @property
    def total(self) -> int:
        return len(self._hits)

    @property
    def current(self) -> int:
        """The present hit, counted from 1; 0: none."""
        return self._at + 1

    def search(self, text: str) -> None:
        """Look for `text`, beginning where the reader is."""
        self._pattern = re.compile(re.escape(text), re.IGNORECASE) if text else None
        self._hits = list(self._find(text)) if text else []
        seen = self._area.visible_items()
        first = seen[0] if seen else 0
        self._at = next((i for i, hit in enumerate(self._hits) if hit[0] >= first), 0) if self._hits else -1
        self._show()

    def _find(self, text: str) -> list[tuple[int, int]]:
        assert self._pattern is not None  # noqa: S101 - `search` has just made it
        folded = text.lower()
        hits = []
        for number in range(len(self._area.flow)):
            source = self._area.flow.text(number)
            if folded in source.lower():
                hits += [(number, count) for count, _ in enumerate(self._pattern.finditer(source))]
        return hits

    def step(self, by: int) -> None:
        """Go to the next or previous hit, around the end."""
        if self._hits:
            self._at = (self._at + by) % len(self._hits)
            self._show()

    def clear(self) -> None:
        self._pattern = None
        self._hits = []
        self._at = -1
        self._area.marks = {}
        self._area.viewport().update()

    def _show(self) -> None:
        if self._at >= 0:
            number, count = self._hits[self._at]
            places = self._places(number)
            if places:
                start, end = places[min(count, len(places) - 1)]
                self._area.leave_end()
                self._area.set_selection(Selection(start, end))
                self._area.show_place(start)
            else:
                self._area.show_item(number)
        self.mark()

    def _places(self, number: int) -> list[tuple[Place, Place]]:
        """The hits in what a message shows."""
        found = []
        for row_number, row in enumerate(self._area.built_item(number).rows):
            for start, end in self._in_text(row.text()):
                found.append((Place(number, row_number, start), Place(number, row_number, end)))
        return found

    def _in_text(self, text: str) -> list[tuple[int, int]]:
        if self._pattern is None:
            return []
        return [(utf16(text[: hit.start()]), utf16(text[: hit.end()])) for hit in self._pattern.finditer(text)]

    def mark(self) -> None:
        """Mark the hits in the window."""
        marks: dict[tuple[int, int], list[Range]] = {}
        if self._pattern is not None:
            colour = f"#50{self._area.theme.warning[1:]}"
            for number in self._area.visible_items():
                item = self._area.flow.item(number)
                for row in self._area.visible_rows(number):
                    hits = self._in_text(item.rows[row].text())
                    if hits:
                        marks[number, row] = [Range(start, end, colour) for start, end in hits]
        self._area.marks = marks
        self._area.viewport().update()
