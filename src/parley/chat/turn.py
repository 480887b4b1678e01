"""The state of one turn while it runs, and what becomes of it in the end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters
from parley.domain.errors import Cause, Failure
from parley.domain.message import Status

from .seam import Seam

if TYPE_CHECKING:
    import asyncio

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.events import Checked
    from parley.domain.message import Conversation, Message
    from parley.domain.money import Usage
    from parley.domain.request import CompletionRequest, Service


class Ending(Enum):
    """Why a turn is being ended from outside."""

    STOP = auto()  # the person pressed Stop
    SHUTDOWN = auto()  # Parley closes


@dataclass(slots=True)
class Turn:
    """One answer being written. Deltas are only appended; they are joined when the text is wanted."""

    conversation: Conversation
    question: Message
    answer: Message
    settings: ChatSettings
    service: Service
    request: CompletionRequest | None = None
    whole: CompletionRequest | None = None  # where only the rest is asked for: what asked for all of the answer
    seam: Seam = field(default_factory=lambda: Seam(""))
    finish_reason: str = ""
    usage: Usage | None = None
    failure: Failure | None = None
    ending: Ending | None = None
    task: asyncio.Task[None] | None = None
    entered: bool = False  # the task has taken its first step
    settled: bool = False
    saving_failed: bool = False
    parts: list[str] = field(default_factory=list)
    check: Checked | None = None  # whether it is the JSON that was asked for
    beside: dict[int, Turn] = field(default_factory=dict)  # the other answers of the same request, by their place
    began: float = field(default_factory=time.monotonic)  # seconds

    @property
    def id(self) -> int:
        return self.answer.id

    def elapsed_ms(self) -> int:
        """Milliseconds since the answer was asked for."""
        return round((time.monotonic() - self.began) * 1000)

    def text(self) -> str:
        """All of the answer so far."""
        if len(self.parts) > 1:
            self.parts[:] = ["".join(self.parts)]
        return whole_characters(self.parts[0]) if self.parts else ""


def outcome(turn: Turn, text: str) -> tuple[Status, Failure | None]:
    """How the turn ended. A stream is complete only with a finish reason and without a failure (facts.md)."""
    if turn.failure is not None:
        return _broken(text), turn.failure
    if turn.finish_reason:
        failure = _finish_failure(turn, text) or (turn.check.failure if turn.check else None)
        return (Status.FAILED if failure and not text.strip() else Status.COMPLETE), failure
    if turn.ending is Ending.STOP:
        return Status.STOPPED, None
    if turn.ending is Ending.SHUTDOWN:
        return _broken(text), Failure(Cause.INTERRUPTED)
    broken = turn.check.failure if turn.check else None  # an answer beside the first, whose own request failed
    return _broken(text), broken or Failure(Cause.BROKEN_STREAM, {"service": turn.service.name})


def _broken(text: str) -> Status:
    return Status.INCOMPLETE if text else Status.FAILED


def _finish_failure(turn: Turn, text: str) -> Failure | None:
    if turn.finish_reason == "content_filter":
        return Failure(Cause.CONTENT_FILTER, {"service": turn.service.name})
    if turn.finish_reason != "length":
        return None
    # Not every service counts what was spent on thinking; nothing to read at the limit means just that.
    if not text.strip():
        return Failure(Cause.BLANK_REASONING)
    return Failure(Cause.CUT_OFF, {} if turn.settings.max_tokens else {"own_limit": turn.settings.model})
