"""The stream of `streaming.py` in a WebEngine page that is given all of the answer again for each batch.

    python -m venv elsewhere && elsewhere/bin/pip install PySide6 markdown-it-py
    QT_QPA_PLATFORM=offscreen elsewhere/bin/python tests/bench/web_page.py [--size 80000] [--rate 5000]

This is how peers with a browser engine show an answer. Parley has none, so this needs a Python of its own. Prints as
its last line JSON, with the CPU time of all processes of the page: `web_total_over_single_render`,
`web_stall_p99_ms` and `web_stall_max_ms` (how long the page took to show a batch), `web_streamed_s`, `web_pss_mb`.
Needs Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]
os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # the machines of tests are often those of root
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")

from markdown_it import MarkdownIt  # noqa: E402

# Not among what Parley needs: the type checker sees it only where somebody installed it.
from PySide6.QtWebEngineWidgets import QWebEngineView  # noqa: E402 # type: ignore[import-not-found,unused-ignore]
from PySide6.QtWidgets import QApplication  # noqa: E402
from tests.bench.answers import long_answer, tokens_of  # noqa: E402 - the path comes first
from tests.support.processes import descendants, pss_mb  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 0.033  # seconds


class Page:
    """A page, and what it costs."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._view = QWebEngineView()
        self._view.resize(900, 700)
        self._view.show()
        loaded: list[bool] = []
        self._view.loadFinished.connect(loaded.append)
        self._view.setHtml("<html><body></body></html>")
        self._until(lambda: bool(loaded))
        self._markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])

    def show(self, text: str) -> float:
        """Show all of `text`; how many seconds it took until it was laid out."""
        began = time.perf_counter()
        html = json.dumps(self._markdown.render(text))
        done: list[object] = []
        script = f"document.body.innerHTML = {html}; window.scrollTo(0, document.body.scrollHeight); 1"
        self._view.page().runJavaScript(script, done.append)
        self._until(lambda: bool(done))
        return time.perf_counter() - began

    def _until(self, condition: Callable[[], bool]) -> None:
        end = time.perf_counter() + 60
        while not condition():
            self._application.processEvents()
            if time.perf_counter() > end:
                raise SystemExit("the page does not answer")
            time.sleep(0.0005)


def processes() -> list[int]:
    return [os.getpid(), *descendants(os.getpid())]


def cpu_seconds() -> float:
    ticks = 0
    for pid in processes():
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=80_000)
    parser.add_argument("--rate", type=int, default=5_000)
    options = parser.parse_args()
    text = long_answer(options.size)
    tokens = tokens_of(text)
    page = Page(QApplication([]))
    page.show(text[:5_000])
    before = cpu_seconds()
    rounds = 5
    for _ in range(rounds):
        page.show("")
        page.show(text)
    once = (cpu_seconds() - before) / rounds
    page.show("")
    before, began, took, fed = cpu_seconds(), time.perf_counter(), [], 0
    while fed < len(tokens):
        fed = min(len(tokens), int((time.perf_counter() - began) * options.rate) + 1)
        took.append(page.show("".join(tokens[:fed])) * 1000)
        time.sleep(max(0.0, BATCH - took[-1] / 1000))
    streamed = cpu_seconds() - before
    took.sort()
    print(
        json.dumps(
            {
                "web_total_over_single_render": round(streamed / once, 2),
                "web_stall_p99_ms": round(took[int(len(took) * 0.99)], 1),
                "web_stall_max_ms": round(took[-1], 1),
                "web_streamed_s": round(streamed, 2),
                "web_single_render_s": round(once, 3),
                "web_pss_mb": round(pss_mb(os.getpid())),
            }
        )
    )


if __name__ == "__main__":
    main()
