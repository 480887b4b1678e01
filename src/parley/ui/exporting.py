"""Writes conversations to files, on a thread of its own, so that the window goes on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.errors import AppError

from .background import Background

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parley.domain.message import Conversation, Message
    from parley.exchange.formats import ExportFormat
    from parley.exchange.ports import Outside

    from .ports import Library

PAGE = 200  # conversations read at a time


@dataclass(frozen=True, slots=True)
class ExportJob:
    """One file to write."""

    format: ExportFormat
    conversation: Conversation
    messages: Sequence[Message]
    others: Sequence[Message]  # the versions that are not shown
    path: Path
    outside: Outside

    def data(self) -> bytes:
        """The content of the file. Raises AppError."""
        return self.format.write(self.conversation, self.messages, self.outside, others=self.others)


class Exporting(QObject):
    """Asks where to, reads the conversation, writes the file. One export at a time, in their order."""

    written = Signal(str)  # path
    allWritten = Signal(int, str)  # how many conversations, folder
    failed = Signal(object)  # Failure

    def __init__(
        self,
        library: Library,
        find_format: Callable[[str], ExportFormat],
        outside: Outside,
        ask_path: Callable[[str, ExportFormat], str],
        open_library: Callable[[], Library],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._find_format = find_format
        self._outside = outside
        self._ask_path = ask_path
        self._open_library = open_library
        self._pool = Background(self)

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

    def export_all(self, folder: Path, format_key: str = "json") -> None:
        """Export every conversation into `folder`, the trash left out."""
        self._pool.do(lambda: self._write_all(folder, self._find_format(format_key)))

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
            chosen = self._find_format(format_key)
            others = _others(self._library, chosen, conversation_id, messages) if message_id is None else []
        except AppError as error:
            self.failed.emit(error.failure)
            return None
        if message_id is not None:
            messages = [m for m in messages if m.id <= message_id]
        return ExportJob(chosen, conversation, messages, others, path, self._outside)

    def _start(self, job: ExportJob) -> None:
        self._pool.do(lambda: self._write(job))

    # On the pool's thread

    def _write(self, job: ExportJob) -> None:
        from parley.exchange.files import write_file  # not needed for a normal start

        try:
            write_file(job.path, job.data())
        except AppError as error:
            self.failed.emit(error.failure)
        else:
            self.written.emit(str(job.path))

    def _write_all(self, folder: Path, chosen: ExportFormat) -> None:
        from parley.exchange.files import file_name, write_file  # as above

        try:
            library = self._open_library()
            try:
                number = 0
                for conversation in _every_conversation(library):
                    number += 1
                    name = file_name(f"{conversation.id} {conversation.title}", chosen.suffix)
                    messages = library.messages(conversation.id)
                    others = _others(library, chosen, conversation.id, messages)
                    write_file(folder / name, chosen.write(conversation, messages, self._outside, others=others))
            finally:
                library.close()
        except AppError as error:
            self.failed.emit(error.failure)
        else:
            self.allWritten.emit(number, str(folder))


def _others(
    library: Library, chosen: ExportFormat, conversation_id: int, shown: Sequence[Message]
) -> Sequence[Message]:
    """The messages that are not shown, where the format takes them."""
    if chosen.tree_writer is None:
        return []
    known = {message.id for message in shown}
    return [message for message in library.tree(conversation_id) if message.id not in known]


def _every_conversation(library: Library) -> Iterator[Conversation]:
    """Those in folders and in the archive included."""
    for archived in (False, True):
        last = None
        while page := library.conversations(limit=PAGE, offset_after=last, archived=archived):
            yield from (library.conversation(row.id) for row in page)
            last = page[-1]
