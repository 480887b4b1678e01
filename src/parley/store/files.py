"""The database as files: made complete, looked at without SQLite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .connection import create, translated
from .schema import APPLICATION_ID, migrate

if TYPE_CHECKING:
    from pathlib import Path

_VERSION_AT, _APPLICATION_AT = 60, 68  # user_version and application_id in SQLite's header, four bytes each
_MAGIC = b"SQLite format 3\0"


def make_private(folder: Path) -> None:
    """Make `folder` for its owner alone, unless it is there. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def make_new(database: Path) -> None:
    """A new, empty store at `database`. It appears there only when it is complete, so that no bytes mean damage."""
    fresh = beside(database, "-new")
    with translated(database):
        remove(fresh)
        connection = create(fresh)
        try:
            migrate(connection, database)
        finally:
            connection.close()
        fresh.replace(database)


def beside(database: Path, suffix: str) -> Path:
    return database.with_name(database.name + suffix)


def companions(database: Path) -> list[Path]:
    """The files SQLite keeps beside `database`."""
    return [beside(database, suffix) for suffix in ("-wal", "-shm")]


def remove(database: Path) -> None:
    """Delete a database that is only a half-made copy."""
    for path in (database, *companions(database), beside(database, "-journal")):
        path.unlink(missing_ok=True)


def is_empty(database: Path) -> bool:
    return not database.exists() or database.stat().st_size == 0


def version_in_header(database: Path) -> int:
    """The schema's version as it stands in the file, read without SQLite, which could change the file."""
    header = _header(database)
    return int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big") if _names_us(header) else 0


def is_ours(database: Path) -> bool:
    """Whether Parley wrote the file, as it says itself."""
    return _names_us(_header(database))


def _header(database: Path) -> bytes:
    with translated(database), database.open("rb") as file:
        return file.read(_APPLICATION_AT + 4)


def _names_us(header: bytes) -> bool:
    return header.startswith(_MAGIC) and header[_APPLICATION_AT:] == APPLICATION_ID.to_bytes(4, "big")
