"""What it costs the window to find in an answer of 10 MB, and to copy a conversation of 10,000 messages.

    python tests/bench/finding.py

Runs without a screen (`offscreen`), in one process. Prints as its last line JSON, with the CPU time of single turns of
the window's thread:

- `word_turn_max_ms`, `letter_turn_max_ms`: the longest while a word, and a letter that is everywhere, is found, gone
  through and scrolled past in an answer of 10 MB.
- `table_turn_max_ms`: the same for a letter in a table of 3,000 rows.
- `copy_turn_max_ms`: the longest while all of 10,000 messages is copied; `copy_s`: how long that takes in all.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication  # noqa: E402 - the path comes first
from PySide6.QtGui import QGuiApplication  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit  # noqa: E402
from tests.bench.opening import conversation  # noqa: E402
from tests.bench.transcript_window import discard, message, new_view  # noqa: E402

from parley.app.collecting import Collecting  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.message import Message
    from parley.ui.transcript.view import TranscriptView

PAUSE = 0.3  # seconds without work after which there will be none
STEPS = 20


class Turns:
    """The CPU time of what the window does, turn by turn, in milliseconds."""

    def __init__(self) -> None:
        self.longest = 0.0

    def take(self, work: Callable[[], object]) -> None:
        """Do `work`, and then all that comes of it."""
        self._measure(work)
        idle_since = time.monotonic()
        while time.monotonic() - idle_since < PAUSE:
            if self._measure(QCoreApplication.processEvents) > 1:
                idle_since = time.monotonic()

    def _measure(self, work: Callable[[], object]) -> float:
        began = time.thread_time()
        work()
        took = (time.thread_time() - began) * 1000
        self.longest = max(self.longest, took)
        return took


def shown(messages: list[Message]) -> TranscriptView:
    view = new_view()
    view.show_messages(messages)
    Turns().take(QCoreApplication.processEvents)
    return view


def find(words: str, text: str) -> float:
    """Find `words`, go to some places back and forth, and scroll; the longest turn."""
    view = shown([message(1, "Where is it?", mine=True), message(2, text)])
    turns = Turns()
    turns.take(view.open_find)
    field = view.findChild(QLineEdit)
    assert field is not None
    turns.take(lambda: field.setText(words))
    on = next(button for button in view.findChildren(QAbstractButton) if button.accessibleName() == "Next hit")
    for _ in range(STEPS):
        turns.take(on.click)
    area = view.findChild(QAbstractScrollArea)
    assert area is not None
    bar = area.verticalScrollBar()
    for part in range(STEPS):
        turns.take(lambda part=part: bar.setValue(bar.maximum() * part // STEPS))  # type: ignore[misc]
    discard(view)
    return turns.longest


def copy(messages: list[Message]) -> tuple[float, float]:
    """Copy everything; the longest turn in milliseconds, and how many seconds it took."""
    view = shown(messages)
    view.select_all()
    QGuiApplication.clipboard().clear()
    collecting = Collecting(lambda: False)  # as in the program, while it is at work
    turns = Turns()
    began = time.monotonic()
    turns.take(view.copy_selection)
    took = time.monotonic() - began - PAUSE
    collecting.deleteLater()
    assert len(QGuiApplication.clipboard().text()) > 1_000_000
    discard(view)
    return turns.longest, took


def main() -> None:
    words = find("word", ("word " * 200 + "\n") * 10_000)
    letters = find("e", ("some three letters here " * 40 + "\n") * 10_000)
    table = find("e", "| head | here |\n|---|---|\n" + "| some cell text | another cell 😀 more |\n" * 3_000)
    copy_turn, copied = copy(conversation(10_000))
    result = {
        "word_turn_max_ms": round(words, 1),
        "letter_turn_max_ms": round(letters, 1),
        "table_turn_max_ms": round(table, 1),
        "copy_turn_max_ms": round(copy_turn, 1),
        "copy_s": round(copied, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
