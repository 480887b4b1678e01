"""The settings of a conversation as JSON values: how the store keeps them, and the defaults for new conversations."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from .answer_schema import AnswerSchema
from .characters import whole_characters
from .chat_settings import (
    ANSWERS_RANGE,
    EFFORTS,
    LONGEST_STOP,
    MAX_TOKENS_RANGE,
    MOST_STOPS,
    PENALTY_RANGE,
    SEED_RANGE,
    TEMPERATURE_RANGE,
    TOP_P_RANGE,
    VERBOSITIES,
    ChatSettings,
    Example,
    Mode,
    MoreSettings,
    Summary,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_ID = 2**40


def to_plain(settings: ChatSettings) -> dict[str, object]:
    """Only what was set."""
    return _set_fields(settings)


def from_plain(values: Mapping[str, object]) -> ChatSettings:
    """Whatever is in `values`: what is not a value the person could have set is left unset."""
    return ChatSettings(
        model=_text(values.get("model")),
        instructions=_text(values.get("instructions")),
        examples=_examples(values.get("examples")),
        temperature=_within(values.get("temperature"), TEMPERATURE_RANGE),
        max_tokens=_count(values.get("max_tokens"), MAX_TOKENS_RANGE),
        json_answer=values.get("json_answer") is True,
        mode=_mode(values.get("mode")),
        leave_out_before=_count(values.get("leave_out_before"), (1, _MOST_ID)),
        summary=_summary(_object(values.get("summary"))),
        schema=_schema(_object(values.get("schema"))),
        more=_more(_object(values.get("more"))),
    )


def _set_fields(value: object) -> dict[str, object]:
    found: dict[str, object] = {}
    for field in fields(value) if is_dataclass(value) and not isinstance(value, type) else ():
        one = getattr(value, field.name)
        if one != field.default:
            found[field.name] = _plain(one)
    return found


def _plain(value: object) -> object:
    if isinstance(value, Example):
        return [value.question, value.answer]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return _set_fields(value) if is_dataclass(value) else value


def _schema(values: Mapping[str, object]) -> AnswerSchema:
    return AnswerSchema(
        used=values.get("used") is True,
        name=_text(values.get("name")),
        text=_text(values.get("text")),
        strict=values.get("strict") is True,
    )


def _summary(values: Mapping[str, object]) -> Summary | None:
    text, up_to = _text(values.get("text")), _count(values.get("up_to"), (1, _MOST_ID))
    cost = _count(values.get("cost"), (0, _MOST_ID)) or 0
    return Summary(text, up_to, _text(values.get("model")), cost) if up_to and (text or cost) else None


def _more(values: Mapping[str, object]) -> MoreSettings:
    return MoreSettings(
        top_p=_within(values.get("top_p"), TOP_P_RANGE),
        presence_penalty=_within(values.get("presence_penalty"), PENALTY_RANGE),
        frequency_penalty=_within(values.get("frequency_penalty"), PENALTY_RANGE),
        stop=_stops(values.get("stop")),
        seed=_count(values.get("seed"), SEED_RANGE),
        reasoning_effort=_choice(values.get("reasoning_effort"), EFFORTS),
        verbosity=_choice(values.get("verbosity"), VERBOSITIES),
        answers=_count(values.get("answers"), ANSWERS_RANGE),
    )


def _examples(value: object) -> tuple[Example, ...]:
    pairs = value if isinstance(value, list) else []
    return tuple(Example(_text(pair[0]), _text(pair[1])) for pair in pairs if isinstance(pair, list) and len(pair) == 2)


def _stops(value: object) -> tuple[str, ...]:
    texts = (_text(one)[:LONGEST_STOP] for one in (value if isinstance(value, list) else []))
    return tuple(dict.fromkeys(filter(None, texts)))[:MOST_STOPS]


def _text(value: object) -> str:
    return whole_characters(value) if isinstance(value, str) else ""


def _object(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _mode(value: object) -> Mode:
    return next((mode for mode in Mode if mode.value == value), Mode.CHAT)


def _choice(value: object, choices: tuple[str, ...]) -> str:
    return value if isinstance(value, str) and value in choices else ""


def _within(value: object, bounds: tuple[float, float]) -> float | None:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    return float(value) if bounds[0] <= value <= bounds[1] else None


def _count(value: object, bounds: tuple[int, int]) -> int | None:
    return value if type(value) is int and bounds[0] <= value <= bounds[1] else None
