"""What the disk, the file and the clock can do to a running Parley: each ends in a sentence, and nothing is lost."""

from __future__ import annotations

import os
import random
import shutil
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.store.talk import chat

from parley import paths
from parley.app.glance import take_glance
from parley.domain.message import Status
from parley.domain.settings import LANGUAGE, SERVICE_ADDRESS, SERVICE_KIND, TEXT_SIZE, THEME, Settings
from parley.store.store import Store
from parley.ui.theme import DARK

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

OLDER = Path(__file__).parents[1] / "store" / "data"
DAY_NS = 24 * 3_600_000_000_000


def said(program: Program) -> str:
    """The sentence over the page, "" when there is none."""
    notice = program.parts.window.failure
    return "" if notice.isHidden() else notice.text()


def titles(program: Program) -> list[str]:
    return [row.title for row in program._reader.conversations(limit=100)]


@pytest.fixture
def library(data_dir: Path, fault_server: FaultServer) -> Path:
    """A database with twenty conversations and a backup of them; its path."""
    places = paths.find_paths(data_dir)
    paths.make_private(places.data)
    store = Store.open(places.database, places.backups)
    for number in range(20):
        chat(store, *[f"Message {number} {place} " + "words and more " * 20 for place in range(6)], title=f"T{number}")
    address = fault_server.address("good")
    store.save_settings(Settings({SERVICE_KIND.key: "other", SERVICE_ADDRESS.key: address}))
    store.back_up()
    store.close()
    return places.database


def empty(database: Path) -> None:
    database.write_bytes(b"")


def fill_with_garbage(database: Path) -> None:
    database.write_bytes(bytes(range(256)) * 300)


def overwrite_the_middle(database: Path) -> None:
    rnd = random.Random(7)  # noqa: S311 - nothing secret
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 8192 * 4096)
        file.write(rnd.randbytes(8192))


def cut_short(database: Path) -> None:
    os.truncate(database, database.stat().st_size // 2)


@pytest.mark.parametrize("damage", [empty, fill_with_garbage, overwrite_the_middle, cut_short])
def test_a_damaged_file_is_said_and_everything_is_there(
    library: Path, open_program: Callable[[], Program], damage: Callable[[Path], None]
) -> None:
    damage(library)
    program = open_program()
    assert said(program).startswith("The file with your conversations was damaged.")
    assert set(titles(program)) == {f"T{number}" for number in range(20)}
    assert [path for path in library.parent.iterdir() if "damaged" in path.name]
    program = open_program()
    assert said(program) == ""
    assert len(titles(program)) == 20


def forget_the_header(database: Path) -> None:
    with database.open("r+b") as file:
        file.write(b"not any more a database ")


@pytest.mark.parametrize("damage", [empty, fill_with_garbage, overwrite_the_middle, cut_short, Path.unlink])
def test_after_damage_the_window_looks_and_speaks_at_once_as_it_was_chosen(
    library: Path, data_dir: Path, open_program: Callable[[], Program], damage: Callable[[Path], None]
) -> None:
    store = Store.open(library, library.parent / "backups")
    chosen = store.settings().with_value(THEME, "dark").with_value(LANGUAGE, "de").with_value(TEXT_SIZE, 20)
    store.save_settings(chosen)
    store.back_up()
    store.close()
    damage(library)
    glance = take_glance(paths.find_paths(data_dir))
    assert (glance.settings[THEME], glance.language, glance.settings[TEXT_SIZE]) == ("dark", "de", 20)
    program = open_program()
    assert program.parts.window.theme == DARK.with_size(20)
    assert program._preferences.settings.stored() == chosen.stored()


def test_what_was_chosen_after_the_backup_is_read_from_the_damaged_file(library: Path, data_dir: Path) -> None:
    store = Store.open(library, library.parent / "backups")
    store.save_settings(store.settings().with_value(THEME, "dark").with_value(LANGUAGE, "de"))
    store.close()
    forget_the_header(library)
    glance = take_glance(paths.find_paths(data_dir))
    assert (glance.settings[THEME], glance.language) == ("dark", "de")


def test_what_only_mending_brings_back_is_shown_as_soon_as_it_is_there(
    library: Path, open_program: Callable[[], Program], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(library, library.parent / "backups")
    store.save_settings(store.settings().with_value(THEME, "dark"))
    store.back_up()
    store.close()
    fill_with_garbage(library)
    monkeypatch.setattr("parley.store.last_settings.last_settings", lambda *_places: Settings())
    assert open_program().parts.window.theme.name == "dark"


def test_a_clock_ten_years_back_harms_nothing(library: Path, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    person.use("echo")
    person.say("In the present")
    real_ns, real = time.time_ns, time.time
    monkeypatch.setattr(time, "time_ns", lambda: real_ns() - 3_650 * DAY_NS)
    monkeypatch.setattr(time, "time", lambda: real() - 3_650 * DAY_NS / 1e9)
    person.restart()
    person.program.parts.window.sidebar.newChatRequested.emit()
    answer = person.say("In the past")
    assert answer.status is Status.COMPLETE
    assert said(person.program) == ""
    monkeypatch.undo()
    person.restart()
    assert {"In the past", "In the present", "T0", "T19"} <= set(titles(person.program))
    assert len(titles(person.program)) == 22
    assert [path for path in (library.parent / "backups").iterdir() if path.suffix == ".db"]


@pytest.mark.parametrize("version", [1, 4])
def test_a_file_of_an_older_parley_is_brought_up_to_date(
    data_dir: Path, open_program: Callable[[], Program], version: int
) -> None:
    places = paths.find_paths(data_dir)
    paths.make_private(places.data)
    shutil.copyfile(OLDER / f"schema-{version}.db", places.database)
    program = open_program()
    assert said(program) == ""
    assert titles(program) == ["Brot backen"]
