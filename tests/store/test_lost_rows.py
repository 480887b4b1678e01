"""What SQLite cannot reach any more is read from the pages of the file, and put back where it was."""

from __future__ import annotations

import hashlib
import random
import shutil
from typing import TYPE_CHECKING

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.talk import ask, chat, settle, titles

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.chat_settings import ChatSettings
from parley.domain.library_changes import CreateFolder
from parley.domain.settings import THEME, Settings
from parley.store.last_settings import last_settings
from parley.store.lost_rows import SHAPES, LostRows
from parley.store.salvage import salvage
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parley.domain.message import Message
    from parley.store.connection import Row

PAGE = 4096
VERSION_AT = slice(60, 64)  # bytes of the file: `PRAGMA user_version`
PICTURE = random.Random(7).randbytes(50_000)  # noqa: S311 - nothing secret
ATTACHED = Attachment(
    AttachmentKind.IMAGE, "p.png", "image/png", PICTURE, hashlib.sha256(PICTURE).hexdigest(), Detail.LOW
)
DEPENDENT = {
    "folder": ("conversation",),
    "conversation": ("draft", "draft_attachment", "folder"),
    "content": ("attachment", "draft_attachment"),
    "draft": ("draft_attachment",),
}  # what cannot be kept without another table: where its page is its root, that is lost with it
NOISE = random.Random(1).randbytes(PAGE)  # noqa: S311 - nothing secret
LONG = "A long answer, 長い答え, longer than any page. " * 600


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed database with all there can be: many pages of messages, versions, long ones, files, drafts, folders."""
    database = tmp_path_factory.mktemp("kept") / "parley.db"
    store = Store.open(database, database.parent / "backups")
    for number in range(25):
        made = chat(
            store, *[f"Message {number} {place} " + "and more words " * 40 for place in range(6)], title=f"T{number}"
        )
        if number % 5 == 0:
            last = store.messages(made.id)[-1]
            ask(store, made.id, f"Look {number}", LONG, parent=last.id, cost=12, attachments=[ATTACHED])
            settle(store, store.begin_answer(store.messages(made.id)[0].id, model="m").id, "Another version")
            store.choose_branch(last.id)
    store.change_library(CreateFolder("Work", (1, 7)))
    store.save_draft(3, "Half a thought", [ATTACHED])
    store.save_draft(None, "For the next one")
    store.close()
    return database


@pytest.fixture
def wreck(kept: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    copy = tmp_path / "data" / "parley.db"
    copy.parent.mkdir()
    shutil.copyfile(kept, copy)
    return copy


def rows_in_pages(database: Path, table: str) -> list[Row]:
    pages = LostRows(database)
    try:
        return list(pages.rows(table))
    finally:
        pages.close()


def everything(store: Store) -> dict[str, list[Row]]:
    """All rows of the tables that hold what a person wrote or received."""
    tables = [table for table in SHAPES if table not in ("setting", "draft", "draft_attachment")]
    found = {table: store.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables}  # noqa: S608 - our names
    found["draft"] = store.rows("SELECT conversation_id, text FROM draft ORDER BY 1")  # their ids mean nothing
    found["draft_attachment"] = store.rows(
        "SELECT d.conversation_id, a.name, a.sha256, a.detail FROM draft_attachment a JOIN draft d ON d.id = a.draft_id"
    )
    return found


def page_of(database: Path, table: str) -> int:
    connection = apsw.Connection(str(database))
    found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", [table]).get
    connection.close()
    assert isinstance(found, int)
    return found


def overwrite(database: Path, page: int, content: bytes = NOISE) -> None:
    with database.open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(content)


def opened(database: Path) -> Store:
    return Store.open(database, database.parent / "backups")


def mended(database: Path) -> Store:
    store = opened(database)
    assert store.recovery is not None
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    assert store.rows("PRAGMA foreign_key_check") == []
    return store


def test_pages_give_the_same_rows_as_sqlite(kept: Path) -> None:
    connection = apsw.Connection(str(kept), flags=apsw.SQLITE_OPEN_READONLY)
    for table in SHAPES:
        read = rows_in_pages(kept, table)
        wanted = connection.execute(f"SELECT * FROM {table}")  # noqa: S608 - our names
        assert sorted(map(repr, read)) == sorted(map(repr, wanted)), table
    connection.close()


def test_every_table_looks_as_the_schema_says(store: Store) -> None:
    for table, shape in SHAPES.items():
        columns = store.rows('SELECT type, pk, "notnull" FROM pragma_table_info(?)', [table])
        has_rowid = not store.rows("SELECT 1 FROM sqlite_schema WHERE name = ? AND sql LIKE '%WITHOUT ROWID'", [table])
        wanted = "".join(
            "r" if kind == "INTEGER" and pk and has_rowid else str(kind)[0].lower() if pk or notnull else str(kind)[0]
            for kind, pk, notnull in columns
        )
        assert shape.replace("|", "") == wanted, table


@pytest.mark.parametrize("table", list(SHAPES))
def test_a_table_without_its_root_comes_back_but_for_what_was_on_that_page(wreck: Path, table: str) -> None:
    before = opened(wreck)
    had = everything(before)
    before.close()
    root = page_of(wreck, table)
    on_root = rows_in_pages(wreck, table) if root_holds_rows(wreck, root) else []
    overwrite(wreck, root)

    store = mended(wreck)
    assert store.recovery is not None
    assert not store.recovery.all_read
    for name, rows in everything(store).items():
        if name == table:
            assert len(rows) >= len(had[name]) - len(on_root)
        elif name not in DEPENDENT.get(table, ()):
            assert rows == had[name], name
    store.close()


def root_holds_rows(database: Path, page: int) -> bool:
    with database.open("rb") as file:
        file.seek((page - 1) * PAGE)
        return file.read(1) in (b"\x0a", b"\x0d")


def test_all_messages_come_back_to_their_places_when_their_root_is_gone(wreck: Path) -> None:
    before = opened(wreck)
    had = everything(before)
    shown = {row.id: before.messages(row.id) for row in before.conversations(limit=100)}
    before.close()
    overwrite(wreck, page_of(wreck, "message"))

    store = mended(wreck)
    assert everything(store) == had
    assert {row.id: store.messages(row.id) for row in store.conversations(limit=100)} == shown
    assert store.recovery is not None
    assert store.recovery.messages == len(had["message"])
    assert store.draft_attachments(3) == [ATTACHED]
    assert store.search("longer", 50)
    store.close()


@pytest.mark.parametrize("content", [NOISE, bytes(PAGE)], ids=["noise", "zeros"])
def test_a_file_without_its_first_page_gives_all_its_conversations(wreck: Path, content: bytes) -> None:
    """SQLite knows nothing of such a file: neither how large its pages are nor which tables there were."""
    before = opened(wreck)
    had = everything(before)
    before.close()
    overwrite(wreck, 1, content)
    store = mended(wreck)
    assert everything(store) == had
    store.close()


def test_a_damaged_branch_deep_in_a_tree_costs_no_message_and_no_place(database: Path) -> None:
    store = opened(database)
    conversation = store.create_conversation(ChatSettings())
    parent: int | None = None
    for number in range(700):
        text = f"{number} " + "x" * 2500  # one on a page, so that there are pages of pages of pages
        question, _ = store.begin_turn(conversation.id, text=text, attachments=[], parent_id=parent, model="m")
        parent = settle(store, question.id + 1, text).id
    shown = store.messages(conversation.id)
    store.close()
    connection = apsw.Connection(str(database))
    [first, *_] = connection.execute(
        "SELECT pageno FROM dbstat WHERE name = 'message' AND pagetype = 'internal' AND path <> '/'"
    ).fetchall()
    connection.close()
    assert isinstance(first[0], int)
    overwrite(database, first[0])

    store = mended(database)
    assert store.messages(conversation.id) == shown
    store.close()


def test_what_was_deleted_stays_deleted(wreck: Path) -> None:
    store = opened(wreck)
    store.delete_forever(list(range(1, 20)))
    left = everything(store)
    store.close()
    overwrite(wreck, page_of(wreck, "message"))
    store = mended(wreck)
    assert everything(store) == left
    store.close()


def test_with_a_backup_only_what_came_later_is_counted(wreck: Path) -> None:
    store = opened(wreck)
    store.back_up()
    chat(store, "After the backup", "Yes", title="After")
    had = everything(store)
    store.close()
    overwrite(wreck, page_of(wreck, "message"))
    store = mended(wreck)
    assert store.recovery is not None
    assert (store.recovery.restored_from is not None, store.recovery.messages) == (True, 2)
    assert everything(store) == had
    assert "After" in titles(store)
    store.close()


def test_what_is_only_in_the_log_of_a_killed_program_is_read_too(wreck: Path, tmp_path: Path) -> None:
    store = opened(wreck)
    chat(store, "Written last", "Yes", title="Last")
    copy = tmp_path / "killed" / "parley.db"
    copy.parent.mkdir()
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{wreck}{suffix}", f"{copy}{suffix}")
    had = store.rows("SELECT * FROM message ORDER BY id")
    store.close()
    assert sorted(rows_in_pages(copy, "message")) == had


def test_rows_of_an_older_schema_are_filled_in(tmp_path: Path) -> None:
    old = tmp_path / "parley.db"
    shutil.copyfile(f"{__file__.rpartition('/')[0]}/data/schema-1.db", old)
    before = apsw.Connection(str(old)).execute("SELECT id, text FROM message ORDER BY id").fetchall()
    assert before
    overwrite(old, 1)
    store = mended(old)
    assert store.rows("SELECT id, text FROM message ORDER BY id") == before
    store.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), seed=st.integers(0, 2**32))
def test_whatever_the_file_holds_reading_ends_and_the_new_one_is_sound(
    kept: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, seed: int
) -> None:
    """Some pages get noise, some single bytes of their own, some become others'; all of it may be hit."""
    content = bytearray(kept.read_bytes())
    rnd = random.Random(seed)  # noqa: S311 - nothing secret
    pages = len(content) // PAGE
    for page, how in data.draw(
        st.lists(st.tuples(st.integers(0, pages - 1), st.integers(0, 3)), min_size=1, max_size=12)
    ):
        spoil(content, page * PAGE, how, rnd)
    content[VERSION_AT] = kept.read_bytes()[VERSION_AT]  # with another it is a newer Parley's, and not mended
    wreck = tmp_path_factory.mktemp("fuzz") / "parley.db"
    wreck.write_bytes(bytes(content))
    for table, shape in SHAPES.items():
        needed, _, added = shape.partition("|")
        for row in rows_in_pages(wreck, table):
            assert len(needed) <= len(row) <= len(needed + added)
    store = opened(wreck)
    if store.recovery is not None:  # a page in the place of a like one passes for sound with SQLite
        assert store.rows("PRAGMA foreign_key_check") == []
        reached = {message.id for message in reachable(store)}
        assert reached == {row[0] for row in store.rows("SELECT id FROM message")}
    store.close()
    shutil.rmtree(wreck.parent)


def spoil(content: bytearray, at: int, how: int, rnd: random.Random) -> None:
    if how == 0:
        content[at : at + PAGE] = rnd.randbytes(PAGE)
    elif how == 1:
        for _ in range(20):
            content[at + rnd.randrange(PAGE)] = rnd.randrange(256)
    elif how == 2:
        other = rnd.randrange(len(content) // PAGE) * PAGE
        content[at : at + PAGE] = content[other : other + PAGE]
    else:
        head = 100 if at == 0 else 0
        for place in range(at + head, at + head + 12):
            content[place] = rnd.randrange(256)


def reachable(store: Store) -> Iterator[Message]:
    for row in store.rows("SELECT id FROM message WHERE parent_id IS NULL"):
        yield from store.branch(int(str(row[0])))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=3 * PAGE), header=st.booleans())
def test_bytes_that_were_never_a_database_give_nothing_and_no_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, header: bool
) -> None:
    path = tmp_path_factory.mktemp("noise") / "parley.db"
    path.write_bytes((b"SQLite format 3\0\x10\0" if header else b"") + content)
    path.with_name("parley.db-wal").write_bytes(bytes.fromhex("377f0682002de21800001000") + content)
    assert [rows_in_pages(path, table) for table in SHAPES] == [[]] * len(SHAPES)


def test_of_a_setting_that_is_there_twice_the_one_its_tree_leads_to_counts(tmp_path: Path) -> None:
    database, backups = tmp_path / "parley.db", tmp_path / "backups"
    for theme in ("dark", "light"):
        before = database.read_bytes() if database.exists() else b""
        store = Store.open(database, backups)
        store.save_settings(Settings({THEME.key: theme}))
        store.close()
    old = (page_of(database, "setting") - 1) * PAGE
    connection = apsw.Connection(str(database))
    connection.execute("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'setting'")
    connection.close()
    with database.open("ab") as file:
        file.write(before[old : old + PAGE])  # left behind, and on no list of free pages
    assert [row[1] for row in rows_in_pages(database, "setting") if row[0] == THEME.key] == ['"light"', '"dark"']
    assert last_settings(database, backups)[THEME] == "light"
    Store.open(tmp_path / "sound.db", backups).close()
    salvage(database, tmp_path / "sound.db")
    store = Store.open(tmp_path / "sound.db", backups)
    assert store.settings()[THEME] == "light"
    store.close()
