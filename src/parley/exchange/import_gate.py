"""The gate every imported conversation passes, whatever file it came from: in order, within bounds, and settled."""

from __future__ import annotations

import re
import time
import unicodedata
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from parley.domain.arrival import MOST_TEXT, Arrival, MisfitError
from parley.domain.characters import whole_characters
from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.errors import Cause, Failure
from parley.domain.message import Status

from .message_tree import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Conversation, Message
    from parley.domain.money import Usage

LONGEST_TITLE = 200  # characters, as the field over a title takes them
_LONGEST_NAME = 200  # characters of a file, a model, a folder
_LONGEST_DETAILS = 10_000
_MOST_FACTS = 20
_MOST_COUNT = 2**40  # tokens or micro-dollars: no honest count comes near, and sums cannot overflow
_LARGEST_ATTACHED = 64 * 2**20  # bytes
_MOST_ATTACHED = 100  # to one message
_EARLIEST = 946_684_800_000  # 2000: before that nobody talked to a model
_RELEASED = 1_764_547_200_000  # December 2025: a clock that says less is not right
_FAR_OFF = 2_524_608_000_000  # 2050
_DAY = 86_400_000
_HIDDEN = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # turn the direction of what follows


def made_safe(arrival: Arrival, time_of_file: int) -> Arrival:
    """`arrival` as the store may take it. Raises MisfitError.

    What cannot be a time becomes that of the conversation, or `time_of_file` (ms). Texts stay as they are, as those of
    every message do: what shows them makes them safe to look at.
    """
    ordered = in_order(arrival.messages)
    if _length(arrival.conversation.settings, ordered) > MOST_TEXT:
        raise MisfitError(f"more than {MOST_TEXT} characters")
    ids = {message.id for message in ordered}
    fallback = _moment(time_of_file) or _EARLIEST
    first = next((moment for message in ordered if (moment := _moment(message.created_at))), fallback)
    conversation = _conversation(arrival.conversation, first)
    return replace(
        arrival,
        conversation=conversation,
        messages=tuple(_message(message, conversation.created_at) for message in ordered),
        shown=arrival.shown if arrival.shown in ids else None,
        folder=one_line(arrival.folder, _LONGEST_NAME),
    )


def one_line(text: str, longest: int) -> str:
    """`text` as a name: in one line, with nothing that hides or turns round what stands beside it."""
    spaced = " ".join(_HIDDEN.sub("", text[: 4 * longest]).split())
    kept = "".join(char for char in spaced if unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn"))
    return kept[:longest].strip()


def _length(settings: ChatSettings, messages: Sequence[Message]) -> int:
    examples = sum(len(example.question) + len(example.answer) for example in settings.examples)
    return len(settings.instructions) + examples + sum(len(message.text) for message in messages)


def _moment(value: int) -> int:
    """`value` where it can be a time in ms since 1970, else 0."""
    now = time.time_ns() // 1_000_000
    latest = now + _DAY if now > _RELEASED else _FAR_OFF  # a clock that is set back says nothing of what is absurd
    return value if _EARLIEST <= value <= latest else 0


def _conversation(conversation: Conversation, first: int) -> Conversation:
    created_at = _moment(conversation.created_at) or first
    trashed_at = conversation.trashed_at
    return replace(
        conversation,
        title=one_line(conversation.title, LONGEST_TITLE),
        created_at=created_at,
        updated_at=_moment(conversation.updated_at) or created_at,
        trashed_at=None if trashed_at is None else _moment(trashed_at) or created_at,
        settings=from_plain(_plain(conversation.settings)),
        cost=_count(conversation.cost) or 0,
    )


def _plain(settings: ChatSettings) -> dict[str, object]:
    return to_plain(replace(settings, model=one_line(settings.model, _LONGEST_NAME)))


def _message(message: Message, time_of_conversation: int) -> Message:
    streaming = message.status is Status.STREAMING
    failure = message.failure or (Failure(Cause.INTERRUPTED) if streaming else None)
    if len(message.attachments) > _MOST_ATTACHED:
        raise MisfitError(f"more than {_MOST_ATTACHED} attachments to one message")
    return replace(
        message,
        text=whole_characters(message.text),
        created_at=_moment(message.created_at) or time_of_conversation,
        status=Status.INCOMPLETE if streaming else message.status,
        model=one_line(message.model, _LONGEST_NAME),
        usage=None if message.usage is None else _usage(message.usage),
        cost=_count(message.cost),
        finish_reason=one_line(message.finish_reason, _LONGEST_NAME),
        failure=None if failure is None else _failure(failure),
        attachments=tuple(_attachment(attachment) for attachment in message.attachments),
    )


def _count(value: int | None) -> int | None:
    return value if value is not None and 0 <= value <= _MOST_COUNT else None


def _usage(usage: Usage) -> Usage:
    return replace(
        usage,
        prompt_tokens=_count(usage.prompt_tokens) or 0,
        completion_tokens=_count(usage.completion_tokens) or 0,
        cached_tokens=_count(usage.cached_tokens) or 0,
        reasoning_tokens=_count(usage.reasoning_tokens) or 0,
    )


def _failure(failure: Failure) -> Failure:
    facts = list(failure.facts.items())[:_MOST_FACTS]
    return Failure(
        failure.cause,
        {one_line(key, _LONGEST_NAME): one_line(value, _LONGEST_DETAILS) for key, value in facts},
        whole_characters(failure.details[:_LONGEST_DETAILS]),
    )


def _attachment(attachment: Attachment) -> Attachment:
    if len(attachment.data) > _LARGEST_ATTACHED:
        raise MisfitError(f"an attachment of more than {_LARGEST_ATTACHED} bytes")
    return replace(
        attachment,
        name=one_line(attachment.name, _LONGEST_NAME),
        mime=one_line(attachment.mime, _LONGEST_NAME),
        sha256=sha256(attachment.data).hexdigest(),
    )
