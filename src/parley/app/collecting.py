"""Python's garbage collection, at moments when nobody waits for it.

A full collection looks at everything that is alive: 40 ms with a long conversation on the screen, and Python would
begin one in the middle of a scroll or of an answer.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

YOUNG: Final = 5_000  # objects made since the last small collection: less than a millisecond's work
MIDDLE: Final = 10  # small collections to one middle one
FULL: Final = 4_000  # middle ones to a full one that does not wait: 200 million objects
DUE: Final = 5  # middle ones after which a full one is worth its while
EVERY: Final = 10_000  # milliseconds


class Collecting(QObject):
    """Collects by itself from now on. What is alive by now is the program itself: it is looked at no more."""

    def __init__(self, is_quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_quiet` tells whether a pause of some 40 ms would go unnoticed now."""
        super().__init__(parent)
        self._is_quiet = is_quiet
        gc.freeze()
        gc.set_threshold(YOUNG, MIDDLE, FULL)
        gc.enable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._collect_if_quiet)
        self._timer.start()

    def _collect_if_quiet(self) -> None:
        if gc.get_count()[2] >= DUE and self._is_quiet():
            gc.collect()
