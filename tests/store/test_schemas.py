"""A database of every schema that was ever released opens, and everything is in it. Never change the stored files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from parley.domain.attachment import AttachmentKind
from parley.domain.message import Status
from parley.domain.settings import THEME
from parley.store.schema import MIGRATIONS
from parley.store.store import Store

DATA = Path(__file__).parent / "data"
RELEASED = sorted(int(path.stem.removeprefix("schema-")) for path in DATA.glob("schema-*.db"))


def test_every_schema_is_stored() -> None:
    assert list(range(1, len(MIGRATIONS) + 1)) == RELEASED


@pytest.mark.parametrize("version", RELEASED)
def test_a_stored_database_opens_with_everything_in_it(version: int, database: Path, backups: Path) -> None:
    database.parent.mkdir(mode=0o700)
    shutil.copyfile(DATA / f"schema-{version}.db", database)
    store = Store.open(database, backups)
    assert store.recovery is None
    [row] = store.conversations(limit=5)
    [trashed] = store.conversations(limit=5, trashed=True)
    conversation = store.conversation(row.id)
    assert (row.title, row.pinned, conversation.title_is_mine, trashed.title) == ("Brot backen", True, True, "Weg")
    assert conversation.settings.instructions == "Antworte kurz"
    question, answer = store.messages(row.id)
    assert (question.text, answer.text, answer.status) == ("Wie backe ich Brot? 面包", "Mit Zeit.", Status.COMPLETE)
    assert (answer.position, answer.siblings, answer.cost) == (2, 2, 120)
    assert [(a.kind, a.name, a.data) for a in question.attachments] == [(AttachmentKind.IMAGE, "p.png", b"\x89PNG")]
    assert [found.message_id for found in store.search("backe", 5)] == [question.id]
    assert [found.message_id for found in store.search("面包", 5)] == [question.id]
    assert (store.draft(None), store.draft(row.id)) == ("neu", "halb")
    assert store.settings()[THEME] == "dark"
    assert store.spent_since(0) == 220
    store.close()
