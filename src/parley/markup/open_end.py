"""The end of a text that is still arriving. Of a long list or table there, only the newest part is read again."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from .blocks import Block, ListBlock, Table
from .mending import GROWING, mend
from .parser import parse_lines
from .rough import LARGE, RoughEnd

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Lines = list[tuple[int, Block]]

STEP: Final = 2_000  # characters read again each time: a few milliseconds
LOOK_BACK, TRIES = 60, 2  # lines in which a place to cut is looked for, and how many of them are tried
_ITEM: Final = re.compile(r"([-*+]|\d{1,9}[.)])[ \t]+\S")
# The definition of a link or a note, which may be used anywhere, begins a line: alone or behind marks of blocks.
_DEFINITION: Final = re.compile(
    r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[(?:\^[^\] \n]*|(?:[^\[\]\\]|\\[\s\S])*)\]:", re.MULTILINE
)


def may_define(text: str, start: int = 0) -> bool:
    """Whether `text` may define a link or a note from `start` on, where a line begins."""
    return text.find("]:", start) >= 0 and _DEFINITION.search(text, start) is not None


@dataclass(frozen=True, slots=True)
class _Front:
    """The finished part of a list or table: so many characters and lines of the source, and the block they give.

    What follows is read behind `prefix` (a table's head, an item), which makes it the same kind of block.
    """

    characters: int
    lines: int
    block: ListBlock | Table
    prefix: str


class OpenEnd:
    """Reads the same tail of a text again and again as it grows."""

    def __init__(self, step: int = STEP, large: int = LARGE) -> None:
        self._step = step
        self._rough = RoughEnd(large)
        self._front: _Front | None = None
        self._enough = step  # characters behind the front from which on it is moved

    def forget(self) -> None:
        """Another tail comes."""
        self._front = None
        self._enough = self._step
        self._rough.forget()

    def read(self, tail: str, env: Callable[[], dict[str, Any]], *, complete: bool = False) -> Lines:
        """The blocks of `tail`, each with its first line. While it is not `complete`, its last construct is closed."""
        reading = _Reading(env, complete=complete)
        front = self._front
        if may_define(tail, front.characters if front else 0):
            self.forget()
            return reading.whole(tail)
        if front is None and not complete:
            rough = self._rough.read(tail, reading.settled, reading.whole)
            if rough is not None:
                return rough
        lines = reading.behind(front, tail)
        if front is not None:
            whole = _join(front.block, lines[0][1]) if lines and lines[0][0] == 0 else None
            if whole is not None:
                self._move_front(tail, lines, reading)
                offset = front.lines - front.prefix.count("\n")
                return [(0, whole), *((line + offset, block) for line, block in lines[1:])]
            self.forget()
            lines = reading.whole(tail)
        self._move_front(tail, lines, reading)
        return lines

    def _move_front(self, tail: str, lines: Lines, reading: _Reading) -> None:
        """Count to the front what no more text can change, where reading it in two parts gives the same.

        `lines` is what was read behind the front.
        """
        front = self._front
        known = front.characters if front else 0
        whole = _only(lines)
        if reading.complete or len(tail) - known <= self._enough or whole is None:
            return
        for cut in _cuts(tail[known:], whole):
            end = known + cut
            prefix = _head_of(tail) if isinstance(whole, Table) else _item_before(tail, end)
            first = _only(reading.settled((front.prefix if front else "") + tail[known:end]))
            second = _only(reading.whole(prefix + tail[end:]))
            if first is not None and second is not None and _join(first, second) == whole:
                block = _join(front.block, first) if front else first
                if block is not None:
                    self._front = _Front(end, tail.count("\n", 0, end), block, prefix)
                    self._enough = self._step
                    return
        self._enough = 2 * (len(tail) - known)  # try again when there is much more


class _Reading:
    """How a part of the tail is read this time."""

    def __init__(self, env: Callable[[], dict[str, Any]], *, complete: bool) -> None:
        self._env = env
        self.complete = complete

    def whole(self, text: str) -> Lines:
        if self.complete:
            return self.settled(text)
        mended = mend(text)
        return parse_lines(mended, {**self._env(), GROWING: not mended.endswith("\n")})

    def settled(self, text: str) -> Lines:
        """The blocks of `text` as nothing can change them any more."""
        return parse_lines(text, self._env())

    def behind(self, front: _Front | None, tail: str) -> Lines:
        return self.whole(tail if front is None else front.prefix + tail[front.characters :])


def _only(lines: Lines) -> ListBlock | Table | None:
    """The block, if there is one alone and it is of a kind that grows."""
    if len(lines) == 1 and lines[0][0] == 0 and isinstance(lines[0][1], ListBlock | Table):
        return lines[0][1]
    return None


def _join(front: ListBlock | Table, rest: Block) -> ListBlock | Table | None:
    """One block of two, if they can be one. `rest` was read behind a prefix, which is left out."""
    if isinstance(front, Table) and isinstance(rest, Table):
        same = front.head == rest.head and front.aligns == rest.aligns
        return replace(front, rows=(*front.rows, *rest.rows)) if same else None
    if isinstance(front, ListBlock) and isinstance(rest, ListBlock) and (front.start is None) == (rest.start is None):
        # Loose as soon as a blank line stands between two items. One at the seam counts too: `_move_front` compares.
        return replace(front, items=(*front.items, *rest.items[1:]), tight=front.tight and rest.tight)
    return None


def _cuts(rest: str, whole: ListBlock | Table) -> Iterator[int]:
    """Where `rest` may be cut: before a row, or before an item; the last places first."""
    at = rest.rfind("\n", 0, max(0, rest.rfind("\n")))  # the last line that is complete stays behind
    tries = 0
    for _ in range(LOOK_BACK):
        if at <= 0 or tries == TRIES:
            return
        if isinstance(whole, Table) or _ITEM.match(rest, at + 1):
            tries += 1
            yield at + 1
        at = rest.rfind("\n", 0, at)


def _item_before(tail: str, at: int) -> str:
    """An item of the list that goes on `at` there: by its words the list is seen to be loose, whatever follows."""
    item = _ITEM.match(tail, at)
    return f"{item[1]} x\n" if item else ""


def _head_of(tail: str) -> str:
    """The two lines every table begins with."""
    return tail[: tail.find("\n", tail.find("\n") + 1) + 1]
