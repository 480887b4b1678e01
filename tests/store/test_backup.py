"""Backups are whole, verified, and the newest seven stay, whatever the clock says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import apsw
import pytest
from tests.store.talk import chat, texts, titles

from parley.domain.errors import AppError, Cause
from parley.store import schema
from parley.store.backup import back_up, is_due, list_backups, verify
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_a_backup_is_a_store_of_its_own(store: Store, tmp_path: Path) -> None:
    conversation = chat(store, "Hello", "Hi", title="Saved")
    made = store.back_up()
    chat(store, "Later", "Hi")
    verify(made)
    copy = Store.open(made, tmp_path / "none")
    assert (titles(copy), texts(copy, conversation.id)) == (["Saved"], ["Hello", "Hi"])
    copy.close()


def test_seven_are_kept_and_the_newest_is_never_lost(
    store: Store, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [f"2026-11-{day:02}" for day in range(1, 10)] + ["2016-11-10"]  # at last the clock goes back ten years
    for day in days:
        monkeypatch.setattr("parley.store.backup._today", lambda day=day: day)
        assert is_due(backups)
        made = store.back_up_if_due()
        assert made is not None
        assert made.exists()
        assert store.back_up_if_due() is None
    assert [path.name[-13:-3] for path in list_backups(backups)] == list(reversed(days))[:7]


def test_a_damaged_database_does_not_push_out_good_backups(database: Path, backups: Path) -> None:
    store = Store.open(database, backups)
    chat(store, *["many words " * 50] * 40)
    good = store.back_up()
    store.close()
    with database.open("r+b") as file:
        file.seek(4096 * 5)
        file.write(bytes(range(256)) * 80)
    with pytest.raises(AppError) as caught:
        back_up(database, backups)
    assert caught.value.cause is Cause.DATABASE_DAMAGED
    assert list(backups.iterdir()) == [good]


def test_a_backup_while_an_answer_streams(store: Store) -> None:
    conversation = store.create_conversation(store.conversation(chat(store, "a", "b").id).settings)
    _, answer = store.begin_turn(conversation.id, text="q", attachments=[], parent_id=None, model="m")
    with ThreadPoolExecutor(1) as pool:
        running = [pool.submit(store.back_up) for _ in range(5)]
        for length in range(200):
            store.save_partial(answer.id, "word " * length)
        for one in running:
            verify(one.result())
    assert texts(store, conversation.id)[1] == "word " * 199


def test_backups_asked_for_at_once_are_made_one_after_the_other(store: Store, backups: Path) -> None:
    chat(store, *["many words " * 200] * 40)
    with ThreadPoolExecutor(4) as pool:
        made = [pool.submit(store.back_up) for _ in range(4)] + [pool.submit(store.back_up_if_due)]
    assert len({one.result() for one in made} - {None}) == 4
    for backup in list_backups(backups):
        verify(backup)


def test_an_older_file_is_backed_up_before_it_is_brought_up_to_date(database: Path, backups: Path) -> None:
    database.parent.mkdir(mode=0o700)
    apsw.Connection(str(database)).execute("CREATE TABLE of_old (x); INSERT INTO of_old VALUES (1)")
    store = Store.open(database, backups)
    [kept] = list_backups(backups)
    assert apsw.Connection(str(kept)).execute("SELECT x FROM of_old").get == 1
    assert store.recovery is None
    assert schema.version_of(store.connection) == schema.VERSION
    store.close()


def test_a_migration_that_fails_changes_nothing(database: Path, backups: Path) -> None:
    Store.open(database, backups).close()
    connection = apsw.Connection(str(database))
    bad = schema.Migration("half done", "CREATE TABLE half (x); INSERT INTO half VALUES (1); SELECT nonsense")
    with pytest.raises(apsw.SQLError):
        schema.migrate(connection, database, (*schema.MIGRATIONS, bad))
    assert schema.version_of(connection) == schema.VERSION
    assert connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").get == 0
    connection.close()
