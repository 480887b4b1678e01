"""The less usual parameters of a request, as services take or refuse them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.support.asking import HELLO, KEY, QUICK, Asked, ask, ask_with
from tests.support.fault_exchange import TEXT

from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import MoreSettings
from parley.domain.events import Delta, Finished, OtherDelta, OtherFinished, ParameterDropped, Used
from parley.domain.message import Role
from parley.domain.money import Usage
from parley.domain.request import CompletionRequest, Prompt
from parley.llm.client import OpenAICompletions

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

EVERYTHING = MoreSettings(
    top_p=0.5,
    presence_penalty=1.0,
    frequency_penalty=-1.0,
    stop=("END",),
    seed=7,
    reasoning_effort="high",
    verbosity="low",
    answers=2,
)
SCHEMA = AnswerSchema(used=True, name="My recipe", text='{"type": "object", "required": ["title"]}')
IN_JSON = CompletionRequest("some-model", (Prompt(Role.USER, '{"title": "Bread"}'),), json_answer=True, schema=SCHEMA)


def dropped(asked: Asked) -> list[str]:
    return [event.parameter for event in asked.events if isinstance(event, ParameterDropped)]


def test_everything_that_was_set_is_sent_and_nothing_else(fault_server: FaultServer) -> None:
    ask(fault_server.service("several", "all-more"), replace(HELLO, model="some-model", more=EVERYTHING))
    (record,) = fault_server.records("all-more")
    assert record["body"] == {
        "model": "some-model",
        "messages": [{"role": "user", "content": "Hello"}],
        "top_p": 0.5,
        "presence_penalty": 1.0,
        "frequency_penalty": -1.0,
        "stop": ["END"],
        "seed": 7,
        "reasoning_effort": "high",
        "verbosity": "low",
        "n": 2,
        "stream": True,
        "stream_options": {"include_usage": True},
    }


def test_each_that_is_refused_is_left_out_said_and_remembered(fault_server: FaultServer) -> None:
    request = replace(HELLO, model="some-model", temperature=0.5, max_tokens=9, json_answer=True, more=EVERYTHING)

    async def twice() -> tuple[Asked, Asked]:
        client = OpenAICompletions(fault_server.service("refuses_all_more", "refuses"), KEY, QUICK)
        try:
            return await ask_with(client, request), await ask_with(client, request)
        finally:
            await client.close()

    first, second = asyncio.run(twice())
    assert (first.text, first.failure, second.text) == ("".join(TEXT), None, "".join(TEXT))
    assert set(dropped(first)) == {
        *("temperature", "max_tokens", "response_format", "top_p", "presence_penalty", "frequency_penalty", "stop"),
        *("seed", "reasoning_effort", "verbosity"),
    }
    assert dropped(second) == []
    assert fault_server.records("refuses")[-1]["body"].keys() == {"model", "messages", "stream", "stream_options"}


def test_of_the_thinking_only_the_refused_measure_is_remembered(fault_server: FaultServer) -> None:
    async def both() -> list[Asked]:
        client = OpenAICompletions(fault_server.service("no_high_effort", "effort"), KEY, QUICK)
        efforts = ("high", "low", "high")
        asks = [replace(HELLO, model="m", more=MoreSettings(reasoning_effort=effort)) for effort in efforts]
        try:
            return [await ask_with(client, request) for request in asks]
        finally:
            await client.close()

    assert [dropped(asked) for asked in asyncio.run(both())] == [["reasoning_effort"], [], []]
    sent = [record["body"].get("reasoning_effort") for record in fault_server.records("effort")]
    assert sent == ["high", None, "low", None]


def test_several_answers_come_apart_by_their_place(fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("several"), replace(HELLO, more=MoreSettings(answers=3)))
    others = [event for event in asked.events if isinstance(event, OtherDelta)]
    assert asked.text == "1. " + "".join(TEXT)
    assert "".join(event.text for event in others if event.place == 2) == "3. " + "".join(TEXT)
    assert [e.place for e in asked.events if isinstance(e, OtherFinished)] == [2, 1]
    assert asked.events[-1] == Used(Usage(10, 12))


@pytest.mark.parametrize("mode", ["fewer", "no_several"])
def test_what_a_service_does_not_give_at_once_is_asked_for_one_by_one(mode: str, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service(mode, f"one-{mode}"), replace(HELLO, more=MoreSettings(answers=3, seed=7)))
    whole = "".join(TEXT)
    assert (asked.text, asked.failure, dropped(asked)) == (whole, None, [])
    for place in (1, 2):
        assert "".join(e.text for e in asked.events if isinstance(e, OtherDelta) and e.place == place) == whole
    assert [e.place for e in asked.events if isinstance(e, OtherFinished)] == [1, 2]
    (used,) = [event for event in asked.events if isinstance(event, Used)]
    assert used.usage.prompt_tokens == 30, "each was paid for"
    seeds = [record["body"]["seed"] for record in fault_server.records(f"one-{mode}") if "n" not in record["body"]]
    assert seeds[-2:] == [8, 9], "with the same seed they would be the same"


def test_a_later_answer_that_fails_leaves_the_others_alone(fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("one_only"), replace(HELLO, more=MoreSettings(answers=3)))
    assert (asked.text, asked.failure) == ("".join(TEXT), None)
    (check,) = asked.checks
    assert check.place == 1
    assert check.failure is not None
    assert check.failure.cause == "server_error"


def test_where_nothing_is_streamed_the_answers_come_in_one_piece(fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("no_stream", "whole"), replace(HELLO, more=MoreSettings(answers=2)))
    whole = "".join(TEXT)
    assert asked.events == [
        Delta(f"1. {whole}"),
        Finished("stop"),
        OtherDelta(1, f"2. {whole}"),
        OtherFinished(1, "stop"),
        Used(Usage(10, 12)),
    ]
    assert [record["body"].get("stream") for record in fault_server.records("whole")] == [True, None]
    assert not [r for r in fault_server.records("whole") if any(h.startswith("parley") for h in r["headers"])]


@pytest.mark.parametrize(
    ("answer", "cause", "place"),
    [
        ('{"title": "Bread"}', None, None),
        ('{"name": "Bread"}', "schema_mismatch", "$"),
        ("Bread", "not_json", None),
    ],
)
def test_an_answer_is_held_against_the_schema(
    answer: str, cause: str | None, place: str | None, fault_server: FaultServer
) -> None:
    request = replace(IN_JSON, prompts=(Prompt(Role.USER, answer),))
    (check,) = ask(fault_server.service("says", "schema"), request).checks
    assert check.fits is (cause is None)
    assert (check.failure and check.failure.cause) == cause
    assert (check.failure and check.failure.facts.get("place")) == place
    assert fault_server.records("schema")[-1]["body"]["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "My_recipe", "schema": {"type": "object", "required": ["title"]}},
    }


def test_a_refused_schema_becomes_json_and_another_schema_is_tried_again(fault_server: FaultServer) -> None:
    other = replace(IN_JSON, schema=replace(SCHEMA, text='{"type": "object"}', strict=True))

    async def thrice() -> list[Asked]:
        client = OpenAICompletions(fault_server.service("no_schema", "no-schema"), KEY, QUICK)
        try:
            return [await ask_with(client, request) for request in (IN_JSON, IN_JSON, other)]
        finally:
            await client.close()

    first, again, changed = asyncio.run(thrice())
    assert [dropped(asked) for asked in (first, again, changed)] == [["json_schema"], [], ["json_schema"]]
    assert [asked.checks[0].fits for asked in (first, again, changed)] == [False] * 3, "it was not asked for"
    kinds = [record["body"]["response_format"]["type"] for record in fault_server.records("no-schema")]
    assert kinds == ["json_schema", "json_object", "json_object", "json_schema", "json_object"]


def test_an_answer_that_was_not_to_be_json_is_not_held_against_anything(fault_server: FaultServer) -> None:
    assert ask(fault_server.service("says"), replace(IN_JSON, json_answer=False, schema=None)).checks == []
    assert ask(fault_server.service("says"), replace(IN_JSON, model="gpt-4")).checks == [], "too old for JSON"
