"""Markdown: the messages as they are, with images at the end so that the text stays readable in any editor."""

from __future__ import annotations

import re
from base64 import b64encode
from typing import TYPE_CHECKING

from parley.domain.attachment import AttachmentKind

from .reading import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message

    from .ports import Outside
    from .reading import Entry

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> bytes:
    """The conversation as Markdown (UTF-8)."""
    content = page(conversation, messages, outside)
    images: list[Attachment] = []
    parts = [f"# {_escape(content.title)}", " · ".join(_escape(fact) for fact in content.facts if fact)]
    for entry in content.entries:
        parts += _entry(entry, images)
    parts += [f"[image-{number}]: {_data_address(image)}" for number, image in enumerate(images, start=1)]
    return ("\n\n".join(part for part in parts if part) + "\n").encode("utf-8", "replace")


def _entry(entry: Entry, images: list[Attachment]) -> list[str]:
    time = f" · {entry.time}" if entry.time else ""
    parts = [f"## {_escape(entry.heading)}{time}", close_fence(entry.text)]
    parts += [_attachment(attachment, images) for attachment in entry.attachments]
    if entry.notes:
        parts.append(f"*{_escape(' · '.join(entry.notes))}*")
    return parts


def _attachment(attachment: Attachment, images: list[Attachment]) -> str:
    name = _escape(attachment.name)
    if attachment.kind is AttachmentKind.IMAGE:
        images.append(attachment)
        return f"![{name}][image-{len(images)}]"
    if attachment.kind is not AttachmentKind.TEXT:  # a PDF is no text to read; the HTML and JSON exports hold it
        return f"**{name}**"
    return f"**{name}**\n\n{_fenced(attachment.data.decode('utf-8', 'replace'))}"


def close_fence(text: str) -> str:
    """`text` with a fence that it left open closed, so that it does not swallow the messages after it."""
    still_open = ""
    for line in text.splitlines():
        fence = _FENCE.fullmatch(line)
        if fence is None:
            continue
        mark, rest = fence[1], fence[2]
        if not still_open:
            still_open = mark if mark[0] == "~" or "`" not in rest else ""
        elif mark[0] == still_open[0] and len(mark) >= len(still_open) and not rest.strip(" \t"):
            still_open = ""
    return f"{text}\n{still_open}" if still_open else text


def _fenced(text: str) -> str:
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _data_address(image: Attachment) -> str:
    return f"data:{image.mime};base64,{b64encode(image.data).decode('ascii')}"
