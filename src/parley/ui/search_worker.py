"""Searching beside the window: on a thread and a connection of its own, and never for what nobody asks any more."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.errors import AppError
from parley.domain.search_filters import Filters

from .background import Background

if TYPE_CHECKING:
    from collections.abc import Callable

    from .ports import Library

HITS = 200  # conversations


@dataclass(frozen=True, slots=True)
class Question:
    """What is searched for."""

    text: str = ""
    filters: Filters = field(default_factory=Filters)

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.filters)


class SearchWorker(QObject):
    """Answers the newest question. Every question gives up the one before it, at once even where that reads much."""

    found = Signal(object, object)  # Sequence[ConversationRow], the Question
    failed = Signal(object)  # Failure

    def __init__(self, open_library: Callable[[], Library], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_library = open_library
        self._library: Library | None = None  # opened and used on the pool's thread
        self._wanted: Question | None = None
        self._ended = False
        self._pool = Background(self)

    def ask(self, question: Question) -> None:
        if self._ended:
            return
        self._wanted = question
        self._pool.do(lambda: self._answer(question))

    def give_up(self) -> None:
        """Nobody waits for an answer any more."""
        self._wanted = None

    def finish(self) -> None:
        """End the thread and close its connection. What is asked from now on is not answered."""
        self._ended = True
        self._wanted = None
        self._pool.waitForDone()
        if self._library is not None:
            self._library.close()

    # On the pool's thread

    def _answer(self, question: Question) -> None:
        def given_up() -> bool:
            return self._wanted is not question

        if given_up():
            return
        try:
            if self._library is None:
                self._library = self._open_library()
            rows = self._library.search(question.text, HITS, question.filters, given_up=given_up)
        except AppError as error:
            self.failed.emit(error.failure)
        else:
            if not given_up():
                self.found.emit(rows, question)
