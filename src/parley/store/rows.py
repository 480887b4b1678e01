"""Rows to values and back. Anything may stand in a file: what cannot be read becomes what is nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict, TypeVar

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.errors import Cause, Failure
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.money import Usage

from .clean import clean, int_of, read_json_object, text_of, write_json

if TYPE_CHECKING:
    from enum import StrEnum

    from parley.domain.chat_settings import ChatSettings

    from .connection import Row

E = TypeVar("E", bound="StrEnum")
_ENOUGH = 2**40  # no honest count comes near; larger ones could overflow a sum
_USAGE = ("prompt", "completion", "cached", "reasoning")
_ROLES: dict[object, Role] = {role.value.encode(): role for role in Role}
_STATUSES: dict[object, Status] = {status.value.encode(): status for status in Status}


class OtherFields(TypedDict):
    """What a message is beside its text and who wrote it."""

    conversation_id: int
    parent_id: int | None
    created_at: int
    status: Status
    model: str
    usage: Usage | None
    cost: int | None
    finish_reason: str
    failure: Failure | None
    fits_schema: bool


# Text is taken as bytes: a damaged file may hold some that are not UTF-8, on which reading it as text would fail.
CONVERSATION = (
    "c.id, CAST(c.title AS BLOB), c.created_at, c.updated_at, CAST(c.settings AS BLOB), c.title_is_mine,"
    " c.pinned, c.trashed_at,"
    " (SELECT total(cost) FROM message WHERE conversation_id = c.id) + coalesce(c.title_cost, 0)"
)
MESSAGE = (
    "m.id, m.conversation_id, m.parent_id, CAST(m.role AS BLOB), CAST(m.text AS BLOB), m.created_at,"
    " CAST(m.status AS BLOB), CAST(m.model AS BLOB), CAST(m.usage AS BLOB), m.cost, CAST(m.finish_reason AS BLOB),"
    " CAST(m.failure AS BLOB), m.fits_schema"
)
AMONG_SIBLINGS = (
    "(SELECT count(*) FROM message s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id"
    " AND s.id <= m.id),"
    " (SELECT count(*) FROM message s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id)"
)
ATTACHMENT = (
    "CAST(a.kind AS BLOB), CAST(a.name AS BLOB), CAST(a.mime AS BLOB), CAST(a.sha256 AS BLOB), content.data,"
    " CAST(a.detail AS BLOB)"
)


def read_conversation(row: Row) -> Conversation:
    """From the columns CONVERSATION."""
    ident, title, created_at, updated_at, settings, is_mine, pinned, trashed_at, cost = row
    chat_settings = read_chat_settings(settings)
    summary = chat_settings.summary
    return Conversation(
        id=int_of(ident),
        title=text_of(title),
        created_at=int_of(created_at),
        updated_at=int_of(updated_at),
        settings=chat_settings,
        title_is_mine=bool(is_mine),
        pinned=bool(pinned),
        trashed_at=_maybe_int(trashed_at),
        cost=int_of(cost) + (summary.cost if summary else 0),  # a summary is no message, but was paid for
    )


def read_message(row: Row, position: int, siblings: int, attachments: tuple[Attachment, ...] = ()) -> Message:
    """From the columns MESSAGE, and what more the row has behind them is left alone."""
    return Message(
        id=int_of(row[0]),
        role=read_role(row[3]),
        text=text_of(row[4]),
        attachments=attachments,
        position=position,
        siblings=siblings,
        **read_others(row[:4] + row[5:13]),
    )


def read_role(value: object) -> Role:
    return _ROLES.get(value, Role.USER)


def read_others(row: Row) -> OtherFields:
    """From the columns MESSAGE without that of the text."""
    _, conversation, parent, _, created_at, status, model, usage, cost, reason, failure, fits_schema = row
    return {
        "conversation_id": int_of(conversation),
        "parent_id": _maybe_int(parent),
        "created_at": int_of(created_at),
        "status": _STATUSES.get(status, Status.INCOMPLETE),
        "model": text_of(model),
        "usage": read_usage(usage),
        "cost": _maybe_int(cost),
        "finish_reason": text_of(reason),
        "failure": read_failure(failure),
        "fits_schema": bool(fits_schema),
    }


def read_attachment(row: Row) -> Attachment:
    """From the columns ATTACHMENT."""
    kind, name, mime, sha256, data, detail = row
    found = data if isinstance(data, bytes) else b""
    return Attachment(
        _one_of(AttachmentKind, kind, AttachmentKind.TEXT),
        text_of(name),
        text_of(mime),
        found,
        text_of(sha256),
        _one_of(Detail, detail, Detail.AUTO),
    )


def write_chat_settings(settings: ChatSettings) -> str:
    """As JSON, without what was not set."""
    return write_json(to_plain(settings))


def read_chat_settings(text: object) -> ChatSettings:
    """From JSON; what is not a value the person could have set is left unset."""
    return from_plain(read_json_object(text))


def write_usage(usage: Usage | None) -> str | None:
    if usage is None:
        return None
    counts = (usage.prompt_tokens, usage.completion_tokens, usage.cached_tokens, usage.reasoning_tokens)
    return write_json(dict(zip(_USAGE, counts, strict=True)))


def read_usage(text: object) -> Usage | None:
    values = None if text is None else read_json_object(text)
    if not values:
        return None
    return Usage(*[_count(values.get(key)) for key in _USAGE])


def write_failure(failure: Failure | None) -> str | None:
    if failure is None:
        return None
    return write_json({"cause": failure.cause.value, "facts": dict(failure.facts), "details": failure.details})


def read_failure(text: object) -> Failure | None:
    """A cause that is not known (from a newer Parley, or made up) becomes UNEXPECTED."""
    if text is None:
        return None
    values = read_json_object(text)
    facts = values.get("facts")
    found = facts.items() if isinstance(facts, dict) else ()
    return Failure(
        _one_of(Cause, values.get("cause"), Cause.UNEXPECTED),
        {clean(key): clean(value) for key, value in found if isinstance(value, str)},
        text_of(values.get("details")),
    )


def _maybe_int(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _count(value: object) -> int:
    return value if type(value) is int and 0 <= value <= _ENOUGH else 0  # True is no count


def _one_of(kind: type[E], value: object, otherwise: E) -> E:
    try:
        return kind(text_of(value))
    except ValueError:
        return otherwise
