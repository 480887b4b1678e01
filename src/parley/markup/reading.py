"""From markdown-it's tokens to blocks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.common.utils import unescapeAll

from .autolinks import with_links
from .blocks import (
    Align,
    Block,
    Code,
    Heading,
    ListBlock,
    ListItem,
    Mark,
    Marks,
    Math,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Spans,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

_OPENING = {
    "strong_open": Mark.BOLD,
    "em_open": Mark.ITALIC,
    "s_open": Mark.STRIKE,
}
_CLOSING = {"strong_close": Mark.BOLD, "em_close": Mark.ITALIC, "s_close": Mark.STRIKE}
# Label, address and what follows it. Only what CommonMark calls blank separates them: an address may be an odd space.
_DEFINITION: Final = re.compile(
    r"(\[(?:[^\[\]\\]|\\[\s\S])*\]:)[ \t\n]*(?:<((?:[^<>\\\n]|\\.)*)>|([^ \t\n]*))[ \t\n]*([\s\S]*)"
)
_ALIGNS = {f"text-align:{align}": align for align in (Align.LEFT, Align.CENTER, Align.RIGHT)}


def read_blocks(tokens: Sequence[Token]) -> list[tuple[int, Block]]:
    """The top-level blocks of `tokens`, each with the line it begins on."""
    reader = _Reader(tokens)
    found: list[tuple[int, Block]] = []
    while reader.at < len(tokens):
        line = (tokens[reader.at].map or [0])[0]
        found.append((line, reader.block()))
    return found


class _Reader:
    """Walks the flat token stream once."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self.at = 0

    def block(self) -> Block:
        token = self._next()
        match token.type:
            case "paragraph_open":
                return Paragraph(self._inline())
            case "heading_open":
                return Heading(int(token.tag[1]), self._inline())
            case "bullet_list_open" | "ordered_list_open":
                return self._list(token)
            case "blockquote_open":
                return Quote(self._until("blockquote_close"))
            case "table_open":
                return self._table()
            case "footnote_reference_open":
                return Note(token.meta["label"], self._until("footnote_reference_close"))
            case _:
                return _single(token)

    def _next(self) -> Token:
        self.at += 1
        return self._tokens[self.at - 1]

    def _inline(self) -> Spans:
        spans = read_inline(self._next().children or ())
        self.at += 1  # the closing token
        return spans

    def _until(self, closing: str) -> tuple[Block, ...]:
        blocks = []
        while self._tokens[self.at].type != closing:
            blocks.append(self.block())
        self.at += 1
        return tuple(blocks)

    def _list(self, opening: Token) -> ListBlock:
        closing = opening.type.replace("_open", "_close")
        start = int(opening.attrs.get("start", 1)) if opening.type == "ordered_list_open" else None
        items = []
        tight = True
        while self._next().type != closing:
            first = self._tokens[self.at]
            tight = tight and not (first.type == "paragraph_open" and not first.hidden)
            items.append(_item(self._until("list_item_close")))
        return ListBlock(tuple(items), start, tight)

    def _table(self) -> Table:
        rows: list[tuple[Spans, ...]] = []
        aligns: tuple[Align, ...] = ()
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                cells, aligns_here = self._row()
                rows.append(cells)
                aligns = aligns or aligns_here
        return Table(rows[0], tuple(rows[1:]), aligns)

    def _row(self) -> tuple[tuple[Spans, ...], tuple[Align, ...]]:
        cells: list[Spans] = []
        aligns: list[Align] = []
        while (token := self._next()).type != "tr_close":
            aligns.append(_ALIGNS.get(str(token.attrs.get("style", "")), Align.NONE))
            cells.append(self._inline())
        return tuple(cells), tuple(aligns)


def _single(token: Token) -> Block:
    match token.type:
        case "fence":
            return Code(_without_last_break(token.content), fence_language(token.info), open=not _is_closed(token))
        case "code_block":
            return Code(_without_last_break(token.content))
        case "math":
            return Math(token.content, open=token.meta["open"])
        case "hr":
            return Rule()
        case _:  # "definition"
            return _definition(token.content)


def fence_language(info: str) -> str:
    """What a fence says after its marks, without escapes."""
    return unescapeAll(info).strip()


def _is_closed(fence: Token) -> bool:
    """Whether the source lines of `fence` are more than its opening line and its content."""
    first, end = fence.map or (0, 0)
    unended = bool(fence.content) and not fence.content.endswith("\n")
    return fence.content.count("\n") + unended + 2 <= end - first


def _without_last_break(text: str) -> str:
    return text.removesuffix("\n")


def _definition(source: str) -> Block:
    """A link definition as text, with its address as a link when it is one."""
    hit = _DEFINITION.fullmatch(source)
    if hit is None:
        return Paragraph((Span(source),))
    head, bracketed, bare, title = hit.groups()
    address = bare or bracketed or ""
    spans = (Span(head + " "), Span(address, link=address), Span(" " + title if title else ""))
    return Paragraph(tuple(span for span in spans if span.text))


def _item(blocks: tuple[Block, ...]) -> ListItem:
    """An item, and its box if its text begins with one (GFM task lists)."""
    if blocks and isinstance(blocks[0], Paragraph) and blocks[0].spans:
        first, *others = blocks[0].spans
        if first.marks == Mark.PLAIN and not first.link and first.text[:4].lower() in ("[ ] ", "[x] "):
            spans = (Span(first.text[4:]), *others) if len(first.text) > 4 else tuple(others)
            return ListItem((Paragraph(spans), *blocks[1:]), first.text[1] != " ")
    return ListItem(blocks)


def read_inline(tokens: Sequence[Token]) -> Spans:
    """The spans of one run of inline tokens; neighbours with the same look are one span."""
    spans: list[Span] = []
    marks: Marks = Mark.PLAIN
    link = ""
    for token in tokens:
        kind = token.type
        if kind in _OPENING:
            marks |= _OPENING[kind]
        elif kind in _CLOSING:
            marks &= ~_CLOSING[kind]
        elif kind == "link_open":
            link = str(token.attrs.get("href", ""))
        elif kind == "link_close":
            link = ""
        else:
            spans.append(_span(token, marks, link))
    return tuple(with_links(_joined(spans)))


def _span(token: Token, marks: Marks, link: str) -> Span:
    match token.type:
        case "code_inline":
            return Span(token.content, marks | Mark.CODE, link)
        case "math_inline":
            display = Mark.DISPLAY if token.markup in ("$$", "\\[") else Mark.PLAIN
            return Span(token.content, marks | Mark.MATH | display, link)
        case "note":
            return Span(token.content, marks | Mark.NOTE, link)
        case "image" if link:  # the link matters more than the picture on it
            return Span(token.content or link, marks, link)
        case "image":
            return Span(token.content, marks | Mark.IMAGE, str(token.attrs.get("src", "")))
        case "softbreak" | "hardbreak":
            return Span("\n", marks, link)
        case _:
            return Span(token.content, marks, link)


_WHOLE = Mark.MATH | Mark.NOTE | Mark.IMAGE  # never joined with a neighbour


def _joined(spans: list[Span]) -> Iterator[Span]:
    """`spans` without the empty ones, neighbours of one look made one."""
    texts: list[str] = []
    last: Span | None = None
    for span in spans:
        if not span.text and not span.marks & Mark.IMAGE:
            continue
        if last is not None and span.marks == last.marks and span.link == last.link and not span.marks & _WHOLE:
            texts.append(span.text)
            continue
        if last is not None:
            yield last if len(texts) == 1 else Span("".join(texts), last.marks, last.link)
        last, texts = span, [span.text]
    if last is not None:
        yield last if len(texts) == 1 else Span("".join(texts), last.marks, last.link)
