"""Messages and conversations as plain values. Times are milliseconds since 1970, UTC."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from .chat_settings import ChatSettings

if TYPE_CHECKING:
    from .attachment import Attachment
    from .errors import Failure
    from .money import Usage


class Role(StrEnum):
    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


class Status(StrEnum):
    """How far a message has come. Only answers are ever anything but complete."""

    COMPLETE = "complete"
    STREAMING = "streaming"
    STOPPED = "stopped"  # the person pressed Stop
    INCOMPLETE = "incomplete"  # broke off: what arrived is kept
    FAILED = "failed"  # nothing arrived


@dataclass(frozen=True, slots=True)
class Message:
    """One message. `parent_id` makes a conversation a tree: siblings share a parent, None is the root.

    `position` and `siblings` say "2 of 3" among the messages with the same parent (from 1).
    """

    id: int
    conversation_id: int
    parent_id: int | None
    role: Role
    text: str
    created_at: int
    status: Status = Status.COMPLETE
    model: str = ""
    usage: Usage | None = None
    cost: int | None = None  # micro-dollars; None: not known
    finish_reason: str = ""
    failure: Failure | None = None
    attachments: tuple[Attachment, ...] = ()
    position: int = 1
    siblings: int = 1
    fits_schema: bool = False  # there was a schema to answer by, and it fits

    @property
    def is_cut(self) -> bool:
        """Whether the model would have written more: the person stopped it, it broke off, or it met its limit."""
        return self.status in (Status.STOPPED, Status.INCOMPLETE) or self.finish_reason == "length"


@dataclass(frozen=True, slots=True)
class Conversation:
    """A conversation without its messages. `cost` is the sum over every answer, hidden branches included."""

    id: int
    title: str
    created_at: int
    updated_at: int
    settings: ChatSettings = field(default_factory=ChatSettings)
    title_is_mine: bool = False  # written by the person: never replaced
    pinned: bool = False
    trashed_at: int | None = None
    cost: int = 0  # micro-dollars
