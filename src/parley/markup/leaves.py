"""Blocks laid end to end: one leaf for each thing that is painted, with the containers it stands in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from .blocks import Block, Code, Heading, ListBlock, Mark, Math, Note, Paragraph, Quote, Rule, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .blocks import Span, Spans


class Container(Enum):
    QUOTE = auto()
    BULLETS = auto()
    NUMBERS = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Picture:
    """An image the text names. Nothing loads it by itself."""

    description: str
    address: str


LeafBlock: TypeAlias = Paragraph | Heading | Code | Table | Math | Rule | Picture


@dataclass(frozen=True, slots=True)
class Leaf:
    """`marker` is set on the first leaf of a list item or footnote. `close`: it follows its neighbour closely.

    `widest` has for each of the containers the widest marker that stands in it, with any digits, or "": all of a list
    has the same room for its numbers. While a list arrives that may change above what is new, which is then the same.
    """

    block: LeafBlock
    inside: tuple[Container, ...] = ()
    marker: str = ""
    checked: bool | None = None
    close: bool = False
    widest: tuple[str, ...] = field(default=(), compare=False)

    @property
    def marked(self) -> int:
        """Which of the containers the marker belongs to: not a quote, which may begin an item."""
        return max(place for place, container in enumerate(self.inside) if container is not Container.QUOTE)


@dataclass(frozen=True, slots=True)
class _Around:
    """The containers something stands in, and the widest marker of each."""

    inside: tuple[Container, ...] = ()
    widest: tuple[str, ...] = ()

    def within(self, container: Container, widest: str = "") -> _Around:
        return _Around((*self.inside, container), (*self.widest, widest))

    def leaf(self, block: LeafBlock, marker: str = "", checked: bool | None = None, close: bool = False) -> Leaf:
        return Leaf(block, self.inside, marker, checked, close, self.widest)


_NOTHING = _Around()


def flatten(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """Every leaf of `blocks`, in reading order."""
    for block in blocks:
        yield from _leaves(block, _NOTHING)


def _leaves(block: Block, around: _Around) -> Iterator[Leaf]:
    match block:
        case Quote():
            yield from _contents(block.blocks, around.within(Container.QUOTE))
        case ListBlock():
            yield from _list(block, around)
        case Note():
            marker = f"{block.label}."
            yield from _marked(block.blocks, around.within(Container.NOTE, marker), marker, None, close=False)
        case Paragraph():
            yield from (around.leaf(part) for part in _without_pictures(block.spans))
        case _:
            yield around.leaf(block)


def _contents(blocks: tuple[Block, ...], around: _Around) -> Iterator[Leaf]:
    for block in blocks or (Paragraph(()),):
        yield from _leaves(block, around)


def _list(block: ListBlock, around: _Around) -> Iterator[Leaf]:
    nested = bool(around.inside) and around.inside[-1] in (Container.BULLETS, Container.NUMBERS)
    if block.start is None:
        around = around.within(Container.BULLETS)
    else:
        digits = len(str(block.start + len(block.items) - 1))
        around = around.within(Container.NUMBERS, "0" * digits + ".")
    for number, item in enumerate(block.items, block.start or 0):
        marker = "•" if block.start is None else f"{number}."
        close = block.tight and (nested or number > (block.start or 0))
        yield from _marked(item.blocks, around, marker, item.checked, close=close)


def _marked(
    blocks: tuple[Block, ...], around: _Around, marker: str, checked: bool | None, *, close: bool
) -> Iterator[Leaf]:
    leaves = _contents(blocks, around)
    for leaf in leaves:
        if leaf.marker:  # an item that begins with another list has a line of its own
            yield around.leaf(Paragraph(()), marker, checked, close)
            yield leaf
        else:
            yield Leaf(leaf.block, leaf.inside, marker, checked, close, leaf.widest)
        break
    yield from leaves


def _without_pictures(spans: Spans) -> Iterator[Paragraph | Picture]:
    if not any(span.marks & Mark.IMAGE for span in spans):
        yield Paragraph(spans)
        return
    text: list[Span] = []
    for span in spans:
        if not span.marks & Mark.IMAGE:
            text.append(span)
            continue
        yield from _words(text)
        text = []
        yield Picture(span.text, span.link)
    yield from _words(text)


def _words(spans: list[Span]) -> Iterator[Paragraph]:
    """What stands beside a picture, without the blanks that were between the two."""
    while spans and not spans[0].text.strip():
        del spans[0]
    while spans and not spans[-1].text.strip():
        del spans[-1]
    if spans:
        spans[0] = replace(spans[0], text=spans[0].text.lstrip())
        spans[-1] = replace(spans[-1], text=spans[-1].text.rstrip())
        yield Paragraph(tuple(spans))


def box_text(checked: bool | None) -> str:
    """The box of a task as text, with the blank behind it."""
    return {None: "", True: "☑ ", False: "☐ "}[checked]
