"""Garbage is collected, but a full collection waits until nobody would notice."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from parley.app.collecting import DUE, Collecting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def usual_collection() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


class Knot:
    """Refers to itself, so only a collection frees it. `alive` counts."""

    alive = 0

    def __init__(self) -> None:
        Knot.alive += 1
        self.me = self

    def __del__(self) -> None:
        Knot.alive -= 1


def make_old_garbage() -> None:
    """Garbage that small collections have passed over while it was in use."""
    knots = [Knot() for _ in range(10)]
    for _ in range(DUE + 1):
        gc.collect(1)
    assert Knot.alive == len(knots)


@pytest.mark.parametrize("quiet", [True, False])
def test_a_full_collection_waits_for_a_quiet_moment(qtbot: QtBot, quiet: bool) -> None:
    collecting = Collecting(lambda: quiet)
    collecting.setParent(None)
    make_old_garbage()
    assert Knot.alive == 10
    collecting._collect_if_quiet()
    assert Knot.alive == (0 if quiet else 10)
    gc.collect()
    assert Knot.alive == 0


def test_nothing_is_collected_wholly_while_there_is_little(qtbot: QtBot) -> None:
    collecting = Collecting(lambda: True)
    gc.collect()
    Knot()
    collecting._collect_if_quiet()
    assert Knot.alive == 1
    gc.collect()
    assert Knot.alive == 0
