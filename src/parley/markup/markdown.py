"""Leaves written as Markdown again: what copying a part of an answer gives."""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Final

from .blocks import Align, Code, Heading, Mark, Marks, Math, Paragraph, Rule, Span, Table
from .escaping import address, code_span, escaped, escaped_in_link, escaped_lines, is_address
from .leaves import Container, Leaf, Picture, flatten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .blocks import Block, Spans

_RULES: Final = {Align.NONE: "---", Align.LEFT: ":--", Align.CENTER: ":-:", Align.RIGHT: "--:"}


def to_markdown(blocks: Iterable[Block]) -> str:
    """Markdown that reads as `blocks`; not always the source they came from."""
    return leaves_markdown(flatten(blocks))


def leaves_markdown(leaves: Iterable[Leaf]) -> str:
    return "".join(markdown_parts(leaves))


def markdown_parts(leaves: Iterable[Leaf]) -> Iterator[str]:
    """What `leaves_markdown` puts together, leaf by leaf."""
    widths: dict[int, int] = {}
    is_begun = False  # an item, with nothing in it yet: a blank line would end it
    for number, leaf in enumerate(leaves):
        between = "\n" if leaf.close or is_begun else "\n\n"
        yield (between if number else "") + _leaf(leaf, widths)
        is_begun = bool(leaf.marker) and leaf.block == Paragraph(()) and leaf.checked is None


def _leaf(leaf: Leaf, widths: dict[int, int]) -> str:
    """One leaf. `widths`: how wide the marker of the item is that is open at each depth."""
    text = _block(leaf)
    if leaf.checked is not None:
        text = f"[{'x' if leaf.checked else ' '}] {text}"
    first = rest = ""
    for place, container in enumerate(leaf.inside):
        if container is Container.QUOTE:
            first += "> "
            rest += "> "
        elif leaf.marker and place == leaf.marked:
            marker = {Container.BULLETS: "-", Container.NOTE: f"[^{leaf.marker[:-1]}]:"}.get(container, leaf.marker)
            first += marker + " "
            widths[place] = 4 if container is Container.NOTE else len(marker) + 1
            rest += " " * widths[place]
        else:
            wide = widths.get(place, {Container.NUMBERS: 3, Container.NOTE: 4}.get(container, 2))
            first += " " * wide
            rest += " " * wide
    return first + text.replace("\n", "\n" + rest)


def _block(leaf: Leaf) -> str:
    match leaf.block:
        case Paragraph():
            return escaped_lines(spans_markdown(leaf.block.spans))
        case Heading():
            words = spans_markdown(leaf.block.spans).replace("\n", " ")
            return "#" * leaf.block.level + " " + re.sub(r"(#+)\Z", r"\\\1", words)  # or they would close the heading
        case Code():
            return _code(leaf.block)
        case Table():
            return _table(leaf.block)
        case Math():
            opening, closing = ("\\[", "\\]") if "$$" in leaf.block.source else ("$$", "$$")
            return f"{opening}\n{leaf.block.source}\n{closing}"
        case Picture():
            return f"![{leaf.block.description}]({address(leaf.block.address)})"
        case Rule():
            return "***" if leaf.marker else "---"  # "- ---" is a rule without an item


def _code(code: Code) -> str:
    sign = "~" if "`" in code.language else "`"
    fence = sign * max(3, 1 + max((len(run) for run in re.findall(sign + "+", code.text)), default=0))
    return f"{fence}{code.language}\n{code.text}\n{fence}"


def _table(table: Table) -> str:
    def row(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    lines = [row(_cells(table.head)), row(_RULES[align] for align in table.aligns)]
    return "\n".join([*lines, *(row(_cells(cells)) for cells in table.rows)])


def _cells(cells: tuple[Spans, ...]) -> list[str]:
    return [spans_markdown(cell).replace("|", "\\|").replace("\n", " ") for cell in cells]


def spans_markdown(spans: Spans) -> str:
    parts: list[tuple[Marks, str]] = []
    for span, following in zip_longest(spans, spans[1:]):
        part = _span(span, following.text if following else "")
        if parts and part.startswith("[") and parts[-1][1].endswith("!"):  # or the link would be a picture
            marks, before = parts[-1]
            parts[-1] = (marks, before[:-1] + "\\!")
        parts.append((span.marks, part))
    return _emphasised(parts, ((Mark.BOLD, "**"), (Mark.ITALIC, "*"), (Mark.STRIKE, "~~")))


def _emphasised(parts: list[tuple[Marks, str]], signs: tuple[tuple[Marks, str], ...]) -> str:
    """`parts` in the signs of their marks; neighbours within one pair of them, where they share the mark."""
    while signs and not any(marks & signs[0][0] for marks, _part in parts):  # most text has none of them
        signs = signs[1:]
    if not signs:
        return "".join([part for _marks, part in parts])
    (mark, sign), *others = signs
    made = []
    for has_mark, group in groupby(parts, lambda each: bool(each[0] & mark)):
        inner = _emphasised(list(group), tuple(others))
        made.append(_wrapped(inner, sign) if has_mark else inner)
    return "".join(made)


def _formula(text: str, following: str, *, display: bool) -> str:
    """A formula within a line: between dollars, unless they would be read as money or as its end."""
    if "$" in text or following[:1].isdigit():
        return f"\\[{text}\\]" if display else f"\\({text}\\)"
    return f"$${text}$$" if display else f"${text}$"


def _span(span: Span, following: str) -> str:
    marks = span.marks
    if marks & Mark.NOTE:
        return f"[^{span.text}]"
    if marks & Mark.IMAGE:
        return f"![{span.text}]({address(span.link)})"
    if marks & Mark.MATH:
        made = _formula(span.text, following, display=bool(marks & Mark.DISPLAY))
    elif marks & Mark.CODE:
        made = code_span(span.text)
    elif span.link == span.text and is_address(span.link):
        return f"<{span.link}>"
    else:
        made = escaped_in_link(span.text) if span.link else escaped(span.text)
    return _linked(made, span.link)


def _wrapped(text: str, sign: str) -> str:
    core = text.strip()
    if not core:
        return text
    before = text[: len(text) - len(text.lstrip())]
    return f"{before}{sign}{core}{sign}{text[len(text.rstrip()) :]}"


def _linked(text: str, link: str) -> str:
    return f"[{text}]({address(link)})" if link else text
