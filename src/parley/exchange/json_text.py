"""JSON: everything Parley knows of a conversation but the key, for other programs and for reading it in again.

The document is one object:

- `format`: always "parley-conversation"; `version`: 1, raised when a field changes its meaning or goes away;
  new fields may come without that; `written_by`: the program and its version.
- `conversation`: `id`, `title`, `title_is_mine` (the person wrote it), `created_at`, `updated_at`, `trashed_at`
  (milliseconds since 1970 UTC, or null), `pinned`, `cost` (micro-dollars, all branches), and `settings`: `model`,
  `instructions`, `examples` (`question`, `answer`), `temperature`, `max_tokens` (null: not sent), `json_answer`,
  `mode` ("chat" or "completion"), `leave_out_before` (id of the first message that is still sent, or null), `summary`
  (of what is left out: `text`, `up_to` (id of the last message it tells of), `model`, `cost`, or null), `schema` of the
  JSON (`used`, `name`, `text`, `strict`), and `more`, as the API has it (null, "" and []: not sent): `top_p`,
  `presence_penalty`, `frequency_penalty`, `stop`, `seed`, `reasoning_effort`, `verbosity`, `answers` (n).
- `messages`, those that are shown, root first, and `other_versions`, all others of the tree: `id`, `parent_id` (null
  at the root), `position` and `siblings` ("2 of 3" among the messages with the same parent), `role` ("system", "user",
  "assistant"), `text`, `created_at`, `status`
  ("complete", "streaming", "stopped", "incomplete", "failed"), `model`, `usage` (`prompt_tokens`,
  `completion_tokens`, `cached_tokens`, `reasoning_tokens`, or null), `cost` (micro-dollars, null: not known),
  `finish_reason`, `fits_schema` (there was a schema to answer by, and it fits), `failure` (`cause`, `facts`,
  `details`, or null), and `attachments` (`kind`, `name`, `mime`,
  `detail` of a picture ("low", "high" or ""), `sha256`, `data` in base64).
"""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import asdict
from typing import TYPE_CHECKING

from parley import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.errors import Failure
    from parley.domain.message import Conversation, Message

    from .ports import Outside

FORMAT = "parley-conversation"
VERSION = 1


def write(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> bytes:
    """The conversation as JSON, without the versions that are not shown."""
    return write_tree(conversation, messages, (), outside)


def write_tree(
    conversation: Conversation, messages: Sequence[Message], others: Sequence[Message], outside: Outside
) -> bytes:
    """The conversation as JSON (UTF-8). Half a surrogate pair, which UTF-8 cannot hold, is written as an escape."""
    del outside  # nothing in it is translated
    document = {
        "format": FORMAT,
        "version": VERSION,
        "written_by": f"Parley {__version__}",
        "conversation": _conversation(conversation),
        "messages": [_message(message) for message in messages],
        "other_versions": [_message(message) for message in others],
    }
    # Python writes such a half as \udXXX, which is what JSON means by it as well.
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def _conversation(conversation: Conversation) -> dict[str, object]:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "title_is_mine": conversation.title_is_mine,
        "created_at": conversation.created_at,
        "updated_at": conversation.updated_at,
        "trashed_at": conversation.trashed_at,
        "pinned": conversation.pinned,
        "cost": conversation.cost,
        "settings": asdict(conversation.settings),
    }


def _message(message: Message) -> dict[str, object]:
    return {
        "id": message.id,
        "parent_id": message.parent_id,
        "position": message.position,
        "siblings": message.siblings,
        "role": message.role,
        "text": message.text,
        "created_at": message.created_at,
        "status": message.status,
        "model": message.model,
        "usage": None if message.usage is None else asdict(message.usage),
        "cost": message.cost,
        "finish_reason": message.finish_reason,
        "fits_schema": message.fits_schema,
        "failure": None if message.failure is None else _failure(message.failure),
        "attachments": [_attachment(attachment) for attachment in message.attachments],
    }


def _failure(failure: Failure) -> dict[str, object]:
    return {"cause": failure.cause, "facts": dict(failure.facts), "details": failure.details}


def _attachment(attachment: Attachment) -> dict[str, object]:
    return {
        "kind": attachment.kind,
        "name": attachment.name,
        "mime": attachment.mime,
        "detail": attachment.detail,
        "sha256": attachment.sha256,
        "data": b64encode(attachment.data).decode("ascii"),
    }
