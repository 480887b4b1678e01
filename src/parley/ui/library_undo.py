"""What was done to the library, to be undone in the reverse order and done again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from parley.domain.library_changes import changes_nothing

if TYPE_CHECKING:
    from parley.domain.library_changes import LibraryChange

_DEEPEST = 200  # steps that are remembered


@dataclass(frozen=True, slots=True)
class Step:
    """A change the person made, and what takes it back (or, once it was taken back, does it again)."""

    change: LibraryChange
    reverse: LibraryChange


class UndoStack:
    """Two piles. A new change empties the second, as everywhere."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    def add(self, step: Step) -> bool:
        """Remember a change that was just made; False when it changed nothing."""
        if changes_nothing(step.reverse):
            return False
        self._done = [*self._done, step][-_DEEPEST:]
        self._undone.clear()
        return True

    def take_done(self) -> Step | None:
        """The last change that can be undone."""
        return self._done.pop() if self._done else None

    def take_undone(self) -> Step | None:
        """The last change that was undone."""
        return self._undone.pop() if self._undone else None

    def put_done(self, step: Step) -> None:
        """It was done again, or undoing it failed."""
        self._done.append(step)

    def put_undone(self, step: Step) -> None:
        """It was undone, or doing it again failed."""
        self._undone.append(step)

    def forget(self) -> None:
        """Something is gone for good: what came before can no longer be brought back as it was."""
        self._done.clear()
        self._undone.clear()
