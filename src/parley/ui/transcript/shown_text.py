"""What a message shows, as text and without laying it out: for finding in messages that are far from the window."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from parley.domain.message import Role, Status
from parley.markup.blocks import Heading, Mark, Paragraph
from parley.markup.json_answer import json_answer
from parley.markup.leaves import Leaf, flatten
from parley.markup.plain import leaf_text, spans_text
from parley.markup.stream import StreamParser

from .formula import PLACEHOLDER
from .item import PLAIN_ABOVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parley.domain.message import Message
    from parley.markup.blocks import Block

_STEP: Final = 8_000  # characters of Markdown read at once: under 10 ms
_MARKUP: Final = re.compile(r"[^\w\s.,;:?'\"()/%–—…]|\d[.)]|^\s{4}|\[|_|://|www\.|@", re.MULTILINE)


def read_shown(message: Message, text: str) -> Iterator[tuple[str, ...] | None]:
    """The text of each row of a message. Long ones take several steps: None says that there is more to do."""
    if message.role is Role.USER or len(text) > PLAIN_ABOVE or not _MARKUP.search(text):
        yield (text,)
        return
    if message.status is not Status.STREAMING and (json := json_answer(text)) is not None:
        yield (leaf_text(Leaf(json)),)
        return
    parser = StreamParser()
    blocks: list[Block] = []
    for start in range(0, len(text), _STEP):
        parser.feed(text[start : start + _STEP])
        change = parser.read()
        blocks[change.first :] = change.blocks
        yield None
    change = parser.finish()
    blocks[change.first :] = change.blocks
    yield tuple(_shown(leaf) for leaf in flatten(blocks))


def _shown(leaf: Leaf) -> str:
    """A formula within text is a picture; one on a line of its own is found by its source."""
    if not isinstance(leaf.block, Paragraph | Heading):
        return leaf_text(leaf)
    return "".join(PLACEHOLDER if span.marks & Mark.MATH else spans_text((span,)) for span in leaf.block.spans)
