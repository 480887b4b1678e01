"""Searching on a thread of its own: only the newest question is answered, and the window goes on meanwhile."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from tests.store.talk import chat

from parley.domain.errors import AppError, Cause
from parley.domain.message import Role
from parley.domain.search_filters import Filters
from parley.store.store import Store
from parley.ui.search_worker import Question, SearchWorker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from parley.store.reader import Reader


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Callable[[], Reader]]:
    """Opens a library of two conversations for reading."""
    (tmp_path / "data").mkdir(mode=0o700)
    database = tmp_path / "data" / "parley.db"
    store = Store.open(database, tmp_path / "backups")
    chat(store, "the xylophone", "in the cellar", title="One")
    chat(store, "the fox", "in the garden", title="Two")
    yield lambda: Store.open_reader(database)
    store.close()


def test_an_answer_comes_back_with_its_question(qtbot: QtBot, library: Callable[[], Reader]) -> None:
    worker = SearchWorker(library)
    question = Question("xylo")
    with qtbot.waitSignal(worker.found) as found:
        worker.ask(question)
    assert [row.title for row in found.args[0]] == ["One"]
    assert found.args[1] is question
    worker.finish()


def test_filters_go_along(qtbot: QtBot, library: Callable[[], Reader]) -> None:
    worker = SearchWorker(library)
    with qtbot.waitSignal(worker.found) as found:
        worker.ask(Question("the", Filters(role=Role.ASSISTANT)))
    assert [row.snippet for row in found.args[0]] == ["in \x02the\x03 garden", "in \x02the\x03 cellar"]
    worker.finish()


def test_only_the_newest_of_many_questions_is_answered(qtbot: QtBot, library: Callable[[], Reader]) -> None:
    """The first search is held until it is told that nobody waits for it any more."""
    begun, asked = threading.Event(), threading.Event()

    class Held:
        def __init__(self) -> None:
            self.reader = library()

        def search(self, text: str, limit: int, filters: Filters, *, given_up: Callable[[], bool]) -> object:
            if text == "first":
                begun.set()
                asked.wait(10)
                assert given_up()
            return self.reader.search(text, limit, filters, given_up=given_up)

        def close(self) -> None:
            self.reader.close()

    worker = SearchWorker(Held)  # type: ignore[arg-type] # of a Library it has what is used here
    answered: list[str] = []
    worker.found.connect(lambda _rows, question: answered.append(question.text))
    worker.ask(Question("first"))
    assert begun.wait(10)
    for text in ("f", "fo", "fox"):
        worker.ask(Question(text))
    asked.set()
    qtbot.waitUntil(lambda: answered == ["fox"])
    worker.finish()
    assert answered == ["fox"]


def test_after_the_end_nothing_is_answered(qtbot: QtBot, library: Callable[[], Reader]) -> None:
    worker = SearchWorker(library)
    worker.finish()
    with qtbot.assertNotEmitted(worker.found, wait=50):
        worker.ask(Question("xylo"))


def test_a_failure_is_said(qtbot: QtBot) -> None:
    def broken() -> Reader:
        raise AppError(Cause.DATABASE_DAMAGED)

    worker = SearchWorker(broken)
    with qtbot.waitSignal(worker.failed) as failed:
        worker.ask(Question("xylo"))
    assert failed.args[0].cause is Cause.DATABASE_DAMAGED
    worker.finish()
