"""What each family of models accepts, from OpenAI's published model pages and parameter reference.

Checked in November 2026. How much thinking may be asked for: the types of OpenAI's library (none, minimal, low, medium,
high, xhigh, max; verbosity low, medium, high); which model takes which: the reference of the type ReasoningEffort
(https://learn.microsoft.com/javascript/api/@azure/ai-projects/reasoningeffort), the table of
https://community.openai.com/t/1371738, and for gpt-5.4 to 5.6 what users quote of the service's own answers. That
gpt-5.1 to 5.4 take a temperature and top_p only while no thinking is asked for: OpenAI's "Using the latest model"
(https://developers.openai.com/api/docs/guides/latest-model), as quoted by others. Context windows after gpt-5.3 are
from genai-prices. Could not be checked: gpt-6 and later, taken to be as gpt-5.6; whether gpt-5.5 and later take a
temperature at all, so it is tried.

Standard library only, so that the interface can ask before anything heavy is imported. Models that are not in the
table are taken to accept everything: what the service then rejects by name is dropped (`client`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from parley.domain.chat_settings import EFFORTS
from parley.domain.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from parley.domain.request import Prompt

TokenLimit = Literal["max_tokens", "max_completion_tokens"]
SystemRole = Literal["system", "developer", "user"]


@dataclass(frozen=True, slots=True)
class ModelRules:
    """What one model accepts. Each `…_reason` says in plain words why a control has no effect; empty: it has one.

    Limits are in tokens, as first documented; None: not known.
    """

    family: str = ""
    known: bool = True
    can_chat: bool = True  # usable in a conversation at all, be it by the completions endpoint
    completion_only: bool = False
    reasoning: bool = False  # thinks before it answers; thinking counts against the limit of the answer
    token_limit_parameter: TokenLimit = "max_tokens"  # noqa: S105 - a name, no secret
    system_role: SystemRole = "system"  # "user": the model knows no system message
    context_window: int | None = None
    output_limit: int | None = None
    temperature_reason: str = ""
    json_reason: str = ""
    schema_reason: str = ""
    images_reason: str = ""
    instructions_reason: str = ""
    thinks_if_asked: bool = False  # samples as it is told as long as no thinking is asked for
    efforts: tuple[str, ...] = EFFORTS  # how much thinking may be asked for; empty: none
    more_reasons: tuple[tuple[str, str], ...] = ()  # of further parameters, by the API's names

    def reason(self, parameter: str) -> str:
        """Why the model does not take `parameter` (the API's name, or "json_schema"); empty: it does."""
        named = {
            "temperature": self.temperature_reason,
            "response_format": self.json_reason,
            "json_schema": self.json_reason or self.schema_reason,
        }
        return named.get(parameter) or dict(self.more_reasons).get(parameter, "")

    @property
    def takes_temperature(self) -> bool:
        return not self.temperature_reason

    @property
    def takes_json(self) -> bool:
        return not self.json_reason

    @property
    def sees_images(self) -> bool:
        return not self.images_reason


FIXED_TEMPERATURE = QT_TRANSLATE_NOOP("Rules", "This model thinks before it answers and sets its own creativity.")
NO_JSON = QT_TRANSLATE_NOOP("Rules", "This model is older than the JSON setting. Ask for JSON in your message instead.")
NO_JSON_COMPLETION = QT_TRANSLATE_NOOP("Rules", "This model only continues a text and has no JSON setting.")
NO_IMAGES = QT_TRANSLATE_NOOP("Rules", "This model reads text only.")
NO_INSTRUCTIONS = QT_TRANSLATE_NOOP("Rules", "This model only continues a text. Put instructions into the text itself.")

NO_SCHEMA = QT_TRANSLATE_NOOP("Rules", "This model is older than schemas. Its answer is JSON, but of its own making.")
NO_EFFORT = QT_TRANSLATE_NOOP("Rules", "This model does not think before it answers.")
FIXED_EFFORT = QT_TRANSLATE_NOOP("Rules", "This model decides by itself how long it thinks.")
NO_VERBOSITY = QT_TRANSLATE_NOOP("Rules", "This model does not know this setting. Ask in your instructions instead.")
FIXED_SAMPLING = QT_TRANSLATE_NOOP("Rules", "This model thinks before it answers and chooses its words by itself.")
NO_STOP = QT_TRANSLATE_NOOP("Rules", "This model thinks before it answers and cannot be stopped at a text.")
ONE_ANSWER = QT_TRANSLATE_NOOP("Rules", "This model gives one answer at a time.")

UNKNOWN = ModelRules(known=False)
CANNOT_CHAT = ModelRules(can_chat=False)

_PLAIN = ModelRules(efforts=(), more_reasons=(("reasoning_effort", NO_EFFORT), ("verbosity", NO_VERBOSITY)))
_OLDER = replace(_PLAIN, schema_reason=NO_SCHEMA)
_GPT_35 = replace(_OLDER, family="GPT-3.5", context_window=16_385, output_limit=4_096, images_reason=NO_IMAGES)
_GPT_4 = replace(
    _OLDER,
    family="GPT-4",
    context_window=8_192,
    output_limit=8_192,
    json_reason=NO_JSON,
    images_reason=NO_IMAGES,
)
_GPT_4_TURBO = replace(_OLDER, family="GPT-4 Turbo", context_window=128_000, output_limit=4_096)
_GPT_4O = replace(_PLAIN, family="GPT-4o", context_window=128_000, output_limit=16_384)
_COMPLETION = replace(
    _OLDER,
    family="Text completion",
    completion_only=True,
    context_window=4_096,
    output_limit=4_096,
    json_reason=NO_JSON_COMPLETION,
    images_reason=NO_IMAGES,
    instructions_reason=NO_INSTRUCTIONS,
)
# For reasoning models sampling is fixed and `stop` is refused (OpenAI's guide to reasoning, and the API reference).
_SAMPLING = tuple((name, FIXED_SAMPLING) for name in ("top_p", "presence_penalty", "frequency_penalty"))
_THINKING = (*_SAMPLING, ("stop", NO_STOP))
_REASONING = ModelRules(
    "o series",
    reasoning=True,
    token_limit_parameter="max_completion_tokens",  # noqa: S106 - a name, no secret
    system_role="developer",
    context_window=200_000,
    output_limit=100_000,
    temperature_reason=FIXED_TEMPERATURE,
    efforts=("low", "medium", "high"),
    more_reasons=(*_THINKING, ("verbosity", NO_VERBOSITY)),
)
_FIRST_REASONING = replace(
    _REASONING,
    system_role="user",
    context_window=128_000,
    json_reason=NO_JSON,
    images_reason=NO_IMAGES,
    efforts=(),
    more_reasons=(
        *_REASONING.more_reasons,
        ("n", ONE_ANSWER),
        ("reasoning_effort", FIXED_EFFORT),
    ),
)
_GPT_5 = replace(
    _REASONING,
    family="GPT-5",
    context_window=400_000,
    output_limit=128_000,
    efforts=("minimal", "low", "medium", "high"),
    more_reasons=_THINKING,
)
# From 5.1 on sampling is free as long as no reasoning is asked for, which is the default: it is tried.
_GPT_51 = replace(
    _GPT_5,
    temperature_reason="",
    thinks_if_asked=True,
    efforts=("none", "low", "medium", "high"),
    more_reasons=(("stop", NO_STOP),),
)
_GPT_52 = replace(_GPT_51, efforts=("none", "low", "medium", "high", "xhigh"))
_GPT_54 = replace(_GPT_52, context_window=None, output_limit=None, family="GPT-5.4 and later", more_reasons=())
_LATER_GPT = replace(_GPT_54, efforts=("none", "low", "medium", "high", "xhigh", "max"))
_CHAT_5 = replace(_GPT_5, reasoning=False, temperature_reason="", efforts=(), more_reasons=_PLAIN.more_reasons)

# The first pattern that matches the whole name counts, so the special ones stand before the general.
_FAMILIES: tuple[tuple[str, ModelRules], ...] = (
    (r"gpt-3\.5-turbo-instruct.*", _COMPLETION),
    (r"(davinci|babbage)-002", replace(_COMPLETION, context_window=16_384, output_limit=16_384)),
    (r"(text|code)-(davinci|curie|babbage|ada|cushman)-\d+|davinci|curie|babbage|ada", _COMPLETION),
    (r"gpt-3\.5-turbo-16k.*", replace(_GPT_35, json_reason=NO_JSON)),
    (r"gpt-3\.5-turbo-(0301|0613)", replace(_GPT_35, context_window=4_096, json_reason=NO_JSON)),
    (r"gpt-3\.5-turbo", replace(_GPT_35, context_window=4_096)),
    (r"gpt-3\.5.*", _GPT_35),
    (r"gpt-4-(1106-)?vision-preview", replace(_GPT_4_TURBO, json_reason=NO_JSON)),
    (r"gpt-4-(turbo-preview|1106-preview|0125-preview)", replace(_GPT_4_TURBO, images_reason=NO_IMAGES)),
    (r"gpt-4-turbo.*", _GPT_4_TURBO),
    (r"gpt-4-32k.*", replace(_GPT_4, context_window=32_768, output_limit=32_768)),
    (r"gpt-4(-\d{4})?", _GPT_4),
    (r"gpt-4o-2024-05-13", replace(_GPT_4O, output_limit=4_096, schema_reason=NO_SCHEMA)),
    (r"chatgpt-4o.*", replace(_GPT_4O, schema_reason=NO_SCHEMA)),
    (r"gpt-4o.*", _GPT_4O),
    (r"gpt-4\.1.*", replace(_GPT_4O, family="GPT-4.1", context_window=1_047_576, output_limit=32_768)),
    (r"gpt-4\.5.*", replace(_GPT_4O, family="GPT-4.5")),
    (r"o1-mini.*", replace(_FIRST_REASONING, output_limit=65_536)),
    (r"o1-preview.*", replace(_FIRST_REASONING, output_limit=32_768)),
    (r"o3-mini.*", replace(_REASONING, images_reason=NO_IMAGES)),
    (r"o\d+(-.*)?", _REASONING),
    (
        r"gpt-5(\.[1-3])?-chat.*",
        replace(_CHAT_5, system_role="system", context_window=128_000, output_limit=16_384),
    ),
    (r"gpt-(5\.\d+-chat.*|chat-latest)|chat-latest", replace(_CHAT_5, context_window=None, output_limit=None)),
    (r"gpt-5\.1.*", _GPT_51),
    (r"gpt-5\.[2-3].*", _GPT_52),
    (r"gpt-5\.[45].*", _GPT_54),
    (r"gpt-([5-9]|\d\d)\..*|gpt-([6-9]|\d\d).*", _LATER_GPT),
    (r"gpt-5.*", _GPT_5),
)
_COMPILED = tuple((re.compile(pattern), rules) for pattern, rules in _FAMILIES)

# Parts of names of models that make or read something other than text, or are not spoken to in conversations.
_NOT_FOR_CHAT = frozenset(
    {"embedding", "embeddings", "embed", "similarity", "whisper", "tts", "dall", "moderation", "realtime", "image"}
    | {"audio", "transcribe", "translate", "search", "sora", "diarize", "live"}
)
_OTHER_ENDPOINT = re.compile(r"(gpt-5|o\d).*(-pro|-codex|-deep-research)(-.*)?|computer-use.*|codex-.*")


def rules_for(model: str) -> ModelRules:
    """The rules for a model by its name; `UNKNOWN` (everything is tried) for a name that is not in the table.

    Fine-tuned models (`ft:base:…`) follow the model they were made from, names such as `openai/gpt-4o` the last part.
    """
    name = base_name(model)
    if _NOT_FOR_CHAT & set(re.split(r"[-_.:/ ]", name)) or _OTHER_ENDPOINT.fullmatch(name):
        return CANNOT_CHAT
    return next((rules for pattern, rules in _COMPILED if pattern.fullmatch(name)), UNKNOWN)


def with_effort(rules: ModelRules, effort: str) -> ModelRules:
    """`rules` where `effort` of thinking is asked for: a model that thinks then chooses its words by itself."""
    if not rules.thinks_if_asked or effort in {"", "none"} or effort not in rules.efforts:
        return rules
    return replace(
        rules,
        temperature_reason=rules.temperature_reason or FIXED_TEMPERATURE,
        more_reasons=(*_SAMPLING, *rules.more_reasons),
    )


def with_reasons(rules: ModelRules, reasons: Mapping[str, str]) -> ModelRules:
    """`rules` with further reasons, by the API's names of the parameters."""
    return replace(
        rules,
        temperature_reason=rules.temperature_reason or reasons.get("temperature", ""),
        json_reason=rules.json_reason or reasons.get("response_format", ""),
        more_reasons=(*reasons.items(), *rules.more_reasons),
    )


def base_name(model: str) -> str:
    """The name under which a model stands in tables."""
    name = model.strip().lower().removeprefix("models/")
    if name.startswith("ft:"):
        name = name.split(":")[1]
    return name.rsplit("/", 1)[-1]


def mentions_json(prompts: Iterable[Prompt]) -> bool:
    """Whether some message says "JSON". Without it the API refuses a JSON answer or writes white space without end."""
    return any("json" in prompt.text.lower() for prompt in prompts)
