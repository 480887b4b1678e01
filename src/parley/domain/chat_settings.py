"""What a person can set for one conversation, declared once: the panel, the store and the request derive from this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


TEMPERATURE_RANGE = (0.0, 2.0)
DEFAULT_TEMPERATURE = 1.0  # what the API uses when none is sent
MAX_TOKENS_RANGE = (1, 200_000)
