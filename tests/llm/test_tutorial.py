"""The tutorial's two programs: what they send, Parley sends, field by field, and it adds only that it streams."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import openai
import pytest
from tests.support.asking import KEY, QUICK

from parley.domain.chat_settings import ChatSettings, Example, Mode
from parley.domain.message import Message, Role
from parley.domain.request import build_request
from parley.llm.client import OpenAICompletions

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

STREAMED = {"stream": True, "stream_options": {"include_usage": True}}
COMEDIAN = "You are a friendly comedian. You answer every request with one joke, as a JSON object."
COMPUTERS = '{"setup": "Why was the computer cold?", "punchline": "It left its Windows open."}'


def comedian(client: openai.OpenAI) -> None:
    """Roles, an example, JSON mode, temperature and max tokens, as the tutorial has them."""
    client.chat.completions.create(
        model="gpt-3.5-turbo-0125",
        response_format={"type": "json_object"},
        temperature=0.9,
        max_tokens=300,
        messages=[
            {"role": "system", "content": COMEDIAN},
            {"role": "user", "content": "Tell me a joke about computers."},
            {"role": "assistant", "content": COMPUTERS},
            {"role": "user", "content": "Tell me a joke about programmers."},
        ],
    )


def poet(client: openai.OpenAI) -> None:
    """Text completion: one prompt, no roles."""
    client.completions.create(
        model="gpt-3.5-turbo-instruct", prompt="Write a short poem for programmers.", max_tokens=64, temperature=0.7
    )


IN_PARLEY = {
    "comedian": (
        ChatSettings(
            "gpt-3.5-turbo-0125",
            COMEDIAN,
            (Example("Tell me a joke about computers.", COMPUTERS),),
            0.9,
            300,
            json_answer=True,
        ),
        "Tell me a joke about programmers.",
    ),
    "poet": (
        ChatSettings("gpt-3.5-turbo-instruct", temperature=0.7, max_tokens=64, mode=Mode.COMPLETION),
        "Write a short poem for programmers.",
    ),
}


@pytest.mark.parametrize("program", [comedian, poet])
def test_parley_sends_what_the_tutorials_program_sends(program: Any, fault_server: FaultServer) -> None:
    name = program.__name__
    with openai.OpenAI(api_key=KEY, base_url=fault_server.address("no_stream", name), max_retries=0) as client:
        program(client)
    chat, text = IN_PARLEY[name]
    by_parley(fault_server, f"{name}-parley", chat, text)
    (tutorial,), (parley,) = fault_server.records(name), fault_server.records(f"{name}-parley")
    assert parley["path"] == tutorial["path"]
    assert parley["body"] == tutorial["body"] | STREAMED
    assert parley["headers"]["authorization"] == tutorial["headers"]["authorization"]


def test_nothing_that_was_not_set_is_sent(fault_server: FaultServer) -> None:
    by_parley(fault_server, "nothing-set", ChatSettings("gpt-4o"), "Hello")
    (record,) = fault_server.records("nothing-set")
    assert record["body"] == {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]} | STREAMED


def test_reasoning_models_get_the_same_under_their_own_names(fault_server: FaultServer) -> None:
    chat, text = IN_PARLEY["comedian"]
    by_parley(fault_server, "reasoning", replace(chat, model="o3"), text)
    (record,) = fault_server.records("reasoning")
    assert record["body"].keys() == {"model", "messages", "max_completion_tokens", "response_format", *STREAMED}
    assert record["body"]["messages"][0] == {"role": "developer", "content": COMEDIAN}


def by_parley(server: FaultServer, token: str, chat: ChatSettings, text: str) -> None:
    """What Parley does when `text` is sent in a new conversation."""
    request = build_request(chat, [Message(1, 1, None, Role.USER, text, 0)])

    async def run() -> None:
        client = OpenAICompletions(server.service("good", token), KEY, QUICK)
        try:
            async for _ in client.stream(request):
                pass
        finally:
            await client.close()

    asyncio.run(run())
