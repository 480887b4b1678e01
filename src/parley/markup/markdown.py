"""Leaves written as Markdown again: what copying a part of an answer gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .blocks import Align, Code, Heading, Mark, Math, Paragraph, Rule, Span, Table
from .leaves import Container, Leaf, Picture, flatten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .blocks import Block, Spans

_SPECIAL: Final = re.compile(r"([\\`*_\[\]~$])")
_RULES: Final = {Align.NONE: "---", Align.LEFT: ":--", Align.CENTER: ":-:", Align.RIGHT: "--:"}


def to_markdown(blocks: Iterable[Block]) -> str:
    """Markdown that reads as `blocks`; not always the source they came from."""
    return leaves_markdown(flatten(blocks))


def leaves_markdown(leaves: Iterable[Leaf]) -> str:
    parts: list[str] = []
    for leaf in leaves:
        if parts:
            parts.append("\n" if leaf.close else "\n\n")
        parts.append(_leaf(leaf))
    return "".join(parts)


def _leaf(leaf: Leaf) -> str:
    text = _block(leaf)
    if leaf.checked is not None:
        text = f"[{'x' if leaf.checked else ' '}] {text}"
    first = rest = ""
    for place, container in enumerate(leaf.inside):
        last = place == len(leaf.inside) - 1
        if container is Container.QUOTE:
            first += "> "
            rest += "> "
        elif leaf.marker and last:
            marker = {Container.BULLETS: "-", Container.NOTE: f"[^{leaf.marker[:-1]}]:"}.get(container, leaf.marker)
            first += marker + " "
            rest += " " * (4 if container is Container.NOTE else len(marker) + 1)
        else:
            wide = {Container.NUMBERS: 3, Container.NOTE: 4}.get(container, 2)
            first += " " * wide
            rest += " " * wide
    return first + text.replace("\n", "\n" + rest)


def _block(leaf: Leaf) -> str:
    match leaf.block:
        case Paragraph():
            return spans_markdown(leaf.block.spans)
        case Heading():
            return "#" * leaf.block.level + " " + spans_markdown(leaf.block.spans)
        case Code():
            fence = "`" * max(3, _longest_run(leaf.block.text) + 1)
            return f"{fence}{leaf.block.language}\n{leaf.block.text}\n{fence}"
        case Table():
            return _table(leaf.block)
        case Math():
            return f"$$\n{leaf.block.source}\n$$"
        case Picture():
            return f"![{leaf.block.description}]({leaf.block.address})"
        case Rule():
            return "---"


def _longest_run(text: str) -> int:
    return max((len(run) for run in re.findall("`+", text)), default=0)


def _table(table: Table) -> str:
    def row(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    lines = [row(_cells(table.head)), row(_RULES[align] for align in table.aligns)]
    return "\n".join([*lines, *(row(_cells(cells)) for cells in table.rows)])


def _cells(cells: tuple[Spans, ...]) -> list[str]:
    return [spans_markdown(cell).replace("|", "\\|").replace("\n", " ") for cell in cells]


def spans_markdown(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    marks = span.marks
    if marks & Mark.NOTE:
        return f"[^{span.text}]"
    if marks & Mark.IMAGE:
        return f"![{span.text}]({span.link})"
    if marks & Mark.MATH:
        made = f"$${span.text}$$" if marks & Mark.DISPLAY else f"${span.text}$"
    elif marks & Mark.CODE:
        fence = "`" * (_longest_run(span.text) + 1)
        made = f"{fence}{span.text}{fence}"
    elif span.link == span.text:
        return f"<{span.link}>" if span.link else ""
    else:
        made = _SPECIAL.sub(r"\\\1", span.text)
    return _linked(_wrapped(made, marks), span.link)


def _wrapped(text: str, marks: Mark) -> str:
    for mark, sign in ((Mark.STRIKE, "~~"), (Mark.ITALIC, "*"), (Mark.BOLD, "**")):
        if marks & mark and text.strip():
            core = text.strip()
            before = text[: len(text) - len(text.lstrip())]
            after = text[len(text.rstrip()) :]
            text = f"{before}{sign}{core}{sign}{after}"
    return text


def _linked(text: str, link: str) -> str:
    return f"[{text}]({link})" if link else text
