"""What a person can set for one conversation, declared once: the panel, the store and the request derive from this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .answer_schema import AnswerSchema


class Mode(StrEnum):
    """Chat sends the conversation; completion sends one bare prompt and no history."""

    CHAT = "chat"
    COMPLETION = "completion"


@dataclass(frozen=True, slots=True)
class Example:
    """A pair that shows the model how to answer (few-shot)."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class MoreSettings:
    """What few people need. None, "" and () mean: not set, so not sent."""

    top_p: float | None = None  # 0 to 1
    presence_penalty: float | None = None  # -2 to 2
    frequency_penalty: float | None = None  # -2 to 2
    stop: tuple[str, ...] = ()  # at most four texts
    seed: int | None = None
    reasoning_effort: str = ""  # one of EFFORTS
    verbosity: str = ""  # one of VERBOSITIES
    answers: int | None = None  # how many at once


NOTHING_MORE = MoreSettings()
_NO_SCHEMA = AnswerSchema()


@dataclass(frozen=True, slots=True)
class Summary:
    """What the model wrote of the older messages, up to and including the message with the id `up_to`.

    Without a text it is one that was taken back: only what it cost stays.
    """

    text: str
    up_to: int
    model: str = ""
    cost: int = 0  # micro-dollars, of the summaries before it as well


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of one conversation. None means: not set, so not sent, so the service's own default applies."""

    model: str = ""
    instructions: str = ""
    examples: tuple[Example, ...] = ()
    temperature: float | None = None  # 0 to 2
    max_tokens: int | None = None  # tokens
    json_answer: bool = False
    mode: Mode = Mode.CHAT
    leave_out_before: int | None = None  # a message id: older messages are kept but not sent
    summary: Summary | None = None  # sent in place of what is left out (see `left_out`)
    schema: AnswerSchema = _NO_SCHEMA  # only looked at while `json_answer` is on
    more: MoreSettings = NOTHING_MORE


TEMPERATURE_RANGE = (0.0, 2.0)
DEFAULT_TEMPERATURE = 1.0  # what the API uses when none is sent
MAX_TOKENS_RANGE = (1, 200_000)
TOP_P_RANGE = (0.0, 1.0)
PENALTY_RANGE = (-2.0, 2.0)
SEED_RANGE = (0, 2**53 - 1)  # what every reader of JSON keeps exactly
ANSWERS_RANGE = (1, 8)  # the API takes more; nobody reads more
MOST_STOPS = 4
LONGEST_STOP = 200  # characters
EFFORTS = ("none", "minimal", "low", "medium", "high", "xhigh", "max")
VERBOSITIES = ("low", "medium", "high")
