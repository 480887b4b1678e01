"""What it costs to open a conversation of 10,000 messages, and to page through all of it.

    python tests/bench/opening.py [--messages 10000]

Runs without a screen (`offscreen`), in one process. Prints as its last line JSON:

- `ten_thousand_over_ten`: from `show_messages` until the window is painted, 10,000 messages over 10 (medians of 7).
- `added_mb`: memory that the long conversation adds, its own text not counted, after it was paged through.
- `scroll_stall_max_ms`, `scroll_stall_p99_ms`: how long one page took, from the end to the beginning; `_cpu`: the CPU
  time of the same.
- `browser_open_ms`: a QTextBrowser that is given all of it.
"""

from __future__ import annotations

import argparse
import gc
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

from PySide6.QtWidgets import QAbstractScrollArea, QTextBrowser  # noqa: E402
from tests.bench.answers import long_answer  # noqa: E402 - the path comes first
from tests.bench.transcript_window import app, message, new_view  # noqa: E402

from parley.app.collecting import Collecting  # noqa: E402

if TYPE_CHECKING:
    from parley.domain.message import Message
    from parley.ui.transcript.view import TranscriptView


def conversation(count: int) -> list[Message]:
    """Questions and answers in turn; answers of 300 to 3,000 characters with every construct.

    The end is the same whatever the count, because the end is what is seen first.
    """
    source = long_answer(60_000)
    made = []
    for number in range(1, count + 1):
        if number % 2:
            made.append(message(number, f"Question {number}: how does this part work, and why?", mine=True))
        else:
            back = count - number
            start = source.find("\n\n", (back * 977) % 50_000) + 2
            made.append(message(number, source[start : start + 300 + (back * 331) % 2700]))
    return made


def resident_mb() -> float:
    text = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    return int(next(line.split()[1] for line in text.splitlines() if line.startswith("Pss:"))) / 1024


def first_paint(view: TranscriptView, messages: list[Message]) -> float:
    """Milliseconds until the end of the conversation is on the screen."""
    view.show_messages([])
    app().processEvents()
    gc.collect()
    began = time.perf_counter()
    view.show_messages(messages)
    app().processEvents()
    return (time.perf_counter() - began) * 1000


def page_through(view: TranscriptView) -> tuple[list[float], list[float]]:
    """Milliseconds for each page on the way up: by the clock, and of CPU."""
    area = view.findChild(QAbstractScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    walls, cpus = [], []
    while bar.value() > 0:
        wall, cpu = time.perf_counter(), time.thread_time()
        bar.setValue(bar.value() - bar.pageStep())
        app().processEvents()
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.thread_time() - cpu) * 1000)
    return walls, cpus


def browser_open(messages: list[Message]) -> float:
    shown = QTextBrowser()
    shown.resize(900, 700)
    shown.show()
    app().processEvents()
    began = time.perf_counter()
    shown.setMarkdown("\n\n".join(each.text for each in messages))
    app().processEvents()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--messages", type=int, default=10_000)
    count = parser.parse_args().messages
    few, many = conversation(10), conversation(count)
    view = new_view()
    for _ in range(3):
        first_paint(view, few)  # imports and fonts
    before = resident_mb()
    tens, thousands = [], []
    for _ in range(7):
        tens.append(first_paint(view, few))
        thousands.append(first_paint(view, many))
    collecting = Collecting(lambda: True)  # as in the program
    walls, cpus = page_through(view)
    collecting.deleteLater()
    gc.collect()
    added = resident_mb() - before
    walls.sort()
    cpus.sort()
    print(f"{count} messages, {len(walls)} pages; first paint {statistics.median(thousands):.1f} ms")
    result = {
        "ten_thousand_over_ten": round(statistics.median(thousands) / statistics.median(tens), 2),
        "open_ten_ms": round(statistics.median(tens), 1),
        "open_ten_thousand_ms": round(statistics.median(thousands), 1),
        "added_mb": round(added, 1),
        "scroll_stall_max_ms": round(walls[-1], 1),
        "scroll_stall_p99_ms": round(walls[int(len(walls) * 0.99)], 1),
        "scroll_stall_max_cpu_ms": round(cpus[-1], 1),
        "browser_open_ms": round(browser_open(many), 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
