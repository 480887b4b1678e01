"""An answer that arrives as it does in the program: on the engine's thread, and from there to the window in batches."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QThread, QTimer, Signal

from parley.domain.events import TurnDelta
from parley.ui.batches import EventBatches

if TYPE_CHECKING:
    from collections.abc import Callable

TURN_ID = 2
_TICK = 0.010  # seconds: tokens come in so often, as they would from a network
_REST_MS = 150  # milliseconds for the last batch to be shown
_NOTHING = 0.0002  # CPU seconds of a turn that found nothing to do


class Feed(QThread):
    """Puts in `tokens`, so many in a second (`rate`)."""

    arrived = Signal(list)  # of TurnDelta

    def __init__(self, tokens: list[str], rate: int) -> None:
        super().__init__()
        self._tokens = tokens
        self._rate = rate

    def run(self) -> None:
        """The thread's body (Qt calls it)."""
        asyncio.run(self._feed())

    async def _feed(self) -> None:
        batches = EventBatches(asyncio.get_running_loop(), self.arrived.emit)
        began = time.perf_counter()
        fed = 0
        while fed < len(self._tokens):
            due = min(len(self._tokens), int((time.perf_counter() - began) * self._rate) + 1)
            for token in self._tokens[fed:due]:
                batches.add(TurnDelta(TURN_ID, token))
            fed = due
            await asyncio.sleep(_TICK)
        batches.flush()


class Run:
    """What an answer cost the window's thread."""

    def __init__(self, tokens: list[str], rate: int, show: Callable[[str], None]) -> None:
        """`show` gets the text as it arrives."""
        self._show = show
        self._shown = 0
        self._marks: list[tuple[int, float]] = []  # characters shown, and CPU seconds until then
        self._began = time.thread_time()
        self._spend(tokens, rate)
        self.cpu = time.thread_time() - self._began  # all of the thread: painting and the event loop, too
        self._marks.append((self._shown, self.cpu))

    def _spend(self, tokens: list[str], rate: int) -> None:
        loop = QEventLoop()
        feed = Feed(tokens, rate)
        feed.arrived.connect(self._take)
        feed.finished.connect(lambda: QTimer.singleShot(_REST_MS, loop.quit))
        feed.start()
        loop.exec()
        feed.wait()

    def _take(self, events: list[TurnDelta]) -> None:
        self._marks.append((self._shown, time.thread_time() - self._began))
        for event in events:
            self._shown += len(event.text)
            self._show(event.text)

    def decile(self, number: int) -> float:
        """CPU seconds per character in one tenth of the answer."""
        total = self._marks[-1][0]
        inside = [mark for mark in self._marks if total * number // 10 <= mark[0] <= total * (number + 1) // 10]
        (first, before), (last, after) = inside[0], inside[-1]
        return (after - before) / (last - first)


class Turns(Run):
    """The same, one turn of the event loop at a time, to see how long each takes. Asking for them costs time, too."""

    def _spend(self, tokens: list[str], rate: int) -> None:
        self._times: list[tuple[float, float]] = []  # CPU seconds, wall seconds
        feed = Feed(tokens, rate)
        feed.arrived.connect(self._take)
        feed.start()
        while not feed.isFinished():
            self._turn()
        for _ in range(_REST_MS):
            self._turn()
        feed.wait()

    def _turn(self) -> None:
        began, cpu = time.perf_counter(), time.thread_time()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
        self._times.append((time.thread_time() - cpu, time.perf_counter() - began))
        time.sleep(0.001)

    def stalls(self, *, cpu: bool = False) -> tuple[float, float]:
        """The 99th percentile and the longest of all turns in which anything was done, in milliseconds.

        On a machine that does other things as well, CPU time says more than the clock.
        """
        times = sorted(turn[0 if cpu else 1] * 1000 for turn in self._times if turn[0] > _NOTHING)
        return times[int(len(times) * 0.99)], times[-1]
