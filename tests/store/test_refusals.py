"""What services refused is kept: bounded, dated, and read as if someone else had written it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest

from parley.domain.refusals import MOST_KEPT, Refusal
from parley.store.refusals import RefusalTable
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

HERE = "https://api.example.com/v1"
EVER = 2**62


@pytest.fixture
def table(store: Store) -> RefusalTable:
    return RefusalTable(store)


def test_a_refusal_comes_back_as_it_was_and_is_kept_once(table: RefusalTable) -> None:
    first = Refusal(HERE, "gpt-4o", "top_p", at=5)
    by_value = Refusal(HERE, "gpt-4o", "reasoning_effort", '"xhigh"', at=6)
    again = Refusal(HERE, "gpt-4o", "top_p", at=7)
    for refusal in (first, by_value, again):
        table.add(refusal)
    assert table.between(0, EVER) == [again, by_value]
    assert table.between(7, EVER) == [again]
    assert table.between(0, 6) == [by_value]


def test_one_is_removed_by_what_it_is_and_old_ones_by_their_date(table: RefusalTable) -> None:
    kept, removed, old = (Refusal(HERE, model, "seed", at=at) for model, at in (("a", 9), ("b", 9), ("c", 1)))
    for refusal in (kept, removed, old):
        table.add(refusal)
    table.remove(removed)
    table.forget_before(5)
    assert table.between(0, EVER) == [kept]


def test_only_the_latest_are_kept(table: RefusalTable, store: Store) -> None:
    with store.transaction():
        for number in range(MOST_KEPT + 3):
            table.add(Refusal(HERE, f"model-{number}", "seed", at=number))
    kept = table.between(0, EVER)
    assert (len(kept), kept[0].at, kept[-1].at) == (MOST_KEPT, MOST_KEPT + 2, 3)


def test_half_a_character_and_bytes_that_are_no_text_break_nothing(table: RefusalTable, store: Store) -> None:
    table.add(Refusal(HERE, "half \ud800", "seed", at=1))
    store.connection.execute(
        "INSERT INTO refusal VALUES (?, CAST(x'ff00fe' AS TEXT), 'seed', '', 2)", (HERE,)
    ).fetchall()
    assert [refusal.model for refusal in table.between(0, EVER)] == ["\ufffd\x00\ufffd", "half \ufffd"]


def test_the_table_takes_no_other_types(store: Store) -> None:
    with pytest.raises(apsw.ConstraintError):
        store.connection.execute("INSERT INTO refusal VALUES ('a', 'b', 'c', '', 'yesterday')").fetchall()


def test_they_outlive_the_program(database: Path, backups: Path) -> None:
    first = Store.open(database, backups)
    RefusalTable(first).add(Refusal(HERE, "gpt-4o", "top_p", at=5))
    first.close()
    second = Store.open(database, backups)
    assert [refusal.parameter for refusal in RefusalTable(second).between(0, EVER)] == ["top_p"]
    second.close()
