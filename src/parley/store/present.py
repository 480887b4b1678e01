"""Knowing a conversation again: whether one that comes from a file is here already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.arrival import marks_of

from .clean import int_of

if TYPE_CHECKING:
    from parley.domain.arrival import Arrival

    from .reader import Reader

_BEGINNINGS = "SELECT id, created_at, trashed_at IS NOT NULL FROM conversation"


class Present:
    """What is here, as `reader` finds it now; `add` says what came since. Used on one thread. All raises AppError."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._begun: dict[int, list[int]] = {}  # ids by the moment they were begun
        self._trashed: set[int] = set()
        for ident, created_at, trashed in reader.rows(_BEGINNINGS):
            self._begun.setdefault(int_of(created_at), []).append(int_of(ident))
            if trashed:
                self._trashed.add(int_of(ident))

    def holds(self, arrival: Arrival) -> bool:
        """Whether a conversation begun at that moment has all its messages.

        One in the trash counts only for its like: who imports it wants to see it.
        """
        conversation = arrival.conversation
        begun = self._begun.get(conversation.created_at, ())
        candidates = [ident for ident in begun if conversation.trashed_at is not None or ident not in self._trashed]
        if not candidates:
            return False
        marks = marks_of(arrival.messages)
        return any(marks <= self._marks(ident) for ident in candidates)

    def add(self, ident: int, arrival: Arrival) -> None:
        """`arrival` is here now, with the id `ident`."""
        self._begun.setdefault(arrival.conversation.created_at, []).append(ident)
        if arrival.conversation.trashed_at is not None:
            self._trashed.add(ident)

    def _marks(self, ident: int) -> frozenset[bytes]:
        return marks_of(self._reader.tree(ident))
