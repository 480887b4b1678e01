"""Blocks as plain text, for the clipboard, the screen reader and export."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .blocks import Code, Heading, Mark, Math, Paragraph, Rule, Table
from .leaves import Container, Leaf, Picture, box_text, flatten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .blocks import Block, Spans


def plain_text(blocks: Iterable[Block]) -> str:
    """`blocks` without any markup."""
    return leaves_text(flatten(blocks))


def leaves_text(leaves: Iterable[Leaf]) -> str:
    return "".join(text_parts(leaves))


def text_parts(leaves: Iterable[Leaf]) -> Iterator[str]:
    """What `leaves_text` puts together, leaf by leaf."""
    for number, leaf in enumerate(leaves):
        between = "\n" if leaf.close else "\n\n"
        yield (between if number else "") + _with_marker(leaf)


def _with_marker(leaf: Leaf) -> str:
    depth = sum(container is not Container.QUOTE for container in leaf.inside)
    text = leaf_text(leaf)
    if leaf.marker:
        text = f"{leaf.marker} {box_text(leaf.checked)}{text}"
        return _indent(text, "  " * (depth - 1))
    return _indent(text, "  " * depth)


def _indent(text: str, by: str) -> str:
    return by + text.replace("\n", "\n" + by) if by else text


def leaf_text(leaf: Leaf) -> str:
    """What one leaf says, without its marker."""
    match leaf.block:
        case Paragraph() | Heading():
            return spans_text(leaf.block.spans)
        case Code():
            return leaf.block.text
        case Table():
            rows = (leaf.block.head, *leaf.block.rows)
            return "\n".join("\t".join(spans_text(cell) for cell in row) for row in rows)
        case Math():
            return leaf.block.source
        case Picture():
            return leaf.block.description or leaf.block.address
        case Rule():
            return "———"


def spans_text(spans: Spans) -> str:
    return "".join(f"[{span.text}]" if span.marks & Mark.NOTE else span.text for span in spans)


def table_csv(table: Table) -> str:
    """`table` as CSV (RFC 4180). A cell that a spreadsheet would run as a formula is given as text."""
    return "".join(",".join(_cell(spans_text(cell)) for cell in row) + "\r\n" for row in (table.head, *table.rows))


def _cell(text: str) -> str:
    if text[:1] in ("=", "@", "\t") or (text[:1] in ("+", "-") and not _is_number(text)):
        text = "'" + text
    if any(mark in text for mark in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
