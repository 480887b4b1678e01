"""A connection to the database file, and the one table that turns SQLite's errors into ours."""

from __future__ import annotations

import errno
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError, Cause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

Row = tuple[str | int | float | bytes | None, ...]

# What the world does to a file. Everything else (ConstraintError, SQLError, MisuseError ...) is a bug of ours.
_CAUSES: tuple[tuple[type[apsw.Error], Cause], ...] = (
    (apsw.FullError, Cause.DISK_FULL),
    (apsw.CorruptError, Cause.DATABASE_DAMAGED),
    (apsw.NotADBError, Cause.DATABASE_DAMAGED),
    (apsw.FormatError, Cause.DATABASE_DAMAGED),
    (apsw.TooBigError, Cause.FILE_TOO_LARGE),
    (apsw.ReadOnlyError, Cause.NOT_WRITABLE),
    (apsw.CantOpenError, Cause.NOT_WRITABLE),
    (apsw.IOError, Cause.NOT_WRITABLE),
    (apsw.PermissionsError, Cause.NOT_WRITABLE),
    (apsw.AuthError, Cause.NOT_WRITABLE),
    (apsw.BusyError, Cause.NOT_WRITABLE),
    (apsw.LockedError, Cause.NOT_WRITABLE),
    (apsw.ProtocolError, Cause.NOT_WRITABLE),
)
_DAMAGE = (apsw.SQLITE_IOERR_CORRUPTFS, apsw.SQLITE_IOERR_DATA)
_BUSY_TIMEOUT = 5_000  # milliseconds; a backup or a second program may hold the file for a moment
_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")  # how a transaction begins, is kept and is undone
_STEP = ("SAVEPOINT step", "RELEASE step", "ROLLBACK TO step; RELEASE step")  # and one within another
_EVERY_CONNECTION = "PRAGMA trusted_schema = OFF; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY"
_WRITER = (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = FAST;"
    "PRAGMA journal_size_limit = 16777216"
)


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise what SQLite or the system says about the file at `path` as AppError; remember damage for the next start."""
    try:
        yield
    except apsw.Error as error:
        cause = cause_of(error)
        if cause is None:
            raise
        if cause is Cause.DATABASE_DAMAGED:
            remember_damage(path)
        raise AppError(cause, f"{type(error).__name__}: {error}", path=str(path)) from error
    except UnicodeDecodeError as error:  # bytes in the file that are no text
        remember_damage(path)
        raise AppError(Cause.DATABASE_DAMAGED, str(error), path=str(path)) from error
    except OSError as error:
        cause = Cause.DISK_FULL if error.errno in (errno.ENOSPC, errno.EDQUOT) else Cause.NOT_WRITABLE
        raise AppError(cause, str(error), path=str(path)) from error


def cause_of(error: apsw.Error) -> Cause | None:
    """The cause to show for `error`, or None when it is a bug of ours."""
    if getattr(error, "extendedresult", 0) in _DAMAGE:
        return Cause.DATABASE_DAMAGED
    return next((cause for kind, cause in _CAUSES if isinstance(error, kind)), None)


def damage_mark(path: Path) -> Path:
    """The file that says: SQLite found damage while Parley ran, so check everything at the next start."""
    return path.with_name(path.name + "-check")


def remember_damage(path: Path) -> None:
    """Leave the mark, if the folder can be written; if not, the damage is found again where it was found now."""
    with suppress(OSError):
        damage_mark(path).touch(0o600)


def open_writer(path: Path) -> apsw.Connection:
    """Open the existing file at `path` for writing. Raises AppError."""
    return _open(path, apsw.SQLITE_OPEN_READWRITE, _WRITER)


def open_reader(path: Path) -> apsw.Connection:
    """Open the existing file at `path` for reading only. Raises AppError."""
    return _open(path, apsw.SQLITE_OPEN_READONLY, "PRAGMA query_only = ON")


def create(path: Path) -> apsw.Connection:
    """Open a new file at `path`, which only its owner may read. Raises AppError."""
    with translated(path):
        path.touch(0o600)  # the WAL and its index inherit the rights
    return open_writer(path)


def _open(path: Path, flags: int, pragmas: str) -> apsw.Connection:
    with translated(path):
        connection = apsw.Connection(str(path), flags=flags)
        try:
            connection.set_busy_timeout(_BUSY_TIMEOUT)
            connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
            connection.execute(_EVERY_CONNECTION).fetchall()
            connection.execute(pragmas).fetchall()  # all of them: execute stops at the first row
        except apsw.Error:
            connection.close(True)
            raise
    return connection


class Database:
    """A connection and its path. Used from one thread at a time."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self.connection = connection
        self.path = path

    def close(self) -> None:
        """Close the connection. What was committed is safe whether or not this succeeds."""
        with translated(self.path):
            self.connection.close()

    def rows(self, sql: str, bindings: Sequence[apsw.SQLiteValue] = ()) -> list[Row]:
        """Run one statement and return all its rows, so that no read is left open. Raises AppError."""
        with translated(self.path):
            return self.connection.execute(sql, bindings).fetchall()

    def row(self, sql: str, bindings: Sequence[apsw.SQLiteValue] = ()) -> Row | None:
        """The first row, or None."""
        found = self.rows(sql, bindings)
        return found[0] if found else None

    def number(self, sql: str, bindings: Sequence[apsw.SQLiteValue] = ()) -> int:
        """The first column of the first row where that is a number, else 0."""
        found = self.row(sql, bindings)
        value = found[0] if found else None
        return int(value) if isinstance(value, int | float) else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, and on the disk when the outermost block ends. Raises AppError."""
        with translated(self.path):
            within = self.connection.in_transaction
            begin, commit, undo = _STEP if within else _WHOLE
            self.connection.execute(begin)
            try:
                yield
                self.connection.execute(commit)
            except BaseException:  # raised on: whatever ends the block early, nothing of it is kept
                if self.connection.in_transaction:  # SQLite has rolled back by itself after some errors
                    self.connection.execute(undo)
                raise


def marks(values: Sequence[object]) -> str:
    """The question marks for `values` in an IN (...)."""
    return ", ".join("?" * len(values))
