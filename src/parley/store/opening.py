"""Opening the file for writing: make it, check it, bring it up to date, or mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause

from .connection import create, damage_mark, open_writer, remember_damage, translated
from .schema import VERSION, check_shape, migrate, refuse_newer, version_of

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

    from .recovery import RecoveryReport

_SMALL = 16 * 2**20  # bytes; a file up to this size is looked through at every start, larger ones with each backup
_VERSION_AT = 60  # the place of user_version in SQLite's header, four bytes


def open_database(database: Path, backups: Path) -> tuple[apsw.Connection, RecoveryReport | None]:
    """The connection that writes, and what had to be mended. Raises AppError."""
    _make_folder(database.parent)
    if not database.exists() and not _leftovers(database, backups):
        make_new(database)
    elif _looks_empty(database):
        return _mend(database, backups, "the file is empty or missing")
    try:
        return _open_sound(database, backups), None
    except AppError as error:
        if error.cause is not Cause.DATABASE_DAMAGED:
            raise
        return _mend(database, backups, error.failure.details)


def make_new(database: Path) -> None:
    """A new, empty store at `database`. It appears there only when it is complete, so that no bytes mean damage."""
    fresh = database.with_name(database.name + "-new")
    for leftover in (fresh, *with_companions(fresh)):
        leftover.unlink(missing_ok=True)
    connection = create(fresh)
    try:
        migrate(connection, database)
    finally:
        connection.close()
    fresh.replace(database)


def with_companions(database: Path) -> list[Path]:
    """The files SQLite keeps beside `database`."""
    return [database.with_name(database.name + suffix) for suffix in ("-wal", "-shm")]


def _open_sound(database: Path, backups: Path) -> apsw.Connection:
    refuse_newer(_version_in_header(database), database)
    connection = open_writer(database)
    try:
        with translated(database):
            version = version_of(connection)
            refuse_newer(version, database)
            _look_through(connection, database)
        if version < VERSION:
            from .backup import back_up  # only when there is something to bring up to date

            back_up(database, backups)
            migrate(connection, database)
        check_shape(connection, database)
    except BaseException:
        connection.close()
        raise
    return connection


def _look_through(connection: apsw.Connection, database: Path) -> None:
    """Raise AppError DATABASE_DAMAGED when SQLite finds damage, where looking is quick or there is reason to."""
    mark = damage_mark(database)
    if not mark.exists() and database.stat().st_size > _SMALL:
        return
    found = [str(row[0]) for row in connection.execute("PRAGMA quick_check(10)")]
    if found != ["ok"]:
        remember_damage(database)
        raise AppError(Cause.DATABASE_DAMAGED, "\n".join(found), path=str(database))
    mark.unlink(missing_ok=True)


def _mend(database: Path, backups: Path, reason: str) -> tuple[apsw.Connection, RecoveryReport]:
    from .recovery import mend  # rarely needed

    report = mend(database, backups, reason)
    return _open_sound(database, backups), report


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(Cause.NOT_WRITABLE, str(error), path=str(folder)) from error


def _leftovers(database: Path, backups: Path) -> bool:
    """Whether there once was a database: then a missing one is damage, not a first start."""
    from .backup import list_backups  # not needed when all is well

    return any(path.exists() for path in with_companions(database)) or bool(list_backups(backups))


def _looks_empty(database: Path) -> bool:
    return not database.exists() or database.stat().st_size == 0


def _version_in_header(database: Path) -> int:
    """The schema's version as it stands in the file, read without SQLite, which could change the file."""
    try:
        with database.open("rb") as file:
            header = file.read(_VERSION_AT + 4)
    except OSError as error:
        raise AppError(Cause.NOT_WRITABLE, str(error), path=str(database)) from error
    known = header.startswith(b"SQLite format 3\0")
    return int.from_bytes(header[_VERSION_AT:], "big") if known and len(header) == _VERSION_AT + 4 else 0
