"""A cut answer and a long conversation on the real llama.cpp: the seam, and a summary instead of older messages."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parley.chat.continuation import continuation_request
from parley.chat.summary import summarise
from parley.domain.chat_settings import ChatSettings
from parley.domain.events import Checked, CompletionEvent, Delta, Finished
from parley.domain.message import Message, Role
from parley.domain.request import CompletionRequest, Service, build_request
from parley.llm.client import OpenAICompletions
from parley.llm.practice import PracticeModel, find_weights

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

pytestmark = pytest.mark.skipif(find_weights() is None, reason="the practice model is not installed")

SETTINGS = ChatSettings(model="practice", temperature=0.0, max_tokens=60)
QUESTION = Message(1, 1, None, Role.USER, "Write three sentences about the sea.", 0)


def with_client(act: Callable[[OpenAICompletions], Awaitable[None]]) -> None:
    async def whole() -> None:
        model = PracticeModel()
        service = Service(await model.start(), "practice model", needs_key=False, local=True)
        client = OpenAICompletions(service, model.key)
        try:
            await act(client)
        finally:
            await client.close()
            await model.stop()

    asyncio.run(whole())


async def answer(client: OpenAICompletions, request: CompletionRequest) -> tuple[str, str]:
    """The text, and why it ended."""
    parts, reason = [], ""
    async for event in client.stream(request):
        if isinstance(event, Delta):
            parts.append(event.text)
        elif isinstance(event, Finished):
            reason = event.reason
    return "".join(parts), reason


def test_an_answer_that_was_cut_goes_on_as_if_it_had_not_been() -> None:
    async def act(client: OpenAICompletions) -> None:
        whole, _ = await answer(client, build_request(SETTINGS, [QUESTION]))
        for tokens in (5, 11, 23):
            cut, reason = await answer(client, build_request(replace(SETTINGS, max_tokens=tokens), [QUESTION]))
            assert reason == "length"
            assert whole.startswith(cut)
            path = [QUESTION, Message(2, 1, 1, Role.ASSISTANT, cut, 0)]
            rest, _ = await answer(client, continuation_request(SETTINGS, path, writes_on=True))
            assert (cut + rest).startswith(whole)

    with_client(act)


class Brief:
    """The same service, which writes short answers: a model this small knows no end."""

    def __init__(self, client: OpenAICompletions) -> None:
        self._client = client

    def stream(self, request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        return self._client.stream(replace(request, max_tokens=40))

    async def check(self, request: CompletionRequest, text: str) -> Checked | None:
        return await self._client.check(request, text)

    async def models(self) -> tuple[str, ...]:
        return await self._client.models()

    async def close(self) -> None:
        await self._client.close()


def test_a_conversation_longer_than_the_window_is_summarised_in_steps() -> None:
    talk = [
        Message(number, 1, number - 1 or None, Role.USER if number % 2 else Role.ASSISTANT, "The sea is blue. " * 12, 0)
        for number in range(1, 9)
    ]

    async def act(client: OpenAICompletions) -> None:
        made = await summarise(Brief(client), SETTINGS, talk, window=500, count=lambda messages: [60] * len(messages))
        assert made.summary.text
        assert made.summary.up_to == 8
        assert made.usage is not None
        assert made.usage.prompt_tokens > 500

    with_client(act)
