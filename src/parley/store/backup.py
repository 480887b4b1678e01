"""Backups: whole copies of the file, verified, numbered, seven kept.

They are numbered since a clock can be set back: the greatest number is the newest, whatever the date in the name.
"""

from __future__ import annotations

import os
import re
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError, Cause

from .connection import create, open_reader, remember_damage, translated
from .files import remove
from .schema import find_damage

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 7
_NAME = re.compile(r"parley-(\d{6,})-(\d{4}-\d{2}-\d{2})\.db")
_PAGES = 1_000  # copied at a time: others may read and write in between


def list_backups(backups: Path) -> list[Path]:
    """The backups, newest first."""
    try:
        found = [path for path in backups.iterdir() if _NAME.fullmatch(path.name)]
    except OSError:
        return []  # no folder, no backups
    return sorted(found, key=_number, reverse=True)


def is_due(backups: Path) -> bool:
    """Whether there is no backup of today yet."""
    newest = list_backups(backups)[:1]
    return not newest or _date(newest[0]) != _today()


def back_up(database: Path, backups: Path) -> Path:
    """Copy `database`, which may be in use, check the copy and drop the oldest ones. Raises AppError.

    DATABASE_DAMAGED means that the database itself is not sound; the good backups stay.
    """
    with translated(backups):
        backups.mkdir(mode=0o700, parents=True, exist_ok=True)
        newest = list_backups(backups)[:1]
        number = _number(newest[0]) + 1 if newest else 1
        target = backups / f"parley-{number:06}-{_today()}.db"
        unfinished = backups / "unfinished.db"
        remove(unfinished)
        try:
            copy(database, unfinished)
            verify(unfinished, blamed=database)
            unfinished.replace(target)
        finally:
            remove(unfinished)
        for old in list_backups(backups)[KEPT:]:
            old.unlink(missing_ok=True)
    return target


def copy(source: Path, target: Path) -> None:
    """Copy a database as it stands at this moment into the new file `target`, on the disk. Raises AppError."""
    with closing(open_reader(source)) as reading, closing(create(target)) as writing:
        with translated(source):
            reading.execute("BEGIN; SELECT count(*) FROM sqlite_schema").fetchall()  # one moment for the whole copy
            with writing.backup("main", reading, "main") as running:
                while not running.done:
                    running.step(_PAGES)
        with translated(target):
            writing.execute("PRAGMA journal_mode = DELETE").fetchall()  # so that the copy is one file
    flush(target)


def verify(path: Path, *, blamed: Path | None = None) -> None:
    """Raise AppError DATABASE_DAMAGED when SQLite finds anything wrong with the file at `path`."""
    looked_at = blamed or path
    with translated(looked_at), closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        found = find_damage(connection)
    if found:
        if blamed:
            remember_damage(blamed)
        raise AppError(Cause.DATABASE_DAMAGED, found, path=str(looked_at))


def flush(path: Path) -> None:
    """Have the file and its name on the disk. Raises OSError."""
    for place, flags in ((path, os.O_RDWR), (path.parent, os.O_RDONLY)):
        if os.name == "nt" and place is not path:
            continue  # Windows opens no folders
        descriptor = os.open(place, flags)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _number(path: Path) -> int:
    found = _NAME.fullmatch(path.name)
    return int(found[1]) if found else 0


def _date(path: Path) -> str:
    found = _NAME.fullmatch(path.name)
    return found[2] if found else ""


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()
