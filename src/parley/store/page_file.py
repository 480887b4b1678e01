"""The pages of a database as they lie in its file, for one that SQLite does not read any more.

By https://www.sqlite.org/fileformat2.html: the header (1.3), the freelist (1.5), the write-ahead log (4). Nothing in
the file is believed: what leads out of it or in a circle ends there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_MAGIC = b"SQLite format 3\0"
_OUR_PAGE_SIZE = 4096  # bytes; what ours have, where the header does not say
_SIZE_AT, _RESERVED_AT, _FREELIST_AT = 16, 20, 32
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_WAL_HEADER, _FRAME_HEADER = 32, 24


class PageFile:
    """A database file and its write-ahead log. Pages count from 1. Raises OSError where the disk does."""

    def __init__(self, main: BinaryIO, log: BinaryIO | None = None) -> None:
        self._main = main
        header = _read(main, 0, 100).ljust(100, b"\0")
        is_sound = header.startswith(_MAGIC)
        self.size = _page_size(header) if is_sound else _OUR_PAGE_SIZE
        reserved = header[_RESERVED_AT] if is_sound else 0
        self.usable = self.size - reserved if self.size - reserved >= 480 else self.size  # 480: the least there may be
        self._log = log
        in_file = main.seek(0, 2) // self.size
        frames = _frames(log, self.size) if log is not None else {}
        self._in_log = {number: at for number, at in frames.items() if 1 <= number <= in_file + len(frames)}
        self.count = max([in_file, *self._in_log])
        self._last = (0, b"")  # rows that lie together are asked for one after the other

    def page(self, number: int) -> bytes:
        """The page, empty where there is none."""
        if number != self._last[0]:
            self._last = (number, self._read_page(number))
        return self._last[1]

    def _read_page(self, number: int) -> bytes:
        if not 1 <= number <= self.count:
            return b""
        if self._log is not None and number in self._in_log:
            found = _read(self._log, self._in_log[number], self.size)
        else:
            found = _read(self._main, (number - 1) * self.size, self.size)
        return found if len(found) == self.size else b""

    def free_pages(self) -> set[int]:
        """The pages the file says hold nothing any more, as far as its list of them can be followed."""
        free: set[int] = set()
        trunk = number_at(self.page(1), _FREELIST_AT) if self.page(1).startswith(_MAGIC) else 0
        while trunk not in free and (page := self.page(trunk)):
            free.add(trunk)
            held = min(number_at(page, 4), self.usable // 4 - 2)
            free.update(number_at(page, 8 + 4 * place) for place in range(held))
            trunk = number_at(page, 0)
        return free


def number_at(page: bytes, at: int, length: int = 4) -> int:
    return int.from_bytes(page[at : at + length], "big")


def _page_size(header: bytes) -> int:
    size = number_at(header, _SIZE_AT, 2)
    size = 65536 if size == 1 else size
    return size if size in {2**power for power in range(9, 17)} else _OUR_PAGE_SIZE


def _frames(log: BinaryIO, size: int) -> dict[int, int]:
    """Where in the log the latest committed version of each page is.

    The salt tells the frames of this log from what an older one left behind. Checksums are not worked out: a page is
    looked at in the same way wherever it comes from.
    """
    header = _read(log, 0, _WAL_HEADER)
    if number_at(header, 0) not in _WAL_MAGIC or number_at(header, 8) != size:
        return {}
    salt = header[16:24]
    committed: dict[int, int] = {}
    waiting: dict[int, int] = {}
    for at, head in _frame_headers(log, size):
        if head[8:16] != salt:
            break
        waiting[number_at(head, 0)] = at
        if number_at(head, 4):  # the last frame of a transaction says how large the database is then
            committed |= waiting
            waiting = {}
    return committed


def _frame_headers(log: BinaryIO, size: int) -> Iterator[tuple[int, bytes]]:
    at = _WAL_HEADER
    while len(head := _read(log, at, _FRAME_HEADER)) == _FRAME_HEADER:
        yield at + _FRAME_HEADER, head
        at += _FRAME_HEADER + size


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    file.seek(at)
    return file.read(length)
