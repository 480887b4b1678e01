"""What it costs to show an answer of 80 KB while it arrives at 5,000 tokens a second.

    python tests/bench/streaming.py [--size 80000] [--rate 5000] [--rounds 5]

Runs without a screen (`offscreen`), in one process. The answer comes as in the program (`feeding.py`): from a thread
of its own, in the engine's batches. Prints as its last line JSON:

- `total_over_single_render`: CPU time of the GUI thread for the streamed answer, over laying out every block of the
  finished text once and painting the window. The median of five rounds; in each both are measured, one after the other.
  Setting formulas (`formulas_s`), which waits until there is time, is left out of both.
- `last_over_first_decile`: CPU time per token in the last tenth of the answer, over the first tenth.
- `stall_p99_ms`, `stall_max_ms`: how long one turn of the event loop took in which there was something to do, in
  another run of each round: the median of the rounds, and the longest of all.
- `browser_*`: a QTextBrowser that sets the whole text again for each batch, for comparison.

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
from typing import TYPE_CHECKING, TypeVar

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QTextBrowser  # noqa: E402
from tests.bench.answers import long_answer, tokens_of  # noqa: E402 - the path comes first
from tests.bench.feeding import TURN_ID, Run, Turns  # noqa: E402
from tests.bench.transcript_window import app, discard, message, new_view  # noqa: E402

from parley.app.collecting import Collecting  # noqa: E402
from parley.domain.message import Status  # noqa: E402
from parley.ui.transcript import formulas  # noqa: E402

if TYPE_CHECKING:
    from parley.ui.transcript.formula import Formula

R = TypeVar("R", bound=Run)


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


def stream(text: str, rate: int, way: type[R]) -> R:
    """Show `text` while it arrives."""
    view = new_view()
    view.show_messages([message(1, "Explain it.", mine=True)])
    view.append_message(message(TURN_ID, "", status=Status.STREAMING))
    app().processEvents()
    gc.collect()  # what the runs before left behind is not this run's to clear
    run = way(tokens_of(text), rate, lambda part: view.append_text(TURN_ID, part))
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


class Browser:
    """The way it is usually done: everything again for each batch."""

    def __init__(self) -> None:
        self._shown = QTextBrowser()
        self._shown.resize(900, 700)
        self._shown.show()
        self._parts: list[str] = []

    def add(self, part: str) -> None:
        self._parts.append(part)
        self._shown.document().setMarkdown("".join(self._parts))
        bar = self._shown.verticalScrollBar()
        bar.setValue(bar.maximum())

    def once(self) -> float:
        """CPU seconds to show all of it once more."""
        cpu = time.thread_time()
        self.add("")
        app().processEvents()
        return time.thread_time() - cpu


def browser_figures(text: str, rate: int) -> dict[str, float]:
    """The same figures of a QTextBrowser."""
    shown = Browser()
    run = Run(tokens_of(text), rate, shown.add)
    once = shown.once()
    p99, longest = Turns(tokens_of(text), rate, Browser().add).stalls()
    print(f"QTextBrowser {once:.3f} s, {run.cpu:.3f} s")
    return {
        "browser_total_over_single_render": round(run.cpu / once, 2),
        "browser_last_over_first_decile": round(run.decile(9) / run.decile(0), 2),
        "browser_stall_p99_ms": round(p99, 1),
        "browser_stall_max_ms": round(longest, 1),
        "browser_streamed_s": round(run.cpu, 3),
    }


def figures(text: str, rate: int, rounds: int) -> dict[str, float]:
    """What Parley's own view costs."""
    clock = FormulaClock()
    once, streamed, deciles, stalls, cpu_stalls = [], [], [], [], []
    for _ in range(rounds):
        once.append(single_render(text, clock))
        before = clock.cpu
        run = stream(text, rate, Run)
        streamed.append(run.cpu - (clock.cpu - before))
        deciles.append(run.decile(9) / run.decile(0))
        turns = stream(text, rate, Turns)
        stalls.append(turns.stalls())
        cpu_stalls.append(turns.stalls(cpu=True))
        print(f"one render {once[-1]:.3f} s, streamed {streamed[-1]:.3f} s", flush=True)
    return {
        "total_over_single_render": round(statistics.median(map(truediv, streamed, once)), 2),
        "last_over_first_decile": round(statistics.median(deciles), 2),
        "stall_p99_ms": round(statistics.median(p99 for p99, _longest in stalls), 1),
        "stall_max_ms": round(max(longest for _p99, longest in stalls), 1),
        "stall_p99_cpu_ms": round(statistics.median(p99 for p99, _longest in cpu_stalls), 1),
        "stall_max_cpu_ms": round(max(longest for _p99, longest in cpu_stalls), 1),
        "streamed_s": round(statistics.median(streamed), 3),
        "formulas_s": round(clock.cpu, 3),
        "single_render_s": round(statistics.median(once), 3),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=80_000)
    parser.add_argument("--rate", type=int, default=5_000)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    text = long_answer(arguments.size)
    single_render(text)  # imports and fonts
    collecting = Collecting(lambda: False)
    result = figures(text, arguments.rate, arguments.rounds)
    collecting.deleteLater()
    print(json.dumps(result | browser_figures(text, arguments.rate)))


if __name__ == "__main__":
    main()
