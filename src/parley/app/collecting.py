"""Python's garbage collection, on the window's thread and at moments when nobody waits for it.

Python collects on whichever thread happens to make the next object. On a thread of the engine that would destroy
widgets of a closed page there, which Qt does not allow. And a full collection looks at everything that is alive:
40 ms with a long conversation on the screen, in the middle of a scroll or of an answer.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

YOUNG: Final = 5_000  # objects made since the last small collection: less than a millisecond's work
MIDDLE: Final = 10  # small collections to one middle one
DUE: Final = 5  # middle ones after which a full one is worth its while
EVERY: Final = 500  # milliseconds
LIBRARY: Final = 50  # modules: a library, like the service's client, that was imported when it was first needed


class Collecting(QObject):
    """Collects from now on, in Python's place."""

    def __init__(self, is_quiet: Callable[[], bool], parent: QObject | None = None) -> None:
        """`is_quiet` tells whether a pause of some 40 ms would go unnoticed now."""
        super().__init__(parent)
        self._is_quiet = is_quiet
        gc.disable()
        self._modules = 0
        self._leave_out_modules()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect as much as is due, and all of it only in a quiet moment."""
        if len(sys.modules) >= self._modules + LIBRARY:
            self._leave_out_modules()
        young, small, middle = gc.get_count()  # Python counts while it does not collect, too
        if middle >= DUE and self._is_quiet():
            gc.collect()
        elif young >= YOUNG:
            gc.collect(1 if small >= MIDDLE else 0)

    def _leave_out_modules(self) -> None:
        """What is alive by now is looked at no more.

        A library of 50,000 objects, all of which stay, costs 80 ms each time. Garbage that lies about at this moment
        stays as well, but that is a few pages at most, and happens a few times at most.
        """
        gc.freeze()
        self._modules = len(sys.modules)
