"""Plain text: nothing but what was said, by whom and when. Attachments are named; text files are included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.attachment import AttachmentKind

from .reading import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message

    from .ports import Outside
    from .reading import Entry

_RULE = "-" * 72


def write(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> bytes:
    """The conversation as UTF-8 text with a byte order mark: without one, older Windows programs guess wrong."""
    content = page(conversation, messages, outside)
    head = f"{content.title}\n{' · '.join(fact for fact in content.facts if fact)}"
    return "\n\n".join([head, *(_entry(entry) for entry in content.entries), ""]).encode("utf-8-sig", "replace")


def _entry(entry: Entry) -> str:
    heading = f"{entry.heading} · {entry.time}" if entry.time else entry.heading
    parts = [f"{_RULE}\n{heading}", entry.text, *(_attachment(a) for a in entry.attachments)]
    if entry.notes:
        parts.append(f"({' · '.join(entry.notes)})")
    return "\n\n".join(part for part in parts if part)


def _attachment(attachment: Attachment) -> str:
    if attachment.kind is not AttachmentKind.TEXT:
        return f"[{attachment.name}]"
    return f"[{attachment.name}]\n{attachment.data.decode('utf-8', 'replace')}"
