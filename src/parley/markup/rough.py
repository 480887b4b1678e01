"""A very long quote or paragraph that has no place to cut it (`seams`): most of it is read again only now and then.

Until it has grown by a quarter, what came since is read by itself and put behind it. That may differ from reading all
of it in how words at the seam look (bold that begins before it and ends behind it), until the next time; never once it
is finished.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .blocks import Block, Code, Math, Paragraph, Quote, Rule, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    Lines = list[tuple[int, Block]]

LARGE: Final = 16_000  # characters: reading them takes 20 to 50 ms
_GROWTH: Final = 4  # read it all again when it has grown by one in so many


@dataclass(frozen=True, slots=True)
class _Base:
    """So many characters and what they gave, if it can be gone on with; whether their last line is blank."""

    characters: int
    lines: Lines
    paragraph_ends: bool


class RoughEnd:
    """Reads the same tail of a text again and again as it grows, where it is large."""

    def __init__(self, large: int = LARGE) -> None:
        self._large = large
        self._base: _Base | None = None

    def forget(self) -> None:
        """Another tail comes."""
        self._base = None

    def read(self, tail: str, settled: Callable[[str], Lines], growing: Callable[[str], Lines]) -> Lines | None:
        """The blocks of `tail`, or None where they have to be read exactly: it is small, or may just have ended.

        `settled` reads what has ended with a line, `growing` what goes on.
        """
        if len(tail) <= self._large or _ends_blank(tail):
            return None
        base = self._base
        if base is None or len(tail) - base.characters > base.characters // _GROWTH:
            base = self._base = _base_of(tail, settled)
        if not base.lines:
            return None
        rest = growing(tail[base.characters :])
        if len(rest) != 1:
            return None if rest else base.lines
        line, last = base.lines[-1]
        whole = _joined(last, rest[0][1], apart=base.paragraph_ends)
        return None if whole is None else [*base.lines[:-1], (line, whole)]


def _base_of(tail: str, settled: Callable[[str], Lines]) -> _Base:
    """All of `tail` but its last lines; if a paragraph of a quote ends not far from there, up to that."""
    cut = tail.rfind("\n>\n", len(tail) - len(tail) // (2 * _GROWTH)) + len("\n>\n")
    if cut < len("\n>\n"):
        cut = tail.rfind("\n", 0, max(0, tail.rfind("\n"))) + 1
    lines = settled(tail[:cut])
    # A rule or code would count as finished, and may yet be a part of a formula that began before it.
    ends = any(isinstance(block, Rule | Math | Code) for _line, block in lines)
    usable = bool(lines) and isinstance(lines[-1][1], Quote | Paragraph) and not ends
    return _Base(cut, lines if usable else [], not _last_line(tail[:cut]).strip(" \t>"))


def _ends_blank(tail: str) -> bool:
    """Whether the last line that is complete is blank: that ends a paragraph and a quote."""
    return not _last_line(tail).strip(" \t")


def _last_line(text: str) -> str:
    """The last one that is complete."""
    return text.rpartition("\n")[0].rpartition("\n")[2]


def _joined(front: Block, rest: Block, *, apart: bool) -> Block | None:
    """One block of two. `apart`: a paragraph at the seam has ended there."""
    if isinstance(front, Quote) and isinstance(rest, Quote) and front.blocks and rest.blocks:
        middle = None if apart else _joined(front.blocks[-1], rest.blocks[0], apart=False)
        if middle is not None:
            return Quote((*front.blocks[:-1], middle, *rest.blocks[1:]))
        return Quote((*front.blocks, *rest.blocks)) if apart and isinstance(front.blocks[-1], Paragraph) else None
    if isinstance(front, Paragraph) and isinstance(rest, Paragraph) and not apart:
        return Paragraph((*front.spans, Span("\n"), *rest.spans))
    return None
