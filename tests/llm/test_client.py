from __future__ import annotations

import asyncio
import time
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.asking import EVERYTHING, HELLO, KEY, QUICK, ask, ask_with, list_models
from tests.support.fault_exchange import TEXT

from parley.domain.chat_settings import Mode
from parley.domain.errors import AppError, Cause
from parley.domain.events import Delta, Finished, ParameterDropped, Waiting
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt, Service
from parley.llm.client import OpenAICompletions
from parley.llm.gate import Limits, timeouts

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

PATIENT = Limits()


def test_the_models_that_can_chat_are_listed(fault_server: FaultServer) -> None:
    assert list_models(fault_server.service("good")) == ("gpt-3.5-turbo", "gpt-4o", "gpt-4o-mini", "o3-mini")


def test_a_request_carries_what_was_set_and_the_headers_it_needs(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {
        "OPENAI_BASE_URL": "http://127.0.0.1:9/stray",
        "OPENAI_API_KEY": "sk-stray-0123456789",
        "OPENAI_ADMIN_KEY": "sk-admin-0123456789",
        "OPENAI_ORG_ID": "org-stray",
        "OPENAI_PROJECT_ID": "proj-stray",
        "OPENAI_CUSTOM_HEADERS": "X-Stray: 1\nAuthorization: Bearer stray\nBad Name: x",
        "OPENAI_WEBHOOK_SECRET": "stray",
    }.items():
        monkeypatch.setenv(name, value)
    assert ask(fault_server.service("good", "headers")).failure is None
    (record,) = fault_server.records("headers")
    headers = record["headers"]
    assert headers.keys() == {
        "host", "accept", "accept-encoding", "connection", "content-length", "content-type", "user-agent",
        "authorization",
    }  # fmt: skip
    assert (headers["authorization"], headers["user-agent"]) == (f"Bearer {KEY}", "Parley")
    assert "stray" not in f"{record}"
    assert record["path"] == "/v1/chat/completions"
    assert record["body"] == {
        "model": "gpt-4o",
        "messages": [{"role": "user", "content": "Hello"}],
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_an_empty_base_url_in_the_environment_breaks_nothing(
    fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "")
    assert ask(fault_server.service("good")).failure is None


def test_a_service_without_a_key_gets_none(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-stray-0123456789")
    assert ask(fault_server.service("good", "no-key"), key=None).failure is None
    (record,) = fault_server.records("no-key")
    assert "authorization" not in record["headers"]


def test_a_redirect_is_not_followed(fault_server: FaultServer) -> None:
    other = f"localhost:{fault_server.ports['http']}".replace("/", "_")
    asked = ask(fault_server.service("redirect_elsewhere", other))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.REDIRECTED
    assert not [r for r in fault_server.records() if r["headers"].get("host", "").startswith("localhost")]


@pytest.mark.parametrize("key", ["", "sk-line\n", "sk-schlüssel", "two words", "tab\tkey", "nul\0key"])
def test_a_key_that_would_break_the_library_never_reaches_it(key: str, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("good", "bad-key"), key=key)
    assert asked.failure is not None
    assert asked.failure.cause is Cause.BAD_KEY_TEXT
    assert key not in asked.failure.details or not key
    assert fault_server.records("bad-key") == []


def test_neither_a_client_nor_the_sdk_shows_the_key(fault_server: FaultServer) -> None:
    async def look() -> str:
        client = OpenAICompletions(fault_server.service("good"), KEY)
        await client.close()
        return f"{client!r} {client._client!r} {vars(client._client)}"

    assert KEY not in asyncio.run(look())


def test_completion_models_go_to_the_completions_endpoint(fault_server: FaultServer) -> None:
    request = CompletionRequest("gpt-3.5-turbo-instruct", (Prompt(Role.USER, "Once upon"),), Mode.COMPLETION)
    asked = ask(fault_server.service("echo", "completion"), request)
    assert (asked.text, asked.failure) == ("Once upon ", None)
    (record,) = fault_server.records("completion")
    assert record["path"] == "/v1/completions"
    assert record["body"]["prompt"] == "Once upon"


def test_a_bare_prompt_to_a_chat_model_is_one_message(fault_server: FaultServer) -> None:
    request = CompletionRequest("gpt-4o", (Prompt(Role.USER, "Once upon"),), Mode.COMPLETION)
    assert ask(fault_server.service("echo", "bare"), request).text == "Once upon "
    (record,) = fault_server.records("bare")
    assert record["path"] == "/v1/chat/completions"
    assert record["body"]["messages"] == [{"role": "user", "content": "Once upon"}]


def test_what_a_model_refused_is_not_sent_to_it_again(fault_server: FaultServer) -> None:
    async def twice() -> tuple[list[object], list[object]]:
        client = OpenAICompletions(fault_server.service("nothing_optional", "learned"), KEY, QUICK)
        first, second = await ask_with(client, EVERYTHING), await ask_with(client, EVERYTHING)
        await client.close()
        return list(first.rest), list(second.rest)

    first, second = asyncio.run(twice())
    assert [e.parameter for e in first if isinstance(e, ParameterDropped)] == [
        "temperature", "response_format", "max_tokens",
    ]  # fmt: skip
    assert second == [Finished("stop")]
    last = fault_server.records("learned")[-1]["body"]
    assert last.keys() == {"model", "messages", "stream"}


def test_a_length_limit_goes_out_under_its_other_name(fault_server: FaultServer) -> None:
    assert ask(fault_server.service("no_max_tokens", "limit"), EVERYTHING).failure is None
    first, second = (record["body"] for record in fault_server.records("limit"))
    assert (first["max_tokens"], second["max_completion_tokens"]) == (100, 100)
    assert "max_tokens" not in second


def test_a_service_that_does_not_know_developers_gets_a_system_message(fault_server: FaultServer) -> None:
    request = CompletionRequest("o3", (Prompt(Role.SYSTEM, "Be brief."), Prompt(Role.USER, "Hello")))
    assert ask(fault_server.service("no_developer", "role"), request).failure is None
    roles = [[m["role"] for m in record["body"]["messages"]] for record in fault_server.records("role")]
    assert roles == [["developer", "user"], ["system", "user"]]


@pytest.mark.parametrize(
    ("mode", "longest"), [("rate_limit_seconds", 2), ("rate_limit_date", 2), ("rate_limit_silent", 2)]
)
def test_a_rate_limit_is_waited_for_with_a_countdown(mode: str, longest: int, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service(mode, f"wait-{mode}"))
    assert (asked.text, asked.failure) == ("".join(TEXT), None)
    seconds = [event.seconds for event in asked.events if isinstance(event, Waiting)]
    assert seconds == sorted(seconds, reverse=True)
    assert 0 < seconds[0] <= longest
    assert seconds[-1] == 0


def test_a_retry_after_that_means_nothing_is_like_none(fault_server: FaultServer) -> None:
    assert ask(fault_server.service("rate_limit_nonsense", "nonsense")).text == "".join(TEXT)


def test_tries_are_bounded(fault_server: FaultServer) -> None:
    ask(fault_server.service("rate_limit_for_ever", "bounded"))
    assert len(fault_server.records("bounded")) == 5


def test_who_is_asked_to_wait_an_hour_is_told_so_at_once(fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("rate_limit_an_hour", "hour"))
    assert asked.failure is not None
    assert (asked.failure.facts["minutes"], asked.rest) == ("60", [])
    assert len(fault_server.records("hour")) == 1


def test_stop_ends_the_wait(fault_server: FaultServer) -> None:
    async def stop_while_waiting() -> None:
        client = OpenAICompletions(fault_server.service("rate_limit_seconds", "stopped-wait"), KEY)
        events = client.stream(HELLO)
        assert isinstance(await anext(events), Waiting)
        await events.aclose()
        await client.close()

    asyncio.run(stop_while_waiting())
    assert len(fault_server.records("stopped-wait")) == 1


@pytest.mark.parametrize("mode", ["slow", "fast", "silent_before_headers", "silent_mid_answer"])
def test_cancelling_closes_the_connection(mode: str, fault_server: FaultServer) -> None:
    token = "5000000" if mode == "fast" else f"cancel-{mode}"

    async def read_then_cancel() -> None:
        client = OpenAICompletions(fault_server.service(mode, token), KEY, PATIENT)
        task = asyncio.create_task(ask_with(client))
        await asyncio.sleep(0.2)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        # The client lives on: it was the cancelled task that closed the line, not the end of the client.
        await asyncio.to_thread(wait_until_closed, fault_server, token)
        await client.close()

    asyncio.run(read_then_cancel())


def test_leaving_the_loop_early_closes_the_connection(fault_server: FaultServer) -> None:
    async def read_one() -> None:
        client = OpenAICompletions(fault_server.service("slow", "left"), KEY, PATIENT)
        async with aclosing(client.stream(HELLO)) as events:
            assert isinstance(await anext(events), Delta)
        await asyncio.to_thread(wait_until_closed, fault_server, "left")
        await client.close()

    asyncio.run(read_one())


def wait_until_closed(server: FaultServer, token: str) -> None:
    deadline = time.monotonic() + 10
    while server.records(token)[0]["closed_at"] is None:
        assert time.monotonic() < deadline, "the connection is still open"
        time.sleep(0.01)


def test_answers_can_run_side_by_side(fault_server: FaultServer) -> None:
    async def four() -> list[str]:
        client = OpenAICompletions(fault_server.service("good"), KEY, QUICK)
        asked = await asyncio.gather(*(ask_with(client) for _ in range(4)))
        await client.close()
        return [a.text for a in asked]

    assert asyncio.run(four()) == ["".join(TEXT)] * 4


def test_a_connection_that_was_closed_while_idle_is_made_again(fault_server: FaultServer) -> None:
    async def twice() -> list[str]:
        client = OpenAICompletions(fault_server.service("drops_kept_connections", "kept"), KEY, QUICK)
        asked = [await ask_with(client), await ask_with(client)]
        await client.close()
        return [a.text for a in asked]

    assert asyncio.run(twice()) == ["".join(TEXT)] * 2
    assert len(fault_server.records("kept")) == 3


def test_a_request_on_a_new_connection_is_never_sent_twice(fault_server: FaultServer) -> None:
    ask(fault_server.service("drop_at_once", "once"))
    assert len(fault_server.records("once")) == 1


@pytest.mark.parametrize(
    ("address", "cause"),
    [
        ("", Cause.BAD_ADDRESS),
        ("api.openai.com/v1", Cause.BAD_ADDRESS),
        ("ftp://example.com/v1", Cause.BAD_ADDRESS),
        ("https://", Cause.BAD_ADDRESS),
        ("https://exa mple.com/v1", Cause.BAD_ADDRESS),
        ("https://example.com:port/v1", Cause.BAD_ADDRESS),
        ("https://me:secret@example.com/v1", Cause.BAD_ADDRESS),
        ("https://example.com/v1?key=1", Cause.BAD_ADDRESS),
        ("https://[::1/v1", Cause.BAD_ADDRESS),
        ("http://example.com/v1", Cause.INSECURE_ADDRESS),
        ("http://127.0.0.1.example.com/v1", Cause.INSECURE_ADDRESS),
        ("http://10.0.0.1:8080/v1", Cause.INSECURE_ADDRESS),
    ],
)
def test_an_address_is_refused_before_anything_is_sent(address: str, cause: Cause) -> None:
    with pytest.raises(AppError) as caught:
        OpenAICompletions(Service(address, "x"), KEY)
    assert caught.value.cause is cause


@settings(max_examples=200)
@given(st.text() | st.from_regex(r"\Ahttps?://[^/]*(:\d*)?/v1/?\Z") | st.from_regex(r"\Ahttps://xn--\w*\Z"))
def test_any_address_is_taken_or_refused_in_words(address: str) -> None:
    async def make() -> None:
        await OpenAICompletions(Service(address, "x"), KEY).close()

    try:
        asyncio.run(make())
    except AppError as error:
        assert error.cause in {Cause.BAD_ADDRESS, Cause.INSECURE_ADDRESS}  # noqa: PT017 - most are refused, some not


@pytest.mark.parametrize(
    "address", ["http://localhost:8080/v1", "http://127.0.0.1/v1/", "http://[::1]:1/v1", "https://example.com"]
)
def test_an_address_is_accepted(address: str) -> None:
    async def make() -> None:
        await OpenAICompletions(Service(address, "x"), KEY).close()

    asyncio.run(make())


@pytest.mark.parametrize("address", ["http://10.0.0.1:11434/v1", "http://nas.local/v1", "http://example.com/v1"])
def test_without_a_key_any_host_is_accepted_over_http(address: str) -> None:
    async def make() -> None:
        await OpenAICompletions(Service(address, "x", needs_key=False), None).close()

    asyncio.run(make())


def test_the_limits_are_those_that_were_promised() -> None:
    limits = Limits()
    assert (limits.connect, limits.silence) == (10, 90)
    assert limits.reasoning_silence > limits.silence
    assert timeouts(limits, limits.silence).connect == 10


def test_models_that_think_are_given_the_longer_time(fault_server: FaultServer) -> None:
    limits = replace(QUICK, silence=0.2, reasoning_silence=20)
    here = OpenAICompletions(fault_server.service("good"), KEY, limits)
    far = OpenAICompletions(Service("https://api.example.invalid/v1", "Far"), KEY, limits)
    assert here._silence("gpt-4o") == far._silence("o3-mini") == 20
    assert far._silence("gpt-4o") == 0.2


def test_nothing_is_sent_again_once_the_first_word_is_here(fault_server: FaultServer) -> None:
    for mode in ("drop_mid_word", "reset_mid_word", "error_event", "silent_mid_answer"):
        assert ask(fault_server.service(mode, f"once-{mode}")).text
        assert len(fault_server.records(f"once-{mode}")) == 1
