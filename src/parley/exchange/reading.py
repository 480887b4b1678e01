"""What every format meant for reading shows of a conversation. Each format only decides how it looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from parley.domain.errors import Cause
from parley.domain.message import Role, Status
from parley.domain.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message

    from .ports import Outside

YOU = QT_TRANSLATE_NOOP("Export", "You")
ANSWER = QT_TRANSLATE_NOOP("Export", "Answer")
INSTRUCTIONS = QT_TRANSLATE_NOOP("Export", "Instructions (system message)")
EXAMPLE = QT_TRANSLATE_NOOP("Export", "Example")
COST = QT_TRANSLATE_NOOP("Export", "{amount} in total")
TOKENS = QT_TRANSLATE_NOOP("Export", "{sent} tokens sent, {received} received")
NO_TITLE = QT_TRANSLATE_NOOP("Export", "Conversation")

STATUS_NOTES = {
    Status.STREAMING: QT_TRANSLATE_NOOP("Export", "This answer was still being written."),
    Status.STOPPED: QT_TRANSLATE_NOOP("Export", "This answer was stopped."),
    Status.INCOMPLETE: QT_TRANSLATE_NOOP("Export", "This answer broke off before its end."),
    Status.FAILED: QT_TRANSLATE_NOOP("Export", "No answer arrived."),
}
CUT_OFF = QT_TRANSLATE_NOOP("Export", "This answer stopped at the length limit.")
# What is said of these says already that the answer is not whole.
_SAY_IT_ALL = frozenset({Cause.BROKEN_STREAM, Cause.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class Entry:
    """One message as it is read. `markdown` says whether its text is Markdown or just what a person typed."""

    role: Role
    heading: str
    text: str
    time: str = ""
    notes: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()

    @property
    def markdown(self) -> bool:
        return self.role is Role.ASSISTANT


@dataclass(frozen=True, slots=True)
class Page:
    """A whole conversation as it is read."""

    title: str
    facts: tuple[str, ...]
    entries: tuple[Entry, ...]


def page(conversation: Conversation, messages: Sequence[Message], outside: Outside) -> Page:
    """Set out `messages`, with the instructions and examples that shaped them before the first."""
    tr = outside.translate
    facts = [local_time(conversation.created_at)]
    if conversation.settings.model:
        facts.append(conversation.settings.model)
    if conversation.cost:
        facts.append(tr(COST).format(amount=outside.money(conversation.cost)))
    return Page(
        conversation.title.strip() or tr(NO_TITLE),
        tuple(facts),
        (*_setup(conversation, outside), *(_entry(message, outside) for message in messages)),
    )


def local_time(moment: int) -> str:
    """`moment` (milliseconds since 1970) in the person's own time zone; empty when no calendar holds it."""
    try:
        return datetime.fromtimestamp(moment / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):
        return ""


def _setup(conversation: Conversation, outside: Outside) -> list[Entry]:
    tr, settings = outside.translate, conversation.settings
    entries = []
    if settings.instructions.strip():
        entries.append(Entry(Role.SYSTEM, tr(INSTRUCTIONS), settings.instructions))
    for example in settings.examples:
        entries.append(Entry(Role.USER, f"{tr(EXAMPLE)} · {tr(YOU)}", example.question))
        entries.append(Entry(Role.ASSISTANT, f"{tr(EXAMPLE)} · {tr(ANSWER)}", example.answer))
    return entries


def _entry(message: Message, outside: Outside) -> Entry:
    return Entry(
        message.role,
        _heading(message, outside),
        message.text,
        local_time(message.created_at),
        tuple(_notes(message, outside)),
        message.attachments,
    )


def _heading(message: Message, outside: Outside) -> str:
    if message.role is Role.ASSISTANT:
        return message.model or outside.translate(ANSWER)
    return outside.translate(YOU if message.role is Role.USER else INSTRUCTIONS)


def _notes(message: Message, outside: Outside) -> list[str]:
    notes = _ending(message, outside)
    if message.usage is not None:
        usage = message.usage
        notes.append(outside.translate(TOKENS).format(sent=usage.prompt_tokens, received=usage.completion_tokens))
    if message.cost is not None:
        notes.append(outside.money(message.cost))
    return notes


def _ending(message: Message, outside: Outside) -> list[str]:
    """How an answer ended that is not whole, or that something is to be said of."""
    failure = message.failure
    said = "" if failure is None else outside.say_failure(failure)
    notes = []
    if message.status in STATUS_NOTES and not (said and failure is not None and failure.cause in _SAY_IT_ALL):
        notes.append(outside.translate(STATUS_NOTES[message.status]))
    if said:
        notes.append(said)
    elif message.finish_reason == "length" and not notes:
        notes.append(outside.translate(CUT_OFF))
    return notes
