"""Blocks as HTML that holds nothing of the text's own: everything escaped, only web and mail links, no images."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from .blocks import Align, Code, Heading, ListBlock, ListItem, Mark, Math, Note, Paragraph, Quote, Rule, Span, Table
from .cleaning import revealed
from .leaves import box_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .blocks import Block, Spans

_TAGS = {Mark.BOLD: "strong", Mark.ITALIC: "em", Mark.STRIKE: "s", Mark.CODE: "code"}


def to_html(blocks: Iterable[Block]) -> str:
    """`blocks` as HTML. Code carries `class="language-…"`; colouring it is the caller's choice."""
    return "\n".join(map(block_html, blocks))


def block_html(block: Block) -> str:
    match block:
        case Paragraph():
            return f'<p dir="auto">{spans_html(block.spans)}</p>'
        case Heading():
            return f'<h{block.level} dir="auto">{spans_html(block.spans)}</h{block.level}>'
        case Quote():
            return f"<blockquote>\n{to_html(block.blocks)}\n</blockquote>"
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Code():
            return _code(block)
        case Math():
            return f'<p class="math"><code>{escape(block.source)}</code></p>'
        case Note():
            return f'<div class="note"><sup>{escape(block.label)}</sup>\n{to_html(block.blocks)}\n</div>'
        case Rule():
            return "<hr>"


def _list(block: ListBlock) -> str:
    items = "\n".join(f"<li>{_item(item, tight=block.tight)}</li>" for item in block.items)
    if block.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>\n{items}\n</ol>"


def _item(item: ListItem, *, tight: bool) -> str:
    box = box_text(item.checked)
    if tight and item.blocks and isinstance(item.blocks[0], Paragraph):
        rest = to_html(item.blocks[1:])
        return box + spans_html(item.blocks[0].spans) + ("\n" + rest if rest else "")
    return box + to_html(item.blocks)


def _table(table: Table) -> str:
    def row(cells: tuple[Spans, ...], tag: str) -> str:
        made = (
            f"<{tag}{_align(align)}>{spans_html(cell)}</{tag}>"
            for cell, align in zip(cells, table.aligns, strict=False)
        )
        return f"<tr>{''.join(made)}</tr>"

    body = "\n".join(row(cells, "td") for cells in table.rows)
    return f"<table>\n<thead>\n{row(table.head, 'th')}\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"


def _align(align: Align) -> str:
    return f' style="text-align:{align}"' if align else ""


def _code(code: Code) -> str:
    word = code.language.split(None, 1)[0] if code.language else ""
    language = f' class="language-{escape(word)}"' if word else ""
    return f"<pre><code{language}>{escape(revealed(code.text))}</code></pre>"


def spans_html(spans: Spans) -> str:
    return "".join(_span(span) for span in spans)


def _span(span: Span) -> str:
    marks = span.marks
    made = escape(revealed(span.text) if marks & Mark.CODE or span.link else span.text).replace("\n", "<br>\n")
    if marks == Mark.PLAIN and not span.link:
        return made
    if marks & Mark.NOTE:
        return f"<sup>{made}</sup>"
    if marks & Mark.MATH:
        made = f'<code class="math">{made}</code>'
    for mark, tag in _TAGS.items():
        if marks & mark:
            made = f"<{tag}>{made}</{tag}>"
    if marks & Mark.IMAGE:
        made = made or escape(span.link)
    if span.link.lower().startswith(("https://", "http://", "mailto:")):
        made = f'<a href="{escape(span.link)}" rel="noopener noreferrer nofollow">{made}</a>'
    return made
