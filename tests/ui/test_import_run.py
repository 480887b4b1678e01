"""One import, with real files and a real store, and a disk that fills up when a test wants it to."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.app.test_importing import from_chatgpt

from parley.app.intake import AppIntake
from parley.domain.errors import AppError, Cause
from parley.store.store import Store
from parley.ui.import_run import ImportReport, ImportRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from parley.domain.arrival import Arrival


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data" / "parley.db", tmp_path / "data" / "backups")
    yield opened
    opened.close()


def run(store: Store, deliver: Callable[[Sequence[Arrival]], Sequence[int]], *files: Path) -> ImportReport:
    with closing(AppIntake(store.path)) as intake:
        return ImportRun(intake, deliver, lambda _progress: None, lambda: False, "gpt-4o").run(files)


def test_a_disk_that_fills_up_keeps_what_was_written(store: Store, tmp_path: Path) -> None:
    portions: list[int] = []

    def deliver(arrivals: Sequence[Arrival]) -> Sequence[int]:
        if len(portions) == 2:
            raise AppError(Cause.DISK_FULL, "no space left", path=str(store.path))
        portions.append(len(arrivals))
        return store.add_arrivals(arrivals)

    file = from_chatgpt(tmp_path / "conversations.json", 400)
    report = run(store, deliver, file, from_chatgpt(tmp_path / "next.json", 3, name="Next"))
    assert [failure.cause for failure in report.failures] == [Cause.DISK_FULL]
    assert report.imported == len(report.ids) == sum(portions) == store.count()
    again = run(store, store.add_arrivals, file)
    assert (again.imported, again.known, again.failures) == (400 - sum(portions), sum(portions), ())


def test_the_same_twice_in_one_file_is_one(store: Store, tmp_path: Path) -> None:
    file = from_chatgpt(tmp_path / "conversations.json", 2)
    file.write_text(file.read_text()[:-1] + ", " + file.read_text()[1:])
    report = run(store, store.add_arrivals, file)
    assert (report.imported, report.known) == (2, 2)


def test_what_names_no_model_gets_the_usual_one(store: Store, tmp_path: Path) -> None:
    [ident] = run(store, store.add_arrivals, from_chatgpt(tmp_path / "conversations.json", 1)).ids
    assert store.conversation(ident).settings.model == "gpt-4o"
