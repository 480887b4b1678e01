"""Reading what `json_text` wrote: one conversation with everything Parley knew of it."""

from __future__ import annotations

import binascii
from base64 import b64decode
from hashlib import sha256
from typing import TYPE_CHECKING

from parley.domain.arrival import Arrival, MisfitError
from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.chat_settings_json import from_plain
from parley.domain.errors import AppError, Cause, Failure
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.money import Usage

from .import_values import count_of, list_of, object_of, text_of
from .json_text import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum
    from typing import TypeVar

    E = TypeVar("E", bound="StrEnum")


def recognises(document: Mapping[str, object]) -> bool:
    return document.get("format") == FORMAT


def read(document: Mapping[str, object]) -> Arrival:
    """The conversation in `document`. Raises MisfitError, and AppError IMPORT_NEWER."""
    version = count_of(document.get("version"))
    if version is None:
        raise MisfitError('"version" is no number')
    if version > VERSION:
        raise AppError(Cause.IMPORT_NEWER, f"version {version}, this program knows {VERSION}")
    shown = [_message(value) for value in _list(document, "messages")]
    others = [_message(value) for value in list_of(document.get("other_versions"))]
    values = document.get("conversation")
    if not isinstance(values, dict):
        raise MisfitError('"conversation" is no object')
    return Arrival(_conversation(values), (*shown, *others), shown[-1].id if shown else None)


def _list(values: Mapping[str, object], key: str) -> list[object]:
    found = values.get(key)
    if not isinstance(found, list):
        raise MisfitError(f'"{key}" is no list')
    return found


def _conversation(values: Mapping[str, object]) -> Conversation:
    settings = object_of(values.get("settings"))
    examples = [_example(object_of(one)) for one in list_of(settings.get("examples"))]
    return Conversation(
        id=0,
        title=text_of(values.get("title")),
        created_at=count_of(values.get("created_at")) or 0,
        updated_at=count_of(values.get("updated_at")) or 0,
        settings=from_plain({**settings, "examples": examples}),
        title_is_mine=values.get("title_is_mine") is True,
        pinned=values.get("pinned") is True,
        trashed_at=count_of(values.get("trashed_at")),
        cost=count_of(values.get("cost")) or 0,
    )


def _example(values: Mapping[str, object]) -> list[object]:
    return [values.get("question"), values.get("answer")]


def _message(value: object) -> Message:
    if not isinstance(value, dict):
        raise MisfitError("a message is no object")
    ident, parent, text = count_of(value.get("id")), value.get("parent_id"), value.get("text")
    if ident is None or (parent is not None and count_of(parent) is None):
        raise MisfitError("a message without a number, or with one that is none")
    if not isinstance(text, str):
        raise MisfitError("a message without a text")
    return Message(
        id=ident,
        conversation_id=0,
        parent_id=count_of(parent),
        role=_role(value.get("role")),
        text=text,
        created_at=count_of(value.get("created_at")) or 0,
        status=_one_of(Status, value.get("status")) or Status.INCOMPLETE,
        model=text_of(value.get("model")),
        usage=_usage(value.get("usage")),
        cost=count_of(value.get("cost")),
        finish_reason=text_of(value.get("finish_reason")),
        failure=_failure(value.get("failure")),
        attachments=tuple(_attachment(object_of(one)) for one in list_of(value.get("attachments"))),
        fits_schema=value.get("fits_schema") is True,
    )


def _role(value: object) -> Role:
    role = _one_of(Role, value)
    if role is None:
        raise MisfitError("nobody is known to have written a message")
    return role


def _usage(value: object) -> Usage | None:
    values = object_of(value)
    counts = [count_of(values.get(f"{kind}_tokens")) for kind in ("prompt", "completion", "cached", "reasoning")]
    return Usage(*(count or 0 for count in counts)) if values else None


def _failure(value: object) -> Failure | None:
    values = object_of(value)
    if not values:
        return None
    facts = {key: fact for key, fact in object_of(values.get("facts")).items() if isinstance(fact, str)}
    return Failure(_one_of(Cause, values.get("cause")) or Cause.UNEXPECTED, facts, text_of(values.get("details")))


def _attachment(values: Mapping[str, object]) -> Attachment:
    kind = _one_of(AttachmentKind, values.get("kind"))
    if kind is None:
        raise MisfitError("an attachment of no known kind")
    try:
        data = b64decode(text_of(values.get("data")), validate=True)
    except (binascii.Error, ValueError):
        raise MisfitError("an attachment that is not in base64") from None
    return Attachment(
        kind,
        text_of(values.get("name")),
        text_of(values.get("mime")),
        data,
        sha256(data).hexdigest(),
        _one_of(Detail, values.get("detail")) or Detail.AUTO,
    )


def _one_of(kind: type[E], value: object) -> E | None:
    return next((one for one in kind if one.value == value), None)
