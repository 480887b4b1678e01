"""The settings of a database that cannot be opened as it is, so that the window looks as the person knows it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError
from parley.domain.settings import Settings

from .backup import list_backups
from .clean import read_json, text_of
from .connection import open_reader
from .overview import Overview

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LARGEST = 64 * 2**20  # bytes: the window does not wait until a larger file is looked through page by page


def last_settings(database: Path, backups: Path) -> Settings:
    """What `database` still tells of the settings, or else its newest backup that can be read. Changes nothing.

    Mending the file, which comes after the first paint, gives the same (see `salvage`).
    """
    kept = (_by_sqlite(backup) for backup in list_backups(backups))
    before: Mapping[str, object] = next((stored for stored in kept if stored is not None), {})
    latest = _by_sqlite(database)
    return Settings({**before, **(_by_pages(database) if latest is None else latest)})


def _by_sqlite(path: Path) -> Mapping[str, object] | None:
    """None where SQLite cannot read them."""
    try:
        with closing(Overview(open_reader(path), path)) as reader:
            settings = reader.settings()
            return None if reader.settings_damaged and not settings.stored() else settings.stored()
    except (AppError, apsw.Error):
        return None


def _by_pages(path: Path) -> Mapping[str, object]:
    from .lost_rows import LostRows  # a damaged file is rare, and one in which SQLite finds no settings rarer

    try:
        if path.stat().st_size > _LARGEST:
            return {}
        with closing(LostRows(path)) as pages:
            return {text_of(key): read_json(value) for key, value in reversed(list(pages.rows("setting")))}
    except OSError:
        return {}
