"""Garbage is collected on the window's thread, and a full collection waits until nobody would notice."""

from __future__ import annotations

import gc
import sys
import threading
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from parley.app.collecting import DUE, LIBRARY, MIDDLE, YOUNG, Collecting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def usual_collection() -> Iterator[None]:
    gc.collect()
    yield
    gc.enable()
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
    make_old_garbage()
    assert Knot.alive == 10
    collecting.collect()
    assert Knot.alive == (0 if quiet else 10)
    gc.collect()
    assert Knot.alive == 0


def test_nothing_is_collected_while_there_is_little(qtbot: QtBot) -> None:
    collecting = Collecting(lambda: True)
    gc.collect()
    Knot()
    collecting.collect()
    assert Knot.alive == 1
    gc.collect()
    assert Knot.alive == 0


def test_other_threads_make_garbage_and_only_the_window_collects_it(qtbot: QtBot) -> None:
    threads: set[int] = set()

    def note(phase: str, _info: dict[str, int]) -> None:
        threads.add(threading.get_ident())

    def work() -> None:
        for _ in range(YOUNG * 2):
            Knot()

    collecting = Collecting(lambda: False)
    gc.callbacks.append(note)
    try:
        for _ in range(MIDDLE + 2):
            worker = threading.Thread(target=work)
            worker.start()
            worker.join()
            collecting.collect()
    finally:
        gc.callbacks.remove(note)
    assert threads == {threading.get_ident()}
    assert Knot.alive == 0


def test_it_goes_on_by_itself(qtbot: QtBot) -> None:
    collecting = Collecting(lambda: True)
    for _ in range(YOUNG * 2):  # what other tests leave to the loop to delete is taken off the count
        Knot()
    qtbot.waitUntil(lambda: Knot.alive == 0, timeout=10_000)
    assert collecting.parent() is None


@pytest.mark.parametrize(("modules", "looks_again"), [(LIBRARY, False), (LIBRARY - 1, True)])
def test_a_library_that_came_later_is_not_looked_at(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, modules: int, looks_again: bool
) -> None:
    collecting = Collecting(lambda: True)
    for number in range(modules):
        monkeypatch.setitem(sys.modules, f"library_{number}", ModuleType(f"library_{number}"))
    of_the_library: list[object] = [[] for _ in range(YOUNG)]
    collecting.collect()
    looked_at = {id(one) for one in gc.get_objects()}  # what is frozen is not among them
    assert (id(of_the_library[0]) in looked_at) is looks_again
    collecting.collect()
    assert Knot.alive == 0
