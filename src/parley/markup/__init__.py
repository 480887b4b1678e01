"""Markdown as frozen blocks: what the transcript paints, what assistive technology reads and what export writes.

No Qt here. `parse` reads a whole text, `StreamParser` one that is still arriving.
"""

from __future__ import annotations

from .blocks import (
    Align,
    Block,
    Code,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)
from .html import to_html
from .leaves import Leaf, flatten
from .markdown import to_markdown
from .parser import parse
from .plain import plain_text
from .stream import StreamParser

__all__ = [
    "Align",
    "Block",
    "Code",
    "Heading",
    "Leaf",
    "ListBlock",
    "ListItem",
    "Mark",
    "Math",
    "Note",
    "Paragraph",
    "Quote",
    "Rule",
    "Span",
    "StreamParser",
    "Table",
    "flatten",
    "parse",
    "plain_text",
    "to_html",
    "to_markdown",
]
