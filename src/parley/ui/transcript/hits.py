"""Where a text stands in other texts and in rows, counted as Qt counts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final, TypeAlias
from weakref import WeakKeyDictionary

from PySide6.QtCore import QPointF

from parley.markup.blocks import Mark, Paragraph

from .code_row import CodeRow
from .shown_text import shown_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parley.markup.leaves import Leaf

    from .rows import Row

    _Places: TypeAlias = list[tuple[int, int]]

_TWICE: Final = re.compile("[\U00010000-\U0010ffff]")  # letters that Qt counts as two
_FAR: Final = 1e6  # pixels: beside every row


class Needle:
    """What is looked for, in capital or small letters."""

    def __init__(self, text: str) -> None:
        self._pattern = re.compile(re.escape(text), re.IGNORECASE)
        self._small = text.lower()

    def may_be_in(self, source: str) -> bool:
        """Whether `source` has it as it was typed, with no markup in it."""
        return self._small in source.lower()

    def count(self, text: str) -> int:
        if self._small.isascii() and text.isascii():  # many times faster, and the same
            return text.lower().count(self._small)
        return sum(1 for _ in self._pattern.finditer(text))

    def find(self, text: str) -> _Places:
        """Where it begins and ends, in one pass: a long text has very many hits."""
        found = [hit.span() for hit in self._pattern.finditer(text)]
        return found if not found or text.isascii() else list(_as_qt_counts(text, found))


def _as_qt_counts(text: str, found: _Places) -> Iterator[tuple[int, int]]:
    wide = _TWICE.finditer(text)
    following = next(wide, None)
    more = 0

    def counted(place: int) -> int:
        nonlocal following, more
        while following is not None and following.start() < place:
            more += 1
            following = next(wide, None)
        return place + more

    for start, end in found:
        yield counted(start), counted(end)


class RowHits:
    """The hits in rows, remembered for as long as a row shows the same."""

    def __init__(self, needle: Needle) -> None:
        self._needle = needle
        self._counts: WeakKeyDictionary[Row, tuple[Leaf, int]] = WeakKeyDictionary()
        self._places: WeakKeyDictionary[Row, tuple[Leaf, tuple[bool, str], _Places]] = WeakKeyDictionary()

    def learn(self, rows: Sequence[Row], counts: Sequence[int]) -> None:
        """Take what was counted of `rows` before they were made, if these are the same."""
        with_text = [row for row in rows if row.leaf is not None]
        if len(with_text) == len(counts) and with_text and with_text[0] not in self._counts:
            for row, hits in zip(with_text, counts, strict=True):
                if row.leaf is not None:
                    self._counts[row] = (row.leaf, hits)

    def count(self, row: Row) -> int:
        """How many there are, those in folded code too. Nothing is laid out for it."""
        if row.leaf is None:
            return 0
        known = self._counts.get(row)
        if known is None or known[0] is not row.leaf:
            known = self._counts[row] = (row.leaf, sum(map(self._needle.count, shown_in(row.leaf))))
        return known[1]

    def places(self, row: Row) -> _Places:
        """Where the hits in a row are, as far as it shows them."""
        if row.leaf is None:
            return []
        known = self._places.get(row)
        state = isinstance(row, CodeRow) and row.folded, row.text() if row.has_formulas else ""
        if known is None or known[0] is not row.leaf or known[1] != state:
            found = self._needle.find(row.text())
            if row.has_formulas:
                found = [hit for hit in found if not _is_formula(row.cut(*hit))]
            known = self._places[row] = (row.leaf, state, found)
        return known[2]

    def between(self, row: Row, top: float, bottom: float) -> _Places:
        """The hits between two heights of a row that is laid out."""
        places = self.places(row)
        if not places or (top <= 0 and bottom >= row.height):
            return places
        first = row.place_at(QPointF(-_FAR, max(0.0, top)))
        last = row.place_at(QPointF(_FAR, min(bottom, row.height - 1.0)))
        return places[bisect_left(places, first, key=_end) : bisect_right(places, last, key=_start)]


def _start(place: tuple[int, int]) -> int:
    return place[0]


def _end(place: tuple[int, int]) -> int:
    return place[1]


def _is_formula(leaf: Leaf | None) -> bool:
    """Whether a stretch of text is a formula: its picture stands there as a letter."""
    if leaf is None or not isinstance(leaf.block, Paragraph):
        return False
    return any(span.marks & Mark.MATH for span in leaf.block.spans)
