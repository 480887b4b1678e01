"""Reading what can still be read from a damaged database, row by row, into a sound one.

Ids are never used twice, so a row of the damaged file and a row of the backup with the same id are the same thing. A
message that the backup has finished is taken from there; of everything else the damaged file knows the latest.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from .clean import text_of
from .connection import open_writer
from .keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .connection import Row

_CHUNK = 512  # rows asked for at once; halved around a place that cannot be read
_MOST_FAILURES = 20_000  # unreadable places after which the rest of a table is given up
_MOST_IDS = 2**24  # where the greatest id cannot be read
_UNREADABLE = (apsw.Error, UnicodeDecodeError)

_CONVERSATION = (
    "id, created_at, updated_at, pinned, archived, trashed_at, shown_root, title_is_mine,"
    " CAST(title AS BLOB), CAST(settings AS BLOB), folder_id"
)
_MESSAGE = (
    "id, conversation_id, parent_id, shown_child, created_at, CAST(role AS BLOB), CAST(status AS BLOB), cost,"
    " CAST(model AS BLOB), CAST(finish_reason AS BLOB), CAST(usage AS BLOB), CAST(failure AS BLOB), CAST(text AS BLOB)"
)


_DRAFT_ATTACHMENT = "draft_attachment JOIN draft d ON d.id = draft_id"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was brought over that the sound database did not have, and whether everything could be read."""

    conversations: int = 0
    messages: int = 0
    all_read: bool = True


def salvage(damaged: Path, sound: Path) -> Salvaged:
    """Bring everything readable from `damaged`, which is changed by that, into `sound`. Raises AppError for `sound`."""
    source = Wreck(damaged)
    target = Merge(open_writer(sound), sound)
    try:
        with target.transaction():
            for row in source.rows("folder", "id", "id, CAST(name AS BLOB)"):
                target.take_folder(row)
            conversations = sum(
                target.take_conversation(row) for row in source.rows("conversation", "id", _CONVERSATION)
            )
            messages = sum(target.take_message(row) for row in source.rows("message", "id", _MESSAGE))
            for row in source.rows("content", "rowid", "sha256, data"):
                target.take_content(row)
            for row in source.small("attachment", "message_id, place, sha256, kind, name, mime"):
                target.take_attachment(row)
            for row in source.small("draft", "conversation_id, CAST(text AS BLOB)"):
                target.take_draft(row)
            for row in source.small(_DRAFT_ATTACHMENT, "d.conversation_id, place, sha256, kind, name, mime"):
                target.take_draft_attachment(row)
            spent = "answer_id, made_at, cost"
            for row in (
                *source.rows("spending", "answer_id", spent),
                *source.small("spending WHERE answer_id < 0", spent),  # what was no answer: summaries, titles
            ):
                target.take("INSERT OR IGNORE INTO spending (answer_id, made_at, cost) VALUES (?, ?, ?)", row)
            for row in source.small("setting", "key, value"):
                target.take("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", row)
            target.finish()
    finally:
        source.close()
        target.close()
    return Salvaged(conversations, messages, source.all_read)


class Wreck:
    """A damaged database, read around its damage."""

    def __init__(self, path: Path) -> None:
        self.all_read = True
        self._failures = 0
        self._connection = apsw.Connection(str(path))

    def close(self) -> None:
        self._connection.close(True)

    def rows(self, table: str, key: str, columns: str) -> Iterator[Row]:
        """The rows of a table with a whole number as its key, in their order."""
        self._failures = 0
        for start in range(1, self._last(table, key) + 1, _CHUNK):
            if self._failures > _MOST_FAILURES:
                return
            sql = f"SELECT {columns} FROM {table} NOT INDEXED WHERE {key} BETWEEN ? AND ?"
            yield from self._between(sql, start, start + _CHUNK - 1)

    def small(self, table: str, columns: str) -> list[Row]:
        """The rows of a table up to the first damage."""
        found: list[Row] = []
        try:
            found.extend(self._connection.execute(f"SELECT {columns} FROM {table}"))
        except _UNREADABLE:
            self.all_read = False
        return found

    def _between(self, sql: str, first: int, last: int) -> list[Row]:
        try:
            return self._connection.execute(sql, (first, last)).fetchall()
        except _UNREADABLE:
            self.all_read = False
            self._failures += 1
        if first == last or self._failures > _MOST_FAILURES:
            return []
        middle = (first + last) // 2
        return self._between(sql, first, middle) + self._between(sql, middle + 1, last)

    def _last(self, table: str, key: str) -> int:
        try:
            found = self._connection.execute(f"SELECT max({key}) FROM {table}").get
        except apsw.SQLError:
            return 0  # no such table
        except _UNREADABLE:
            return _MOST_IDS if self._is_database() else 0
        return min(found, _MOST_IDS) if isinstance(found, int) else 0

    def _is_database(self) -> bool:
        self.all_read = False
        try:
            return bool(self._connection.execute("SELECT count(*) FROM sqlite_schema").get)
        except _UNREADABLE:
            return False


class Merge(Keeping):
    """The sound database, taking in rows of which nothing is certain."""

    def take(self, sql: str, row: Row) -> bool:
        """Run a statement on a row; a row that breaks a rule of the schema is left out. Returns whether it counted."""
        try:
            self.rows(sql, row)
        except (apsw.ConstraintError, apsw.MismatchError):
            return False
        return self.connection.changes() > 0

    def take_folder(self, row: Row) -> None:
        self.take(
            "INSERT INTO folder (id, name) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            (row[0], text_of(row[1])),
        )

    def take_conversation(self, row: Row) -> bool:
        is_new = self._exists("conversation", _id(row[0])) is None
        folder = row[10] if self._exists("folder", _id(row[10])) else None
        values = (*row[:8], text_of(row[8]), text_of(row[9]) or "{}", folder)
        taken = self.take(
            "INSERT INTO conversation (id, created_at, updated_at, pinned, archived, trashed_at, shown_root,"
            " title_is_mine, title, settings, folder_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, pinned = excluded.pinned,"
            " archived = excluded.archived, trashed_at = excluded.trashed_at, shown_root = excluded.shown_root,"
            " title_is_mine = excluded.title_is_mine, title = excluded.title, settings = excluded.settings,"
            " folder_id = excluded.folder_id"
            " WHERE excluded.updated_at >= conversation.updated_at",
            values,
        )
        if taken:
            self._index(-_id(row[0]), text_of(row[8]))
        return taken and is_new

    def take_message(self, row: Row) -> bool:
        ident, conversation, created_at = _id(row[0]), _id(row[1]), row[4]
        if self._exists("conversation", conversation) is None:
            self.take(
                "INSERT INTO conversation (id, created_at, updated_at) VALUES (?1, ?2, ?2)", (conversation, created_at)
            )
        is_new = self._exists("message", ident) is None
        values = (
            *(ident, conversation, self._parent(ident, conversation, row[2]), row[3], created_at),
            *(text_of(row[5]), text_of(row[6]), row[7], text_of(row[8]), text_of(row[9])),
            *(None if value is None else text_of(value) for value in row[10:12]),
            text_of(row[12]),
        )
        taken = self.take(
            "INSERT INTO message (id, conversation_id, parent_id, shown_child, created_at, role, status, cost, model,"
            " finish_reason, usage, failure, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET shown_child = excluded.shown_child, status = excluded.status,"
            " cost = excluded.cost, finish_reason = excluded.finish_reason, usage = excluded.usage,"
            " failure = excluded.failure, text = excluded.text WHERE message.status = 'streaming'",
            values,
        )
        if taken:
            self._index(ident, text_of(row[12]))
        else:
            self.take("UPDATE message SET shown_child = ? WHERE id = ?", (row[3], ident))
        return taken and is_new

    def take_content(self, row: Row) -> None:
        digest, data = row
        if isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == digest:
            self.take("INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING", row)

    def take_attachment(self, row: Row) -> None:
        if self.row("SELECT 1 FROM content WHERE sha256 = ?", [row[2]]) and self._exists("message", _id(row[0])):
            self.take(
                "INSERT OR IGNORE INTO attachment (message_id, place, sha256, kind, name, mime)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )

    def take_draft(self, row: Row) -> None:
        if row[0] is None or self._exists("conversation", _id(row[0])):
            self.rows("DELETE FROM draft WHERE conversation_id IS ?", [row[0]])
            self.take("INSERT INTO draft (conversation_id, text) VALUES (?, ?)", (row[0], text_of(row[1])))

    def take_draft_attachment(self, row: Row) -> None:
        draft = self.number("SELECT id FROM draft WHERE conversation_id IS ?", [row[0]])
        if draft and self.row("SELECT 1 FROM content WHERE sha256 = ?", [row[2]]):
            self.take(
                "INSERT OR IGNORE INTO draft_attachment (draft_id, place, sha256, kind, name, mime)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (draft, *row[1:]),
            )

    def finish(self) -> None:
        """Make every message reachable: where what is shown next is gone, the newest child is shown."""
        self._drop_unused_content()
        self.rows(
            "UPDATE message SET shown_child = (SELECT max(id) FROM message c WHERE c.parent_id = message.id)"
            " WHERE NOT EXISTS (SELECT 1 FROM message c WHERE c.id = message.shown_child AND c.parent_id = message.id)"
        )
        roots = "SELECT {0} FROM message r WHERE r.conversation_id = conversation.id AND r.parent_id IS NULL"
        self.rows(
            f"UPDATE conversation SET shown_root = ({roots.format('max(id)')})"
            f" WHERE NOT EXISTS ({roots.format('1')} AND r.id = conversation.shown_root)"
        )

    def _parent(self, ident: int, conversation: int, parent: object) -> int | None:
        """The parent where it is there, else the message before: nothing is left hanging alone."""
        if parent is None:
            return None
        same = "SELECT {0} FROM message WHERE conversation_id = ? AND id "
        found = self.number(same.format("id") + "= ? AND id < ?", [conversation, _id(parent), ident])
        return found or self.number(same.format("max(id)") + "< ?", [conversation, ident]) or None


def _id(value: object) -> int:
    return value if isinstance(value, int) else 0
