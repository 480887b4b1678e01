"""The month begins where the person lives."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from tests.chat.parts import MemoryStore

from parley.chat.budget import check_budget, month_start
from parley.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system takes its time zone from elsewhere")
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("moment", "start"),
    [
        (1_700_000_000_000, 1_698_793_200_000),  # 14 November 2023: since midnight, UTC+1
        (1_711_900_000_000, 1_709_247_600_000),  # 31 March 2024, summer time: March began in winter time
        (1_704_065_400_000, 1_704_063_600_000),  # half past midnight on 1 January 2024
    ],
)
def test_a_month_begins_at_local_midnight(moment: int, start: int) -> None:
    assert month_start(moment) == start


def test_spending_exactly_the_budget_uses_it_up() -> None:
    store = MemoryStore()
    store.spent = 999
    check_budget(store, 1000, 1_700_000_000_000)
    store.spent = 1000
    with pytest.raises(AppError):
        check_budget(store, 1000, 1_700_000_000_000)


def test_no_budget_asks_nothing() -> None:
    store = MemoryStore()
    store.spent = 10**12
    check_budget(store, 0, 1_700_000_000_000)
    assert store.log == []
