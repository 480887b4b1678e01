"""The schema as an ordered list of named migrations. A released one is never changed: add the next below it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError, Cause

from .connection import translated

if TYPE_CHECKING:
    from pathlib import Path

_OF_SQLITE = ("sqlite_", "words_", "grams_")
APPLICATION_ID = 0x50726C79  # "Prly", what `file` and SQLite itself recognise us by


@dataclass(frozen=True, slots=True)
class Migration:
    """One step. The schema's version is the number of steps done, kept in SQLite's user_version."""

    name: str
    sql: str


# Tokens: `words` holds what has spaces between its words, `grams` the pairs of characters of what has none (see
# `text`). Messages stand in both under their id, titles under the negative id of their conversation.
# Both are contentless: the text itself is stored once, in its own table.
_FIRST = """
CREATE TABLE folder (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE conversation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
    archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    trashed_at INTEGER,
    folder_id INTEGER REFERENCES folder (id) ON DELETE SET NULL,
    shown_root INTEGER,  -- the message its shown branch begins with
    scroll INTEGER NOT NULL DEFAULT 0,
    title_is_mine INTEGER NOT NULL DEFAULT 0 CHECK (title_is_mine IN (0, 1)),
    title TEXT NOT NULL DEFAULT '',
    settings TEXT NOT NULL DEFAULT '{}'  -- JSON of ChatSettings
) STRICT;
CREATE INDEX conversation_shown ON conversation (pinned DESC, updated_at DESC, id DESC)
    WHERE trashed_at IS NULL AND archived = 0;
CREATE INDEX conversation_archived ON conversation (pinned DESC, updated_at DESC, id DESC)
    WHERE trashed_at IS NULL AND archived = 1;
CREATE INDEX conversation_trashed ON conversation (pinned DESC, updated_at DESC, id DESC)
    WHERE trashed_at IS NOT NULL;
CREATE INDEX conversation_folder ON conversation (folder_id) WHERE folder_id IS NOT NULL;

CREATE TABLE message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation_id INTEGER NOT NULL REFERENCES conversation (id),
    parent_id INTEGER REFERENCES message (id) CHECK (parent_id < id),  -- so there can be no circle
    shown_child INTEGER,  -- which of its children the shown branch goes on with
    created_at INTEGER NOT NULL,
    role TEXT NOT NULL,
    status TEXT NOT NULL,
    cost INTEGER,  -- micro-dollars
    model TEXT NOT NULL DEFAULT '',
    finish_reason TEXT NOT NULL DEFAULT '',
    usage TEXT,  -- JSON of Usage
    failure TEXT,  -- JSON of Failure
    text TEXT NOT NULL
) STRICT;
CREATE INDEX message_conversation ON message (conversation_id);
CREATE INDEX message_sibling ON message (parent_id, conversation_id);
CREATE INDEX message_streaming ON message (id) WHERE status = 'streaming';

CREATE TABLE content (
    sha256 TEXT PRIMARY KEY,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
    message_id INTEGER NOT NULL REFERENCES message (id),
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    PRIMARY KEY (message_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_content ON attachment (sha256);

CREATE TABLE draft (
    id INTEGER PRIMARY KEY,
    conversation_id INTEGER UNIQUE REFERENCES conversation (id) ON DELETE CASCADE,  -- NULL: the next new chat
    text TEXT NOT NULL
) STRICT;

CREATE TABLE draft_attachment (
    draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES content (sha256),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    PRIMARY KEY (draft_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX draft_attachment_content ON draft_attachment (sha256);

-- What answers cost outlives them: deleting a conversation gives no money back.
CREATE TABLE spending (
    answer_id INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    cost INTEGER NOT NULL
) STRICT;
CREATE INDEX spending_made ON spending (made_at, cost);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL  -- JSON
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE grams USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'ascii');
"""

# What left this computer: never a word of what was said, never a key.
_REQUESTS = """
CREATE TABLE request (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    made_at INTEGER NOT NULL,
    sent INTEGER NOT NULL,  -- bytes, as are those received
    received INTEGER NOT NULL,
    status INTEGER NOT NULL,  -- of HTTP; 0: no answer came
    address TEXT NOT NULL,
    model TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX request_made ON request (made_at);
"""

# How closely a model looks at a picture; empty: as it likes.
_DETAIL = """
ALTER TABLE attachment ADD COLUMN detail TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_attachment ADD COLUMN detail TEXT NOT NULL DEFAULT '';
"""

# So that a filter without words, a folder, or the list without what is in folders need not read the whole file.
_FINDING = """
CREATE INDEX conversation_loose ON conversation (pinned DESC, updated_at DESC, id DESC)
    WHERE trashed_at IS NULL AND archived = 0 AND folder_id IS NULL;
CREATE INDEX conversation_filed ON conversation (folder_id, pinned DESC, updated_at DESC, id DESC)
    WHERE trashed_at IS NULL AND archived = 0 AND folder_id IS NOT NULL;
CREATE INDEX message_created ON message (created_at);
CREATE INDEX message_model ON message (model) WHERE model <> '';
CREATE INDEX message_cost ON message (cost) WHERE cost > 0;
CREATE INDEX message_code ON message (id) WHERE instr(text, '```') > 0;
CREATE INDEX attachment_image ON attachment (message_id) WHERE kind = 'image';
"""

# What it cost to have a model write the title, in micro-dollars; NULL: none was asked.
_TITLES = """
ALTER TABLE conversation ADD COLUMN title_cost INTEGER;
"""

# An answer that fits the schema it was asked for. One that does not has a failure that says so.
_FITTING = """
ALTER TABLE message ADD COLUMN fits_schema INTEGER NOT NULL DEFAULT 0;
"""

# What services refused by name, so that it is not asked of them again (`domain.refusals`).
_REFUSALS = """
CREATE TABLE refusal (
    address TEXT NOT NULL,
    model TEXT NOT NULL,
    parameter TEXT NOT NULL,
    value TEXT NOT NULL DEFAULT '',  -- JSON; empty: whatever the value
    refused_at INTEGER NOT NULL,
    PRIMARY KEY (address, model, parameter, value)
) STRICT, WITHOUT ROWID;
"""

MIGRATIONS: tuple[Migration, ...] = (
    Migration("everything a conversation needs", _FIRST),
    Migration("what left this computer", _REQUESTS),
    Migration("how closely a model looks at a picture", _DETAIL),
    Migration("finding by more than words", _FINDING),
    Migration("what a title has cost", _TITLES),
    Migration("whether an answer fits its schema", _FITTING),
    Migration("what services refused", _REFUSALS),
)
VERSION = len(MIGRATIONS)


def version_of(connection: apsw.Connection) -> int:
    """How many migrations the file has seen."""
    found = connection.pragma("user_version")
    return found if isinstance(found, int) else 0


def refuse_newer(version: int, path: Path) -> None:
    """Raise AppError DATABASE_NEWER when the file was written by a newer Parley."""
    if version > VERSION:
        raise AppError(Cause.DATABASE_NEWER, f"schema {version}, this program knows {VERSION}", path=str(path))


def migrate(connection: apsw.Connection, path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Bring the file up to date, each step in one transaction. Raises AppError."""
    with translated(path):
        for number in range(version_of(connection), len(migrations)):
            with connection:
                connection.execute(migrations[number].sql).fetchall()
                connection.execute(
                    f"PRAGMA user_version = {number + 1}; PRAGMA application_id = {APPLICATION_ID}"
                ).fetchall()


def check_shape(connection: apsw.Connection, path: Path) -> None:
    """Raise AppError DATABASE_DAMAGED when tables are missing or not what the migrations made them.

    Whatever else is in a hostile file, after this our statements mean what they say.
    """
    with translated(path):
        found = _shape(connection)
    expected = _expected_shape(path)
    if not expected <= found or any(kind == "trigger" for kind, _name, _sql in found):
        raise AppError(Cause.DATABASE_DAMAGED, "the tables are not those of Parley", path=str(path))


def find_damage(connection: apsw.Connection, *, index_too: bool = False) -> str:
    """What SQLite finds wrong with the pages and rows of the file, "" when nothing.

    About 2 ms for a megabyte. `index_too` also has the search index compare itself, which takes ten times as long.
    """
    if index_too:
        checks = ["PRAGMA quick_check(10)"]
    else:
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0").fetchall()
        checks = [f"PRAGMA quick_check('{str(name).replace(chr(39), chr(39) * 2)}')" for (name,) in tables]
    found = [str(row[0]) for check in checks for row in connection.execute(check)]
    return "\n".join(line for line in found if line != "ok")


def _expected_shape(path: Path) -> set[tuple[object, object, object]]:
    fresh = apsw.Connection(":memory:")
    try:
        migrate(fresh, path)
        return _shape(fresh)
    finally:
        fresh.close()


def _shape(connection: apsw.Connection) -> set[tuple[object, object, object]]:
    """What the file consists of. SQLite's own tables count by name only: it may word them anew in a next version."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return {(kind, name, None if str(name).startswith(_OF_SQLITE) else sql) for kind, name, sql in rows}
