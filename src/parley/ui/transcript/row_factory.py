"""Which row shows which leaf."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from parley.markup.blocks import Code, Heading, Math, Paragraph, Span, Table
from parley.markup.leaves import Container, Leaf, Picture
from parley.ui import theme as look

from .code_row import CodeRow
from .documents import body_style, heading_style
from .simple_rows import PictureRow, RuleRow
from .table_row import TableRow
from .text_row import TextRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parley.ui.theme import Theme

    from .rows import Row

INDENTS: Final = {
    Container.QUOTE: look.LARGE,
    Container.BULLETS: look.XLARGE,
    Container.NUMBERS: 28,
    Container.NOTE: 28,
}
# A document with a line of more than this is slow to lay out; longer text goes into several rows.
SLICE: Final = 4_000


def make_row(leaf: Leaf, theme: Theme, *, may_fold: bool) -> Row:
    """The row for `leaf`, not laid out yet."""
    row = _row(leaf, theme, may_fold=may_fold)
    row.leaf = leaf
    row.indent = sum(INDENTS[container] for container in leaf.inside)
    row.gap = _gap(leaf)
    return row


def _row(leaf: Leaf, theme: Theme, *, may_fold: bool) -> Row:
    match leaf.block:
        case Heading():
            return TextRow(leaf, heading_style(theme, leaf.block.level))
        case Paragraph():
            return TextRow(leaf, body_style(theme))
        case Code():
            return CodeRow(leaf, theme, may_fold=may_fold)
        case Table():
            return TableRow(leaf, theme)
        case Math():
            return CodeRow(Leaf(Code(leaf.block.source, "TeX"), leaf.inside), theme, may_fold=False)
        case Picture():
            return PictureRow(leaf, leaf.block, theme, QCoreApplication.translate("Transcript", "Image not loaded"))
        case _:
            return RuleRow(leaf, theme)


def _gap(leaf: Leaf) -> int:
    if leaf.close:
        return look.TINY
    if isinstance(leaf.block, Heading):
        return look.XLARGE if leaf.block.level <= 2 else look.LARGE
    return look.MEDIUM


def plain_rows(text: str, theme: Theme) -> Iterator[Row]:
    """`text` as it was written, in slices that are each quick to lay out."""
    style = body_style(theme)
    for part in slices(text):
        leaf = Leaf(Paragraph((Span(part),)), close=True)
        row = TextRow(leaf, style)
        row.leaf = leaf
        yield row


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
