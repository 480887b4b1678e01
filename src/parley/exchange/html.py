"""HTML: one file that needs nothing else and does nothing but be read.

The page fetches nothing and runs nothing: its policy (the CSP) forbids both even to a browser that would. Whatever a
model wrote arrives through `parley.markup`, which knows no HTML of the model's own.
"""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

from parley.domain.attachment import AttachmentKind

from .code_colours import with_colours
from .html_style import STYLE
from .reading import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message

    from .ports import Outside
    from .reading import Entry, Page

# Images a browser draws without ever running anything: SVG can hold a script, so it is not one of them.
IMAGE_TYPES = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})

_ALIGN = re.compile(r' style="text-align:(left|center|right)"')


def write(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> bytes:
    """The conversation as a complete HTML page (UTF-8)."""
    content = page(conversation, messages, outside)
    # The policy allows no style but the page's own, so alignment in tables goes by class.
    inside = _ALIGN.sub(r' class="\1"', body(content))
    document = f"{_head(content.title)}\n<body>\n<main>\n{inside}\n</main>\n</body>\n</html>\n"
    return document.encode("utf-8", "replace")


def _head(title: str) -> str:
    style_hash = b64encode(sha256(STYLE.encode()).digest()).decode("ascii")
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{style_hash}'; base-uri 'none'; form-action 'none'"
    return f"""<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{text(title)}</title>
<style>{STYLE}</style>
</head>"""


def body(content: Page) -> str:
    """The header and the messages, without the page around them."""
    facts = " · ".join(text(fact) for fact in content.facts if fact)
    head = f'<header>\n<h1 dir="auto">{text(content.title)}</h1>\n<p class="quiet">{facts}</p>\n</header>'
    return "\n".join([head, *(_entry(entry) for entry in content.entries)])


def _entry(entry: Entry) -> str:
    time = f' <span class="quiet">{text(entry.time)}</span>' if entry.time else ""
    parts = [f"<h2>{text(entry.heading)}{time}</h2>", _text_of(entry), *(_attachment(a) for a in entry.attachments)]
    if entry.notes:
        parts.append(f'<p class="quiet note">{text(" · ".join(entry.notes))}</p>')
    inside = "\n".join(part for part in parts if part)
    return f'<article class="{entry.role}">\n{inside}\n</article>'


def _text_of(entry: Entry) -> str:
    if not entry.text:
        return ""
    if not entry.markdown:
        return f'<div class="typed" dir="auto">{text(entry.text)}</div>'
    # Late: the parser and the highlighter take time to load, and the list of formats is known at start.
    from parley import markup

    return f'<div class="markdown">{with_colours(markup.to_html(markup.parse(entry.text)))}</div>'


def _attachment(attachment: Attachment) -> str:
    name = text(attachment.name)
    if attachment.kind is AttachmentKind.TEXT:
        content = text(attachment.data.decode("utf-8", "replace"))
        return f'<figure><figcaption class="quiet">{name}</figcaption><pre><code>{content}</code></pre></figure>'
    if attachment.kind is AttachmentKind.PDF:  # to be saved from the page; nothing opens it by itself
        data = b64encode(attachment.data).decode("ascii")
        return f'<p><a download="{name}" href="data:application/pdf;base64,{data}">{name}</a></p>'
    if attachment.mime not in IMAGE_TYPES:
        return f'<p class="quiet">{name}</p>'
    data = b64encode(attachment.data).decode("ascii")
    return f'<figure><img alt="{name}" src="data:{attachment.mime};base64,{data}"></figure>'


def text(raw: str) -> str:
    """`raw` as HTML text or attribute. Control characters, which HTML forbids, become the replacement character."""
    return escape("".join(char if char >= " " or char in "\n\t" else "\ufffd" for char in _one_line_end(raw)))


def _one_line_end(raw: str) -> str:
    return raw.replace("\r\n", "\n").replace("\r", "\n")
