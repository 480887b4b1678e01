"""The stretch of a turn in which the service is asked and answers: folds its events into the turn and tells of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, aclosing
from typing import TYPE_CHECKING

from parley.domain.events import (
    Checked,
    Delta,
    Finished,
    OtherDelta,
    OtherFinished,
    ParameterDropped,
    Phase,
    TurnDelta,
    TurnParameterDropped,
    TurnPhase,
    TurnWaiting,
    Used,
    Waiting,
)

from .pace import Pace, Timers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from parley.domain.events import AppEvent, CompletionEvent
    from parley.domain.request import CompletionRequest

    from .ports import Completions, Connections
    from .turn import Turn


class Stream:
    """One request and its answer. Made for one `run`."""

    def __init__(
        self,
        turn: Turn,
        emit: Callable[[AppEvent], None],
        pace: Pace,
        save: Callable[[], None],
        beside: Callable[[int], Turn | None],
    ) -> None:
        """`beside` gives the answer at that place beside the turn's own; None where it cannot be kept."""
        self._turn = turn
        self._beside = beside
        self._emit = emit
        self._timers = Timers(pace, self._announce, save)
        self._writing = False

    async def run(self, connections: Connections, request: CompletionRequest) -> None:
        """Read the answer to its end. Raises what the connection or the service raises."""
        self._announce(Phase.CONNECTING)
        try:
            completions = await connections.open(self._turn.service)
            async with AsyncExitStack() as stack:
                events = completions.stream(request)
                if isinstance(events, AsyncGenerator):  # end its connection with the turn, not when it is collected
                    await stack.enter_async_context(aclosing(events))
                await self._read(events)
        finally:
            self._timers.stop()
            self._add(self._turn.seam.finish())
        await self._check_whole(completions)

    async def _check_whole(self, completions: Completions) -> None:
        """What was continued is checked as one: neither part needs to be JSON by itself."""
        turn = self._turn
        if turn.whole is not None and turn.finish_reason == "stop":
            turn.check = await completions.check(turn.whole, turn.text())

    async def _read(self, events: AsyncIterator[CompletionEvent]) -> None:
        # The path of every token: one append and one emit, no more.
        turn_id, feed = self._turn.id, self._turn.seam.feed
        async for event in events:
            if type(event) is Delta:
                if text := feed(event.text):
                    if not self._writing:
                        self._begin_writing()
                    self._turn.parts.append(text)
                    self._emit(TurnDelta(turn_id, text))
            else:
                self._take(event)

    def _take(self, event: CompletionEvent) -> None:
        match event:
            case Finished():
                self._turn.finish_reason = event.reason
            case Used():
                self._turn.usage = event.usage
            case ParameterDropped():
                self._timers.restart_phases()
                self._emit(TurnParameterDropped(self._turn.id, self._turn.settings.model, event.parameter))
            case OtherDelta() | OtherFinished() | Checked():
                self._take_beside(event)
            case Waiting():
                self._timers.restart_phases()
                self._emit(TurnWaiting(self._turn.id, event.seconds))
            case Delta():
                self._add(event.text)

    def _take_beside(self, event: OtherDelta | OtherFinished | Checked) -> None:
        """What is about one of several answers."""
        turn = self._turn if event.place == 0 else self._beside(event.place)
        if turn is None:
            return
        match event:
            case OtherDelta():
                turn.parts.append(event.text)
                self._emit(TurnDelta(turn.id, event.text))
            case OtherFinished():
                turn.finish_reason = event.reason
            case Checked():
                turn.check = event

    def _begin_writing(self) -> None:
        self._writing = True
        self._timers.stop_phases()
        self._announce(Phase.WRITING)

    def _add(self, text: str) -> None:
        if text:
            self._turn.parts.append(text)
            self._emit(TurnDelta(self._turn.id, text))

    def _announce(self, phase: Phase) -> None:
        self._emit(TurnPhase(self._turn.id, phase, self._turn.elapsed_ms()))
