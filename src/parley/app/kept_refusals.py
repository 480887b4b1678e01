"""What services refused, over the end of the program: read when it is first needed, written as it is learned."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from parley.domain.errors import AppError
from parley.domain.refusals import KEPT_MS, Refusals
from parley.store.refusals import RefusalTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.errors import Failure
    from parley.domain.refusals import Refusal
    from parley.store.store import Store


class KeptRefusals(Refusals):
    """Lives on the engine's thread. `failed` hears, once, that the disk does not take it.

    Where nothing can be read, nothing is known: a service then refuses once more, and that is said.
    """

    def __init__(self, store: Store, failed: Callable[[Failure], None]) -> None:
        super().__init__()
        self._table = RefusalTable(store)
        self._failed = failed
        self._said = False
        self._loaded = False

    def of(self, address: str, model: str) -> tuple[Refusal, ...]:
        self._load()
        return super().of(address, model)

    def all(self) -> tuple[Refusal, ...]:
        self._load()
        return super().all()

    def add(self, refusal: Refusal) -> None:
        self._load()
        super().add(refusal)
        if refusal.may_be_kept:
            self._write(lambda: self._table.add(refusal))

    def forget(self, address: str, model: str, setting: str) -> None:
        before = set(self.of(address, model))
        super().forget(address, model, setting)
        for refusal in before.difference(self.of(address, model)):
            self._write(partial(self._table.remove, refusal))

    def forget_old(self) -> None:
        """What is older than thirty days is tried again."""
        moment = _now() - KEPT_MS
        self.forget_before(moment)
        self._write(lambda: self._table.forget_before(moment))

    def _load(self) -> None:
        if self._loaded:
            return
        self._loaded = True
        now = _now()
        try:
            kept = self._table.between(now - KEPT_MS, now)  # what is dated later is not from here
        except AppError as error:
            self._say(error.failure)
            return
        for refusal in kept:
            if refusal.may_be_kept:
                super().add(refusal)

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except AppError as error:
            self._say(error.failure)

    def _say(self, failure: Failure) -> None:
        if not self._said:
            self._said = True
            self._failed(failure)


def _now() -> int:
    return time.time_ns() // 1_000_000
