"""What is typed and not sent yet, kept for each conversation and over a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.errors import AppError

if TYPE_CHECKING:
    from parley.domain.message import Conversation

    from .engine_thread import EngineThread
    from .ports import Library

PAUSE_MS = 700


class Drafts(QObject):
    """Saves the composer's text when the typing pauses and brings it back with its conversation."""

    restored = Signal(str)
    failed = Signal(object)

    def __init__(self, engine: EngineThread, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._library = library
        self._conversation_id: int | None = None
        self._shown = False
        self._text = ""
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save)

    def set_text(self, text: str) -> None:
        """Take what is in the composer now."""
        self._text = text
        self._timer.start()

    def show(self, conversation: Conversation | None) -> None:
        """Another conversation is on the screen: keep the text of the last one, bring back this one's."""
        conversation_id = conversation.id if conversation else None
        if self._shown and conversation_id == self._conversation_id:
            return
        self.save()
        self._shown = True
        self._conversation_id = conversation_id
        try:
            self._text = self._saved = self._library.draft(conversation_id)
        except AppError as error:
            self.failed.emit(error.failure)
            return
        self.restored.emit(self._text)

    def save(self) -> None:
        """Write the text if it changed; also called when the window closes."""
        self._timer.stop()
        if self._shown and self._text != self._saved:
            conversation_id, text = self._conversation_id, self._text
            self._saved = text
            self._engine.post(lambda backend: backend.save_draft(conversation_id, text), failed=self.failed.emit)
