"""Taking rows of which nothing is certain into a sound database."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import apsw

from .clean import text_of
from .keeping import Keeping

if TYPE_CHECKING:
    from .connection import Row

_NOBODY = 0  # a parent no message has: `finish` finds another


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
        values = (*row[:8], text_of(row[8]), text_of(row[9]) or "{}", folder, row[11])
        taken = self.take(
            "INSERT INTO conversation (id, created_at, updated_at, pinned, archived, trashed_at, shown_root,"
            " title_is_mine, title, settings, folder_id, title_cost) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET updated_at = excluded.updated_at, pinned = excluded.pinned,"
            " archived = excluded.archived, trashed_at = excluded.trashed_at, shown_root = excluded.shown_root,"
            " title_is_mine = excluded.title_is_mine, title = excluded.title, settings = excluded.settings,"
            " folder_id = excluded.folder_id, title_cost = excluded.title_cost"
            " WHERE excluded.updated_at >= conversation.updated_at",
            values,
        )
        if taken:
            self._index(-_id(row[0]), text_of(row[8]))
        return taken and is_new

    def take_message(self, row: Row) -> bool:
        ident, conversation, parent, created_at = _id(row[0]), _id(row[1]), row[2], row[4]
        if self._exists("conversation", conversation) is None:
            self.take(
                "INSERT INTO conversation (id, created_at, updated_at) VALUES (?1, ?2, ?2)", (conversation, created_at)
            )
        is_new = self._exists("message", ident) is None
        values = (
            *(ident, conversation, None if parent is None else parent if 0 < _id(parent) < ident else _NOBODY),
            *(row[3], created_at),
            *(text_of(row[5]), text_of(row[6]), row[7], text_of(row[8]), text_of(row[9])),
            *(None if value is None else text_of(value) for value in row[10:12]),
            *(text_of(row[12]), row[13]),
        )
        taken = self.take(
            "INSERT INTO message (id, conversation_id, parent_id, shown_child, created_at, role, status, cost, model,"
            " finish_reason, usage, failure, text, fits_schema) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (id) DO UPDATE SET shown_child = excluded.shown_child, status = excluded.status,"
            " cost = excluded.cost, finish_reason = excluded.finish_reason, usage = excluded.usage,"
            " failure = excluded.failure, text = excluded.text, fits_schema = excluded.fits_schema"
            " WHERE message.status = 'streaming'",
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
                "INSERT OR IGNORE INTO attachment (message_id, place, sha256, kind, name, mime, detail)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
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
                "INSERT OR IGNORE INTO draft_attachment (draft_id, place, sha256, kind, name, mime, detail)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (draft, *row[1:]),
            )

    def take_spending(self, row: Row) -> None:
        self.take("INSERT OR IGNORE INTO spending (answer_id, made_at, cost) VALUES (?, ?, ?)", row)

    def take_setting(self, row: Row) -> None:
        self.take("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", row)

    def begin(self) -> None:
        """Within the transaction: a message may come before its parent. `finish` sees to it that each has one."""
        self.rows("PRAGMA defer_foreign_keys = ON")

    def finish(self) -> None:
        """Make every message reachable. One whose parent is gone goes to the message before it in its conversation,
        and where what is shown next is gone, the newest child is shown."""
        self._drop_unused_content()
        self.rows(
            "UPDATE message SET parent_id ="
            " (SELECT max(p.id) FROM message p WHERE p.conversation_id = message.conversation_id AND p.id < message.id)"
            " WHERE parent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM message p"
            " WHERE p.id = message.parent_id AND p.conversation_id = message.conversation_id)"
        )
        self.rows(
            "UPDATE message SET shown_child = (SELECT max(id) FROM message c WHERE c.parent_id = message.id)"
            " WHERE NOT EXISTS (SELECT 1 FROM message c WHERE c.id = message.shown_child AND c.parent_id = message.id)"
        )
        roots = "SELECT {0} FROM message r WHERE r.conversation_id = conversation.id AND r.parent_id IS NULL"
        self.rows(
            f"UPDATE conversation SET shown_root = ({roots.format('max(id)')})"
            f" WHERE NOT EXISTS ({roots.format('1')} AND r.id = conversation.shown_root)"
        )


def _id(value: object) -> int:
    return value if isinstance(value, int) else 0
