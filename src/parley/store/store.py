"""The door to the database: open it to write, open it to read."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError

from . import connection as connections
from .backup import back_up, is_due
from .changes import Changes
from .opening import open_database
from .reader import Reader
from .schema import refuse_newer, version_of
from .search import relevance

if TYPE_CHECKING:
    from pathlib import Path

    from .recovery import RecoveryReport


class Store(Changes):
    """The writer. Opened once, used from one thread at a time.

    `recovery` says what had to be done to open it, None when nothing.
    """

    def __init__(
        self, connection: apsw.Connection, path: Path, backups: Path, recovery: RecoveryReport | None = None
    ) -> None:
        super().__init__(connection, path)
        connection.register_fts5_function("relevance", relevance)
        self.backups = backups
        self.recovery = recovery
        self._one_backup = threading.Lock()

    @classmethod
    def open(cls, database: Path, backups: Path) -> Store:
        """Open `database` for writing, making it, bringing it up to date or mending it first where needed.

        Raises AppError DATABASE_NEWER (and leaves the file as it is), NOT_WRITABLE, DISK_FULL.
        """
        connection, recovery = open_database(database, backups)
        return cls(connection, database, backups, recovery)

    @staticmethod
    def open_reader(database: Path) -> Reader:
        """Open `database`, which a Store has opened before, for reading. Raises AppError."""
        connection = connections.open_reader(database)
        try:
            with connections.translated(database):
                refuse_newer(version_of(connection), database)
        except AppError:
            connection.close()
            raise
        connection.register_fts5_function("relevance", relevance)
        return Reader(connection, database)

    def close(self) -> None:
        """Close, everything in the one file where that is possible: a reader that is open keeps its files beside it."""
        with suppress(apsw.Error):  # a full disk, say: what was committed is safe beside the file as well
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        super().close()

    def back_up(self) -> Path:
        """Write and verify a backup now, from any thread, while this store is in use; one at a time. Raises."""
        with self._one_backup:
            return back_up(self.path, self.backups)

    def back_up_if_due(self) -> Path | None:
        """The backup of today, unless it is there. From any thread, while this store is in use. Raises AppError."""
        with self._one_backup:
            return back_up(self.path, self.backups) if is_due(self.backups) else None
