"""What goes to the clipboard: plain text, Markdown and HTML at once."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from parley.domain.message import Role
from parley.markup.blocks import Paragraph, Span
from parley.markup.html import block_html, to_html
from parley.markup.leaves import flatten
from parley.markup.markdown import markdown_parts
from parley.markup.plain import leaf_text, text_parts
from parley.markup.stream import parse_in_steps

from .caret import existing
from .item import PLAIN_ABOVE
from .selection import Selection
from .shown_text import read_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from parley.domain.message import Message
    from parley.markup.leaves import Leaf

    from .area import Area

MARKDOWN = "text/markdown"

_Made = TypeVar("_Made")
Work: TypeAlias = Generator[None, None, _Made]  # in many small steps, after which it gives what it has made


def _mime(plain: str, markdown: str, html: str) -> Work[QMimeData]:
    data = QMimeData()
    data.setText(plain)
    yield
    data.setHtml(html)
    yield
    data.setData(MARKDOWN, QByteArray(markdown.encode("utf-8", "replace")))
    return data


def keep_plain_text() -> None:
    """Leave only plain text on the clipboard when the program ends.

    Qt deletes the clipboard's data after Python is gone, and data that was made in Python then ends the process with
    a segmentation fault (PySide6 6.12.0). Text that Qt keeps itself does not.
    """
    clipboard = QGuiApplication.clipboard()
    if clipboard.ownsClipboard():
        clipboard.setText(clipboard.text())


def message_work(message: Message, text: str) -> Work[QMimeData]:
    """A whole message, of which there is so much `text`: as the model's Markdown came, because people paste that."""
    if message.role is Role.USER:
        data = QMimeData()
        data.setText(text)
        return data
    blocks = yield from read_blocks(message, text)
    html = yield from _joined("\n", map(block_html, blocks))
    return (yield from _mime(text, text, html))


def selection_work(area: Area, selection: Selection) -> Work[QMimeData]:
    """What is selected as it is now, message by message. To put it in three forms is the work."""
    selection = Selection(existing(area, selection.start), existing(area, selection.end))
    start, end = selection.start, selection.end
    parts = []
    for number in range(start.item, end.item + 1):
        if start <= (number, 0, 0) and number < end.item:  # from its beginning to beyond its end
            parts.append(_whole_message(area.flow.message(number), area.flow.text(number)))
        else:
            is_mine = area.flow.message(number).role is Role.USER
            parts.append(_part_of_message(tuple(_selected(area, number, selection)), is_mine=is_mine))
    return _all_together(parts)


class _Copied(NamedTuple):
    plain: str
    markdown: str
    html: str


def _all_together(parts: list[Work[_Copied | None]]) -> Work[QMimeData]:
    made = []
    for part in parts:
        copied = yield from part
        if copied is not None:
            made.append(copied)
        yield
    plain = "\n\n".join(each.plain for each in made)
    markdown = "\n\n".join(each.markdown for each in made)
    yield
    return (yield from _mime(plain, markdown, "\n".join(each.html for each in made)))


def _whole_message(message: Message, text: str) -> Work[_Copied | None]:
    """A message without its rows: making those of a long conversation takes many times as long."""
    if not text:
        return None
    if message.role is Role.USER or len(text) > PLAIN_ABOVE:
        return _Copied(text, text, to_html((Paragraph((Span(text),)),)))
    blocks = yield from read_blocks(message, text)
    leaves = tuple(flatten(blocks))
    if not leaves:
        return None
    plain = yield from _joined("", text_parts(leaves))
    markdown = yield from _joined("", markdown_parts(leaves))
    return _Copied(plain, markdown, (yield from _joined("\n", map(block_html, blocks))))


def _part_of_message(leaves: tuple[Leaf, ...], *, is_mine: bool) -> Work[_Copied | None]:
    """`leaves` have lost the containers they stand in. Reading their Markdown brings those back."""
    if not leaves:
        return None
    markdown = yield from _joined("", markdown_parts(leaves))
    blocks = yield from parse_in_steps(markdown)
    html = yield from _joined("\n", map(block_html, blocks))
    if not is_mine:
        return _Copied((yield from _joined("", text_parts(leaves))), markdown, html)
    text = "\n".join(leaf_text(leaf) for leaf in leaves)
    return _Copied(text, text, html)


def _joined(between: str, parts: Iterable[str]) -> Work[str]:
    """All of `parts` as one text, made one after the other."""
    made = []
    for part in parts:
        made.append(part)
        yield
    return between.join(made)


def _selected(area: Area, number: int, selection: Selection) -> Iterator[Leaf]:
    first, last = selection.start[:2], selection.end[:2]
    for row_number, row in enumerate(area.built_item(number).rows):
        here = number, row_number
        if row.leaf is None or not first <= here <= last:
            continue
        if first < here < last or not row.length:  # of a picture or a rule no part can be selected
            yield row.leaf
            continue
        part = selection.within(number, row_number, row.length)
        if part is not None:
            leaf = row.cut(*part)
            if leaf is not None:
                yield leaf
