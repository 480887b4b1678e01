"""Where a block that is still arriving can be cut in two, so that the two read by themselves give the same block."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from .blocks import Block, Code, Heading, ListBlock, Mark, Math, Paragraph, Quote, Rule, Span, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .blocks import Spans

Growing: TypeAlias = ListBlock | Table | Quote | Paragraph

# Unclosed brackets cost the square of their number: a paragraph with more than this many has no links.
MOST_BRACKETS: Final = 400

LOOK_BACK, TRIES = 60, 2  # lines in which a place to cut is looked for, and how many of them are tried
_ITEM: Final = re.compile(r"([-*+]|\d{1,9}[.)])[ \t]+\S")
_QUOTED: Final = re.compile(r" {0,3}>")
_QUOTED_BLANK: Final = re.compile(r" {0,3}>[ \t]*")
# What may begin something in words that ends further on. Not "_" within a word; "\\(" is gone from what was read.
_OPENING: Final = re.compile(r"[*~`\[$\\]|(?<!\w)_|_(?!\w)")
_WORD: Final = "x"  # stands above a part of a paragraph while that is read
_OPENING_MATH: Final = re.compile(r"\\[(\[]")


def only(lines: list[tuple[int, Block]]) -> Growing | None:
    """The block, if there is one alone and it is of a kind that grows."""
    if len(lines) == 1 and lines[0][0] == 0 and isinstance(lines[0][1], ListBlock | Table | Quote | Paragraph):
        return lines[0][1]
    return None


def join(front: Growing, rest: Block) -> Growing | None:
    """One block of two, if they can be one. `rest` was read behind the prefix of `prefix_at`, which is left out."""
    if isinstance(front, Table) and isinstance(rest, Table):
        same = front.head == rest.head and front.aligns == rest.aligns
        return replace(front, rows=(*front.rows, *rest.rows)) if same else None
    if isinstance(front, ListBlock) and isinstance(rest, ListBlock) and (front.start is None) == (rest.start is None):
        # Loose as soon as a blank line stands between two items. One at the seam counts too: who cuts compares.
        return replace(front, items=(*front.items, *rest.items[1:]), tight=front.tight and rest.tight)
    if isinstance(front, Quote) and isinstance(rest, Quote):
        return Quote((*front.blocks, *rest.blocks))
    if isinstance(front, Paragraph) and isinstance(rest, Paragraph):
        return _one_paragraph(front.spans, rest.spans)
    return None


def _one_paragraph(front: Spans, rest: Spans) -> Paragraph | None:
    """`rest` begins with the prefix and the line end behind it."""
    seam = rest[0] if rest else Span("")
    if seam == Span(_WORD):  # another block begins behind it
        return Paragraph(front)
    if seam.marks or seam.link or not seam.text.startswith(_WORD + "\n"):
        return None
    seam = Span(seam.text.removeprefix(_WORD))
    *before, last = front
    if not last.marks and not last.link:
        return Paragraph((*before, Span(last.text + seam.text), *rest[1:]))
    return Paragraph((*front, seam, *rest[1:]))


def cuts(rest: str, whole: Growing) -> Iterator[int]:
    """Where `rest` may be cut: before a row, an item, a paragraph of a quote or a line; the last places first."""
    at = rest.rfind("\n", 0, max(0, rest.rfind("\n")))  # the last line that is complete stays behind
    tries = 0
    for _ in range(LOOK_BACK):
        if at <= 0 or tries == TRIES:
            return
        if _begins_part(rest, at + 1, whole):
            tries += 1
            yield at + 1
        at = rest.rfind("\n", 0, at)


def _begins_part(text: str, at: int, whole: Growing) -> bool:
    match whole:
        case ListBlock():
            return _ITEM.match(text, at) is not None
        case Quote():
            before = text.rfind("\n", 0, at - 1) + 1
            is_blank = _QUOTED_BLANK.fullmatch(text, before, at - 1) is not None
            return is_blank and _QUOTED.match(text, at) is not None
        case _:
            return True


def is_settled(front: Growing, source: str) -> bool:
    """Whether no text behind a cut can change `front`, which the `source` before it gave."""
    match front:
        case Quote(blocks):
            return bool(blocks) and ends_with_blank(blocks[-1])
        case Paragraph(spans):
            words = (span.text for span in spans if not span.marks & (Mark.CODE | Mark.MATH))
            return bool(spans) and not any(map(_OPENING.search, words)) and _OPENING_MATH.search(source) is None
        case _:
            return True


def prefix_at(tail: str, at: int, whole: Growing) -> str:
    """What is to be read before the part of `tail` that begins `at` there, to make it a part of such a block."""
    match whole:
        case Table():  # the two lines every table begins with
            return tail[: tail.find("\n", tail.find("\n") + 1) + 1]
        case ListBlock():  # by its words the list is seen to be loose, whatever follows
            item = _ITEM.match(tail, at)
            return f"{item[1]} x\n" if item else ""
        case Paragraph():  # the part is no item and no heading when words stand above it
            return _WORD + "\n"
        case Quote():
            return ""


def ends_itself(block: Block) -> bool:
    """Whether `block` has ended with its own line or mark."""
    if isinstance(block, Code):
        return not block.open and bool(block.language)
    return isinstance(block, Rule) or (isinstance(block, Math) and not block.open)


def ends_with_blank(block: Block) -> bool:
    """Whether a blank line ends every block of this kind. Lists, notes and indented code may go on behind it."""
    return isinstance(block, Paragraph | Heading | Table | Quote | Rule | Math) or ends_itself(block)
