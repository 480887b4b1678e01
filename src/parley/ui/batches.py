"""Gathers the engine's events, so that the window is woken about thirty times a second and not once per token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.events import TurnDelta, TurnEnded

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, TimerHandle
    from collections.abc import Callable

    from parley.domain.events import AppEvent

INTERVAL = 0.033  # seconds: two frames at 60 Hz
LEAD = 0.004  # seconds for the loop to send what it is about to send, before the window's thread is busy with the news


class EventBatches:
    """Collects events on the loop's thread and delivers them in lists; neighbouring deltas of a turn become one,
    also where several turns write at once.

    The first event after a pause waits only for the request to leave: both threads share one interpreter, so showing
    the person's message would hold the request up. The first word of an answer is delivered at once.
    """

    def __init__(self, loop: AbstractEventLoop, deliver: Callable[[list[AppEvent]], None]) -> None:
        self._loop = loop
        self._deliver = deliver
        self._events: list[AppEvent] = []
        self._writing: set[int] = set()  # turns whose first word was delivered
        self._deltas: dict[int, list[str]] = {}  # of each turn since the last other event
        self._timer: TimerHandle | None = None
        self._flushed_at = float("-inf")

    def add(self, event: AppEvent) -> None:
        """Take one event; called on the loop's thread only."""
        if isinstance(event, TurnDelta):
            self._deltas.setdefault(event.turn_id, []).append(event.text)
            if event.turn_id not in self._writing:
                self._writing.add(event.turn_id)
                self.flush()
                return
        else:
            self._close_deltas()
            self._events.append(event)
            if isinstance(event, TurnEnded):
                self._writing.discard(event.turn_id)
        if self._timer is None:
            self._schedule()

    def flush(self) -> None:
        """Deliver what is there."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._close_deltas()
        if self._events:
            events, self._events = self._events, []
            self._flushed_at = self._loop.time()
            self._deliver(events)

    def _close_deltas(self) -> None:
        if self._deltas:
            self._events += [TurnDelta(turn_id, "".join(parts)) for turn_id, parts in self._deltas.items()]
            self._deltas = {}

    def _schedule(self) -> None:
        wait = max(LEAD, self._flushed_at + INTERVAL - self._loop.time())
        self._timer = self._loop.call_later(wait, self.flush)
