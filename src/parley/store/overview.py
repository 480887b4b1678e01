"""What the window shows before anything else is loaded: the settings and the list of conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.conversation_row import ConversationRow, Folder
from parley.domain.errors import AppError
from parley.domain.settings import SETTINGS, Settings

from .clean import int_of, read_json, text_of
from .connection import Database

if TYPE_CHECKING:
    from .connection import Row

ROW = "c.id, CAST(c.title AS BLOB), c.updated_at, c.pinned, c.archived, c.folder_id"
_SHELVES = {
    "shown": "c.trashed_at IS NULL AND c.archived = 0",
    "archived": "c.trashed_at IS NULL AND c.archived = 1",
    "trashed": "c.trashed_at IS NOT NULL",
}


class Overview(Database):
    """The part of a `Reader` that the first paint needs, in a module that needs little itself."""

    settings_damaged = False

    def settings(self) -> Settings:
        """The settings in force. What is damaged is left out, and `settings_damaged` says so; raises nothing."""
        self.settings_damaged = False
        try:
            rows = self.rows("SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM setting")
        except AppError:
            self.settings_damaged = True
            return Settings()
        stored = {text_of(key): read_json(value) for key, value in rows}
        self.settings_damaged = any(key in SETTINGS and not SETTINGS[key].accepts(stored[key]) for key in stored)
        return Settings(stored)

    def conversations(
        self,
        *,
        limit: int,
        offset_after: ConversationRow | None = None,
        trashed: bool = False,
        archived: bool = False,
        folder_id: int | None = None,
        loose: bool = False,
    ) -> list[ConversationRow]:
        """The next `limit` rows after `offset_after`: pinned first, then by last change, newest first.

        `loose` leaves out those that are in a folder.
        """
        wanted = [_SHELVES["trashed" if trashed else "archived" if archived else "shown"]]
        bindings: list[int] = []
        if loose:
            wanted.append("c.folder_id IS NULL")
        if folder_id is not None:
            wanted.append("c.folder_id = ?")
            bindings.append(folder_id)
        if offset_after is not None:
            wanted.append("(c.pinned, c.updated_at, c.id) < (?, ?, ?)")
            bindings += [int(offset_after.pinned), offset_after.updated_at, offset_after.id]
        sql = (
            f"SELECT {ROW} FROM conversation c WHERE {' AND '.join(wanted)}"
            " ORDER BY c.pinned DESC, c.updated_at DESC, c.id DESC LIMIT ?"
        )
        return [read_conversation_row(row) for row in self.rows(sql, [*bindings, limit])]

    def folders(self) -> list[Folder]:
        """All folders, by name."""
        rows = self.rows("SELECT id, CAST(name AS BLOB) FROM folder ORDER BY name COLLATE NOCASE, id")
        return [Folder(int_of(ident), text_of(name)) for ident, name in rows]

    def has_archived(self) -> bool:
        """Whether there is anything in the archive."""
        return self.row(f"SELECT 1 FROM conversation c WHERE {_SHELVES['archived']} LIMIT 1") is not None

    def count(self) -> int:
        """How many conversations there are outside the trash."""
        return self.number("SELECT count(*) FROM conversation WHERE trashed_at IS NULL")


def read_conversation_row(row: Row) -> ConversationRow:
    """From the columns ROW."""
    ident, title, updated_at, pinned, archived, folder = row
    return ConversationRow(
        int_of(ident),
        text_of(title),
        int_of(updated_at),
        bool(pinned),
        archived=bool(archived),
        folder_id=folder if isinstance(folder, int) else None,
    )
