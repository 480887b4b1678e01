"""What is written and not sent yet, kept for each conversation and over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.errors import AppError

if TYPE_CHECKING:
    from parley.domain.attachment import Attachment
    from parley.domain.errors import Failure
    from parley.domain.message import Conversation

    from .engine_thread import EngineThread
    from .ports import Library

PAUSE_MS = 700


class Written(NamedTuple):
    """A text with its attachments, before it is a message."""

    text: str = ""
    attachments: tuple[Attachment, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text or self.attachments)

    def joined(self, other: Written) -> Written:
        """Both, one after the other, where both hold something."""
        text = "\n\n".join(part for part in (self.text, other.text) if part)
        return Written(text, self.attachments + tuple(a for a in other.attachments if a not in self.attachments))


class Drafts(QObject):
    """Saves what is in the composer when the writing pauses and brings it back with its conversation."""

    restored = Signal(object)  # Written
    failed = Signal(object)  # Failure

    def __init__(self, engine: EngineThread, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._library = library
        self._conversation_id: int | None = None
        self._shown = False
        self._now = self._saved = Written()
        self._unwritten: dict[int | None, Written] = {}  # on their way to the disk, or refused by it
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save)

    def keep(self, written: Written) -> None:
        """Take what is in the composer now."""
        self._now = written
        if written.attachments != self._saved.attachments:
            self.save()  # nobody attaches ten times a second
        else:
            self._timer.start()

    def show(self, conversation: Conversation | None) -> None:
        """Another conversation is on the screen: keep the draft of the last one, bring back this one's."""
        conversation_id = conversation.id if conversation else None
        if self._shown and conversation_id == self._conversation_id:
            return
        self.save()
        self._shown = True
        self._conversation_id = conversation_id
        self._now = self._saved = self._read()
        self.restored.emit(self._now)

    def save(self) -> None:
        """Write what changed; also called when the window closes."""
        self._timer.stop()
        if not self._shown or self._now == self._saved:
            return
        self._saved = self._now
        self.write(self._conversation_id, self._now)

    def write(self, conversation_id: int | None, draft: Written) -> None:
        """Keep a draft for any conversation; until it is on the disk it is kept here."""
        self._unwritten[conversation_id] = draft

        def done(_nothing: None) -> None:
            if self._unwritten.get(conversation_id) is draft:
                del self._unwritten[conversation_id]

        def failed(failure: Failure) -> None:
            if conversation_id == self._conversation_id:
                self._saved = Written()  # it is tried again with the next change
            self.failed.emit(failure)

        text, attachments = draft
        self._engine.post(
            lambda backend: backend.save_draft(conversation_id, text, attachments), done=done, failed=failed
        )

    def _read(self) -> Written:
        if self._conversation_id in self._unwritten:
            return self._unwritten[self._conversation_id]
        try:
            text = self._library.draft(self._conversation_id)
            return Written(text, tuple(self._library.draft_attachments(self._conversation_id)))
        except AppError as error:
            self.failed.emit(error.failure)
            return Written()
