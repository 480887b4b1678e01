"""Mending a damaged database: set it aside, bring back the last good backup, add what the damaged file still gives."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from parley.domain.errors import AppError, Cause

from .backup import copy, flush, list_backups, verify
from .connection import damage_mark, open_writer, translated
from .files import beside, companions, make_new, remove
from .salvage import Salvaged, salvage
from .schema import VERSION, check_shape, migrate, refuse_newer, version_of


@dataclass(frozen=True, slots=True)
class RecoveryReport:
    """What was done. Nothing is ever deleted: the damaged file is at `set_aside`."""

    reason: str  # what SQLite said, for the details
    set_aside: Path | None  # None: there was no file any more
    restored_from: Path | None  # the backup; None: there was no good one
    conversations: int = 0  # brought back from the damaged file, beyond what the backup had
    messages: int = 0
    all_read: bool = True  # False: some of the damaged file could not be read


def mend(database: Path, backups: Path, reason: str) -> RecoveryReport:
    """Put a sound database in the place of the damaged one. Raises AppError when even that cannot be written."""
    with translated(database):
        set_aside = _set_aside(database)
        restored = _restore(database, backups)
        found = Salvaged(all_read=False)
        if set_aside is not None and set_aside.stat().st_size:
            found = _salvage(set_aside, database)
        damage_mark(database).unlink(missing_ok=True)
    return RecoveryReport(reason, set_aside, restored, found.conversations, found.messages, found.all_read)


def _set_aside(database: Path) -> Path | None:
    """Rename the file and its companions. Returns the new place of the file, None when there was none."""
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    target = database.with_name(f"{database.stem}-damaged-{stamp}{database.suffix}")
    number = 1
    while target.exists():
        number += 1
        target = database.with_name(f"{database.stem}-damaged-{stamp}-{number}{database.suffix}")
    # The file itself last: killed in between, the next start goes on here.
    for old, new in zip([*companions(database), database], [*companions(target), target], strict=True):
        if old.exists():
            old.replace(new)
    return target if target.exists() else None


def _restore(database: Path, backups: Path) -> Path | None:
    """Put the newest backup that is sound, or else an empty store, at `database`."""
    for backup in list_backups(backups):
        fresh = beside(database, "-new")
        remove(fresh)
        try:
            _take(backup, fresh)
        except AppError as error:
            if error.cause in (Cause.DISK_FULL, Cause.NOT_WRITABLE):
                raise
            continue  # damaged too, or of a newer Parley: the one before
        fresh.replace(database)
        return backup
    make_new(database)
    return None


def _take(backup: Path, fresh: Path) -> None:
    verify(backup)
    copy(backup, fresh)
    connection = open_writer(fresh)
    try:
        refuse_newer(version_of(connection), fresh)
        if version_of(connection) < VERSION:
            migrate(connection, fresh)
        check_shape(connection, fresh)
    finally:
        connection.close()
    flush(fresh)


def _salvage(damaged: Path, database: Path) -> Salvaged:
    """Read from a copy of the damaged file: opening it would change it."""
    with tempfile.TemporaryDirectory(dir=database.parent, prefix="salvage-") as folder:
        work = Path(folder) / damaged.name
        for old, new in zip([damaged, *companions(damaged)], [work, *companions(work)], strict=True):
            if old.exists() and not old.name.endswith("-shm"):
                shutil.copyfile(old, new)
        return salvage(work, database)
