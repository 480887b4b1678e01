"""What goes to the clipboard: plain text, Markdown and HTML at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from parley.markup.html import to_html
from parley.markup.markdown import leaves_markdown
from parley.markup.parser import parse
from parley.markup.plain import leaf_text, leaves_text

from .caret import existing
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
        item = area.flow.item(number)
        leaves = tuple(_selected(area, number, selection))
        if not leaves:
            continue
        if item.is_mine:
            text = "\n".join(leaf_text(leaf) for leaf in leaves)
            plain.append(text)
            markdown.append(text)
            html.append(to_html(_blocks(leaves)))
        else:
            plain.append(leaves_text(leaves))
            markdown.append(leaves_markdown(leaves))
            html.append(to_html(_blocks(leaves)))
    return mime("\n\n".join(plain), "\n\n".join(markdown), "\n".join(html))


def _selected(area: Area, number: int, selection: Selection) -> Iterator[Leaf]:
    item = area.built_item(number)
    for row_number, row in enumerate(item.rows):
        if row.leaf is None:
            continue
        if selection.start[:2] < (number, row_number) < selection.end[:2]:
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
