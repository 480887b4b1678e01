"""Notices that this computer slept or is in another network, and gives up on answers that do not go on after that.

The other end of a connection does not wait for a computer that sleeps, and it cannot tell it that it has gone: without
this an answer would be waited for until the longest silence is over.
"""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")

SLEPT = 5.0  # seconds; connections outlive a shorter sleep
LOOK_EVERY = 2.0  # seconds, only while an answer is under way
GRACE = 10.0  # seconds after which an answer that is still there would have gone on


def seconds_asleep() -> float:
    """How long this computer has slept, counted from some moment. Nobody can set this clock, unlike the wall's."""
    if sys.platform == "win32":
        return _asleep_on_windows()
    if sys.platform == "darwin":  # the first goes on in sleep, the second does not (clock_gettime(3) of macOS)
        return time.clock_gettime(time.CLOCK_MONOTONIC_RAW) - time.clock_gettime(time.CLOCK_UPTIME_RAW)
    if hasattr(time, "CLOCK_BOOTTIME"):  # the same on Linux
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.time() - time.monotonic()  # elsewhere; a clock that is set then looks like a sleep


def _asleep_on_windows() -> float:
    """GetTickCount64 goes on in sleep, QueryUnbiasedInterruptTime (in 100 ns) does not."""
    import ctypes  # needed by nobody else

    unbiased = ctypes.c_ulonglong()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - it is not there for type checkers elsewhere
    kernel.GetTickCount64.restype = ctypes.c_ulonglong
    kernel.QueryUnbiasedInterruptTime(ctypes.byref(unbiased))
    return float(kernel.GetTickCount64() / 1_000 - unbiased.value / 10_000_000)


class NothingCameError(Exception):
    """The connection did not outlive the sleep, or the other network."""


class Wait:
    """What one request waits for: its answer's head, then one piece of it after the other."""

    def __init__(self) -> None:
        self.begun = False  # something of the answer's body is here
        self._until: float | None = None
        self._timeout: asyncio.Timeout | None = None

    async def for_next(self, step: Awaitable[T]) -> T:
        """What `step` gives. Raises NothingCameError, and what `step` raises."""
        timeout = self._timeout = asyncio.timeout_at(self._until)
        try:
            async with timeout:
                result = await step
        except TimeoutError:
            if not timeout.expired():
                raise
        else:
            self._until = None
            return result
        finally:
            self._timeout = None
        raise NothingCameError  # out here, so that it is not taken for the time-out it came from

    def hurry(self, seconds: float) -> None:
        """Give up when nothing comes within `seconds`."""
        if self._until is None:
            self._until = asyncio.get_running_loop().time() + seconds
            if self._timeout is not None:
                self._timeout.reschedule(self._until)


class SleepWatch:
    """Watches over the requests that are under way. Does nothing while there are none."""

    def __init__(
        self,
        asleep: Callable[[], float] | None = None,
        *,
        look_every: float = LOOK_EVERY,
        grace: float = GRACE,
    ) -> None:
        """`asleep` is the clock, in place of the computer's own."""
        self._asleep = asleep or seconds_asleep
        self._look_every = look_every
        self._grace = grace
        self._before = self._asleep()
        self._waits: set[Wait] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._stale = False

    def slept(self) -> bool:
        """Whether this computer slept since this was asked last."""
        self._look()
        stale, self._stale = self._stale, False
        return stale

    def begin(self) -> Wait:
        wait = Wait()
        self._waits.add(wait)
        if self._timer is None:
            self._look_later()
        return wait

    def end(self, wait: Wait) -> None:
        self._waits.discard(wait)
        if not self._waits and self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def another_network(self) -> None:
        """An answer that is being written goes on at once or never. A model that still thinks is left in peace: that
        the network is another one does not always mean that the old one has gone."""
        for wait in self._waits:
            if wait.begun:
                wait.hurry(self._grace)

    def _look(self) -> None:
        now, before = self._asleep(), self._before
        self._before = now
        if now - before > SLEPT:
            self._stale = True
            for wait in self._waits:
                wait.hurry(self._grace)

    def _look_later(self) -> None:
        self._timer = asyncio.get_running_loop().call_later(self._look_every, self._look_again)

    def _look_again(self) -> None:
        self._look()
        self._look_later()
