"""Has the model summarise the older messages of a conversation, so that fewer tokens say what still matters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters
from parley.domain.chat_settings import Mode, Summary
from parley.domain.errors import AppError, Cause
from parley.domain.left_out import SUMMARY_REQUEST, first_sent
from parley.domain.message import Role
from parley.domain.money import Usage
from parley.domain.request import Prompt, build_request

from .whole_answer import whole_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Message
    from parley.domain.request import CompletionRequest

    from .ports import Completions

_SHARE = 0.6  # of the context window that is given to what is summarised at once; the rest is for the summaries


@dataclass(frozen=True, slots=True)
class Condensed:
    """A summary, and what the service counted for making it; None: it did not count."""

    summary: Summary
    usage: Usage | None


async def summarise(
    completions: Completions,
    settings: ChatSettings,
    path: Sequence[Message],
    *,
    window: int | None,
    count: Callable[[Sequence[Message]], Sequence[int]],
) -> Condensed:
    """Summarise what is sent of `path`, from its root to the last message that is to be told of. Raises AppError.

    What does not fit into the context `window` (tokens; None: not known) goes in several steps, each of which begins
    with the summary before it. `count` gives the tokens of each message.
    """
    summary, usage = settings.summary, Usage(0, 0)
    counted = False
    start = first_sent(settings, path)
    for end in _ends(count(path[start:]), window):
        step = replace(settings, leave_out_before=path[start].id, summary=summary if start else None)
        text, used = await _ask(completions, _request(step, path[: start + end]))
        summary = Summary(text, path[start + end - 1].id, settings.model)
        counted = counted or used is not None
        usage += used or Usage(0, 0)
        start += end
    if summary is None:
        raise AppError(Cause.UNEXPECTED, "there is nothing to summarise")
    return Condensed(summary, usage if counted else None)


def _ends(sizes: Sequence[int], window: int | None) -> list[int]:
    """How many messages each step takes, so that none is too long; at least one."""
    if window is None:
        return [len(sizes)] if sizes else []
    steps: list[int] = []
    room = 0.0
    for size in sizes:
        if not steps or size > room:
            steps.append(0)
            room = window * _SHARE
        steps[-1] += 1
        room -= size
    return steps


def _request(settings: ChatSettings, path: Sequence[Message]) -> CompletionRequest:
    plain = replace(settings, json_answer=False, max_tokens=None, mode=Mode.CHAT)
    request = build_request(plain, path)
    return replace(
        request,
        prompts=(*request.prompts, Prompt(Role.USER, SUMMARY_REQUEST)),
        more=replace(request.more, answers=None, stop=()),
    )


async def _ask(completions: Completions, request: CompletionRequest) -> tuple[str, Usage | None]:
    answer = await whole_answer(completions, request)
    text = whole_characters(answer.text).strip()
    if not answer.finish_reason or not text:  # a stream without a reason to end broke off (facts.md)
        raise AppError(Cause.BLANK_REASONING if answer.finish_reason == "length" else Cause.BROKEN_STREAM)
    return text, answer.usage
