"""Reading what can still be read from a damaged database, row by row, into a sound one.

Ids are never used twice, so a row of the damaged file and a row of the backup with the same id are the same thing. A
message that the backup has finished is taken from there; of everything else the damaged file knows the latest.

SQLite reads first. A table in which it meets damage is then read once more from its pages, past what SQLite needs.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import apsw

from .clean import int_of
from .connection import open_writer
from .lost_rows import SHAPES, LostRows
from .merge import Merge

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .connection import Row

_CHUNK = 512  # rows asked for at once; halved around a place that cannot be read
_MOST_FAILURES = 20_000  # unreadable places after which the rest of a table is given up
_MOST_IDS = 2**24  # where the greatest id cannot be read
_UNREADABLE = (apsw.Error, UnicodeDecodeError)

# Where a row of the sound database gives way to that of the damaged file, which may be found there twice: what is read
# later is what an older page was left with. Of a conversation the latest counts; other rows do not give way.
_FIRST_COUNTS = frozenset({"folder", "draft", "setting"})

_CONVERSATION = (
    "id, created_at, updated_at, pinned, archived, trashed_at, shown_root, title_is_mine,"
    " CAST(title AS BLOB), CAST(settings AS BLOB), folder_id"
)
_MESSAGE = (
    "id, conversation_id, parent_id, shown_child, created_at, CAST(role AS BLOB), CAST(status AS BLOB), cost,"
    " CAST(model AS BLOB), CAST(finish_reason AS BLOB), CAST(usage AS BLOB), CAST(failure AS BLOB), CAST(text AS BLOB)"
)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was brought over that the sound database did not have, and whether everything could be read."""

    conversations: int = 0
    messages: int = 0
    all_read: bool = True


def salvage(damaged: Path, sound: Path) -> Salvaged:
    """Bring everything readable from `damaged`, which is changed by that, into `sound`. Raises AppError for `sound`."""
    with (
        closing(Wreck(damaged)) as source,
        closing(LostRows(damaged)) as pages,
        closing(Merge(open_writer(sound), sound)) as target,
        target.transaction(),
    ):
        taking = _Taking(target)
        target.begin()
        for table in SHAPES:
            for row in source.rows(table):
                taking.take(table, row)
            if table in source.damaged:
                for row in pages.rows(table):
                    taking.take(table, _as_sqlite_would(table, row))
        target.finish()
    return Salvaged(taking.conversations, taking.messages, source.all_read)


class _Taking:
    """Gives each row to the merge, and counts what was new."""

    def __init__(self, target: Merge) -> None:
        self._target = target
        self._drafts: dict[object, str | int | float | bytes | None] = {}  # the conversation of each draft
        self._had: set[tuple[str, object]] = set()  # tables of `_FIRST_COUNTS`, and the keys they have had
        self.conversations = 0
        self.messages = 0

    def take(self, table: str, row: Row) -> None:
        """Give the merge a row, unless it is one that the first of its key counts for."""
        key = (table, row[0])
        if key not in self._had:
            self._take(table, row)
        if table in _FIRST_COUNTS:
            self._had.add(key)

    def _take(self, table: str, row: Row) -> None:
        target = self._target
        match table:
            case "folder":
                target.take_folder(row)
            case "conversation":
                self.conversations += target.take_conversation(row)
            case "message":
                self.messages += target.take_message(row)
            case "content":
                target.take_content(row)
            case "attachment":
                target.take_attachment(row)
            case "draft":
                self._drafts[row[0]] = row[1]
                target.take_draft(row[1:])
            case "draft_attachment" if row[0] in self._drafts:
                target.take_draft_attachment((self._drafts[row[0]], *row[1:]))
            case "spending":
                target.take_spending(row)
            case "setting":
                target.take_setting(row)


def _as_sqlite_would(table: str, row: Row) -> Row:
    """All the columns of a row as `Wreck` gives them: in its order, and what an old row does not have filled in."""
    if table == "conversation":
        return (*row[:6], row[7], *row[9:12], row[6], row[12] if len(row) > 12 else None)
    needed, _, added = SHAPES[table].partition("|")
    missing = (needed + added)[len(row) :]
    return (*row, *("" if column == "t" else 0 for column in missing))


class Wreck:
    """A damaged database, read by SQLite around its damage."""

    def __init__(self, path: Path) -> None:
        self.all_read = True
        self.damaged: set[str] = set()  # the tables in which damage was met, or that SQLite does not see
        self._failures = 0
        self._connection = apsw.Connection(str(path))

    def close(self) -> None:
        self._connection.close(True)

    def rows(self, table: str) -> Iterator[Row]:
        """Each row that SQLite can read."""
        match table:
            case "folder":
                return self._numbered(table, "id", "id, CAST(name AS BLOB)")
            case "conversation":
                title_cost = self._added(table, "title_cost", "NULL")
                return self._numbered(table, "id", f"{_CONVERSATION}, {title_cost}")
            case "message":
                return self._numbered(table, "id", f"{_MESSAGE}, {self._added(table, 'fits_schema', '0')}")
            case "content":
                return self._numbered(table, "rowid", "sha256, data")
            case "attachment" | "draft_attachment":
                owner, detail = (
                    f"{table.removesuffix('attachment') or 'message_'}id",
                    self._added(table, "detail", "''"),
                )
                return self._small(table, f"{owner}, place, sha256, kind, name, mime, {detail}")
            case "draft":
                return self._small(table, "id, conversation_id, CAST(text AS BLOB)")
            case "spending":
                return self._spending()
            case _:
                return self._small(table, "key, value")

    def _spending(self) -> Iterator[Row]:
        columns = "answer_id, made_at, cost"
        yield from self._numbered("spending", "answer_id", columns)
        yield from self._small("spending", columns, "WHERE answer_id < 0")  # for what was no answer: summaries, titles

    def _added(self, table: str, column: str, otherwise: str) -> str:
        """The name of a column that a migration added, or what stands for it in a file that is older."""
        sql = "SELECT count(*) FROM pragma_table_info(?) WHERE name = ?"
        try:
            return column if self._connection.execute(sql, (table, column)).get else otherwise
        except _UNREADABLE:
            return otherwise

    def _numbered(self, table: str, key: str, columns: str) -> Iterator[Row]:
        """The rows of a table with a whole number as its key, in their order."""
        self._failures = 0
        for start in range(1, self._last(table, key) + 1, _CHUNK):
            if self._failures > _MOST_FAILURES:
                return
            sql = f"SELECT {columns} FROM {table} NOT INDEXED WHERE {key} BETWEEN ? AND ?"
            yield from self._between(table, sql, start, start + _CHUNK - 1)

    def _small(self, table: str, columns: str, which: str = "") -> Iterator[Row]:
        """The rows of a table up to the first damage."""
        try:
            yield from self._connection.execute(f"SELECT {columns} FROM {table} {which}")
        except _UNREADABLE:
            self._note_damage(table)

    def _between(self, table: str, sql: str, first: int, last: int) -> list[Row]:
        try:
            return self._connection.execute(sql, (first, last)).fetchall()
        except _UNREADABLE:
            self._note_damage(table)
            self._failures += 1
        if first == last or self._failures > _MOST_FAILURES:
            return []
        middle = (first + last) // 2
        return self._between(table, sql, first, middle) + self._between(table, sql, middle + 1, last)

    def _last(self, table: str, key: str) -> int:
        try:
            found = self._connection.execute(f"SELECT max({key}) FROM {table}").get
        except apsw.SQLError:
            self.damaged.add(table)  # there is no such table, says SQLite
            return 0
        except _UNREADABLE:
            self._note_damage(table)
            return _MOST_IDS if self._is_database() else 0
        return min(int_of(found), _MOST_IDS)

    def _note_damage(self, table: str) -> None:
        self.all_read = False
        self.damaged.add(table)

    def _is_database(self) -> bool:
        try:
            return bool(self._connection.execute("SELECT count(*) FROM sqlite_schema").get)
        except _UNREADABLE:
            return False
