"""From the chunks of a stream to events. What a service sends is taken for nothing but what it shows itself to be."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause
from parley.domain.events import Delta, Finished, Used
from parley.domain.money import Usage

from .payload import whole_characters

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable

    from parley.domain.events import CompletionEvent

    from .gate import Limits


async def read_events(stream: AsyncIterable[object], limits: Limits, silence: float) -> AsyncGenerator[CompletionEvent]:
    """The events of one answer, ending after the reason why it stopped and the count of tokens, if there is one.

    Raises AppError BROKEN_STREAM when the stream ends without a reason or never ends, TIMEOUT after `silence`
    seconds, and what the SDK raises (`errors.WORLD`).
    """
    answer = _Answer(limits.answer)
    chunks = aiter(stream)
    while True:
        try:
            async with asyncio.timeout(limits.after_the_end if answer.finished else silence):
                chunk = await anext(chunks)
        except StopAsyncIteration:
            break
        except TimeoutError:
            if answer.finished:
                break  # the answer is whole; only the count did not come
            raise
        for event in answer.take(chunk):
            yield event
    for event in answer.end():
        yield event


class _Answer:
    """What has arrived of one answer."""

    def __init__(self, limit: int) -> None:
        self.finished = False
        self._usage: Usage | None = None
        self._left = limit
        self._half = ""  # the first half of a character whose second half is in the next chunk

    def take(self, chunk: object) -> list[CompletionEvent]:
        """The events in one chunk."""
        self._usage = usage_of(_get(chunk, "usage")) or self._usage
        choices = _get(chunk, "choices")
        choice = choices[0] if isinstance(choices, list) and choices else None
        text = self._whole(_text_of(choice))
        events: list[CompletionEvent] = [Delta(text)] if text else []
        reason = _get(choice, "finish_reason")
        if isinstance(reason, str) and reason and not self.finished:
            self.finished = True
            events.append(Finished(reason))
        return events

    def end(self) -> list[CompletionEvent]:
        """The last events. Raises AppError BROKEN_STREAM when the answer is not whole."""
        if not self.finished:
            raise AppError(Cause.BROKEN_STREAM, "the stream ended without a finish_reason")
        return [Used(self._usage)] if self._usage else []

    def _whole(self, text: str) -> str:
        if not text or (text.isascii() and not self._half):
            self._count(text)
            return text
        text = self._half + text
        self._half = text[-1] if "\ud800" <= text[-1] <= "\udbff" else ""
        self._count(text)
        return whole_characters(text.removesuffix(self._half) if self._half else text)

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
