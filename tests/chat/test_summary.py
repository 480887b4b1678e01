"""Summarising the older messages: what the model is asked, what becomes of a long conversation, what it costs."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parley.chat.summary import Condensed, summarise
from parley.domain.chat_settings import ChatSettings, Example, Summary
from parley.domain.errors import AppError, Cause
from parley.domain.events import Checked, CompletionEvent, Delta, Finished, Used
from parley.domain.left_out import SUMMARY_REQUEST
from parley.domain.message import Message, Role
from parley.domain.money import Usage

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from parley.domain.request import CompletionRequest

PATH = [
    Message(number, 1, number - 1 or None, Role.USER if number % 2 else Role.ASSISTANT, f"message {number}", 0)
    for number in range(1, 7)
]
SETTINGS = ChatSettings(model="gpt-4", instructions="Be kind.", examples=(Example("a", "b"),), json_answer=True)


class Scripted:
    """A service that answers each request with the next of its scripts. Nothing else of `Completions` is used."""

    def __init__(self, *answers: tuple[CompletionEvent, ...]) -> None:
        self._answers = list(answers)
        self.requests: list[CompletionRequest] = []

    async def stream(self, request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        self.requests.append(request)
        for event in self._answers.pop(0):
            yield event

    async def check(self, _request: CompletionRequest, _text: str) -> Checked | None:
        return None

    async def models(self) -> tuple[str, ...]:
        return ()

    async def close(self) -> None:
        pass


def says(text: str) -> tuple[CompletionEvent, ...]:
    return (Delta(text[:2]), Delta(text[2:]), Finished("stop"), Used(Usage(100, 10)))


def made(service: Scripted, settings: ChatSettings = SETTINGS, *, window: int | None = None) -> Condensed:
    return asyncio.run(
        summarise(service, settings, PATH, window=window, count=lambda messages: [100 for _ in messages])
    )


def texts(request: CompletionRequest) -> list[str]:
    return [prompt.text for prompt in request.prompts]


def test_the_model_is_asked_once_after_everything_it_is_to_tell_of() -> None:
    service = Scripted(says("They talked."))
    condensed = made(service)
    assert condensed == Condensed(Summary("They talked.", 6, "gpt-4"), Usage(100, 10))
    assert texts(service.requests[0]) == ["Be kind.", "a", "b", *(m.text for m in PATH), SUMMARY_REQUEST]
    assert not service.requests[0].json_answer


def test_a_second_summary_builds_on_the_first() -> None:
    before = replace(SETTINGS, leave_out_before=3, summary=Summary("Before.", 2))
    service = Scripted(says("All of it."))
    assert made(service, before).summary == Summary("All of it.", 6, "gpt-4")
    assert texts(service.requests[0])[3:] == [
        SUMMARY_REQUEST,
        "Before.",
        *(m.text for m in PATH[2:]),
        SUMMARY_REQUEST,
    ]


def test_what_does_not_fit_at_once_goes_in_steps() -> None:
    service = Scripted(says("First half."), says("Both halves."))
    condensed = made(service, window=500)
    assert condensed == Condensed(Summary("Both halves.", 6, "gpt-4"), Usage(200, 20))
    first, second = map(texts, service.requests)
    assert first[3:] == ["message 1", "message 2", "message 3", SUMMARY_REQUEST]
    assert second[3:] == [
        SUMMARY_REQUEST,
        "First half.",
        "message 4",
        "message 5",
        "message 6",
        SUMMARY_REQUEST,
    ]


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ((Delta("Half a"),), Cause.BROKEN_STREAM),
        ((Finished("stop"),), Cause.BROKEN_STREAM),
        ((Delta("  "), Finished("length")), Cause.BLANK_REASONING),
    ],
    ids=["broken off", "blank", "all thinking"],
)
def test_no_summary_is_better_than_half_of_one(answer: tuple[CompletionEvent, ...], cause: Cause) -> None:
    with pytest.raises(AppError) as caught:
        made(Scripted(answer))
    assert caught.value.cause is cause


def test_a_service_that_does_not_count_leaves_the_cost_unknown() -> None:
    assert made(Scripted((Delta("Short."), Finished("stop")))).usage is None
