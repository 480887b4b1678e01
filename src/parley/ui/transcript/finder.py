"""Where a text occurs in what the conversation shows, not in its markup.

Reading the Markdown of all messages takes too long to wait for. So it is done in short stretches: first the messages
whose source has the text, from where the reader is, then all others, in which markup may stand within it.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.message import Status

from .code_row import CodeRow
from .hits import Needle, RowHits
from .rows import Range
from .selection import Place, Selection
from .shown_text import read_shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .area import Area

_STRETCH: Final = 0.012  # seconds of work before the window gets its turn
_PAUSE_MS: Final = 200  # text that arrives within this time is counted together
_LONG: Final = 1_000_000  # characters that are not looked through to see what to begin with
_BEYOND: Final = 80.0  # pixels over and under the window: in lines of both directions places are not in order
_ROOM: Final = 48.0  # pixels around a hit in a row that scrolls sideways


class Finder(QObject):
    """The hits of one text, and which of them is the present one."""

    counted = Signal(int, int)  # the present hit, counted from 1 (0: none), and how many so far (-1: nobody knows yet)

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._needle: Needle | None = None
        self._rows = RowHits(Needle(""))
        self._marks = area.marks  # as they were set here: the area has others when it shows other messages
        self._looking: Iterator[None] | None = None  # what is left to do
        self._known: dict[
            int, tuple[str, bool, tuple[str, ...]]
        ] = {}  # by message: its source, growing?, what it shows
        self._looked: dict[int, tuple[str, bool]] = {}  # by number: what was counted, and whether it grew
        self._counts: dict[int, int] = {}
        self._parts: dict[int, list[int]] = {}  # the hits of each row of a message, unless it grows
        self._with_hits: list[int] = []  # messages, in order
        self._at: tuple[int, int] | None = None  # message, which of its hits
        self._shown = False  # whether the reader was brought to that one
        self._unsure = False  # whether it may stand elsewhere when its message is read to the end
        self._selected = area.selection  # by `_show`
        self._brings = False  # whether the first hit brings the reader to it
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._work)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_again)

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
        self._needle = Needle(text) if text else None
        self._begin(brings=True)
        self._work()
        self.mark()

    def _begin(self, *, brings: bool) -> None:
        """Count from the beginning. `brings`: and bring the reader to the first hit."""
        self._looked, self._counts, self._parts, self._with_hits, self._at = {}, {}, {}, [], None
        self._shown, self._unsure, self._brings = False, False, brings
        self._marks = self._area.marks
        self._pause.stop()
        self._looking = None
        if self._needle is not None:
            self._rows = RowHits(self._needle)
            self._looking = self._look_at_all(self._needle)
        self._timer.start()
        self.counted.emit(0, -1)

    def _begin_again_elsewhere(self) -> bool:
        """Look at the messages that are shown now, if they are others. Whether they are."""
        if self._area.marks is self._marks:
            return False
        self._begin(brings=False)
        return True

    def _look_at_all(self, needle: Needle) -> Iterator[None]:
        """All messages from the first in the window on, and those first that have the text as it was typed."""
        flow, seen = self._area.flow, self._area.visible_items()
        first, number = seen[0] if seen else 0, len(flow)
        others: list[int] = []
        for each in (*range(first, number), *range(first)):
            text = flow.text(each)
            if len(text) > _LONG or needle.may_be_in(text):
                yield from self._look_at(each, needle)
            else:
                others.append(each)
            yield
        for each in others:
            yield from self._look_at(each, needle)

    def _look_at(self, number: int, needle: Needle) -> Iterator[None]:
        """Count the hits of one message."""
        message, text = self._area.flow.message(number), self._area.flow.text(number)
        grows = message.status is Status.STREAMING
        if grows and self._area.flow.item(number).built and not self._area.flow.item(number).unread:
            self._count(number, sum(map(self._rows.count, self._area.flow.item(number).rows)))
        else:
            known = self._known.get(message.id)
            texts = known[2] if known is not None and known[:2] == (text, grows) else None
            reading = read_shown(message, text)
            while texts is None:
                yield
                texts = next(reading)
            self._known[message.id] = (text, grows, texts)
            hits: list[int] = []
            for part in texts:
                hits.append(needle.count(part))
                yield
            self._parts[number] = hits
            self._count(number, sum(hits))
        self._looked[number] = (text, grows)

    def _look_again(self) -> None:
        """Look at messages that came or grew."""
        if self._looking is not None:
            self._pause.start()
            return
        changed = [number for number in self._may_have_changed() if self._has_changed(number)]
        if self._needle is not None and changed:
            self._looking = self._look_at_some(changed, self._needle)
            self._timer.start()

    def _look_at_some(self, numbers: list[int], needle: Needle) -> Iterator[None]:
        for number in numbers:
            yield from self._look_at(number, needle)

    def _may_have_changed(self) -> set[int]:
        grew = {number for number, (_, grows) in self._looked.items() if grows}
        came = range(max(self._looked, default=-1) + 1, len(self._area.flow))
        return grew.union(came, self._area.visible_items())

    def _has_changed(self, number: int) -> bool:
        flow = self._area.flow
        return self._looked.get(number) != (flow.text(number), flow.message(number).status is Status.STREAMING)

    def finish(self) -> None:
        """Look through all that is left at once."""
        while self._looking is not None:
            self._work()

    def _work(self) -> None:
        if self._begin_again_elsewhere():
            return
        until = monotonic() + _STRETCH
        while self._looking is not None and monotonic() < until:
            try:
                next(self._looking)
            except StopIteration:
                self._looking = None
        if self._looking is None:
            self._timer.stop()
            self._brings = False
        if self.total or self._looking is None:
            self.counted.emit(self.current, self.total)

    def _count(self, number: int, hits: int) -> None:
        if number in self._counts and not hits:
            del self._counts[number]
            self._with_hits.remove(number)
        elif hits:
            if number not in self._counts:
                insort(self._with_hits, number)
            self._counts[number] = hits
        self._choose(number, hits)

    def _choose(self, number: int, hits: int) -> None:
        """Have a present hit if there is any, now that a message has `hits`."""
        if self._at is None and hits:
            self._at = (number, 0)
            if self._brings:
                self._brings = False
                self._show()
        elif self._at is not None and self._at[0] == number and self._at[1] >= hits:
            self._shown = False
            if hits:
                self._at = (number, hits - 1)
            else:
                place = bisect_left(self._with_hits, number)
                self._at = ((*self._with_hits[place:], *self._with_hits)[0], 0) if self._with_hits else None

    # Going from one to the next

    def step(self, by: int) -> None:
        """Go to the next or previous hit, around the end."""
        if self._begin_again_elsewhere() or self._at is None:
            return
        if self._shown:
            self._at = self._beside(*self._at, by)
        self._show()
        self.counted.emit(self.current, self.total)

    def _beside(self, number: int, count: int, by: int) -> tuple[int, int]:
        count += by
        if 0 <= count < self._counts[number]:
            return number, count
        number = self._with_hits[(bisect_left(self._with_hits, number) + by) % len(self._with_hits)]
        return number, 0 if by > 0 else self._counts[number] - 1

    def clear(self) -> None:
        self._needle = self._looking = None
        self._rows = RowHits(Needle(""))
        self._known = {}
        self._begin(brings=False)
        self._timer.stop()
        self.mark()

    def _show(self) -> None:
        """Bring the reader to the present hit."""
        if self._at is None or self._at[0] >= len(self._area.flow):
            return
        self._shown = True
        number, count = self._at
        self._area.leave_end()
        found = self._find_row(number, count)
        if found is None:
            self._area.show_item(number)
        else:
            self._show_in_row(number, *found)
        self._unsure = self._area.flow.item(number).unread
        self._selected = self._area.selection
        self.mark()

    def _show_surely(self) -> None:
        """Show the present hit once more when its message is read to the end: its rows were others before."""
        if not self._unsure or self._at is None or self._area.flow.item(self._at[0]).unread:
            return
        self._unsure = False
        if self._area.selection is self._selected:  # nobody selected anything since
            QTimer.singleShot(0, self, self._show)

    def _find_row(self, number: int, count: int) -> tuple[int, int] | None:
        """The row in which a hit of a message is, and which of its hits."""
        last = None
        item = self._area.built_item(number)
        rows = item.rows
        if not item.unread:
            self._rows.learn(rows, self._parts.get(number, []))
        for row_number, row in enumerate(rows):
            hits = self._rows.count(row)
            if count < hits:
                return row_number, count
            count -= hits
            last = (row_number, hits - 1) if hits else last
        return last

    def _show_in_row(self, number: int, row_number: int, count: int) -> None:
        row = self._area.built_item(number).rows[row_number]
        places = self._rows.places(row)
        if count >= len(places) and isinstance(row, CodeRow) and row.folded:
            row.set_folded(False)
            row.changed()
            places = self._rows.places(row)
        start, end = places[min(count, len(places) - 1)] if places else (0, 0)
        place = Place(number, row_number, start)
        self._area.set_selection(Selection(place, Place(number, row_number, end)))
        self._area.show_place(place)
        if row.side is not None:
            row.side.reveal(row.rect_of(start).x(), _ROOM)

    # Marking

    def mark(self) -> None:
        """Mark the hits in the window, and take notice of what else is shown there now."""
        if not self._begin_again_elsewhere() and self._needle is not None and not self._pause.isActive():
            self._pause.start()
        self._show_surely()
        marks = {} if self._needle is None else self._marks_in_window()
        before, self._marks = self._area.marks, marks
        self._area.marks = marks
        if marks != before:
            self._area.viewport().update()

    def _marks_in_window(self) -> dict[tuple[int, int], list[Range]]:
        marks: dict[tuple[int, int], list[Range]] = {}
        colour = f"#50{self._area.theme.warning[1:]}"
        high = self._area.viewport().height()
        for number in self._area.visible_items():
            item = self._area.flow.item(number)
            for row_number in self._area.visible_rows(number):
                row = item.rows[row_number]
                if not row.measured:
                    continue
                top = -self._area.row_origin(number, row_number).y()  # of the window, in the row
                hits = self._rows.between(row, top - _BEYOND, top + high + _BEYOND)
                if hits:
                    marks[number, row_number] = [Range(start, end, colour) for start, end in hits]
        return marks
