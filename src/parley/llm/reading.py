"""From the chunks of a stream to events. What a service sends is taken for nothing but what it shows itself to be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters
from parley.domain.errors import AppError, Cause
from parley.domain.events import Delta, Finished, OtherDelta, OtherFinished, Used
from parley.domain.money import Usage

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable

    from parley.domain.events import CompletionEvent

    from .gate import Limits


async def read_events(
    stream: AsyncIterable[object], limits: Limits, silence: float, wanted: int = 1
) -> AsyncGenerator[CompletionEvent]:
    """The events of the `wanted` answers, ending after the reason why each stopped and the count of tokens, if any.

    Raises AppError BROKEN_STREAM when the stream ends without a reason or never ends, TIMEOUT after `silence`
    seconds, and what the SDK raises (`errors.WORLD`).
    """
    answers = _Answers(limits.answer, wanted)
    chunks = aiter(stream)
    while True:
        try:
            async with asyncio.timeout(limits.after_the_end if answers.finished else silence):
                chunk = await anext(chunks)
        except StopAsyncIteration:
            break
        except TimeoutError:
            if answers.may_end:
                break  # what was begun is whole; only the count, or an answer that was never begun, did not come
            raise
        for event in answers.take(chunk):
            yield event
    for event in answers.end():
        yield event


async def read_whole(answer: object, limits: Limits, wanted: int = 1) -> AsyncGenerator[CompletionEvent]:
    """The events of an answer that came in one piece, from a service that does not stream. Raises as `read_events`."""
    answers = _Answers(limits.answer, wanted)
    choices = _get(answer, "choices")
    pieces = (
        [{**c, "delta": c.get("message")} for c in choices if isinstance(c, dict)] if isinstance(choices, list) else []
    )
    for event in [*answers.take({"usage": _get(answer, "usage"), "choices": pieces}), *answers.end()]:
        yield event


class _Answer:
    """What is known of one answer."""

    __slots__ = ("begun", "finished", "half")

    def __init__(self) -> None:
        self.begun = False
        self.finished = False
        self.half = ""  # the first half of a character whose second half is in the next chunk

    def whole(self, text: str) -> str:
        """`text` without the half of a character at its end, and with the one before it."""
        text = self.half + text
        self.half = text[-1] if "\ud800" <= text[-1] <= "\udbff" else ""
        return whole_characters(text.removesuffix(self.half) if self.half else text)


class _Answers:
    """What has arrived of the answers that were asked for, the first and those beside it."""

    def __init__(self, limit: int, wanted: int) -> None:
        self._answers = [_Answer() for _ in range(max(1, wanted))]
        self._usage: Usage | None = None
        self._left = limit * len(self._answers)

    @property
    def finished(self) -> bool:
        return all(answer.finished for answer in self._answers)

    @property
    def may_end(self) -> bool:
        """Whether no answer that was begun is still open: a service may give fewer than it was asked for."""
        return self._answers[0].finished and all(a.finished for a in self._answers if a.begun)

    def take(self, chunk: object) -> list[CompletionEvent]:
        """The events in one chunk."""
        self._usage = usage_of(_get(chunk, "usage")) or self._usage
        events: list[CompletionEvent] = []
        choices = _get(chunk, "choices")
        if not isinstance(choices, list) or not choices:
            return events
        if len(self._answers) == 1:  # the first choice is it, whatever its index
            self._take_choice(0, choices[0], events)
            return events
        for choice in choices:
            place = _get(choice, "index")
            if isinstance(place, int) and 0 <= place < len(self._answers):
                self._take_choice(int(place), choice, events)
        return events

    def _take_choice(self, place: int, choice: object, events: list[CompletionEvent]) -> None:
        answer = self._answers[place]
        answer.begun = True
        if text := _text_of(choice):
            self._count(text)
            if answer.half or not text.isascii():
                text = answer.whole(text)
        if text:
            events.append(OtherDelta(place, text) if place else Delta(text))
        reason = _get(choice, "finish_reason")
        if isinstance(reason, str) and reason and not answer.finished:
            answer.finished = True
            events.append(OtherFinished(place, reason) if place else Finished(reason))

    def end(self) -> list[CompletionEvent]:
        """The last events. Raises AppError BROKEN_STREAM when the answer is not whole."""
        if not self._answers[0].finished:
            raise AppError(Cause.BROKEN_STREAM, "the stream ended without a finish_reason")
        return [Used(self._usage)] if self._usage else []

    def _count(self, text: str) -> None:
        self._left -= len(text)
        if self._left < 0:
            raise AppError(Cause.BROKEN_STREAM, "the answer is longer than any answer can be")


def _text_of(choice: object) -> str:
    """The text of a chat chunk (`delta`) or of a completion chunk (`text`). A refusal is what the model answered."""
    delta = _get(choice, "delta")
    for text in (_get(delta, "content"), _get(delta, "refusal"), _get(choice, "text")):
        if isinstance(text, str) and text:
            return text
    return ""


def usage_of(usage: object) -> Usage | None:
    """The service's own count. None when it is not there or makes no sense."""
    prompt, completion = _get(usage, "prompt_tokens"), _get(usage, "completion_tokens")
    if not _is_count(prompt) or not _is_count(completion):
        return None
    cached = _get(_get(usage, "prompt_tokens_details"), "cached_tokens")
    reasoning = _get(_get(usage, "completion_tokens_details"), "reasoning_tokens")
    return Usage(_count(prompt), _count(completion), _count(cached), _count(reasoning))


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _count(value: object) -> int:
    return value if isinstance(value, int) and _is_count(value) else 0


def _get(value: object, name: str) -> object:
    return value.get(name) if isinstance(value, dict) else None
