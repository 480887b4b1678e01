"""What goes to the clipboard: plain text, Markdown and HTML at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from parley.domain.message import Role, Status
from parley.markup.blocks import Paragraph, Span
from parley.markup.html import to_html
from parley.markup.json_answer import json_answer
from parley.markup.leaves import flatten
from parley.markup.markdown import leaves_markdown
from parley.markup.parser import parse
from parley.markup.plain import leaf_text, leaves_text

from .caret import existing
from .item import PLAIN_ABOVE
from .selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from parley.domain.message import Message
    from parley.markup.blocks import Block
    from parley.markup.leaves import Leaf

    from .area import Area

MARKDOWN = "text/markdown"


def mime(plain: str, markdown: str, html: str) -> QMimeData:
    data = QMimeData()
    data.setText(plain)
    data.setHtml(html)
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


def message_mime(message: Message, *, is_mine: bool) -> QMimeData:
    """A whole message: the text is the model's Markdown as it came, because that is what people paste."""
    html = "" if is_mine else to_html(parse(message.text))
    if is_mine:
        data = QMimeData()
        data.setText(message.text)
        return data
    return mime(message.text, message.text, html)


def selection_mime(area: Area, selection: Selection) -> QMimeData:
    """What is selected, message by message."""
    selection = Selection(existing(area, selection.start), existing(area, selection.end))
    plain, markdown, html = [], [], []
    for number in range(selection.start.item, selection.end.item + 1):
        if _is_whole(number, selection):
            part = _whole_message(area.flow.message(number), area.flow.text(number))
        else:
            part = _part_of_message(area, number, selection)
        if part is not None:
            plain.append(part.plain)
            markdown.append(part.markdown)
            html.append(part.html)
    return mime("\n\n".join(plain), "\n\n".join(markdown), "\n".join(html))


class _Copied(NamedTuple):
    plain: str
    markdown: str
    html: str


def _is_whole(number: int, selection: Selection) -> bool:
    """Whether a message is selected from its beginning to beyond its end."""
    return selection.start <= (number, 0, 0) and number < selection.end.item


def _whole_message(message: Message, text: str) -> _Copied | None:
    """A message without its rows: making those of a long conversation takes many times as long."""
    if not text:
        return None
    if message.role is Role.USER or len(text) > PLAIN_ABOVE:
        return _Copied(text, text, to_html((Paragraph((Span(text),)),)))
    json = json_answer(text) if message.status is not Status.STREAMING else None
    blocks = parse(text) if json is None else (json,)
    leaves = tuple(flatten(blocks))
    return _Copied(leaves_text(leaves), leaves_markdown(leaves), to_html(blocks)) if leaves else None


def _part_of_message(area: Area, number: int, selection: Selection) -> _Copied | None:
    leaves = tuple(_selected(area, number, selection))
    if not leaves:
        return None
    html = to_html(_blocks(leaves))
    if area.flow.item(number).is_mine:
        text = "\n".join(leaf_text(leaf) for leaf in leaves)
        return _Copied(text, text, html)
    return _Copied(leaves_text(leaves), leaves_markdown(leaves), html)


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


def _blocks(leaves: tuple[Leaf, ...]) -> tuple[Block, ...]:
    """The containers of leaves are lost when only some of them are copied: reading the Markdown brings them back."""
    return parse(leaves_markdown(leaves))
