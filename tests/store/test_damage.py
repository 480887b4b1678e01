"""A damaged file is set aside, never deleted; what it still gives and the last good backup are put together."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING

import apsw
import pytest
from tests.store.talk import ask, chat, texts, titles

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import AppError, Cause
from parley.domain.library_changes import Archive, CreateFolder
from parley.domain.message import Status
from parley.store.connection import damage_mark
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

GARBAGE = bytes(range(256)) * 64


def filled(database: Path, backups: Path, count: int = 30, *, back_up: bool = False) -> None:
    """Conversations of some length; with a backup: one more after it."""
    store = Store.open(database, backups)
    for number in range(count):
        chat(store, *[f"Message {number} {place} " + "words and more " * 20 for place in range(6)], title=f"T{number}")
    if back_up:
        store.back_up()
        chat(store, "After the backup", "Yes", title="After")
    store.close()


def open_and_close(database: Path, backups: Path) -> Store:
    store = Store.open(database, backups)
    store.close()
    return Store.open(database, backups)


@pytest.mark.parametrize("content", [b"", GARBAGE, b"SQLite format 3\0" + GARBAGE], ids=["empty", "garbage", "header"])
def test_a_file_that_gives_nothing_is_replaced_by_the_backup(database: Path, backups: Path, content: bytes) -> None:
    filled(database, backups, 3, back_up=True)
    database.write_bytes(content)

    store = Store.open(database, backups)
    assert store.recovery is not None
    assert store.recovery.restored_from is not None
    assert store.recovery.set_aside is not None
    assert store.recovery.set_aside.read_bytes() == content
    assert sorted(titles(store)) == ["T0", "T1", "T2"]
    assert store.search("words", 5)
    store.close()
    again = Store.open(database, backups)
    assert again.recovery is None
    again.close()


def test_without_a_backup_one_starts_empty_and_is_told(database: Path, backups: Path) -> None:
    filled(database, backups, 2)
    database.write_bytes(b"")
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert (store.recovery.restored_from, store.count()) == (None, 0)
    store.close()


def test_a_file_that_vanished_comes_back_from_the_backup(database: Path, backups: Path) -> None:
    filled(database, backups, 2, back_up=True)
    database.unlink()
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert store.recovery.set_aside is None
    assert sorted(titles(store)) == ["T0", "T1"]
    store.close()


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("back_up", [False, True], ids=["no backup", "backup"])
def test_random_bytes_in_the_middle_lose_at_most_what_they_hit(
    database: Path, backups: Path, seed: int, back_up: bool
) -> None:
    filled(database, backups, back_up=back_up)
    rnd = random.Random(seed)  # noqa: S311 - nothing secret
    at = rnd.randrange(database.stat().st_size // 4096)
    with database.open("r+b") as file:
        file.seek(at * 4096)  # a whole page, so that the damage can be noticed
        file.write(rnd.randbytes(4096))

    store = Store.open(database, backups)
    assert store.recovery is not None
    assert (store.recovery.restored_from is not None) == back_up
    messages = store.number("SELECT count(*) FROM message")
    assert messages >= (180 if back_up else 140)
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    assert store.rows("PRAGMA foreign_key_check") == []
    shown = {m.id for row in store.conversations(limit=1000) for m in store.messages(row.id)}
    assert len(shown) == messages  # everything kept can be reached
    new = chat(store, "Life goes on", "Yes")
    assert texts(store, new.id) == ["Life goes on", "Yes"]
    assert [row.id for row in store.search("life", 5)] == [new.id]
    store.close()


def test_what_came_after_the_backup_is_salvaged(database: Path, backups: Path) -> None:
    filled(database, backups, back_up=True)
    spoil_the_index(database)
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert (store.recovery.conversations, store.recovery.messages) == (1, 2)
    assert "After" in titles(store)
    assert store.search("after", 5)
    store.close()


def test_folders_and_what_is_in_them_are_salvaged(database: Path, backups: Path) -> None:
    filled(database, backups, back_up=True)
    store = Store.open(database, backups)
    store.change_library(CreateFolder("Work", (1, 31)))
    store.change_library(Archive.all([2], True))
    store.close()
    content = bytearray(database.read_bytes())
    content[-4096:] = bytes(4096)  # an index, say; the tables come first
    database.write_bytes(bytes(content))
    damage_mark(database).touch()
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert [folder.name for folder in store.folders()] == ["Work"]
    [folder] = store.folders()
    assert {row.title for row in store.conversations(limit=9, folder_id=folder.id)} == {"T0", "After"}
    assert [row.title for row in store.conversations(limit=9, archived=True)] == ["T1"]
    store.close()


def test_drafts_with_attachments_and_what_was_paid_for_titles_are_salvaged(database: Path, backups: Path) -> None:
    filled(database, backups, 3, back_up=True)
    store = Store.open(database, backups)
    notes = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", b"Apples", hashlib.sha256(b"Apples").hexdigest())
    store.save_draft(1, "Half a thought", [notes])
    store.save_draft(None, "Another", [notes])
    store.count_spending(70)
    store.close()
    spoil_the_index(database)

    store = Store.open(database, backups)
    assert store.recovery is not None
    assert (store.draft(1), store.draft_attachments(1)) == ("Half a thought", [notes])
    assert (store.draft(None), store.draft_attachments(None)) == ("Another", [notes])
    assert store.spent_since(0) == 70
    store.close()


def spoil_the_index(database: Path) -> None:
    """Damage the file where no word of the person's is."""
    root = apsw.Connection(str(database)).execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", ["words_data"])
    page = root.get
    assert isinstance(page, int)
    with database.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(GARBAGE[:4096])


def test_a_file_cut_short_is_mended(database: Path, backups: Path) -> None:
    filled(database, backups, back_up=True)
    with database.open("r+b") as file:
        file.truncate(database.stat().st_size // 2)
    store = open_and_close(database, backups)
    assert len(titles(store)) >= 30
    store.close()


def test_a_damaged_backup_is_passed_over(database: Path, backups: Path) -> None:
    filled(database, backups, 2, back_up=True)
    store = Store.open(database, backups)
    newest = store.back_up()
    store.close()
    newest.write_bytes(GARBAGE)
    database.write_bytes(GARBAGE)
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert store.recovery.restored_from is not None
    assert store.recovery.restored_from != newest
    assert sorted(titles(store)) == ["T0", "T1"]
    store.close()


def test_damage_found_while_running_is_mended_at_the_next_start(
    database: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parley.store.opening._SMALL", 0)  # as if the file were too large to look through
    filled(database, backups, back_up=True)
    with database.open("r+b") as file:
        file.seek(database.stat().st_size // 8192 * 4096)
        file.write(GARBAGE)
    with pytest.raises(AppError) as caught:
        Store.open(database, backups).back_up()
    assert caught.value.cause is Cause.DATABASE_DAMAGED

    store = Store.open(database, backups)
    assert store.recovery is not None
    assert len(titles(store)) >= 30
    store.close()


def test_tables_that_are_not_ours_count_as_damage(database: Path, backups: Path) -> None:
    filled(database, backups, 2, back_up=True)
    hostile = apsw.Connection(str(database))
    hostile.execute("ALTER TABLE message RENAME COLUMN text TO words_in_it")
    hostile.close()
    store = Store.open(database, backups)
    assert store.recovery is not None
    assert sorted(titles(store)) == ["After", "T0", "T1"]
    store.close()


def test_a_trigger_in_the_file_never_runs(database: Path, backups: Path) -> None:
    filled(database, backups, 2)
    hostile = apsw.Connection(str(database))
    hostile.execute("CREATE TRIGGER t AFTER INSERT ON message BEGIN DELETE FROM conversation; END")
    hostile.close()
    store = Store.open(database, backups)
    assert store.recovery is not None
    chat(store, "Still here?", "Yes")
    assert len(titles(store)) == 3
    store.close()


def test_values_that_mean_nothing_do_no_harm(store: Store, database: Path) -> None:
    conversation = chat(store, "Hello", "Hi", title="T")
    evil = apsw.Connection(str(database))
    evil.execute(
        "UPDATE message SET role = 'king', status = 'asleep', usage = '[1]', cost = -9223372036854775808,"
        ' failure = \'{"cause": "moon", "facts": {"a": 1, "b": "\\ud800"}, "details": 4}\','
        " model = CAST(x'ff00fe' AS TEXT), text = CAST(x'c328' AS TEXT)"
    )
    evil.execute(
        'UPDATE conversation SET settings = \'{"temperature": 1e999, "max_tokens": true, "examples": [1, [2]],'
        " \"mode\": []}', updated_at = 9223372036854775807, title = CAST(x'80' AS TEXT), shown_root = shown_root"
    )
    evil.execute("INSERT INTO setting VALUES ('theme', '\"mauve\"'), ('text_size', '[['), ('unknown', '1')")
    evil.close()

    first, second = store.messages(conversation.id)
    assert (first.status, second.status) == (Status.INCOMPLETE, Status.INCOMPLETE)
    assert second.failure is not None
    assert second.failure.cause is Cause.UNEXPECTED
    assert dict(second.failure.facts) == {"b": "\ufffd"}
    assert first.text == "\ufffd("
    assert store.conversation(conversation.id).settings.temperature is None
    assert store.conversations(limit=5)[0].title == "\ufffd"
    assert store.search("hello", 5)
    store.settings()
    assert store.settings_damaged
    store.spent_since(0)


def test_pointers_in_circles_end(store: Store, database: Path) -> None:
    conversation = chat(store, "a", "b", "c", "d")
    evil = apsw.Connection(str(database))
    evil.execute("UPDATE message SET shown_child = 1 WHERE id = 4")
    evil.close()
    assert texts(store, conversation.id) == ["a", "b", "c", "d"]


def test_a_file_of_a_newer_parley_is_left_as_it_is(database: Path, backups: Path) -> None:
    filled(database, backups, 1)
    newer = apsw.Connection(str(database))
    newer.execute("PRAGMA user_version = 1000")
    newer.close()
    before = database.read_bytes()
    with pytest.raises(AppError) as caught:
        Store.open(database, backups)
    assert caught.value.cause is Cause.DATABASE_NEWER
    assert [path.name for path in database.parent.iterdir()] == ["parley.db"]
    with pytest.raises(AppError) as caught:
        Store.open_reader(database)
    assert caught.value.cause is Cause.DATABASE_NEWER
    assert database.read_bytes() == before


def test_files_are_for_their_owner_alone(store: Store, database: Path) -> None:
    ask(store, chat(store, "a", "b").id, "c")
    store.back_up()
    paths = [database.parent, *database.parent.rglob("*")]
    assert len(paths) >= 4
    for path in paths:
        assert path.stat().st_mode & 0o077 == 0, path
