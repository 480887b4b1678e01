"""Where a text occurs in what the conversation shows, not in its markup.

Reading the Markdown of all messages takes too long to wait for. So it is done in short stretches: first the messages
whose source has the text, from where the reader is, then all others, in which markup may stand within it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import deque
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from .code_row import CodeRow
from .documents import utf16
from .rows import Range
from .selection import Place, Selection
from .shown_text import read_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .area import Area

_STRETCH: Final = 0.012  # seconds of work before the window gets its turn
_ROOM: Final = 48.0  # pixels around a hit in a row that scrolls sideways


class Finder(QObject):
    """The hits of one text, and which of them is the present one."""

    counted = Signal(int, int)  # the present hit, counted from 1 (0: none), and how many there are so far

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._pattern: re.Pattern[str] | None = None
        self._todo: deque[int] = deque()  # messages that were not looked at yet
        self._reading: Iterator[tuple[str, ...] | None] | None = None  # of the first of them
        self._known: dict[int, tuple[int, tuple[str, ...]]] = {}  # by message: length of its source, what it shows
        self._counts: dict[int, int] = {}
        self._with_hits: list[int] = []  # messages, in order
        self._at: tuple[int, int] | None = None  # message, which of its hits
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)

    @property
    def total(self) -> int:
        """How many there are, so far."""
        return sum(self._counts.values())

    @property
    def current(self) -> int:
        """The present hit, counted from 1; 0: none."""
        if self._at is None:
            return 0
        number, count = self._at
        return (
            sum(self._counts[before] for before in self._with_hits[: bisect_left(self._with_hits, number)]) + count + 1
        )

    # Looking

    def search(self, text: str) -> None:
        """Look for `text`, beginning where the reader is."""
        self._pattern = re.compile(re.escape(text), re.IGNORECASE) if text else None
        self._counts, self._with_hits, self._at, self._reading = {}, [], None, None
        self._todo = self._in_order(text) if text else deque()
        self._timer.start()
        self._work()
        self.mark()

    def _in_order(self, text: str) -> deque[int]:
        """All messages from the first in the window on, and those first that have `text` as it was typed."""
        seen = self._area.visible_items()
        first, number = seen[0] if seen else 0, len(self._area.flow)
        folded = text.lower()
        likely: deque[int] = deque()
        others: list[int] = []
        for each in (*range(first, number), *range(first)):
            (likely if folded in self._area.flow.text(each).lower() else others).append(each)
        likely.extend(others)
        return likely

    def finish(self) -> None:
        """Look through all that is left at once."""
        while self._todo:
            self._work()

    def _work(self) -> None:
        until = monotonic() + _STRETCH
        while self._todo and monotonic() < until:
            number = self._todo[0]
            texts = self._read(number) if number < len(self._area.flow) else ()
            if texts is not None:
                self._todo.popleft()
                self._reading = None
                self._count(number, texts)
        if not self._todo:
            self._timer.stop()
        if self.total or not self._todo:
            self.counted.emit(self.current, self.total)

    def _read(self, number: int) -> tuple[str, ...] | None:
        """What a message shows, or None when there is more of it to read."""
        message, text = self._area.flow.message(number), self._area.flow.text(number)
        known = self._known.get(message.id)
        if known is not None and known[0] == len(text):
            return known[1]
        self._reading = self._reading or read_shown(message, text)
        found = next(self._reading)
        if found is not None:
            self._known[message.id] = (len(text), found)
        return found

    def _count(self, number: int, texts: tuple[str, ...]) -> None:
        assert self._pattern is not None  # noqa: S101 - without one there is nothing to do
        hits = sum(1 for text in texts for _ in self._pattern.finditer(text))
        if not hits:
            return
        self._counts[number] = hits
        insort(self._with_hits, number)
        if self._at is None:
            self._at = (number, 0)
            self._show()

    # Going from one to the next

    def step(self, by: int) -> None:
        """Go to the next or previous hit, around the end."""
        if self._at is None:
            return
        number, count = self._at[0], self._at[1] + by
        if not 0 <= count < self._counts[number]:
            place = (bisect_left(self._with_hits, number) + by) % len(self._with_hits)
            number = self._with_hits[place]
            count = 0 if by > 0 else self._counts[number] - 1
        self._at = (number, count)
        self._show()
        self.counted.emit(self.current, self.total)

    def clear(self) -> None:
        self._pattern = None
        self._timer.stop()
        self._todo.clear()
        self._counts, self._with_hits, self._at, self._reading, self._known = {}, [], None, None, {}
        self._area.marks = {}
        self._area.viewport().update()

    def _show(self) -> None:
        assert self._at is not None  # noqa: S101 - called when there is a hit
        number, count = self._at
        if number >= len(self._area.flow):
            return
        places = self._places(number)
        if count >= len(places) and self._unfold(number):
            places = self._places(number)
        if places:
            start, end = places[min(count, len(places) - 1)]
            self._area.leave_end()
            self._area.set_selection(Selection(start, end))
            self._area.show_place(start)
            self._show_sideways(start)
        else:
            self._area.show_item(number)
        self.mark()

    def _unfold(self, number: int) -> bool:
        """Open folded code, in which there are hits. Whether there was any."""
        folded = [row for row in self._area.built_item(number).rows if isinstance(row, CodeRow) and row.folded]
        for row in folded:
            row.set_folded(False)
            row.changed()
        return bool(folded)

    def _show_sideways(self, place: Place) -> None:
        row = self._area.built_item(place.item).rows[place.row]
        if row.side is not None:
            row.side.reveal(row.rect_of(place.at).x(), _ROOM)

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
