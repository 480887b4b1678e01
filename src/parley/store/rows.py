"""Rows to values and back. Anything may stand in a file: what cannot be read becomes what is nearest to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import MAX_TOKENS_RANGE, TEMPERATURE_RANGE, ChatSettings, Example, Mode
from parley.domain.errors import Cause, Failure
from parley.domain.message import Conversation, ConversationRow, Message, Role, Status
from parley.domain.money import Usage

from .clean import clean, read_json_object, write_json

if TYPE_CHECKING:
    from enum import StrEnum

    from .connection import Row

E = TypeVar("E", bound="StrEnum")
_ENOUGH_TOKENS = 2**40  # no honest count comes near; larger ones could overflow a sum
_USAGE = ("prompt", "completion", "cached", "reasoning")

CONVERSATION = (
    "c.id, c.title, c.created_at, c.updated_at, c.settings, c.title_is_mine, c.pinned, c.trashed_at,"
    " (SELECT total(cost) FROM message WHERE conversation_id = c.id)"
)
MESSAGE = (
    "m.id, m.conversation_id, m.parent_id, m.role, m.text, m.created_at, m.status, m.model, m.usage, m.cost,"
    " m.finish_reason, m.failure,"
    " (SELECT count(*) FROM message s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id"
    " AND s.id <= m.id),"
    " (SELECT count(*) FROM message s WHERE s.parent_id IS m.parent_id AND s.conversation_id = m.conversation_id)"
)
ROW = "c.id, c.title, c.updated_at, c.pinned"


def read_conversation(row: Row) -> Conversation:
    """From the columns CONVERSATION."""
    ident, title, created_at, updated_at, settings, is_mine, pinned, trashed_at, cost = row
    return Conversation(
        id=_int(ident),
        title=_str(title),
        created_at=_int(created_at),
        updated_at=_int(updated_at),
        settings=read_chat_settings(settings),
        title_is_mine=bool(is_mine),
        pinned=bool(pinned),
        trashed_at=_maybe_int(trashed_at),
        cost=_int(cost),
    )


def read_conversation_row(row: Row) -> ConversationRow:
    """From the columns ROW."""
    ident, title, updated_at, pinned = row
    return ConversationRow(_int(ident), _str(title), _int(updated_at), bool(pinned))


def read_message(row: Row, attachments: tuple[Attachment, ...] = ()) -> Message:
    """From the columns MESSAGE."""
    ident, conversation, parent, role, text, created_at, status, model, usage, cost, reason, failure, place, of = row
    return Message(
        id=_int(ident),
        conversation_id=_int(conversation),
        parent_id=_maybe_int(parent),
        role=_one_of(Role, role, Role.USER),
        text=_str(text),
        created_at=_int(created_at),
        status=_one_of(Status, status, Status.INCOMPLETE),
        model=_str(model),
        usage=read_usage(usage),
        cost=_maybe_int(cost),
        finish_reason=_str(reason),
        failure=read_failure(failure),
        attachments=attachments,
        position=_int(place),
        siblings=_int(of),
    )


def read_attachment(row: Row) -> Attachment:
    """From kind, name, mime, sha256, data."""
    kind, name, mime, sha256, data = row
    found = data if isinstance(data, bytes) else b""
    return Attachment(_one_of(AttachmentKind, kind, AttachmentKind.TEXT), _str(name), _str(mime), found, _str(sha256))


def write_chat_settings(settings: ChatSettings) -> str:
    """As JSON, without what was not set."""
    values: dict[str, object] = {
        "model": settings.model or None,
        "instructions": settings.instructions or None,
        "examples": [[example.question, example.answer] for example in settings.examples] or None,
        "temperature": settings.temperature,
        "max_tokens": settings.max_tokens,
        "json_answer": settings.json_answer or None,
        "mode": None if settings.mode is Mode.CHAT else settings.mode.value,
    }
    return write_json({key: value for key, value in values.items() if value is not None})


def read_chat_settings(text: object) -> ChatSettings:
    """From JSON; what is not a value the person could have set is left unset."""
    values = read_json_object(text)
    return ChatSettings(
        model=_str(values.get("model")),
        instructions=_str(values.get("instructions")),
        examples=_examples(values.get("examples")),
        temperature=_within(values.get("temperature"), TEMPERATURE_RANGE),
        max_tokens=_count(values.get("max_tokens"), MAX_TOKENS_RANGE),
        json_answer=values.get("json_answer") is True,
        mode=_one_of(Mode, values.get("mode"), Mode.CHAT),
    )


def write_usage(usage: Usage | None) -> str | None:
    if usage is None:
        return None
    counts = (usage.prompt_tokens, usage.completion_tokens, usage.cached_tokens, usage.reasoning_tokens)
    return write_json(dict(zip(_USAGE, counts, strict=True)))


def read_usage(text: object) -> Usage | None:
    values = read_json_object(text)
    if not values:
        return None
    return Usage(*(_count(values.get(key), (0, _ENOUGH_TOKENS)) or 0 for key in _USAGE))


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
        _str(values.get("details")),
    )


def _str(value: object) -> str:
    return clean(value) if isinstance(value, str) else ""


def _int(value: object) -> int:
    return int(value) if isinstance(value, int | float) else 0


def _maybe_int(value: object) -> int | None:
    return value if isinstance(value, int) else None


def _within(value: object, bounds: tuple[float, float]) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if bounds[0] <= value <= bounds[1] else None


def _count(value: object, bounds: tuple[int, int]) -> int | None:
    return value if type(value) is int and bounds[0] <= value <= bounds[1] else None


def _examples(value: object) -> tuple[Example, ...]:
    pairs = value if isinstance(value, list) else []
    return tuple(Example(_str(pair[0]), _str(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2)


def _one_of(kind: type[E], value: object, otherwise: E) -> E:
    try:
        return kind(value) if isinstance(value, str) else otherwise
    except ValueError:
        return otherwise
