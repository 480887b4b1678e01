"""The rows on one page of a database, read without SQLite.

By https://www.sqlite.org/fileformat2.html: pages of a tree (1.6), what overflows them (1.6), records (2.1). Anything
may stand on a page, so every length is held against what is there, and all cells of a page together may not be longer
than the page: reading one takes time in proportion to its size.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from .page_file import number_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .connection import Row
    from .page_file import PageFile

_MOST_COLUMNS = 64  # none of our tables comes near
_NUMBERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}  # serial type: bytes of a whole number
_HEADER_OF_FILE = 100  # bytes of the first page before its tree


class Kind(IntEnum):
    """What a page of a tree is. Tables without a rowid are kept like indexes."""

    INDEX_BRANCH = 0x02
    TABLE_BRANCH = 0x05
    INDEX_LEAF = 0x0A
    TABLE_LEAF = 0x0D


_BRANCHES = (Kind.INDEX_BRANCH, Kind.TABLE_BRANCH)
HOLD_ROWS = (Kind.INDEX_BRANCH, Kind.INDEX_LEAF, Kind.TABLE_LEAF)


class UnreadableError(ValueError):
    """This is not what it would have to be."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a row is: `types` are its serial types; `rowid` 0 in a table without; `length` of its record in bytes."""

    page: int
    at: int  # of the record in the page
    rowid: int
    length: int
    local: int  # bytes of it that are on the page itself
    types: tuple[int, ...]


def kind_of(number: int, page: bytes) -> Kind | None:
    """What the page says it is."""
    start = _start(number)
    try:
        return Kind(page[start]) if len(page) > start else None
    except ValueError:
        return None


def children(number: int, page: bytes) -> list[int]:
    """The pages below a branch, in their order."""
    if kind_of(number, page) not in _BRANCHES:
        return []
    below = [number_at(page, at) for at in _pointers(number, page) if at + 4 <= len(page)]
    return [*below, number_at(page, _start(number) + 8)]


def cells(file: PageFile, number: int) -> Iterator[Cell]:
    """The rows that the page lists. One that was deleted is not listed, though its bytes may still lie there."""
    page = file.page(number)
    kind = kind_of(number, page)
    if kind not in HOLD_ROWS:
        return
    room = file.usable
    for at in _pointers(number, page):
        try:
            cell = _cell(file, number, kind, at)
        except UnreadableError:
            continue
        room -= cell.local
        if room < 0:
            return
        yield cell


def read(file: PageFile, cell: Cell, used: set[int]) -> Row:
    """All values of the row; text that is no UTF-8 with replacement characters. Raises UnreadableError.

    `used` are the pages that other rows overflow to, and is added to: no two share one.
    """
    page = file.page(cell.page)
    record = page[cell.at : cell.at + cell.local]
    if cell.length > cell.local:
        record += _overflow(file, number_at(page, cell.at + cell.local), cell.length - cell.local, used)
    values, at = [], _varint(record, 0)[0]
    for kind in cell.types:
        length = _length(kind)
        values.append(_value(kind, record[at : at + length]))
        at += length
    if at > len(record):
        raise UnreadableError
    return tuple(values)


def _cell(file: PageFile, number: int, kind: Kind, at: int) -> Cell:
    page = file.page(number)
    if kind is Kind.INDEX_BRANCH:
        at += 4  # the page below comes first
    length, at = _varint(page, at)
    rowid = 0
    if kind is Kind.TABLE_LEAF:
        rowid, at = _varint(page, at)
    if not 2 <= length <= file.count * file.size:
        raise UnreadableError
    local = _local(length, file.usable, kind)
    if at + local + (4 if local < length else 0) > file.usable:
        raise UnreadableError
    types = _types(page[at : at + local])
    if sum(map(_length, types)) > length:
        raise UnreadableError
    return Cell(number, at, rowid, length, local, types)


def _local(length: int, usable: int, kind: Kind) -> int:
    """How many bytes of a record of this length stay on the page."""
    most = usable - 35 if kind is Kind.TABLE_LEAF else (usable - 12) * 64 // 255 - 23
    if length <= most:
        return length
    least = (usable - 12) * 32 // 255 - 23
    wanted = least + (length - least) % (usable - 4)
    return wanted if wanted <= most else least


def _overflow(file: PageFile, number: int, length: int, used: set[int]) -> bytes:
    parts = []
    while length > 0:
        page = file.page(number)
        if number in used or not page:
            raise UnreadableError
        used.add(number)
        parts.append(page[4 : min(file.usable, 4 + length)])
        length -= len(parts[-1])
        number = number_at(page, 0)
    return b"".join(parts)


def _types(record: bytes) -> tuple[int, ...]:
    size, at = _varint(record, 0)
    if not at <= size <= len(record):
        raise UnreadableError
    types: list[int] = []
    while at < size and len(types) <= _MOST_COLUMNS:
        kind, at = _varint(record, at)
        types.append(kind)
    if at != size or any(kind in (10, 11) or kind < 0 for kind in types):
        raise UnreadableError
    return tuple(types)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    return 8 if kind == 7 else _NUMBERS.get(kind, 0)


def _value(kind: int, data: bytes) -> str | int | float | bytes | None:
    if len(data) != _length(kind):
        raise UnreadableError
    if kind in _NUMBERS:
        return int.from_bytes(data, "big", signed=True)
    if kind == 7:
        (number,) = struct.unpack(">d", data)
        return float(number)
    if kind >= 12:
        return data.decode("utf-8", "replace") if kind % 2 else data
    return {0: None, 8: 0, 9: 1}.get(kind)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A whole number of one to nine bytes, and where it ends."""
    value = 0
    for place, byte in enumerate(data[at : at + 9]):
        if place == 8:
            value = value << 8 | byte
            return value - 2**64 if value >= 2**63 else value, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + place + 1
    raise UnreadableError


def _pointers(number: int, page: bytes) -> list[int]:
    start = _start(number)
    first = start + (12 if kind_of(number, page) in _BRANCHES else 8)
    held = min(number_at(page, start + 3, 2), (len(page) - first) // 2)
    return [number_at(page, first + 2 * place, 2) for place in range(held)]


def _start(number: int) -> int:
    return _HEADER_OF_FILE if number == 1 else 0
