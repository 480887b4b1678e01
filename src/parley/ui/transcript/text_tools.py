"""Words and letters in text that is counted as Qt counts it."""

from __future__ import annotations

from PySide6.QtCore import QTextBoundaryFinder


def word_around(text: str, at: int) -> tuple[int, int]:
    """Where the word at `at` begins and ends."""
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, text)
    finder.setPosition(at)
    if not finder.isAtBoundary():
        finder.toPreviousBoundary()
    start = max(0, finder.position())
    end = finder.toNextBoundary()
    return start, max(start, end)


def step(text: str, at: int, by: int, *, words: bool) -> int:
    """The next place in `text` in the direction `by`; outside of the text when there is none."""
    kind = QTextBoundaryFinder.BoundaryType.Word if words else QTextBoundaryFinder.BoundaryType.Grapheme
    finder = QTextBoundaryFinder(kind, text)
    finder.setPosition(at)
    found = finder.toNextBoundary() if by > 0 else finder.toPreviousBoundary()
    return found if found >= 0 else at + by
