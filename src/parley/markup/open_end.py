"""The end of a text that is still arriving. Of a long block there, only the newest part is read again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .blocks import Paragraph
from .mending import GROWING, mend
from .parser import parse_lines
from .rough import LARGE, RoughEnd
from .seams import MOST_BRACKETS, cuts, is_settled, join, only, prefix_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from .blocks import Block
    from .seams import Growing

    Lines = list[tuple[int, Block]]

STEP: Final = 2_000  # characters read again each time: a few milliseconds
# The definition of a link or a note, which may be used anywhere, begins a line: alone or behind marks of blocks.
_DEFINITION: Final = re.compile(
    r"^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*\[(?:\^[^\] \n]*|(?:[^\[\]\\]|\\[\s\S])*)\]:", re.MULTILINE
)


def may_define(text: str, start: int = 0) -> bool:
    """Whether `text` may define a link or a note from `start` on, where a line begins."""
    return text.find("]:", start) >= 0 and _DEFINITION.search(text, start) is not None


@dataclass(frozen=True, slots=True)
class _Front:
    """The finished part of a block that grows: so many characters and lines of the source, and the block they give.

    What follows is read behind `prefix` (a table's head, an item), which makes it the same kind of block.
    """

    characters: int
    lines: int
    block: Growing
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
        known = front.characters if front else 0
        if may_define(tail, known) or (front and _has_no_links(front, tail)):
            self.forget()
            return reading.whole(tail)
        behind = front.prefix + tail[known:] if front else tail
        is_cut = len(tail) - known > self._enough and not complete
        lines = None if is_cut or complete else self._rough.read(behind, reading.settled, reading.whole)
        if lines is None:
            lines = reading.whole(behind)
            if is_cut:
                self._move_front(tail, lines, reading)
        if front is None:
            return lines
        whole = join(front.block, lines[0][1]) if lines and lines[0][0] == 0 else None
        if whole is None:
            self.forget()
            return reading.whole(tail)
        offset = front.lines - front.prefix.count("\n")
        return [(0, whole), *((line + offset, block) for line, block in lines[1:])]

    def _move_front(self, tail: str, lines: Lines, reading: _Reading) -> None:
        """Count to the front what no more text can change, where reading it in two parts gives the same.

        `lines` is what was read behind the front.
        """
        front = self._front
        known = front.characters if front else 0
        whole = only(lines)
        self._enough = 2 * (len(tail) - known)  # unless it can be cut: try again when there is much more
        if whole is None:
            return
        for cut in cuts(tail[known:], whole):
            end = known + cut
            prefix = prefix_at(tail, end, whole)
            first = only(reading.settled((front.prefix if front else "") + tail[known:end]))
            if first is None or not is_settled(first, tail[known:end]):
                continue
            second = only(reading.whole(prefix + tail[end:]))
            if second is not None and join(first, second) == whole:
                block = join(front.block, first) if front else first
                if block is not None:
                    self._front = _Front(end, tail.count("\n", 0, end), block, prefix)
                    self._enough = self._step
                    self._rough.forget()
                    return


def _has_no_links(front: _Front, tail: str) -> bool:
    """Whether a paragraph that was cut has become one without links, for there are too many brackets in it."""
    return isinstance(front.block, Paragraph) and tail.count("[") > MOST_BRACKETS


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
