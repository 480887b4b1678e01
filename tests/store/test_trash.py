"""The trash empties by itself after the days that were set, and not a day earlier, whatever the clock does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.store.talk import chat, titles

from parley.domain.library_changes import Trash
from parley.store.keeping import DAY_MS

if TYPE_CHECKING:
    from parley.store.store import Store

NOW = 1_790_000_000_000  # September 2026
TEN_YEARS = 3_650 * DAY_MS


class Clock:
    """The computer's, which can be set."""

    def __init__(self) -> None:
        self.now = NOW

    def pass_days(self, days: int, store: Store, *, set_to: int = 30) -> int:
        """Parley is open each day. Returns how many conversations went."""
        gone = 0
        for _ in range(days):
            self.now += DAY_MS
            gone += store.empty_old_trash(set_to)
        return gone


@pytest.fixture
def clock(store: Store, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(store, "now", lambda: clock.now)
    return clock


def trashed(store: Store, title: str) -> None:
    store.change_library(Trash.all([chat(store, "a", "b", title=title).id], True))


def test_it_is_emptied_after_the_days_that_were_set(store: Store, clock: Clock) -> None:
    chat(store, "a", "b", title="Kept")
    trashed(store, "Old")
    assert clock.pass_days(20, store) == 0
    trashed(store, "Newer")
    assert clock.pass_days(10, store) == 0
    assert clock.pass_days(1, store) == 1
    assert (titles(store), titles(store, trashed=True)) == (["Kept"], ["Newer"])


def test_another_number_of_days_counts_at_once(store: Store, clock: Clock) -> None:
    trashed(store, "Old")
    clock.pass_days(8, store)
    assert store.empty_old_trash(7) == 1


def test_0_days_keep_everything(store: Store, clock: Clock) -> None:
    trashed(store, "Old")
    assert clock.pass_days(400, store, set_to=0) == 0
    assert titles(store, trashed=True) == ["Old"]


def test_who_was_away_for_months_finds_it_emptied(store: Store, clock: Clock) -> None:
    trashed(store, "Old")
    store.empty_old_trash(30)
    clock.now += 90 * DAY_MS
    assert store.empty_old_trash(30) == 1


@pytest.mark.parametrize("jump", [-TEN_YEARS, TEN_YEARS], ids=["back", "forward"])
def test_a_clock_that_was_wrong_for_a_while_deletes_nothing(store: Store, clock: Clock, jump: int) -> None:
    trashed(store, "Before")
    store.empty_old_trash(30)
    clock.now += jump
    assert store.empty_old_trash(30) == 0
    trashed(store, "Meanwhile")
    clock.now -= jump
    assert store.empty_old_trash(30) == 0
    assert clock.pass_days(29, store) == 0
    assert set(titles(store, trashed=True)) == {"Before", "Meanwhile"}
    assert clock.pass_days(2, store) == 2


def test_what_the_store_notes_for_itself_is_no_setting(store: Store) -> None:
    store.empty_old_trash(30)
    store.save_settings(store.settings())
    assert not store.settings_damaged
    assert store.settings().stored() == {}
