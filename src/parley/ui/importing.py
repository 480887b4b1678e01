"""Brings conversations in from files, on a thread of its own; writing them is the engine's, which owns the store."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.arrival import ImportStoppedError
from parley.domain.errors import AppError, Failure

from .background import Background
from .import_run import ImportReport, ImportRun

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from parley.domain.arrival import Arrival

    from .engine_thread import EngineThread
    from .import_run import Intake
    from .ports import Backend

_STACK = 16 * 2**20  # bytes: files may be nested as deeply as Python reads them, everywhere
_LOOK_EVERY = 0.1  # seconds


class Importing(QObject):
    """One import at a time, in their order. `cancel` ends all of them; what is in by then stays, and can be undone."""

    progressed = Signal(object)  # ImportProgress
    ended = Signal(object)  # ImportReport

    def __init__(self, engine: EngineThread, open_intake: Callable[[], Intake], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._open_intake = open_intake
        self._stop = threading.Event()  # a new one for what is begun after a cancel
        self._closing = False
        self._pool = Background(self)
        self._pool.setStackSize(_STACK)

    def import_files(self, paths: Sequence[Path], usual_model: str) -> None:
        """Import what these files hold. `usual_model` is for conversations that name none."""
        stop = self._stop
        self._pool.do(lambda: self._tell_end(self._import(list(paths), usual_model, stop)))

    def cancel(self) -> None:
        """Import no more of what was begun."""
        self._stop.set()
        self._stop = threading.Event()

    @property
    def finished(self) -> bool:
        """Parley is being closed: what is still to be heard would be looked up in what is closed."""
        return self._closing

    def finish(self) -> None:
        """End, and wait for that."""
        self._closing = True
        self.cancel()
        self._pool.waitForDone()

    # On the pool's thread

    def _tell_end(self, report: ImportReport) -> None:
        if not self._closing:
            self.ended.emit(report)

    def _import(self, paths: Sequence[Path], usual_model: str, stop: threading.Event) -> ImportReport:
        if stop.is_set():
            return ImportReport(stopped=True)
        try:
            intake = self._open_intake()
        except AppError as error:
            return ImportReport(failures=(error.failure,))
        try:
            run = ImportRun(intake, self._deliver, self.progressed.emit, stop.is_set, usual_model)
            return run.run(paths)
        finally:
            intake.close()

    def _deliver(self, arrivals: Sequence[Arrival]) -> Sequence[int]:
        """Have the engine write them, and wait for that unless Parley is being closed."""
        answers: SimpleQueue[Sequence[int] | Failure] = SimpleQueue()

        async def write(backend: Backend) -> None:
            try:
                answers.put(await backend.add_arrivals(arrivals))
            except AppError as error:
                answers.put(error.failure)

        self._engine.post(write, failed=answers.put)
        while True:
            try:
                answer = answers.get(timeout=_LOOK_EVERY)
            except Empty:
                if self._closing:
                    raise ImportStoppedError from None
                continue
            if isinstance(answer, Failure):
                raise AppError(answer.cause, answer.details, **answer.facts)
            return answer
