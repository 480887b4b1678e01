"""Everything the fault server does wrong, and what the person is told. No mode may be left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.support import fault_controls, fault_modes, fault_streams
from tests.support.asking import EVERYTHING, KEY, ask, list_models
from tests.support.fault_exchange import MODES, TEXT

from parley.domain.errors import AppError, Cause
from parley.domain.events import Finished, ParameterDropped, Used, Waiting
from parley.domain.message import Role
from parley.domain.money import Usage
from parley.domain.request import Prompt, Service

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

assert fault_controls
assert fault_modes
assert fault_streams  # they fill MODES

FAILS = {
    "unknown_mode": Cause.NOT_AN_API,
    "invalid_key": Cause.INVALID_KEY,
    "no_credit": Cause.NO_CREDIT,
    "payment_required": Cause.NO_CREDIT,
    "hard_limit": Cause.NO_CREDIT,
    "model_not_found": Cause.MODEL_NOT_FOUND,
    "model_forbidden": Cause.MODEL_NOT_FOUND,
    "ollama_no_model": Cause.MODEL_NOT_FOUND,
    "llamacpp_wrong_path": Cause.NOT_AN_API,
    "too_long": Cause.TOO_LONG,
    "too_large": Cause.TOO_LONG,
    "content_policy": Cause.CONTENT_FILTER,
    "region": Cause.REGION,
    "forbidden": Cause.FORBIDDEN,
    "bad_request": Cause.BAD_REQUEST,
    "no_word_json": Cause.BAD_REQUEST,
    "request_timeout": Cause.TIMEOUT,
    "gateway_timeout": Cause.TIMEOUT,
    "server_error": Cause.SERVER_ERROR,
    "bad_gateway": Cause.SERVER_ERROR,
    "html_bad_gateway": Cause.SERVER_ERROR,
    "endless_error": Cause.SERVER_ERROR,
    "slow_error": Cause.SERVER_ERROR,
    "overloaded": Cause.OVERLOADED,
    "rate_limit_for_ever": Cause.STILL_LIMITED,
    "rate_limit_an_hour": Cause.STILL_LIMITED,
    "needs_proxy_login": Cause.PROXY_LOGIN,
    "network_sign_in": Cause.CAPTIVE_PORTAL,
    "html": Cause.CAPTIVE_PORTAL,
    "models_html": Cause.CAPTIVE_PORTAL,
    "html_not_found": Cause.NOT_AN_API,
    "html_called_a_stream": Cause.BROKEN_STREAM,
    "not_a_stream": Cause.NOT_AN_API,
    "plain_text": Cause.NOT_AN_API,
    "models_not_a_list": Cause.NOT_AN_API,
    "models_bad_json": Cause.NOT_AN_API,
    "no_content": Cause.NOT_AN_API,
    "redirect_elsewhere": Cause.REDIRECTED,
    "redirect_nowhere": Cause.REDIRECTED,
    "models_redirect": Cause.REDIRECTED,
    "empty": Cause.BROKEN_STREAM,
    "drop_at_once": Cause.BROKEN_STREAM,
    "reset_at_once": Cause.BROKEN_STREAM,
    "drop_in_headers": Cause.BROKEN_STREAM,
    "drop_after_headers": Cause.BROKEN_STREAM,
    "garbage": Cause.BROKEN_STREAM,
    "silent_before_headers": Cause.TIMEOUT,
    "silent_after_headers": Cause.TIMEOUT,
    "comments_for_ever": Cause.TIMEOUT,
    "overloaded_event": Cause.OVERLOADED,
    "refuses_without_end": Cause.PARAMETER_REJECTED,
    "echoes_the_key": Cause.INVALID_KEY,
    "echoes_the_key_in_html": Cause.FORBIDDEN,
    "echoes_the_key_in_the_stream": Cause.SERVER_ERROR,
}

FAILS_ON_THE_WAY = {
    "drop_mid_word": (Cause.BROKEN_STREAM, "The beginning of a sen"),
    "reset_mid_word": (Cause.BROKEN_STREAM, "The beginning of a sen"),
    "drop_mid_utf8": (Cause.BROKEN_STREAM, "The beginning"),
    "ends_mid_utf8": (Cause.BROKEN_STREAM, "The beginning"),
    "malformed_json": (Cause.BROKEN_STREAM, "The beginning"),
    "invalid_utf8": (Cause.BROKEN_STREAM, "The beginning"),
    "no_finish_reason": (Cause.BROKEN_STREAM, "The beginning"),
    "ends_early": (Cause.BROKEN_STREAM, "The beginning"),
    "error_event": (Cause.SERVER_ERROR, "The beginning"),
    "silent_mid_answer": (Cause.TIMEOUT, "The beginning"),
    "hundred_megabytes": (Cause.BROKEN_STREAM, "The beginning"),
    "endless": (Cause.BROKEN_STREAM, "and on and on"),
}

STOP = Finished("stop")
USED = Used(Usage(10, len(TEXT), cached_tokens=4))
WHOLE = "".join(TEXT)

SUCCEEDS = {
    "good": (WHOLE, [STOP, USED]),
    "echo": ("Hello ", [STOP, USED]),
    "cut_off": ("The beginning of", [Finished("length"), USED]),
    "filtered": ("The begin", [Finished("content_filter"), USED]),
    "blank_reasoning": ("", [Finished("length"), USED]),
    "refusal": ("I cannot help with that.", [STOP, USED]),
    "no_temperature": (WHOLE, [ParameterDropped("temperature"), STOP, USED]),
    "detail_of_fastapi": (WHOLE, [ParameterDropped("temperature"), STOP, USED]),
    "no_max_tokens": (WHOLE, [STOP, USED]),  # the limit has another name, which is tried first
    "no_limit_at_all": (WHOLE, [ParameterDropped("max_tokens"), STOP, USED]),
    "no_json": (WHOLE, [ParameterDropped("response_format"), STOP, USED]),
    "no_stream_options": (WHOLE, [STOP]),
    "nothing_optional": (
        WHOLE,
        [*map(ParameterDropped, ("temperature", "response_format", "max_tokens")), STOP],
    ),
    "no_developer": (WHOLE, [STOP, USED]),
    "wrong_types": ("Hello", [STOP, USED]),
    "half_characters": ("🦊 and � alone", [STOP, USED]),
    "no_count": ("All of it", [STOP]),
    "comments_first": ("Hello you", [STOP, USED]),
    "byte_by_byte": ("größer 🦊", [STOP]),
    "rate_limit_milliseconds": (WHOLE, [Waiting(1), Waiting(0), STOP, USED]),
    "overloaded_for_a_second": (WHOLE, [Waiting(1), Waiting(0), STOP, USED]),
}

ELSEWHERE = {  # in test_client
    "slow", "fast", "drops_kept_connections", "rate_limit_seconds", "rate_limit_date", "rate_limit_silent",
    "rate_limit_nonsense", "forgets_kept_connections",
    "as_the_model_says",
    # In test_parameters.py, and beside the engine:
    "several", "several_cut_off", "fewer", "one_only", "no_several", "no_stream", "says", "no_schema",
    "refuses_all_more", "no_high_effort",
    "in_two_parts",  # in app/test_chat_controls
}  # fmt: skip


def test_every_mode_of_the_server_is_tried() -> None:
    tried = FAILS.keys() | FAILS_ON_THE_WAY.keys() | SUCCEEDS.keys() | ELSEWHERE
    assert tried == MODES.keys()
    assert len(tried) >= 30


def test_a_refusal_for_want_of_the_word_json_is_told_from_others(fault_server: FaultServer) -> None:
    wordless = replace(EVERYTHING, prompts=(Prompt(Role.USER, "Hello"),))
    asked = ask(fault_server.service("no_word_json"), wordless)
    assert asked.failure is not None
    assert asked.failure.cause is Cause.NO_JSON_WORD
    for other in (EVERYTHING, replace(wordless, json_answer=False)):
        asked = ask(fault_server.service("no_word_json"), other)
        assert asked.failure is not None
        assert asked.failure.cause is Cause.BAD_REQUEST


@pytest.mark.parametrize("mode", FAILS)
def test_a_failure_is_recognised_and_says_nothing_of_the_key(mode: str, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service(mode), EVERYTHING)
    assert asked.failure is not None
    assert (asked.failure.cause, asked.text) == (FAILS[mode], "")
    assert {"service": "Test service", "model": "some-model"}.items() <= asked.failure.facts.items()
    assert asked.failure.facts["host"].startswith("127.0.0.1:")
    assert KEY not in f"{asked.failure!r}"


@pytest.mark.parametrize("mode", FAILS_ON_THE_WAY)
def test_what_arrived_before_a_failure_is_kept(mode: str, fault_server: FaultServer) -> None:
    cause, beginning = FAILS_ON_THE_WAY[mode]
    asked = ask(fault_server.service(mode))
    assert asked.failure is not None
    assert asked.failure.cause is cause
    assert asked.text.startswith(beginning)
    assert not asked.rest, "nothing says that the answer is finished"


@pytest.mark.parametrize("mode", SUCCEEDS)
def test_an_answer_is_whole(mode: str, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service(mode, f"whole-{mode}"), EVERYTHING)
    assert asked.failure is None
    assert (asked.text, asked.rest) == SUCCEEDS[mode]


@pytest.mark.parametrize(
    ("mode", "cause"),
    [
        ("invalid_key", Cause.INVALID_KEY),
        ("models_html", Cause.CAPTIVE_PORTAL),
        ("models_not_a_list", Cause.NOT_AN_API),
        ("models_bad_json", Cause.NOT_AN_API),
        ("models_redirect", Cause.REDIRECTED),
        ("unknown_mode", Cause.NOT_AN_API),
    ],
)
def test_the_list_of_models_fails_in_the_same_words(mode: str, cause: Cause, fault_server: FaultServer) -> None:
    with pytest.raises(AppError) as caught:
        list_models(fault_server.service(mode))
    assert caught.value.cause is cause
    assert caught.value.failure.facts["service"] == "Test service"


def test_nothing_listens(fault_server: FaultServer) -> None:
    asked = ask(Service("http://127.0.0.1:9/v1", "Nobody"))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.REFUSED
    assert asked.failure.facts["host"] == "127.0.0.1:9"
