"""A conversation without the keys that someone pasted into it: no export ever holds one."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from parley.domain.attachment import AttachmentKind
from parley.domain.chat_settings import Example
from parley.domain.redaction import REMOVED, key_forms, redact, redact_clear_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.errors import Failure
    from parley.domain.message import Conversation, Message


def without_keys(
    conversation: Conversation, messages: Sequence[Message], keys: Sequence[str]
) -> tuple[Conversation, list[Message]]:
    """Both as they are, but for `keys` and what is clearly a key. Attached pictures and PDFs stay what they were."""

    forms = [form for key in keys for form in key_forms(key)]

    def clean(text: str) -> str:
        for form in forms:
            text = text.replace(form, REMOVED)
        return redact_clear_keys(text)

    settings = _settings(conversation.settings, clean)
    return (
        replace(conversation, title=clean(conversation.title), settings=settings),
        [_message(message, clean, keys) for message in messages],
    )


def _settings(settings: ChatSettings, clean: Callable[[str], str]) -> ChatSettings:
    summary = settings.summary and replace(settings.summary, text=clean(settings.summary.text))
    examples = tuple(Example(clean(example.question), clean(example.answer)) for example in settings.examples)
    return replace(
        settings,
        model=clean(settings.model),
        instructions=clean(settings.instructions),
        examples=examples,
        summary=summary,
        schema=replace(settings.schema, text=clean(settings.schema.text)),
        more=replace(settings.more, stop=tuple(clean(text) for text in settings.more.stop)),
    )


def _message(message: Message, clean: Callable[[str], str], keys: Sequence[str]) -> Message:
    failure = None if message.failure is None else _failure(message.failure, keys)
    attachments = tuple(_attachment(attachment, clean) for attachment in message.attachments)
    text, model = clean(message.text), clean(message.model)
    return replace(message, text=text, model=model, failure=failure, attachments=attachments)


def _attachment(attachment: Attachment, clean: Callable[[str], str]) -> Attachment:
    """A text file may be the very .env file that holds the key."""
    named = replace(attachment, name=clean(attachment.name))
    if attachment.kind is not AttachmentKind.TEXT:
        return named
    data = clean(attachment.data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
    return named if data == attachment.data else replace(named, data=data, sha256=sha256(data).hexdigest())


def _failure(failure: Failure, keys: Sequence[str]) -> Failure:
    facts = {name: redact(value, *keys) for name, value in failure.facts.items()}
    return replace(failure, facts=facts, details=redact(failure.details, *keys))
