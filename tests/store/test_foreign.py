"""Another database of Parley is read without being touched, whatever is in it."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.store.talk import ask, chat, settle, titles

from parley.domain.arrival import Arrival, MisfitError, Unread
from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import AppError, Cause
from parley.domain.library_changes import Archive, CreateFolder, Pin, Trash
from parley.exchange.import_gate import made_safe
from parley.store.foreign import read_foreign, sweep
from parley.store.schema import VERSION
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STORED = sorted((Path(__file__).parent / "data").glob("schema-*.db"))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "other" / "parley.db", tmp_path / "other" / "backups")
    yield opened
    opened.close()


def read(path: Path, own: Store) -> list[Arrival | Unread]:
    return list(read_foreign(path, own.path))


def arrivals(path: Path, own: Store) -> list[Arrival]:
    return [found for found in read(path, own) if isinstance(found, Arrival)]


def files_beside(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}


@pytest.mark.parametrize("stored", STORED, ids=lambda path: path.stem)
def test_a_file_of_every_version(store: Store, tmp_path: Path, stored: Path) -> None:
    copy = tmp_path / "old" / stored.name
    copy.parent.mkdir()
    shutil.copyfile(stored, copy)
    before = files_beside(copy)
    found = arrivals(copy, store)
    assert found
    assert all(arrival.messages for arrival in found)
    assert len(store.add_arrivals(found)) == len(found)
    assert files_beside(copy) == before
    assert not list(store.path.parent.glob(".parley-import-*"))


def test_everything_comes_along(store: Store, other: Store) -> None:
    picture = Attachment(AttachmentKind.IMAGE, "red.png", "image/png", b"\x89PNG", "")
    talk = chat(other, "One", "1", title="Numbers")
    answer = ask(other, talk.id, "Two", "2", parent=other.messages(talk.id)[-1].id, cost=5, attachments=[picture])
    question = other.messages(talk.id)[2]
    settle(other, other.begin_answer(question.id, model="m").id, "two", cost=7)
    other.choose_branch(answer.id)
    other.take_written_title(talk.id, "Counting", 3)
    filed, put_away, gone = (chat(other, text, "Yes.", title=text) for text in ("filed", "put away", "gone"))
    for change in (
        CreateFolder("Work", (filed.id,)),
        Archive.all([put_away.id], True),
        Trash.all([gone.id], True),
        Pin.all([talk.id], True),
    ):
        other.change_library(change)
    found = {arrival.conversation.title: arrival for arrival in arrivals(other.path, store)}
    assert set(found) == {"Counting", "filed", "put away", "gone"}
    new = dict(zip(found, store.add_arrivals(found.values()), strict=True))
    here, there = store.tree(new["Counting"]), other.tree(talk.id)
    assert [(m.text, m.cost, m.siblings, m.created_at) for m in here] == [
        (m.text, m.cost, m.siblings, m.created_at) for m in there
    ]
    assert [m.text for m in store.messages(new["Counting"])] == ["One", "1", "Two", "2"]
    assert here[2].attachments == there[2].attachments
    assert store.conversation(new["Counting"]).cost == other.conversation(talk.id).cost == 15
    assert store.conversation(new["Counting"]).pinned
    assert store.spent_since(0) == 0  # it was paid elsewhere
    [folder] = store.folders()
    assert [row.id for row in store.conversations(limit=5, folder_id=folder.id)] == [new["filed"]]
    assert [row.id for row in store.conversations(limit=5, archived=True)] == [new["put away"]]
    assert titles(store, trashed=True) == ["gone"]
    assert [row.title for row in store.search("two", 5)] == ["Counting"]


def test_every_version_can_be_gone_to(store: Store, other: Store) -> None:
    talk = chat(other, "One", "1")
    first = other.messages(talk.id)[0]
    answer, _ = other.messages(talk.id)[1], ask(other, talk.id, "Other", "Way", parent=None)
    ask(other, talk.id, "More", "Of it", parent=answer.id)
    other.choose_branch(other.tree(talk.id)[2].id)
    [new] = store.add_arrivals(arrivals(other.path, store))
    assert [m.text for m in store.messages(new)] == ["Other", "Way"]
    store.choose_branch(store.tree(new)[0].id)
    assert [m.text for m in store.messages(new)] == [first.text, "1", "More", "Of it"]


def test_a_file_that_is_in_use(store: Store, other: Store) -> None:
    chat(other, "Not yet in the file itself", "But beside it")
    before = files_beside(other.path)
    assert len(arrivals(other.path, store)) == 1
    assert files_beside(other.path) == before


def test_our_own_file(store: Store) -> None:
    chat(store, "Here", "Yes.")
    assert len(arrivals(store.path, store)) == 1


def damaged(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (path.stat().st_size - 4096))


def not_ours(path: Path) -> None:
    path.unlink()
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TABLE moz_places (url TEXT)").fetchall()


def with_a_trigger(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("CREATE TRIGGER evil AFTER INSERT ON setting BEGIN DELETE FROM message; END").fetchall()


def newer(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}").fetchall()


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        (damaged, Cause.IMPORT_UNREADABLE),
        (not_ours, Cause.IMPORT_UNREADABLE),
        (with_a_trigger, Cause.IMPORT_UNREADABLE),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), Cause.IMPORT_UNREADABLE),
        (lambda path: path.write_bytes(b""), Cause.IMPORT_UNREADABLE),
        (newer, Cause.IMPORT_NEWER),
        (Path.unlink, Cause.FILE_UNREADABLE),
    ],
    ids=["damaged", "not ours", "trigger", "short", "empty", "newer", "gone"],
)
def test_what_is_no_good_is_said_and_left_as_it_is(
    store: Store, tmp_path: Path, change: Callable[[Path], object], cause: Cause
) -> None:
    path = tmp_path / "old" / "parley.db"
    path.parent.mkdir()
    shutil.copyfile(STORED[-1], path)
    change(path)
    before = files_beside(path)
    with pytest.raises(AppError) as raised:
        read(path, store)
    assert raised.value.failure.cause is cause
    assert raised.value.failure.facts == {"path": "parley.db"}
    assert files_beside(path) == before
    assert not list(store.path.parent.glob(".parley-import-*"))
    assert not list(store.path.parent.glob("*-check"))


def without_tables(path: Path) -> None:
    with closing(apsw.Connection(str(path))) as connection:
        connection.execute("PRAGMA foreign_keys = OFF; DROP TABLE attachment; PRAGMA user_version = 2").fetchall()


def test_an_old_file_that_is_not_what_it_says(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "parley.db"
    shutil.copyfile(STORED[-1], path)
    without_tables(path)
    with pytest.raises(AppError) as raised:
        read(path, store)
    assert raised.value.failure.cause is Cause.IMPORT_UNREADABLE


SIZE = STORED[-1].stat().st_size
bytes_changed = st.dictionaries(st.integers(0, 3_000) | st.integers(0, SIZE - 1), st.integers(0, 255), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(bytes_changed, st.sampled_from(STORED))
def test_any_bytes_may_be_different(store: Store, tmp_path: Path, changed: dict[int, int], stored: Path) -> None:
    data = bytearray(stored.read_bytes())
    for place, value in changed.items():
        data[place % len(data)] = value
    path = tmp_path / "parley.db"
    path.write_bytes(data)
    try:
        store.add_arrivals(made_safe(arrival, 0) for arrival in arrivals(path, store))
    except AppError as error:
        event(error.failure.cause)
    except MisfitError:
        event("misfit")
    assert store.rows("PRAGMA foreign_key_check") == []


def test_a_conversation_without_end_is_left_out(store: Store, other: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    chat(other, "Short", "Yes.", title="Short")
    chat(other, "Long", "Yes.", "Very", "Yes.", title="Long")
    monkeypatch.setattr("parley.store.foreign.MOST_MESSAGES", 3)
    assert [type(found) for found in read(other.path, store)].count(Unread) == 1


def test_what_a_killed_import_left_is_swept_away(store: Store) -> None:
    left = store.path.parent / ".parley-import-x1y2"
    left.mkdir()
    (left / "copy.db").write_bytes(b"words of somebody")
    sweep(store.path)
    assert not left.exists()
    assert store.path.exists()
