"""What the sidebar costs with 100,000 conversations and 1,000,000 messages. The last line is one JSON object.

    python tests/bench/sidebar.py

Runs without a screen (`offscreen`), in one process, on the library that store.py generates. All in milliseconds:

open_ms              from the reading of the first page until it is painted (median of 7)
scroll_p99_ms        one turn of the event loop while all 100,000 rows are scrolled through, page by page; as the
scroll_max_ms        following stalls it is the time of the window's own thread, which a busy machine does not change
refresh_deep_ms      an answer ends while all 100,000 rows are loaded (median of 3)
typing_stall_p99_ms  one turn of the event loop while queries are typed, a key each 80 ms, and their results shown
typing_stall_max_ms
results_ms           from the last key until the results are on the screen, the pause for typing included (median)
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication  # noqa: E402 - the path comes first
from tests.bench.large_library import CONVERSATIONS, Texts, large_library  # noqa: E402

from parley import paths  # noqa: E402
from parley.store.store import Store  # noqa: E402
from parley.ui.engine_thread import EngineThread  # noqa: E402
from parley.ui.kit.style import stylesheet  # noqa: E402
from parley.ui.library_controller import PAGE, LibraryController  # noqa: E402
from parley.ui.session import Session  # noqa: E402
from parley.ui.sidebar.sidebar import Sidebar  # noqa: E402
from parley.ui.theme import LIGHT, load_fonts  # noqa: E402

if TYPE_CHECKING:
    from parley.ui.ports import Backend

FOLDER = ROOT / ".bench"
KEY_MS = 80


class Clock:
    """Runs the event loop and keeps how long each turn took."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self.turns: list[float] = []

    def turn(self) -> None:
        began = time.thread_time()
        self._application.processEvents()
        self.turns.append((time.thread_time() - began) * 1000)

    def run(self, milliseconds: float) -> None:
        end = time.perf_counter() + milliseconds / 1000
        while time.perf_counter() < end:
            self.turn()
            time.sleep(0.001)

    def percentile(self, share: float) -> float:
        return sorted(self.turns)[min(len(self.turns) - 1, int(len(self.turns) * share))]


class Bench:
    """A sidebar that is fed as in the program; nothing is written."""

    def __init__(self, application: QApplication, database: Path) -> None:
        self.application = application
        self.clock = Clock(application)
        self.sidebar = Sidebar()
        self.sidebar.set_theme(LIGHT)
        self.sidebar.get_ready()
        self.sidebar.resize(264, 780)
        self.reader = Store.open_reader(database)
        session, engine = Session(), EngineThread(_no_backend)
        self.library = LibraryController(engine, self.reader, lambda: Store.open_reader(database), session)
        self._keep = (session, engine)
        self._connect()
        self.sidebar.show()
        self.list = self.sidebar._list

    def _connect(self) -> None:
        self.library.foldersRead.connect(self.sidebar.set_folders)
        self.library.rowsReplaced.connect(self.sidebar.set_rows)
        self.library.rowsAdded.connect(self.sidebar.add_rows)
        self.library.headRead.connect(self.sidebar.set_head)
        self.library.found.connect(self.sidebar.set_search_results)
        self.sidebar.moreRequested.connect(self.library.show_more)
        self.sidebar.searchChanged.connect(self.library.search)

    def close(self) -> None:
        self.library.finish()
        self.reader.close()

    def open_ms(self) -> float:
        began = time.perf_counter()
        self.library.refresh()
        self.application.processEvents()
        return (time.perf_counter() - began) * 1000

    def scroll(self) -> dict[str, float]:
        bar, self.clock.turns = self.list.verticalScrollBar(), []
        for _ in range(CONVERSATIONS // PAGE):
            began = time.thread_time()
            bar.setValue(bar.maximum())
            self.application.processEvents()
            self.clock.turns.append((time.thread_time() - began) * 1000)
        assert self.sidebar.row_count() == CONVERSATIONS
        return {"scroll_p99_ms": self.clock.percentile(0.99), "scroll_max_ms": max(self.clock.turns)}

    def refresh_deep_ms(self) -> float:
        bar = self.list.verticalScrollBar()
        bar.setValue(bar.maximum() // 2)
        self.application.processEvents()
        times = []
        for _ in range(3):
            began = time.thread_time()
            self.library.refresh()
            self.application.processEvents()
            times.append((time.thread_time() - began) * 1000)
        return statistics.median(times)

    def type_queries(self) -> dict[str, float]:
        words, waits = Texts().words, []
        self.clock.turns = []
        for query in (
            words[0],
            words[3000],
            f"{words[5]} {words[12]}",
            words[30_000],
            "我在",
            f"{words[100]} {words[200]}",
        ):
            for length in range(1, len(query) + 1):
                self.sidebar._top.search.setText(query[:length])
                self.clock.run(KEY_MS)
            waits.append(self._wait_for(query))
        self.sidebar._top.search.give_up()
        return {
            "typing_stall_p99_ms": self.clock.percentile(0.99),
            "typing_stall_max_ms": max(self.clock.turns),
            "results_ms": statistics.median(waits),
        }

    def _wait_for(self, query: str) -> float:
        """The query once more, all at once: until its results are there."""
        self.sidebar._top.search.setText("")
        self.clock.run(50)
        found: list[str] = []
        self.library.found.connect(lambda _rows, text: found.append(text))
        began = time.perf_counter()
        self.sidebar._top.search.setText(query)
        while query not in found:
            self.clock.turn()
        self.clock.turn()
        return (time.perf_counter() - began) * 1000


def _no_backend(_emit: object) -> Backend:
    raise AssertionError


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    database, _size = large_library(FOLDER)
    Store.open(database, FOLDER / "backups").close()  # brings it up to date
    application = QApplication([])
    load_fonts(paths.resources() / "fonts")
    application.setStyle("Fusion")
    application.setStyleSheet(stylesheet(LIGHT))
    bench = Bench(application, database)
    bench.open_ms()
    figures = {"open_ms": statistics.median(bench.open_ms() for _ in range(7))}
    figures |= bench.type_queries()
    figures |= bench.scroll()
    figures["refresh_deep_ms"] = bench.refresh_deep_ms()
    bench.close()
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}))


if __name__ == "__main__":
    main()
