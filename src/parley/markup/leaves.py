"""Blocks laid end to end: one leaf for each thing that is painted, with the containers it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from .blocks import Block, Code, Heading, ListBlock, Mark, Math, Note, Paragraph, Quote, Rule, Span, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .blocks import Spans


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
    """`marker` is set on the first leaf of a list item or footnote. `close`: it follows its neighbour closely."""

    block: LeafBlock
    inside: tuple[Container, ...] = ()
    marker: str = ""
    checked: bool | None = None
    close: bool = False

    @property
    def marked(self) -> int:
        """Which of the containers the marker belongs to: not a quote, which may begin an item."""
        return max(place for place, container in enumerate(self.inside) if container is not Container.QUOTE)


def flatten(blocks: Iterable[Block]) -> Iterator[Leaf]:
    """Every leaf of `blocks`, in reading order."""
    for block in blocks:
        yield from _leaves(block, ())


def _leaves(block: Block, inside: tuple[Container, ...]) -> Iterator[Leaf]:
    match block:
        case Quote():
            yield from _contents(block.blocks, (*inside, Container.QUOTE))
        case ListBlock():
            yield from _list(block, inside)
        case Note():
            yield from _marked(block.blocks, (*inside, Container.NOTE), f"{block.label}.", None, close=False)
        case Math() if block.open:  # its source: setting half of it would be for nothing, and again with every word
            yield Leaf(Paragraph((Span(block.source, Mark.CODE),)), inside)
        case Paragraph():
            yield from (Leaf(part, inside) for part in _without_pictures(block.spans))
        case _:
            yield Leaf(block, inside)


def _contents(blocks: tuple[Block, ...], inside: tuple[Container, ...]) -> Iterator[Leaf]:
    for block in blocks or (Paragraph(()),):
        yield from _leaves(block, inside)


def _list(block: ListBlock, inside: tuple[Container, ...]) -> Iterator[Leaf]:
    nested = bool(inside) and inside[-1] in (Container.BULLETS, Container.NUMBERS)
    inside = (*inside, Container.BULLETS if block.start is None else Container.NUMBERS)
    for number, item in enumerate(block.items, block.start or 0):
        marker = "•" if block.start is None else f"{number}."
        close = block.tight and (nested or number > (block.start or 0))
        yield from _marked(item.blocks, inside, marker, item.checked, close=close)


def _marked(
    blocks: tuple[Block, ...], inside: tuple[Container, ...], marker: str, checked: bool | None, *, close: bool
) -> Iterator[Leaf]:
    leaves = _contents(blocks, inside)
    for leaf in leaves:
        if leaf.marker:  # an item that begins with another list has a line of its own
            yield Leaf(Paragraph(()), inside, marker, checked, close)
            yield leaf
        else:
            yield Leaf(leaf.block, leaf.inside, marker, checked, close)
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
        if any(part.text.strip() for part in text):
            yield Paragraph(tuple(text))
        text = []
        yield Picture(span.text, span.link)
    if any(part.text.strip() for part in text):
        yield Paragraph(tuple(text))


def box_text(checked: bool | None) -> str:
    """The box of a task as text, with the blank behind it."""
    return {None: "", True: "☑ ", False: "☐ "}[checked]
