"""What a message shows, as text and without laying it out: for finding in messages that are far from the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parley.domain.message import Role, Status
from parley.markup.answer import read_answer
from parley.markup.blocks import Code, Heading, Mark, Math, Paragraph, Rule, Table
from parley.markup.cleaning import revealed
from parley.markup.leaves import flatten
from parley.markup.plain import leaf_text

from .item import PLAIN_ABOVE
from .row_factory import LONG, has_long_line, plain_parts, slices

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from parley.domain.message import Message
    from parley.markup.blocks import Block, Span, Spans
    from parley.markup.leaves import Leaf

_SHORT: Final = 100_000  # characters that are looked through for markup at once
_MARKUP: Final = re.compile(r"[^\w\s.,:;?'\"()/%–—…]|\d[.)]|^\s{4}|\[|_|://|www\.|@", re.MULTILINE)
_PICTURE: Final = "\ufffc"  # stands for a formula within text: nobody looks for it


def read_shown(message: Message, text: str) -> Iterator[tuple[str, ...] | None]:
    """The texts a message shows, row by row. Long ones take several steps: None says that there is more to do."""
    if message.role is Role.USER or len(text) > PLAIN_ABOVE:
        yield tuple(plain_parts(text))
        return
    if len(text) <= _SHORT and not _MARKUP.search(text):
        yield (text,)
        return
    blocks = yield from read_blocks(message, text)
    found: list[str] = []
    for block in blocks:
        for leaf in flatten((block,)):
            found += shown_in(leaf)
            yield None
    yield tuple(found)


def read_blocks(message: Message, text: str) -> Generator[None, None, tuple[Block, ...]]:
    """The blocks of an answer, as far as it has arrived, in steps; in between it yields."""
    return read_answer(text, cut=message.is_cut or message.status is Status.STREAMING)


def shown_in(leaf: Leaf) -> Iterator[str]:
    """What a leaf shows, cut as it is cut into rows."""
    match leaf.block:
        case Paragraph(spans):
            if sum(len(span.text) for span in spans) > LONG:
                for span in spans:
                    yield from slices(_span_text(span))
            else:
                yield "".join(map(_span_text, spans))
        case Heading(_level, spans):
            yield "".join(map(_span_text, spans))
        case Code(text):
            yield from map(revealed, slices(text) if has_long_line(text) else (text,))
        case Math(source) if len(source) > LONG:
            yield from map(revealed, slices(source))
        case Table(head, rows):
            yield "\n".join("\t".join(map(_cell_text, row)) for row in (head, *rows))
        case Rule():
            return
        case _:
            yield leaf_text(leaf)


def _span_text(span: Span) -> str:
    """A formula within text is a picture; one on a line of its own is found by its source."""
    return _PICTURE if span.marks & Mark.MATH else _plainly(span)


def _cell_text(spans: Spans) -> str:
    """In tables formulas stand as their source."""
    return "".join(map(_plainly, spans))


def _plainly(span: Span) -> str:
    """What cannot be seen is made visible in code, links and labels."""
    return revealed(span.text) if span.link or span.marks & (Mark.CODE | Mark.NOTE) else span.text
