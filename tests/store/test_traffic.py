from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.domain.traffic import SentRequest
from parley.store.store import Store
from parley.store.traffic import Traffic

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CHAT = SentRequest(2_000, "https://api.openai.com/v1/chat/completions", "gpt-4o", 812, 20_480, 200)
LIST = SentRequest(1_000, "https://api.openai.com/v1/models", "", 190, 5_120, 200)


@pytest.fixture
def store(database: Path, backups: Path) -> Iterator[Store]:
    opened = Store.open(database, backups)
    yield opened
    opened.close()


def test_requests_are_listed_the_latest_first(store: Store) -> None:
    traffic = Traffic(store)
    for request in (LIST, CHAT):
        traffic.add(request)
    assert traffic.since(0) == [CHAT, LIST]
    assert traffic.since(1_001) == [CHAT]


def test_what_becomes_of_a_request_is_written_over_its_beginning(store: Store) -> None:
    traffic = Traffic(store)
    ident = traffic.add(SentRequest(CHAT.at, CHAT.address, CHAT.model))
    traffic.finish(ident, CHAT)
    assert traffic.since(0) == [CHAT]


def test_old_requests_are_forgotten_and_later_ones_are_not(store: Store) -> None:
    traffic = Traffic(store)
    for request in (LIST, CHAT):
        traffic.add(request)
    traffic.forget_before(CHAT.at)
    assert traffic.since(0) == [CHAT]


def test_they_are_there_after_a_restart(database: Path, backups: Path) -> None:
    store = Store.open(database, backups)
    Traffic(store).add(CHAT)
    store.close()
    again = Store.open(database, backups)
    assert Traffic(again).since(0) == [CHAT]
    again.close()


def test_half_a_character_in_a_name_is_no_reason_to_fail(store: Store) -> None:
    traffic = Traffic(store)
    traffic.add(SentRequest(1, "https://example.com/\ud83d", "model \udc00"))
    assert traffic.since(0)[0].model == "model �"
