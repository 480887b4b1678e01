"""What happens while a turn runs, and what changed in the library: the only things that come back from the engine."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .errors import Failure
    from .message import Conversation, Message
    from .money import PriceBook, Usage


# From a completion, as `llm` yields them and the engine consumes them.


@dataclass(frozen=True, slots=True)
class Delta:
    """A piece of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The model said why it stopped. Without one of these an answer is not complete."""

    reason: str  # the API's finish_reason


@dataclass(frozen=True, slots=True)
class OtherDelta:
    """A piece of an answer beside the first, where several were asked for. `place` counts from 1."""

    place: int
    text: str


@dataclass(frozen=True, slots=True)
class OtherFinished:
    """As `Finished`, of an answer beside the first."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the answer is the JSON that was asked for. `fits`: there is a schema, and it fits."""

    failure: Failure | None
    fits: bool = False
    place: int = 0  # 0: the first answer


@dataclass(frozen=True, slots=True)
class Used:
    """The service's own count."""

    usage: Usage


@dataclass(frozen=True, slots=True)
class ParameterDropped:
    """The service rejected this parameter by name; the request goes out again without it."""

    parameter: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The service asked to wait. `seconds` is what is left."""

    seconds: int


CompletionEvent: TypeAlias = Delta | Finished | OtherDelta | OtherFinished | Checked | Used | ParameterDropped | Waiting


# From the engine, as the interface folds them. `turn_id` is the id of the answer message the turn writes.


class Phase(StrEnum):
    CONNECTING = "connecting"
    WAITING = "waiting"  # connected, nothing arrived for two seconds
    STILL_WAITING = "still_waiting"  # ten seconds
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The person's message and the empty answer are on disk. `question` is None when an answer is made again."""

    turn_id: int
    conversation: Conversation
    question: Message | None
    answer: Message


@dataclass(frozen=True, slots=True)
class ComparisonStarted:
    """One message goes to several models. The turns begin with this, in the order in which they were asked for."""

    conversation: Conversation
    question: Message
    turn_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AnswerBeside:
    """The request of the turn `turn_id` brings several answers, and another of them begins. It is a sibling of the
    turn's own answer, its deltas and its end bear its own id, and it ends with the turn."""

    turn_id: int
    answer: Message


@dataclass(frozen=True, slots=True)
class TurnPhase:
    turn_id: int
    phase: Phase
    elapsed_ms: int = 0  # milliseconds since the answer was asked for: with WRITING, when the first word was there


@dataclass(frozen=True, slots=True)
class TurnDelta:
    turn_id: int
    text: str


@dataclass(frozen=True, slots=True)
class TurnWaiting:
    turn_id: int
    seconds: int


@dataclass(frozen=True, slots=True)
class TurnParameterDropped:
    turn_id: int
    model: str
    parameter: str


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """The answer is settled on disk, whatever became of it. `conversation` carries the new title and sum."""

    turn_id: int
    conversation: Conversation
    answer: Message
    elapsed_ms: int = 0  # milliseconds since it was asked for


@dataclass(frozen=True, slots=True)
class TurnRefused:
    """No turn began, nothing was sent, and the text goes back to where it was typed."""

    conversation_id: int | None
    failure: Failure


@dataclass(frozen=True, slots=True)
class SavingFailed:
    """A write to disk failed while a turn runs. What is on the screen stays."""

    failure: Failure


@dataclass(frozen=True, slots=True)
class LibraryChanged:
    """The list of conversations is no longer what it was."""


@dataclass(frozen=True, slots=True)
class TitleWritten:
    """A model wrote the title of a conversation, which now carries it, and what that cost in its sum."""

    conversation: Conversation


@dataclass(frozen=True, slots=True)
class PricesLoaded:
    book: PriceBook


TurnEvent: TypeAlias = (
    TurnStarted
    | ComparisonStarted
    | AnswerBeside
    | TurnPhase
    | TurnDelta
    | TurnWaiting
    | TurnParameterDropped
    | TurnEnded
    | TurnRefused
)
AppEvent: TypeAlias = TurnEvent | SavingFailed | LibraryChanged | TitleWritten | PricesLoaded
