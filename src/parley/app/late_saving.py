"""Answers that the disk did not take when they ended: written as soon as it does."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from parley.domain.errors import AppError
from parley.domain.events import LibraryChanged, TurnEnded
from parley.domain.message import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.events import AppEvent
    from parley.domain.message import Message
    from parley.store.store import Store

EVERY = 5.0  # seconds


class LateSaving:
    """Looks at the engine's events, on its loop. Until an answer is on the disk it is kept here."""

    def __init__(self, store: Store, emit: Callable[[AppEvent], None]) -> None:
        self._store = store
        self._emit = emit
        self._waiting: dict[int, Message] = {}
        self._task: asyncio.Task[None] | None = None

    def look_at(self, event: AppEvent) -> None:
        """Keep the answer of a turn that ended, if the disk says that it is still being written."""
        if not isinstance(event, TurnEnded) or not self._is_missing(event.answer):
            return
        self._waiting[event.answer.id] = event.answer
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._keep_trying(), name="late saving")

    def close(self) -> None:
        """Try once more; whatever cannot be written now is lost but for what was saved while it was written."""
        if self._task is not None:
            self._task.cancel()
        self._try_all()

    def _is_missing(self, answer: Message) -> bool:
        try:
            return self._store.message(answer.id).status is Status.STREAMING
        except AppError:
            return False  # it was deleted meanwhile

    async def _keep_trying(self) -> None:
        while self._waiting:
            await asyncio.sleep(EVERY)
            if self._try_all():
                self._emit(LibraryChanged())

    def _try_all(self) -> bool:
        """Whether any could be written."""
        before = len(self._waiting)
        for answer in list(self._waiting.values()):
            with suppress(AppError):  # it was said when it happened first
                self._write(answer)
                del self._waiting[answer.id]
        return len(self._waiting) < before

    def _write(self, answer: Message) -> None:
        if self._is_missing(answer):
            self._store.settle(answer)
