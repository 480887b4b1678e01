"""One import from its first file to its last, on a thread of its own."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from parley.domain.arrival import Arrival, ImportStoppedError, Unread
from parley.domain.errors import AppError, Cause, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

# What is written at once. The engine's thread writes it between two pieces of an answer, in a few hundredths of a
# second; only a conversation that is larger by itself takes longer.
_MESSAGES = 150
_CHARACTERS = 300_000
_BYTES = 4 * 2**20  # of attachments
_TOLD_EVERY = 0.2  # seconds
_NAMED = 50  # unreadable conversations that the details name


class Intake(Protocol):
    """What files hold, and what of it is here already. Made and used on the import's thread; all may raise AppError."""

    def found(
        self, path: Path, given_up: Callable[[], bool], told: Callable[[float], None]
    ) -> Iterator[Arrival | Unread]:
        """Every conversation in a file; `told` hears which share of it was read. Raises ImportStoppedError too."""
        ...

    def is_here(self, arrival: Arrival) -> bool: ...
    def note(self, ident: int, arrival: Arrival) -> None:
        """`arrival` was written, with the id `ident`."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far it is: the file being read, which share of all files was read (0 to 1), and what came of it so far."""

    name: str
    share: float
    imported: int


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How it ended. `ids` are those that can be undone: what came for the trash is not among them."""

    ids: tuple[int, ...] = ()
    imported: int = 0
    known: int = 0  # were here already
    unread: int = 0
    failures: tuple[Failure, ...] = ()
    stopped: bool = False


class ImportRun:
    """Reads, leaves out what is here, and hands the rest to `deliver` in small portions.

    `deliver` writes a portion, all or nothing, waits for that and returns the ids; raises AppError,
    ImportStoppedError. `usual_model` is for conversations that name none.
    """

    def __init__(
        self,
        intake: Intake,
        deliver: Callable[[Sequence[Arrival]], Sequence[int]],
        told: Callable[[ImportProgress], None],
        given_up: Callable[[], bool],
        usual_model: str,
    ) -> None:
        self._intake = intake
        self._deliver = deliver
        self._told = told
        self._given_up = given_up
        self._usual_model = usual_model
        self._portion: list[Arrival] = []
        self._ids: list[int] = []
        self._imported = self._known = self._unread = 0
        self._failures: list[Failure] = []
        self._next_telling = time.monotonic() + _TOLD_EVERY

    def run(self, paths: Sequence[Path]) -> ImportReport:
        """Import the files one after the other. What cannot be read keeps nothing else from being imported."""
        stopped = False
        try:
            for number, path in enumerate(paths):
                self._import_file(path, number, len(paths))
        except ImportStoppedError:
            stopped = True
        except AppError as error:  # what was not written: the next would not be either
            self._failures.append(error.failure)
        return ImportReport(tuple(self._ids), self._imported, self._known, self._unread, tuple(self._failures), stopped)

    def _import_file(self, path: Path, number: int, of: int) -> None:
        def told(share: float) -> None:
            self._tell(ImportProgress(path.name, (number + share) / of, self._imported))

        unread: list[Unread] = []
        try:
            for found in self._intake.found(path, self._given_up, told):
                if isinstance(found, Unread):
                    unread.append(found)
                else:
                    self._take(found)
        except AppError as error:
            if error.failure.cause in _NOT_OF_THE_FILE:
                raise
            self._failures.append(error.failure)
        self._unread += len(unread)
        if unread:
            details = "\n".join(f"{one.name or '…'}: {one.reason}" for one in unread[:_NAMED])
            self._failures.append(Failure(Cause.IMPORT_PARTLY, {"path": path.name}, details))
        self._write()

    def _take(self, arrival: Arrival) -> None:
        settings = arrival.conversation.settings
        if not settings.model:
            conversation = replace(arrival.conversation, settings=replace(settings, model=self._usual_model))
            arrival = replace(arrival, conversation=conversation)
        begun = arrival.conversation.created_at
        if any(waiting.conversation.created_at == begun for waiting in self._portion):
            self._write()  # it may be the same once more
        if self._intake.is_here(arrival):
            self._known += 1
            return
        self._portion.append(arrival)
        if _is_enough(self._portion):
            self._write()

    def _write(self) -> None:
        if not self._portion:
            return
        portion, self._portion = self._portion, []
        for ident, arrival in zip(self._deliver(portion), portion, strict=True):
            self._intake.note(ident, arrival)
            self._imported += 1
            if arrival.conversation.trashed_at is None:
                self._ids.append(ident)

    def _tell(self, progress: ImportProgress) -> None:
        now = time.monotonic()
        if now >= self._next_telling:
            self._next_telling = now + _TOLD_EVERY
            self._told(progress)


_NOT_OF_THE_FILE = (Cause.DISK_FULL, Cause.NOT_WRITABLE, Cause.DATABASE_DAMAGED, Cause.DATABASE_NEWER, Cause.UNEXPECTED)


def _is_enough(portion: Sequence[Arrival]) -> bool:
    messages = [message for arrival in portion for message in arrival.messages]
    return (
        len(messages) + len(portion) >= _MESSAGES
        or sum(len(message.text) for message in messages) >= _CHARACTERS
        or sum(len(one.data) for message in messages for one in message.attachments) >= _BYTES
    )
