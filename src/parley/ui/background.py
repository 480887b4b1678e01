"""Work beside the window: one thread, one piece of work after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool

if TYPE_CHECKING:
    from collections.abc import Callable


class Background(QThreadPool):
    """Does what it is given, in that order. `waitForDone` ends it; what comes of the work goes by signals."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setMaxThreadCount(1)

    def do(self, work: Callable[[], object]) -> None:
        """Do `work` on the thread. What it raises goes the way of every fault of ours."""
        self.start(_Work(work))


class _Work(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
