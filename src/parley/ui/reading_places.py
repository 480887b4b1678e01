"""Where the reader was in each conversation: kept while reading, and found again when it is opened next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from parley.domain.errors import AppError

if TYPE_CHECKING:
    from parley.domain.message import Conversation

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .ports import Library
    from .session import Session
    from .transcript.view import TranscriptView

PAUSE_MS = 1_000
SETTLING_MS = 1_000  # so long after a conversation is shown, the page may still get its true width


class ReadingPlaces(QObject):
    """To be made after the session's messages are connected to the transcript: it moves what is shown there."""

    def __init__(
        self,
        transcript: TranscriptView,
        session: Session,
        conversation: ConversationController,
        library: Library,
        engine: EngineThread,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._transcript = transcript
        self._library = library
        self._engine = engine
        self._conversation_id: int | None = None
        self._saved = 0
        self._unwritten: dict[int, int] = {}  # places on their way to the disk
        self._wanted = 0  # a place in the conversation that is about to be shown
        self._found = 0  # the place that was found again last
        self._settling = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.save)
        session.conversationChanged.connect(self._change)
        session.messagesReplaced.connect(self._find_again)
        conversation.branchChanging.connect(transcript.keep_in_place)
        transcript.readerMoved.connect(self._timer.start)
        transcript.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._settling.isActive():
            QTimer.singleShot(0, self, self._show_found)  # when its parts have their places too
        return False

    def _show_found(self) -> None:
        if self._settling.isActive():
            self._transcript.go_to_place(self._found)

    def save(self) -> None:
        """Write where the reader is, if that changed; also called when the window closes."""
        self._timer.stop()
        conversation_id, place = self._conversation_id, self._transcript.reading_place()
        if conversation_id is not None and place != self._saved:
            self._saved = self._unwritten[conversation_id] = place
            self._write(conversation_id, place)

    def _write(self, conversation_id: int, place: int) -> None:
        def done(_nothing: None) -> None:
            if self._unwritten.get(conversation_id) == place:
                del self._unwritten[conversation_id]

        self._engine.post(lambda backend: backend.save_scroll(conversation_id, place), done=done)

    def _change(self, conversation: Conversation | None) -> None:
        conversation_id = conversation.id if conversation else None
        if conversation_id == self._conversation_id:
            return
        self.save()  # the last conversation is still on the screen
        self._settling.stop()
        self._conversation_id = conversation_id
        self._saved = self._wanted = self._read()

    def _read(self) -> int:
        if self._conversation_id is None:
            return 0
        if self._conversation_id in self._unwritten:
            return self._unwritten[self._conversation_id]
        try:
            return self._library.scroll(self._conversation_id)
        except AppError:
            return 0  # the end will do; whoever reads the messages says what is wrong

    def _find_again(self) -> None:
        wanted, self._wanted = self._wanted, 0
        if wanted and self._transcript.go_to_place(wanted):
            self._found = wanted
            self._settling.start()
