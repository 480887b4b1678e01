"""A real file in an empty folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "data" / "parley.db"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "data" / "backups"


@pytest.fixture
def store(database: Path, backups: Path) -> Iterator[Store]:
    opened = Store.open(database, backups)
    yield opened
    opened.close()
