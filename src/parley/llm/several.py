"""Several answers to one request, also from services that give one at a time."""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.errors import AppError
from parley.domain.events import Checked, Delta, Finished, OtherDelta, OtherFinished, ParameterDropped, Used

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from parley.domain.events import CompletionEvent
    from parley.domain.money import Usage
    from parley.domain.request import CompletionRequest

    Ask = Callable[[CompletionRequest], AsyncGenerator[CompletionEvent]]


async def several(
    ask: Ask, request: CompletionRequest, wanted: int, *, one_at_a_time: bool
) -> AsyncGenerator[CompletionEvent]:
    """The events of `wanted` answers. Those that the first request does not bring are asked for one after another.

    A failure of the first request is raised as `ask` raises it; a later one is told as that of its own answer.
    """
    begun = {0}
    usage: list[Usage] = []
    async with aclosing(ask(_single(request, 0) if one_at_a_time else request)) as events:
        async for event in events:
            match event:
                case Used():
                    usage.append(event.usage)
                case ParameterDropped(parameter="n"):
                    pass  # it is made good below
                case _:
                    if isinstance(event, OtherDelta | OtherFinished):
                        begun.add(event.place)
                    yield event
    for place in sorted(set(range(wanted)) - begun):
        try:
            async with aclosing(ask(_single(request, place))) as events:
                async for event in events:
                    if isinstance(event, Used):
                        usage.append(event.usage)
                    else:
                        yield _at(place, event)
        except AppError as error:
            yield Checked(error.failure, place=place)
            break
    if usage:
        yield Used(sum(usage[1:], usage[0]))


def _single(request: CompletionRequest, place: int) -> CompletionRequest:
    """The request for one of the answers. With the same seed it would be the same answer."""
    seed = request.more.seed
    return replace(request, more=replace(request.more, answers=None, seed=None if seed is None else seed + place))


def _at(place: int, event: CompletionEvent) -> CompletionEvent:
    match event:
        case Delta():
            return OtherDelta(place, event.text)
        case Finished():
            return OtherFinished(place, event.reason)
        case Checked():
            return replace(event, place=place)
        case _:
            return event
