"""The one thread beside the window's own: an asyncio loop for the service, the store's writer and the keyring."""

from __future__ import annotations

import asyncio
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QThread, Signal, Slot

from parley.domain.errors import AppError, Cause, Failure

from .batches import EventBatches

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from parley.domain.events import AppEvent

    from .ports import Backend

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job(Generic[T]):
    """One piece of work for the backend, and who on the window's thread wants to hear of it."""

    work: Callable[[Backend], Coroutine[Any, Any, T]]
    done: Callable[[T], None] | None
    failed: Callable[[Failure], None] | None


class _Blocking(ThreadPoolExecutor):
    """Does what blocks. The end does not wait for it: a keyring may not answer for longer than `finish` waits, and Qt
    aborts a program whose thread runs on."""

    def shutdown(self, wait: bool = False, *, cancel_futures: bool = True) -> None:
        del wait, cancel_futures  # the loop asks to wait
        super().shutdown(wait=False, cancel_futures=True)


class EngineThread(QThread):
    """Runs a `Backend` and brings its events and results back to the window's thread.

    Work posted before the thread is up waits for it. `finish` ends everything and joins.
    """

    eventsArrived = Signal(list)  # of AppEvent, in order
    _resultArrived = Signal(object)  # a call without arguments, to be made on the window's thread

    def __init__(
        self, make_backend: Callable[[Callable[[AppEvent], None]], Backend], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._make_backend = make_backend
        self._lock = threading.Lock()
        self._waiting: list[_Job[Any]] | None = []  # None once the loop takes work itself
        self._loop: asyncio.AbstractEventLoop | None = None
        self._backend: Backend | None = None
        self._ended: asyncio.Event | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._resultArrived.connect(self._run_result)

    def post(
        self,
        work: Callable[[Backend], Coroutine[Any, Any, T]],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """Do `work` on the engine's thread. `done` gets its result and `failed` its failure on the window's thread."""
        job: _Job[Any] = _Job(work, done, failed)
        with self._lock:
            if self._waiting is not None:
                self._waiting.append(job)
                return
        if self._loop is None:
            self._tell_of_bug(job, "the engine did not start")
        elif not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._start_job, job)

    def finish(self, limit_ms: int = 8_000) -> bool:
        """Settle every turn, close the store, end the practice model, join. False when that outlasts `limit_ms`."""
        if not self.isRunning():
            return True
        self.post(self._end)
        return self.wait(limit_ms)

    def run(self) -> None:
        """The thread's body (Qt calls it)."""
        try:
            with asyncio.Runner() as runner:
                runner.run(self._serve())
        finally:
            self._give_up_waiting()

    def _give_up_waiting(self) -> None:
        """If there never was a backend, which is a bug of ours, those who wait for it hear so."""
        with self._lock:
            waiting, self._waiting = self._waiting or [], None
        for job in waiting:
            self._tell_of_bug(job, "the engine did not start")

    async def _serve(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_report_bug)
        loop.set_default_executor(_Blocking())
        self._ended = asyncio.Event()
        batches = EventBatches(loop, self.eventsArrived.emit)
        self._backend = self._make_backend(batches.add)
        with self._lock:
            self._loop = loop
            waiting, self._waiting = self._waiting or [], None
        for job in waiting:
            self._start_job(job)
        try:
            await self._ended.wait()
        finally:
            await self._cancel_jobs()
            await self._backend.close()
            batches.flush()

    async def _cancel_jobs(self) -> None:
        """What still waits for the network or the keyring ends before the clients under it are closed."""
        rest = [task for task in self._tasks if not task.done()]
        for task in rest:
            task.cancel()
        await asyncio.gather(*rest, return_exceptions=True)

    async def _end(self, _backend: Backend) -> None:
        if self._ended is not None:
            self._ended.set()

    def _start_job(self, job: _Job[Any]) -> None:
        task = asyncio.get_running_loop().create_task(self._run_job(job))
        self._tasks.add(task)  # the loop itself keeps only a weak reference
        task.add_done_callback(lambda ended: self._job_ended(ended, job))

    def _job_ended(self, task: asyncio.Task[None], job: _Job[Any]) -> None:
        """A bug goes the way of every bug; whoever waits for the job hears that it failed, and waits no longer."""
        self._tasks.discard(task)
        if not task.cancelled() and (bug := task.exception()) is not None:
            sys.excepthook(type(bug), bug, bug.__traceback__)
            self._tell_of_bug(job, type(bug).__name__)

    def _tell_of_bug(self, job: _Job[Any], details: str) -> None:
        if job.failed is not None:
            failed, failure = job.failed, Failure(Cause.UNEXPECTED, details=details)
            self._resultArrived.emit(lambda: failed(failure))

    async def _run_job(self, job: _Job[Any]) -> None:
        assert self._backend is not None  # noqa: S101 - jobs start after it was made
        try:
            result = await job.work(self._backend)
        except AppError as error:
            if job.failed is not None:
                failed, failure = job.failed, error.failure
                self._resultArrived.emit(lambda: failed(failure))
        else:
            if job.done is not None:
                done = job.done
                self._resultArrived.emit(lambda: done(result))

    @Slot(object)
    def _run_result(self, call: Callable[[], None]) -> None:
        call()


def _report_bug(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    bug = context.get("exception")
    if isinstance(bug, BaseException):
        sys.excepthook(type(bug), bug, bug.__traceback__)
    else:
        loop.default_exception_handler(context)
