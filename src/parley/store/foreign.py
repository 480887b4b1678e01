"""Reading the conversations of another Parley's database, or of a backup, without touching that file."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from parley.domain.arrival import MOST_MESSAGES, MOST_TEXT, Arrival, Unread
from parley.domain.errors import AppError, Cause

from .backup import copy
from .connection import open_reader, open_writer, translated
from .files import companions, is_ours, version_in_header
from .reader import Reader
from .schema import VERSION, check_shape, find_damage, migrate, refuse_newer, version_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from parley.domain.conversation_row import ConversationRow

_PAGE = 200  # conversations asked for at a time
_PREFIX = ".parley-import-"
_PIECE = 8 * 2**20  # bytes copied at a time
_OWN_CAUSES = (Cause.DISK_FULL, Cause.NOT_WRITABLE)  # of the copy: our disk, not that file


def read_foreign(
    path: Path, own: Path, told: Callable[[float], None] = lambda _share: None
) -> Iterator[Arrival | Unread]:
    """Every conversation in the database at `path`, from a private copy beside our `own`.

    `told` hears again and again which share was read, and may raise, which ends it.
    Raises AppError: IMPORT_NEWER, IMPORT_UNREADABLE (damaged, or not Parley's), FILE_UNREADABLE, DISK_FULL.
    """
    with translated(own):
        private = tempfile.TemporaryDirectory(dir=own.parent, prefix=_PREFIX)
    with private as folder:
        with _blamed(path):
            work = _copied(path, own, Path(folder), told)
            _bring_up_to_date(work)
            reader = Reader(open_reader(work), work)
        with _blamed(path), closing(reader):
            yield from _every_conversation(reader, told)


def sweep(own: Path) -> None:
    """Delete what an import that was killed left beside our `own` database."""
    for left in own.parent.glob(f"{_PREFIX}*"):
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _blamed(path: Path) -> Iterator[None]:
    """Say what went wrong with the copy as what is wrong with the file the person chose."""
    try:
        yield
    except AppError as error:
        found = error.failure
        if found.cause in _OWN_CAUSES:
            raise
        cause = Cause.IMPORT_NEWER if found.cause is Cause.DATABASE_NEWER else Cause.IMPORT_UNREADABLE
        cause = Cause.FILE_UNREADABLE if found.cause is Cause.FILE_UNREADABLE else cause
        raise AppError(cause, found.details, path=path.name) from error
    except apsw.Error as error:  # tables that are not what the file says they are: no bug of ours
        raise AppError(Cause.IMPORT_UNREADABLE, f"{type(error).__name__}: {error}", path=path.name) from error


def _copied(path: Path, own: Path, folder: Path, told: Callable[[float], None]) -> Path:
    """Ours, which is in use, through SQLite; any other as a file, for SQLite would write beside it."""
    work = folder / "copy.db"
    try:
        with translated(work):
            if path.samefile(own):
                copy(path, work)
            else:
                _copy_files(path, work, told)
    except AppError as error:
        if error.failure.cause is not Cause.NOT_WRITABLE:
            raise
        raise AppError(Cause.FILE_UNREADABLE, error.failure.details) from error
    return work


def _copy_files(path: Path, work: Path, told: Callable[[float], None]) -> None:
    """The file, and what was written but is not in it yet."""
    for source, target in ((path, work), (companions(path)[0], companions(work)[0])):
        if source is not path and not source.exists():
            continue
        with source.open("rb") as reading, target.open("xb") as writing:
            while piece := reading.read(_PIECE):
                writing.write(piece)
                told(0.0)


def _bring_up_to_date(work: Path) -> None:
    if not is_ours(work):
        raise AppError(Cause.IMPORT_UNREADABLE, "a database, but not Parley's")
    refuse_newer(version_in_header(work), work)
    with closing(open_writer(work)) as connection, translated(work):
        refuse_newer(version_of(connection), work)
        if found := find_damage(connection):
            raise AppError(Cause.DATABASE_DAMAGED, found)
        if version_of(connection) < VERSION:
            migrate(connection, work)
        check_shape(connection, work)


def _every_conversation(reader: Reader, told: Callable[[float], None]) -> Iterator[Arrival | Unread]:
    total = max(1, reader.number("SELECT count(*) FROM conversation"))
    folders = {folder.id: folder.name for folder in reader.folders()}
    for number, (row, archived) in enumerate(_rows(reader), 1):
        told(min(1.0, number / total))
        messages, length = _extent(reader, row.id)
        if messages > MOST_MESSAGES or length > 4 * MOST_TEXT:  # bytes: at most four to a character
            yield Unread(row.title[:80], f"{messages} messages, {length} bytes of text")
            continue
        shown = reader.messages(row.id)
        yield Arrival(
            reader.conversation(row.id),
            tuple(reader.tree(row.id)),
            shown[-1].id if shown else None,
            archived=archived,
            folder=folders.get(row.folder_id or 0, ""),
        )


def _rows(reader: Reader) -> Iterator[tuple[ConversationRow, bool]]:
    """Each with whether it is in the archive; those in the trash last."""
    for trashed, archived in ((False, False), (False, True), (True, False)):
        last = None
        while page := reader.conversations(limit=_PAGE, offset_after=last, trashed=trashed, archived=archived):
            yield from ((row, archived or row.archived) for row in page)
            last = page[-1]


def _extent(reader: Reader, conversation_id: int) -> tuple[int, int]:
    found = reader.row(
        "SELECT count(*), coalesce(sum(octet_length(text)), 0) FROM message WHERE conversation_id = ?",
        [conversation_id],
    )
    count, length = found or (0, 0)
    return int(str(count)), int(str(length))
