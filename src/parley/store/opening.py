"""Opening the file for writing: make it, check it, bring it up to date, or mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause

from .backup import back_up, list_backups
from .connection import damage_mark, open_writer, remember_damage, translated
from .files import companions, is_empty, make_new, make_private, version_in_header
from .schema import VERSION, check_shape, find_damage, migrate, refuse_newer, version_of

if TYPE_CHECKING:
    from pathlib import Path

    import apsw

    from .recovery import RecoveryReport

_SMALL = 8 * 2**20  # bytes; a file up to this size is looked through at every start, larger ones with each backup


def open_database(database: Path, backups: Path) -> tuple[apsw.Connection, RecoveryReport | None]:
    """The connection that writes, and what had to be mended. Raises AppError."""
    with translated(database):
        make_private(database.parent)
        if _is_first_start(database, backups):
            make_new(database)
        elif is_empty(database):
            return _mend(database, backups, "the file is empty or gone")
        try:
            return _open_sound(database, backups), None
        except AppError as error:
            if error.cause is not Cause.DATABASE_DAMAGED:
                raise
            return _mend(database, backups, error.failure.details)


def _is_first_start(database: Path, backups: Path) -> bool:
    """No database, and nothing that says there ever was one: otherwise a missing one is damage."""
    return not any(path.exists() for path in (database, *companions(database))) and not list_backups(backups)


def _open_sound(database: Path, backups: Path) -> apsw.Connection:
    refuse_newer(version_in_header(database), database)
    connection = open_writer(database)
    try:
        with translated(database):
            version = version_of(connection)
            refuse_newer(version, database)
            _look_through(connection, database)
            if version < VERSION:
                back_up(database, backups)
                migrate(connection, database)
            check_shape(connection, database)
            database.chmod(0o600)
    except BaseException:  # raised on: nobody else would close it
        connection.close(True)
        raise
    return connection


def _look_through(connection: apsw.Connection, database: Path) -> None:
    """Raise AppError DATABASE_DAMAGED when SQLite finds damage, where looking is quick or there is reason to."""
    mark = damage_mark(database)
    suspected = mark.exists()
    if not suspected and database.stat().st_size > _SMALL:
        return
    found = find_damage(connection, index_too=suspected)
    if found:
        remember_damage(database)
        raise AppError(Cause.DATABASE_DAMAGED, found, path=str(database))
    mark.unlink(missing_ok=True)


def _mend(database: Path, backups: Path, reason: str) -> tuple[apsw.Connection, RecoveryReport]:
    from .recovery import mend  # rarely needed, and the store is opened before the first paint

    report = mend(database, backups, reason)
    return _open_sound(database, backups), report
