"""Writes conversations to files, on a thread of its own, so that the window goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from parley.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.message import Conversation, Message
    from parley.exchange.formats import ExportFormat
    from parley.exchange.ports import Outside

    from .ports import Library


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One file to write."""

    format: ExportFormat
    conversation: Conversation
    messages: Sequence[Message]
    path: Path
    outside: Outside

    def data(self) -> bytes:
        """The content of the file. Raises AppError."""
        return self.format.write(self.conversation, self.messages, self.outside)


class Exporting(QObject):
    """Asks where to, reads the conversation, writes the file. One export at a time, in their order."""

    written = Signal(str)  # path
    failed = Signal(object)  # Failure

    def __init__(
        self,
        library: Library,
        find_format: Callable[[str], ExportFormat],
        outside: Outside,
        ask_path: Callable[[str, ExportFormat], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._find_format = find_format
        self._outside = outside
        self._ask_path = ask_path
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def export(self, conversation_id: int, format_key: str) -> None:
        """Export a whole conversation; the person is asked for the file."""
        self._export(conversation_id, format_key, None)

    def export_up_to(self, conversation_id: int, message_id: int, format_key: str = "markdown") -> None:
        """Export a conversation up to and including one message."""
        self._export(conversation_id, format_key, message_id)

    def export_to(self, conversation_id: int, format_key: str, path: Path) -> None:
        """Export a whole conversation to a file that is already chosen."""
        job = self._job(conversation_id, format_key, None, path)
        if job is not None:
            self._start(job)

    def finish(self) -> None:
        """Wait for the files that are being written."""
        self._pool.waitForDone()

    def _export(self, conversation_id: int, format_key: str, message_id: int | None) -> None:
        job = self._job(conversation_id, format_key, message_id, Path())
        if job is None:
            return
        chosen = self._ask_path(job.conversation.title, job.format)
        if chosen:
            self._start(replace(job, path=Path(chosen)))

    def _job(self, conversation_id: int, format_key: str, message_id: int | None, path: Path) -> ExportJob | None:
        try:
            conversation = self._library.conversation(conversation_id)
            messages = self._library.messages(conversation_id)
        except AppError as error:
            self.failed.emit(error.failure)
            return None
        if message_id is not None:
            messages = [m for m in messages if m.id <= message_id]
        return ExportJob(self._find_format(format_key), conversation, messages, path, self._outside)

    def _start(self, job: ExportJob) -> None:
        self._pool.start(_Writer(job, self))


class _Writer(QRunnable):
    def __init__(self, job: ExportJob, owner: Exporting) -> None:
        super().__init__()
        self._job = job
        self._owner = owner

    def run(self) -> None:
        from parley.exchange.files import write_file  # not needed for a normal start

        job = self._job
        try:
            write_file(job.path, job.data())
        except AppError as error:
            self._owner.failed.emit(error.failure)
        else:
            self._owner.written.emit(str(job.path))
