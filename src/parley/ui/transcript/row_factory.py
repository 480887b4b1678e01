"""Which row shows which leaf."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from parley.markup.blocks import Code, Heading, Mark, Math, Paragraph, Span, Table
from parley.markup.cleaning import clean
from parley.markup.leaves import Container, Leaf, Picture
from parley.ui import theme as look

from .code_row import CodeRow
from .documents import body_style, heading_style
from .formula_row import FormulaRow
from .simple_rows import PictureRow, RuleRow
from .table_row import TableRow
from .text_row import TextRow, own_direction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parley.markup.leaves import LeafBlock
    from parley.ui.theme import Theme

    from .documents import Style
    from .page import Page
    from .rows import Row

INDENTS: Final = {
    Container.QUOTE: look.LARGE,
    Container.BULLETS: look.XLARGE,
    Container.NUMBERS: 28,
    Container.NOTE: 28,
}
_BAR_ROOM: Final = look.SMALL  # of what is between the bar of a quote and the text in it
# A document with a line of more than this is slow to lay out; longer text goes into several rows.
SLICE: Final = 4_000
LONG: Final = 4 * SLICE


def in_rows(leaf: Leaf) -> Iterable[Leaf]:
    """`leaf` as a leaf for each of its rows: one, unless it is very long."""
    words = _in_parts(leaf.block)
    return (leaf,) if words is None else _parts(leaf, words)


def _in_parts(block: LeafBlock) -> Paragraph | None:
    """What goes into several rows, as words; None for what can be laid out at once."""
    match block:
        case Paragraph(spans) if sum(len(span.text) for span in spans) > LONG:
            return block
        case Code(text) if has_long_line(text):
            return Paragraph((Span(text),))
        case Math(source) if len(source) > LONG:
            return Paragraph((Span(source, Mark.CODE),))
        case _:
            return None


def has_long_line(text: str) -> bool:
    """Whether a line is so long that it could not be laid out without a break at once."""
    return len(text) > LONG and max(map(len, text.split("\n"))) > LONG


def _parts(leaf: Leaf, block: Paragraph) -> Iterator[Leaf]:
    first = True
    for span in block.spans:
        for text in slices(span.text):
            part = Paragraph((replace(span, text=text),))
            yield replace(leaf, block=part) if first else replace(leaf, block=part, marker="", close=True)
            first = False


def make_row(leaf: Leaf, page: Page, *, may_fold: bool) -> Row:
    """The row for `leaf`, not laid out yet."""
    row = _row(leaf, page, may_fold=may_fold)
    put_in_place(row, leaf, page.theme)
    return row


def put_in_place(row: Row, leaf: Leaf, theme: Theme) -> None:
    """Have `row`, which shows `leaf`, stand where that stands: its list may have come to wider numbers, or to gaps."""
    row.leaf = leaf
    row.indent = sum(indents(theme, leaf.inside, leaf.widest))  # at another width it is laid out again once seen
    row.gap = _gap(leaf)


@lru_cache(maxsize=256)
def indents(theme: Theme, inside: tuple[Container, ...], widest: tuple[str, ...]) -> tuple[int, ...]:
    """How far each container moves its text in, with room for the widest of its markers.

    A marker may reach back up to the bar of the quote it stands in, or into the margin of the page.
    """
    widths: list[int] = []
    free = look.LARGE
    for container, marker in zip(inside, widest, strict=True):
        width = INDENTS[container]
        if marker:
            width = max(width, fitted_marker(theme, marker)[1] + look.SMALL - free)
        free = _BAR_ROOM if container is Container.QUOTE else free + width
        widths.append(width)
    return tuple(widths)


@lru_cache(maxsize=256)
def fitted_marker(theme: Theme, marker: str) -> tuple[str, int]:
    """What is shown of the number of a list item or the label of a footnote, and how wide it is, in pixels."""
    metrics = QFontMetricsF(look.body_font(theme))
    shown = metrics.elidedText(marker, Qt.TextElideMode.ElideRight, 8 * theme.body_size)
    return shown, ceil(metrics.horizontalAdvance(shown))


def _row(leaf: Leaf, page: Page, *, may_fold: bool) -> Row:
    theme = page.theme
    match leaf.block:
        case Heading():
            return _text_row(leaf, heading_style(theme, leaf.block.level), page)
        case Paragraph():
            return _text_row(leaf, body_style(theme), page)
        case Code():
            return CodeRow(leaf, theme, may_fold=may_fold)
        case Table():
            return TableRow(leaf, page)
        case Math():
            return FormulaRow(leaf, page)
        case Picture():
            return PictureRow(leaf, leaf.block, page)
        case _:
            return RuleRow(leaf, theme)


def _text_row(leaf: Leaf, style: Style, page: Page) -> TextRow:
    spans = leaf.block.spans if isinstance(leaf.block, Paragraph | Heading) else ()
    has_formulas = any(span.marks & Mark.MATH for span in spans)
    return TextRow(leaf, style, page.formulas.within(style) if has_formulas else None)


def _gap(leaf: Leaf) -> int:
    if leaf.close:
        return look.TINY
    if isinstance(leaf.block, Heading):
        return look.XLARGE if leaf.block.level <= 2 else look.LARGE
    return look.MEDIUM


def plain_rows(text: str, theme: Theme) -> Iterator[Row]:
    """`text` as it was written, without control characters, in parts that are each quick to lay out."""
    style = body_style(theme)
    for part in plain_parts(text):
        leaf = Leaf(Paragraph((Span(clean(part)),)), close=True)
        row = TextRow(leaf, style)
        row.leaf = leaf
        yield row


def plain_parts(text: str) -> Iterator[str]:
    """`text` in slices, and cut between lines of which one runs from left to right and the next from right to left."""
    for part in slices(text):
        if part.isascii():
            yield part
        else:
            yield from _by_direction(part)


def _by_direction(text: str) -> Iterator[str]:
    lines: list[str] = []
    direction = None
    for line in text.split("\n"):
        own = own_direction(line)
        if own is not None and direction is not None and own is not direction:
            yield "\n".join(lines)
            lines = []
        lines.append(line)
        direction = direction if own is None else own
    yield "\n".join(lines)


def slices(text: str) -> Iterator[str]:
    """`text` cut at line ends, or within a line where it has none."""
    at = 0
    while at < len(text):
        end = at + SLICE
        if end >= len(text):
            yield text[at:]
            return
        cut = text.rfind("\n", at, end)
        if cut > at:
            yield text[at:cut]
            at = cut + 1
        else:
            space = text.rfind(" ", at + SLICE // 2, end)
            end = space + 1 if space > at else _whole_letter(text, end)
            yield text[at:end]
            at = end


def _whole_letter(text: str, end: int) -> int:
    """`end`, moved so that no combining mark or joined emoji is torn from its letter."""
    import unicodedata

    for _ in range(16):
        if end >= len(text) or not (
            unicodedata.combining(text[end]) or text[end] in "\u200d\ufe0f" or text[end - 1] == "\u200d"
        ):
            break
        end += 1
    return end
