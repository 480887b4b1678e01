"""Rows of tables that SQLite cannot read any more, found page by page.

What a page of a tree holds can be read without the pages above it, so a damaged root or branch costs its table nothing
but what was on it. A page belongs to the table whose tree leads to it; one that no tree leads to, to the table whose
rows look like its own. Only attachments of messages and of drafts look alike: whoever asks first has them.

Deleted rows stay deleted as long as that can be told: what the list of free pages names is not read, nor what a page
holds beside its list of rows. Where the list of free pages is damaged a deleted row may come back: the lesser harm.
"""

from __future__ import annotations

from contextlib import ExitStack
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from .clean import int_of
from .files import beside
from .page_file import PageFile
from .page_rows import HOLD_ROWS, UnreadableError, cells, children, kind_of, read
from .schema import migrate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .connection import Row
    from .page_rows import Cell

# In the order in which they need each other. One letter for each column: the r(owid), stored as NULL; i(nteger);
# t(ext); b(lob); capitals may be NULL. What a migration added to a table stands behind the bar: rows written before
# it do not have it.
SHAPES: Mapping[str, str] = {
    "folder": "rt",
    "conversation": "riiiiIIIiitt|I",
    "message": "riIIittIttTTt|i",
    "content": "tb",
    "attachment": "iitttt|t",
    "draft": "rIt",
    "draft_attachment": "iitttt|t",
    "spending": "rii",
    "setting": "tt",
}
_SCHEMA = "sqlite_schema"
_SCHEMA_SHAPE = "ttTiT"
_WHOLE_NUMBERS = frozenset((1, 2, 3, 4, 5, 6, 8, 9))


class LostRows:
    """A database that nobody writes to, read page by page. Every method raises OSError where the disk does."""

    def __init__(self, path: Path) -> None:
        log = beside(path, "-wal")
        with ExitStack() as opened:
            main = opened.enter_context(path.open("rb"))
            self._file = PageFile(main, opened.enter_context(log.open("rb")) if log.exists() else None)
            self.close = opened.pop_all().close
        self._used: set[int] = set()  # pages that the rows read so far overflow to

    def rows(self, table: str) -> Iterator[Row]:
        """The rows with all their columns, the id first. A row may come twice: the first one counts."""
        shape = SHAPES[table]
        for number in self._pages(table):
            yield from _rows(self._file, number, shape, self._used)

    def _pages(self, table: str) -> list[int]:
        """Where the rows are: the pages its tree leads to, then those no tree leads to and no other table has had."""
        like = [number for number, tables in self._strays.items() if table in tables]
        for number in like:
            del self._strays[number]
        return [*(number for number, owner in self._owners.items() if owner == table), *like]

    @cached_property
    def _owners(self) -> dict[int, str]:
        """The name of the table or index whose tree leads to a page, as far as the trees can be followed."""
        file = self._file
        owners = dict.fromkeys(_tree(file, 1, {}), _SCHEMA)
        schema = [row for number in owners for row in _rows(file, number, _SCHEMA_SHAPE, set())]
        for name, root in {**_usual_roots(), **{str(row[1]): int_of(row[3]) for row in schema}}.items():
            owners |= dict.fromkeys(_tree(file, root, owners), name)
        return owners

    @cached_property
    def _strays(self) -> dict[int, list[str]]:
        """The pages that belong to no tree, or not to the one that leads to them, and the tables they look like."""
        free = self._file.free_pages()
        found: dict[int, list[str]] = {}
        for number in range(1, self._file.count + 1):
            owner = self._owners.get(number, "")
            if number not in free and (owner in SHAPES or not owner):
                tables = _looks_like(self._file, number)
                if tables and owner not in tables:  # a damaged branch may lead anywhere
                    found[number] = tables
        return found


def _rows(file: PageFile, number: int, shape: str, used: set[int]) -> Iterator[Row]:
    for cell in cells(file, number):
        if _fits(cell, shape):
            try:
                values = read(file, cell, used)
            except UnreadableError:
                continue
            yield (cell.rowid, *values[1:]) if shape.startswith("r") else values


def _usual_roots() -> dict[str, int]:
    """Where the trees of our tables begin in every file, for one that does not say: all were made so, one by one."""
    fresh = apsw.Connection(":memory:")
    try:
        migrate(fresh, Path(":memory:"))
        rows = fresh.execute("SELECT name, rootpage FROM sqlite_schema").fetchall()
    finally:
        fresh.close()
    return {str(name): int_of(root) for name, root in rows if name in SHAPES}


def _tree(file: PageFile, root: int, taken: Mapping[int, str]) -> list[int]:
    """The pages of a tree that can be reached, each once; one that is damaged is the last on its way."""
    found: dict[int, None] = {}
    waiting = [root]
    while waiting:
        number = waiting.pop()
        if number in found or number in taken or not 1 <= number <= file.count:
            continue
        found[number] = None
        waiting += reversed(children(number, file.page(number)))
    return list(found)


def _looks_like(file: PageFile, number: int) -> list[str]:
    """The tables the first readable row could be of."""
    if kind_of(number, file.page(number)) in HOLD_ROWS:
        for cell in cells(file, number):
            tables = [table for table, shape in SHAPES.items() if _fits(cell, shape)]
            if tables:
                return tables
    return []


def _fits(cell: Cell, shape: str) -> bool:
    needed, _, added = shape.partition("|")
    count = len(cell.types)
    if not len(needed) <= count <= len(needed) + len(added):
        return False
    if shape.startswith("r") and cell.rowid < 1:
        return False
    return all(map(_is_of, cell.types, needed + added))


def _is_of(kind: int, column: str) -> bool:
    if kind == 0:
        return column == "r" or column.isupper()
    match column.lower():
        case "i":
            return kind in _WHOLE_NUMBERS
        case "t":
            return kind >= 13 and kind % 2 == 1
        case "b":
            return kind >= 12 and kind % 2 == 0
        case _:
            return False
