"""Keeps what left this computer: takes down each request as it leaves, and forgets it after thirty days."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from parley.domain.errors import AppError
from parley.store.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.errors import Failure
    from parley.domain.traffic import SentRequest
    from parley.llm.traffic import Departure
    from parley.store.store import Store

KEPT_MS = 30 * 24 * 3_600_000
SOON = 0.5  # seconds: writing must not stand between a request and its first word


class TrafficLog:
    """Lives on the engine's thread. `failed` hears, once, that the disk does not take it."""

    def __init__(self, store: Store, failed: Callable[[Failure], None]) -> None:
        self._store = store
        self._table = Traffic(store)
        self._failed = failed
        self._said = False
        self._changed: list[Departure] = []
        self._ids: dict[Departure, int] = {}
        self._timer: asyncio.TimerHandle | None = None

    def record(self, departure: Departure) -> None:
        """Fits `llm.traffic.Record`."""
        if departure not in self._changed:
            self._changed.append(departure)
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(SOON, self._flush)

    def recent(self) -> tuple[SentRequest, ...]:
        """The requests of the last thirty days, the latest first. Raises AppError."""
        self._flush()
        return tuple(self._table.since(_now() - KEPT_MS))

    def forget_old(self) -> None:
        """Raises AppError."""
        self._table.forget_before(_now() - KEPT_MS)

    def close(self) -> None:
        """Write what is not written yet. Nothing is recorded after that."""
        self._flush()

    def _flush(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if not self._changed:
            return
        ids = dict(self._ids)  # those of rows that are not kept will be others' rows
        try:
            with self._store.transaction():
                for departure in self._changed:
                    self._write(departure, ids)
        except AppError as error:
            self._say(error.failure)  # written with the next ones
        else:
            self._ids = ids
            self._changed = []

    def _write(self, departure: Departure, ids: dict[Departure, int]) -> None:
        ident = ids.get(departure)
        if ident is None:
            ids[departure] = self._table.add(departure.value())
        else:
            self._table.finish(ident, departure.value())
        if departure.ended:
            del ids[departure]

    def _say(self, failure: Failure) -> None:
        if not self._said:
            self._said = True
            self._failed(failure)


def _now() -> int:
    return time.time_ns() // 1_000_000
