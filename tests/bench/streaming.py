"""What it costs to show an answer of 80 KB while it arrives at 5,000 tokens a second.

    python tests/bench/streaming.py [--size 80000] [--rate 5000] [--rounds 5]

Runs without a screen (`offscreen`), in one process. Prints as its last line JSON:

- `total_over_single_render`: CPU time of the GUI thread for the streamed answer, over laying out every block of the
  finished text once and painting it. The median of five rounds; in each both are measured, one after the other.
  Setting formulas (`formulas_s`), which waits until there is time, is left out of both.
- `last_over_first_decile`: CPU time per token in the last tenth of the answer, over the first tenth.
- `stall_p99_ms`, `stall_max_ms`: how long one turn of the event loop took, of all rounds.
- `browser_*`: a QTextBrowser that sets the whole text again in the same batches, for comparison.

Garbage is collected as in the program: not while an answer arrives (`parley.app.collecting`).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import statistics
import sys
import time
from operator import truediv
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QTextBrowser  # noqa: E402
from tests.bench.answers import long_answer, tokens_of  # noqa: E402 - the path comes first
from tests.bench.transcript_window import app, discard, message, new_view  # noqa: E402

from parley.app.collecting import Collecting  # noqa: E402
from parley.domain.message import Status  # noqa: E402
from parley.ui.transcript import formulas  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.ui.transcript.formula import Formula

_BATCH_MS = 33


class Run:
    """Feeds tokens at a rate and writes down what each turn of the event loop cost."""

    def __init__(self, tokens: list[str], rate: int, feed: Callable[[str], None]) -> None:
        self.turns: list[tuple[int, float, float]] = []  # tokens fed so far, CPU seconds, wall seconds
        began = time.perf_counter()
        fed = 0
        while fed < len(tokens):
            due = min(len(tokens), int((time.perf_counter() - began) * rate) + 1)
            before, cpu = time.perf_counter(), time.thread_time()
            if due > fed:
                feed("".join(tokens[fed:due]))
                fed = due
            app().processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
            self.turns.append((fed, time.thread_time() - cpu, time.perf_counter() - before))
            time.sleep(0.005)
        for _ in range(3):  # the last batch
            time.sleep(_BATCH_MS / 1000)
            before, cpu = time.perf_counter(), time.thread_time()
            app().processEvents()
            self.turns.append((fed, time.thread_time() - cpu, time.perf_counter() - before))

    @property
    def cpu(self) -> float:
        return sum(turn[1] for turn in self.turns)

    def decile(self, number: int) -> float:
        """CPU seconds per token in one tenth of the answer."""
        total = self.turns[-1][0]
        low, high = total * number // 10, total * (number + 1) // 10
        inside = [turn for turn in self.turns if low < turn[0] <= high]
        return sum(turn[1] for turn in inside) / (high - low)


def stalls(runs: list[Run], *, cpu: bool = False) -> tuple[float, float]:
    """The 99th percentile and the longest of all turns of the event loop, in milliseconds.

    On a machine that does other things as well, CPU time says more than the clock.
    """
    times = sorted(turn[1 if cpu else 2] * 1000 for run in runs for turn in run.turns)
    return times[int(len(times) * 0.99)], times[-1]


class FormulaClock:
    """What setting formulas costs. That waits for quiet and is not part of either side of the ratio."""

    def __init__(self) -> None:
        self.cpu = 0.0
        self._set = formulas.set_formula
        formulas.set_formula = self

    def __call__(self, source: str, size: int, colour: str, display: bool) -> Formula | None:
        cpu = time.thread_time()
        made = self._set(source, size, colour, display=display)
        self.cpu += time.thread_time() - cpu
        return made


def stream(text: str, rate: int) -> Run:
    view = new_view()
    view.show_messages([message(1, "Explain it.", mine=True)])
    view.append_message(message(2, "", status=Status.STREAMING))
    app().processEvents()
    gc.collect()  # what the runs before left behind is not this run's to clear
    run = Run(tokens_of(text), rate, lambda part: view.append_text(2, part))
    discard(view)
    return run


def single_render(text: str, clock: FormulaClock | None = None) -> float:
    """CPU seconds to lay out everything once and paint the window, without what `clock` counts."""
    view = new_view()
    app().processEvents()
    gc.collect()
    formulas_before = clock.cpu if clock else 0.0
    cpu = time.thread_time()
    view.show_messages([message(2, text)])
    view.lay_out_everything()
    app().processEvents()
    took = time.thread_time() - cpu
    discard(view)
    return took - (clock.cpu - formulas_before if clock else 0.0)


def browser(text: str, rate: int) -> tuple[Run, float]:
    """The way it is usually done: everything again for each batch."""
    shown = QTextBrowser()
    shown.resize(900, 700)
    shown.show()
    parts: list[str] = []
    timer = QTimer(interval=_BATCH_MS, singleShot=True)

    def render() -> None:
        shown.document().setMarkdown("".join(parts))
        bar = shown.verticalScrollBar()
        bar.setValue(bar.maximum())

    def feed(part: str) -> None:
        parts.append(part)
        if not timer.isActive():
            timer.start()

    timer.timeout.connect(render)
    run = Run(tokens_of(text), rate, feed)
    cpu = time.thread_time()
    render()
    app().processEvents()
    return run, time.thread_time() - cpu


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=80_000)
    parser.add_argument("--rate", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    text = long_answer(arguments.size)
    single_render(text)  # imports and fonts
    collecting = Collecting(lambda: False)
    formulas_clock = FormulaClock()
    once, streamed, runs = [], [], []
    for _ in range(arguments.rounds):
        once.append(single_render(text, formulas_clock))
        before = formulas_clock.cpu
        runs.append(stream(text, arguments.rate))
        streamed.append(runs[-1].cpu - (formulas_clock.cpu - before))
        print(f"one render {once[-1]:.3f} s, streamed {streamed[-1]:.3f} s", flush=True)
    collecting.deleteLater()
    other, other_once = browser(text, arguments.rate)
    print(f"QTextBrowser {other_once:.3f} s, {other.cpu:.3f} s")
    p99, longest = stalls(runs)
    cpu_p99, cpu_longest = stalls(runs, cpu=True)
    other_p99, other_longest = stalls([other])
    result = {
        "total_over_single_render": round(statistics.median(map(truediv, streamed, once)), 2),
        "last_over_first_decile": round(statistics.median(run.decile(9) / run.decile(0) for run in runs), 2),
        "stall_p99_ms": round(p99, 1),
        "stall_max_ms": round(longest, 1),
        "stall_p99_cpu_ms": round(cpu_p99, 1),
        "stall_max_cpu_ms": round(cpu_longest, 1),
        "streamed_s": round(statistics.median(streamed), 3),
        "formulas_s": round(formulas_clock.cpu, 3),
        "single_render_s": round(statistics.median(once), 3),
        "browser_total_over_single_render": round(other.cpu / other_once, 2),
        "browser_last_over_first_decile": round(other.decile(9) / max(1e-9, other.decile(0)), 2),
        "browser_stall_p99_ms": round(other_p99, 1),
        "browser_stall_max_ms": round(other_longest, 1),
        "browser_streamed_s": round(other.cpu, 3),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
