"""Reading a whole text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .cleaning import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

    from .blocks import Block


def parse(text: str) -> tuple[Block, ...]:
    """The blocks of the Markdown `text`. Never raises: whatever is not Markdown is text."""
    return tuple(block for _line, block in parse_lines(clean(text), {}))


def parse_lines(text: str, env: dict[str, Any]) -> list[tuple[int, Block]]:
    """The blocks of cleaned `text`, each with its first line. `env` carries link and note definitions."""
    from .reading import read_blocks  # here and below: nothing of markdown-it before the first paint

    # markdown-it drops a last line of nothing but blanks when no line feed follows: of an open code block it is text.
    ended = text if text.endswith("\n") else text + "\n"
    return read_blocks(_markdown().parse(ended, env))


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt

    from .rules import add_rules

    md = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable("strikethrough")
    md.disable(["html_block", "html_inline"])
    md.disable("normalize")  # `clean` has done it
    add_rules(md)
    return md
