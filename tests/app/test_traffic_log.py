"""The list of what left, on a disk that has no room for a while."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import httpx2
import pytest

from parley.app.traffic_log import TrafficLog
from parley.domain.errors import Cause
from parley.llm.traffic import Departure
from parley.store.store import Store
from parley.store.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parley.domain.errors import Failure

MORE_PAGES_THAN_THERE_ARE = "m" * 50_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "parley.db", tmp_path / "backups")
    yield opened
    opened.close()


def departure(model: str) -> Departure:
    return Departure(httpx2.Request("POST", "https://api.example/v1/chat/completions"), model)


def allow_pages(store: Store, most: int) -> None:
    store.rows(f"PRAGMA max_page_count = {most}")


def listed(store: Store) -> list[tuple[str, int]]:
    return sorted((one.model[:9], one.status) for one in Traffic(store).since(0))


def test_what_the_disk_did_not_take_is_listed_when_it_does_and_each_in_its_own_row(store: Store) -> None:
    async def leave() -> None:
        failures: list[Failure] = []
        log = TrafficLog(store, failures.append)
        first, large, later = departure("first"), departure(MORE_PAGES_THAN_THERE_ARE), departure("later")
        allow_pages(store, store.number("PRAGMA page_count"))
        log.record(first)
        log.record(large)
        assert log.recent() == ()
        assert [failure.cause for failure in failures] == [Cause.DISK_FULL]
        allow_pages(store, 1_000_000)
        log.record(later)
        log.recent()
        first.answer(httpx2.Response(204))
        first.ended = True
        log.record(first)
        log.close()

    asyncio.run(leave())
    assert listed(store) == [("first", 204), ("later", 0), ("mmmmmmmmm", 0)]
