"""When a turn says what it is waiting for, and how often it is saved."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.domain.events import Phase

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Saving happens at least once a second (product rule), so a little earlier than that."""

    waiting_after: float = 2.0
    still_waiting_after: float = 10.0
    save_every: float = 0.8
    end_within: float = 3.0  # a turn that was told to end is settled by then, whatever its service does


class Timers:
    """The clockwork of one turn: announces the waiting phases until the first word, and saves until the end."""

    def __init__(self, pace: Pace, announce: Callable[[Phase], None], save: Callable[[], None]) -> None:
        self._pace = pace
        self._announce = announce
        self._save = save
        self._loop = asyncio.get_running_loop()
        self._phases: list[asyncio.TimerHandle] = []
        self._saving = self._loop.call_later(pace.save_every, self._tick)
        self.restart_phases()

    def restart_phases(self) -> None:
        """Count from now: a request goes out (again)."""
        self.stop_phases()
        self._phases = [
            self._loop.call_later(self._pace.waiting_after, self._announce, Phase.WAITING),
            self._loop.call_later(self._pace.still_waiting_after, self._announce, Phase.STILL_WAITING),
        ]

    def stop_phases(self) -> None:
        for handle in self._phases:
            handle.cancel()
        self._phases = []

    def stop(self) -> None:
        self.stop_phases()
        self._saving.cancel()

    def _tick(self) -> None:
        self._saving = self._loop.call_later(self._pace.save_every, self._tick)  # first: saving may raise
        self._save()
