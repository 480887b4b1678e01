"""PDF: the page of `html`, in the few rules that Qt's own text layout knows, given to the printer that `ui` brings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .html import body
from .html_style import PAPER_STYLE
from .reading import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.message import Conversation, Message

    from .ports import Outside

# Everything that was ever text is escaped by now, so these find our own tags only.
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_MARGINS = "margin-top:6px;margin-bottom:8px"
_LINES = "border-collapse:collapse;border-style:solid;border-color:#c9c9c4"
_TABLE = f'<table border="1" cellspacing="0" cellpadding="5" style="{_LINES};{_MARGINS}">'
_SAVED = re.compile(r'<p><a download="[^"]*" href="data:[^"]*">([^<]*)</a></p>')
_TYPED = re.compile(r'<div class="typed"[^<]*</div>')


def write(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> bytes:
    """The conversation as a PDF for printing. Raises AppError when the printer does."""
    content = page(conversation, messages, outside)
    document = f"<html><head><style>{PAPER_STYLE}</style></head><body>{_cards(body(content))}</body></html>"
    return outside.print_html(document, content.title)


def _cards(page: str) -> str:
    """`page` with lines around tables, and with code and typed text in tables of one cell.

    Qt paints the background of text line by line, which leaves stripes.
    """
    page = page.replace("<table>", _TABLE)
    page = _SAVED.sub(r"<p>\1</p>", page)  # paper holds its name
    page = _PRE.sub(lambda found: _card(found[0], "#f5f5f2"), page)
    return _TYPED.sub(lambda found: _card(found[0], "#e7f2ee"), page)


def _card(inside: str, colour: str) -> str:
    look = f'width="100%" cellpadding="8" border="0" bgcolor="{colour}" style="{_MARGINS}"'
    return f"<table {look}><tr><td>{inside}</td></tr></table>"
