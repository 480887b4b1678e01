"""What every writing part shares: the clock, the index, and the pointers that make up the shown branch."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from .clean import clean
from .reader import Reader, missing
from .text import grams_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment


class Writer(Reader):
    """The one connection that writes. Used from one thread at a time."""

    def now(self) -> int:
        """Milliseconds since 1970."""
        return time.time_ns() // 1_000_000

    def _require(self, table: str, ident: int) -> None:
        if self._exists(table, ident) is None:
            raise missing(table, ident)

    def _index(self, rowid: int, text: str) -> None:
        """Make `text` findable under `rowid` and under nothing else it held before."""
        self._forget(rowid)
        words, grams = words_of(text), grams_of(text)
        if words:
            self.rows("INSERT INTO words (rowid, text) VALUES (?, ?)", [rowid, words])
        if grams:
            self.rows("INSERT INTO grams (rowid, text) VALUES (?, ?)", [rowid, grams])

    def _forget(self, rowid: int) -> None:
        self.rows("DELETE FROM words WHERE rowid = ?", [rowid])
        self.rows("DELETE FROM grams WHERE rowid = ?", [rowid])

    def _show(self, message_id: int) -> None:
        """Make the branch that runs through `message_id` the shown one, from its root on."""
        path = """
            WITH RECURSIVE path (id, parent) AS (
                SELECT id, parent_id FROM message WHERE id = ?
                UNION ALL
                SELECT m.id, m.parent_id FROM path CROSS JOIN message m ON m.id = path.parent WHERE m.id < path.id
            )"""
        self.rows(
            f"{path} UPDATE message SET shown_child = path.id FROM path"
            " WHERE message.id = path.parent AND message.shown_child IS NOT path.id",
            [message_id],
        )
        self.rows(
            f"{path} UPDATE conversation SET shown_root = path.id FROM path, message m"
            " WHERE path.parent IS NULL AND m.id = path.id AND conversation.id = m.conversation_id",
            [message_id],
        )

    def _touch(self, conversation_id: int) -> None:
        self.rows("UPDATE conversation SET updated_at = ? WHERE id = ?", [self.now(), conversation_id])

    def _set_title(self, conversation_id: int, title: str) -> None:
        title = clean(title)
        self.rows("UPDATE conversation SET title = ? WHERE id = ?", [title, conversation_id])
        self._index(-conversation_id, title)

    def _attach(self, table: str, owner: int, attachments: Sequence[Attachment]) -> None:
        """Keep the attachments of a message or a draft, each content once."""
        if not attachments:
            return
        import hashlib  # only with attachments: the store is opened before the first paint

        column = "draft_id" if table == "draft_attachment" else "message_id"
        for place, one in enumerate(attachments):
            digest = hashlib.sha256(one.data).hexdigest()
            self.rows("INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING", [digest, one.data])
            self.rows(
                f"INSERT INTO {table} ({column}, place, sha256, kind, name, mime, detail) VALUES (?, ?, ?, ?, ?, ?, ?)",
                [owner, place, digest, one.kind.value, clean(one.name), clean(one.mime), one.detail.value],
            )

    def _drop_unused_content(self) -> None:
        self.rows(
            "DELETE FROM content WHERE sha256 NOT IN (SELECT sha256 FROM attachment)"
            " AND sha256 NOT IN (SELECT sha256 FROM draft_attachment)"
        )
