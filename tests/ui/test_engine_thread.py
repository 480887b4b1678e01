"""The engine's thread does work in order, brings results and failures back, and ends cleanly."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, cast

import pytest

from parley.domain.errors import AppError, Cause, Failure
from parley.domain.events import AppEvent, LibraryChanged
from parley.ui.engine_thread import EngineThread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from parley.ui.ports import Backend


class Recorder:
    """A backend that only remembers: what the thread does with it is what is tested, not what it does."""

    def __init__(self, emit: Callable[[AppEvent], None]) -> None:
        self.emit = emit
        self.thread = threading.get_ident()
        self.closed = False

    async def close(self) -> None:
        self.closed = True
        self.emit(LibraryChanged())


@pytest.fixture
def made() -> list[Recorder]:
    return []


@pytest.fixture
def engine(qtbot: QtBot, made: list[Recorder]) -> Iterator[EngineThread]:
    del qtbot

    def make(emit: Callable[[AppEvent], None]) -> Backend:
        made.append(Recorder(emit))
        return cast("Backend", made[0])

    thread = EngineThread(make)
    yield thread
    assert thread.finish()


async def _answer(_backend: Backend) -> int:
    return threading.get_ident()


def test_work_posted_before_the_start_is_done_after_it(qtbot: QtBot, engine: EngineThread) -> None:
    seen: list[int] = []
    engine.post(_answer, done=seen.append)
    engine.start()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0] != threading.get_ident()


def test_results_come_back_on_the_windows_thread(qtbot: QtBot, engine: EngineThread) -> None:
    threads: list[int] = []
    engine.start()
    engine.post(_answer, done=lambda _result: threads.append(threading.get_ident()))
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_a_failure_comes_back_as_a_value(qtbot: QtBot, engine: EngineThread) -> None:
    async def fail(_backend: Backend) -> None:
        raise AppError(Cause.DISK_FULL, "no space")

    failures: list[Failure] = []
    engine.start()
    engine.post(fail, failed=failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures[0].cause is Cause.DISK_FULL


def test_the_end_closes_the_backend_and_delivers_its_last_events(
    qtbot: QtBot, engine: EngineThread, made: list[Recorder]
) -> None:
    batches: list[list[AppEvent]] = []
    engine.eventsArrived.connect(batches.append)
    engine.start()
    engine.post(_answer)
    qtbot.waitUntil(lambda: bool(made))
    assert engine.finish()
    qtbot.waitUntil(lambda: bool(batches))
    assert made[0].closed
    assert batches == [[LibraryChanged()]]


def test_work_posted_after_the_end_is_dropped(engine: EngineThread) -> None:
    engine.start()
    assert engine.finish()
    engine.post(_answer, done=lambda _result: pytest.fail("the thread had ended"))


def test_ending_does_not_wait_for_work_that_never_ends(qtbot: QtBot, engine: EngineThread) -> None:
    started: list[bool] = []

    async def endless(_backend: Backend) -> None:
        started.append(True)
        await asyncio.Event().wait()

    engine.start()
    engine.post(endless)
    qtbot.waitUntil(lambda: bool(started))
    assert engine.finish(3_000)


def test_ending_does_not_wait_for_a_call_that_blocks(qtbot: QtBot, engine: EngineThread) -> None:
    begun, released = threading.Event(), threading.Event()

    def block() -> None:
        begun.set()
        released.wait(30)

    async def ask_the_keyring(_backend: Backend) -> None:
        await asyncio.to_thread(block)

    engine.start()
    engine.post(ask_the_keyring)
    try:
        assert begun.wait(10)
        assert engine.finish(5_000)
    finally:
        released.set()


def test_an_engine_that_cannot_start_keeps_nobody_waiting(qtbot: QtBot) -> None:
    def make(_emit: Callable[[AppEvent], None]) -> Backend:
        raise ZeroDivisionError

    failures: list[Failure] = []
    engine = EngineThread(make)
    engine.post(_answer, failed=failures.append)
    with qtbot.captureExceptions() as raised:
        engine.start()
        qtbot.waitUntil(lambda: len(failures) == 1)
        assert engine.wait(5_000)
    assert [kind for kind, _error, _trace in raised] == [ZeroDivisionError]
    engine.post(_answer, failed=failures.append)
    qtbot.waitUntil(lambda: len(failures) == 2)
    assert {failure.cause for failure in failures} == {Cause.UNEXPECTED}
    assert engine.finish()
