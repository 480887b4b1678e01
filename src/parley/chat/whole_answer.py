"""An answer that nobody reads while it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.domain.events import Delta, Finished, Used

if TYPE_CHECKING:
    from parley.domain.money import Usage
    from parley.domain.request import CompletionRequest

    from .ports import Completions


@dataclass(frozen=True, slots=True)
class WholeAnswer:
    """`finish_reason` is the API's, empty where the stream broke off. `usage` None: the service did not count."""

    text: str
    finish_reason: str
    usage: Usage | None


async def whole_answer(completions: Completions, request: CompletionRequest) -> WholeAnswer:
    """Ask, and wait for all of it. Raises AppError."""
    parts: list[str] = []
    finish_reason = ""
    usage: Usage | None = None
    async for event in completions.stream(request):
        match event:
            case Delta():
                parts.append(event.text)
            case Finished():
                finish_reason = event.reason
            case Used():
                usage = event.usage
            case _:
                pass
    return WholeAnswer("".join(parts), finish_reason, usage)
