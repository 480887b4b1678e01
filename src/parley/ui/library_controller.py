"""The list of conversations: pages, search, trash, and what the person does to whole conversations."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from parley.chat.budget import month_start
from parley.domain.errors import AppError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from parley.domain.conversation_row import ConversationRow

    from .engine_thread import EngineThread
    from .ports import Backend, Library
    from .session import Session

PAGE = 100  # rows
HITS = 200
TYPING_PAUSE_MS = 60  # search when the person has paused, not at every key


class LibraryController(QObject):
    """Feeds the sidebar. The first page comes in a fraction of a millisecond, so it is read where it is shown."""

    rowsReplaced = Signal(object, bool)  # Sequence[ConversationRow], whether there are more
    rowsAdded = Signal(object, bool)
    found = Signal(object, str)  # Sequence[ConversationRow], the text searched for
    undoOffered = Signal(int)  # how many conversations went to the trash
    shownTrashed = Signal()  # the conversation on the screen was deleted
    failed = Signal(object)

    def __init__(self, engine: EngineThread, library: Library, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._library = library
        self._session = session
        self._last: ConversationRow | None = None
        self._trashed_last: Sequence[int] = ()
        self._in_trash = False
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Read again what the sidebar shows."""
        if self._text.strip():
            self._read(lambda: self.found.emit(self._library.search(self._text, HITS), self._text))
        else:
            self._read(lambda: self._show_page(self._page(None), self.rowsReplaced.emit))

    def show_more(self) -> None:
        """The next page."""
        if self._last is not None and not self._text.strip():
            self._read(lambda: self._show_page(self._page(self._last), self.rowsAdded.emit))

    def search(self, text: str) -> None:
        """Search for `text` when the typing pauses; an empty text brings the list back at once."""
        self._text = text
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self.refresh()

    def show_trash(self, shown: bool) -> None:
        self._in_trash = shown
        self._text = ""
        self.refresh()

    def rename(self, conversation_id: int, title: str) -> None:
        self._change(lambda backend: backend.rename(conversation_id, title))

    def set_pinned(self, conversation_id: int, pinned: bool) -> None:
        self._change(lambda backend: backend.set_pinned(conversation_id, pinned))

    def trash(self, conversation_ids: Sequence[int]) -> None:
        """Move to the trash, which asks nothing and can be undone."""
        self._trashed_last = tuple(conversation_ids)
        shown = self._session.conversation
        self._change(lambda backend: backend.trash(conversation_ids))
        self.undoOffered.emit(len(conversation_ids))
        if shown is not None and shown.id in conversation_ids:
            self.shownTrashed.emit()

    def undo_trash(self) -> None:
        if self._trashed_last:
            self.restore(self._trashed_last)
            self._trashed_last = ()

    def restore(self, conversation_ids: Sequence[int]) -> None:
        self._change(lambda backend: backend.restore(conversation_ids))

    def delete_forever(self, conversation_ids: Sequence[int]) -> None:
        self._change(lambda backend: backend.delete_forever(conversation_ids))
        shown = self._session.conversation
        if shown is not None and shown.id in conversation_ids:
            self.shownTrashed.emit()

    def empty_trash(self) -> None:
        self._change(lambda backend: backend.empty_trash())

    def spent_this_month(self) -> int:
        """Micro-dollars of all answers made since the month began; 0 when that cannot be read."""
        try:
            return self._library.spent_since(month_start(time.time_ns() // 1_000_000))
        except AppError as error:
            self.failed.emit(error.failure)
            return 0

    def _change(self, work: Callable[[Backend], Coroutine[Any, Any, None]]) -> None:
        self._engine.post(work, done=self._changed, failed=self.failed.emit)

    def _changed(self, _nothing: None) -> None:
        self.refresh()
        shown = self._session.conversation
        if shown is None:
            return
        try:
            self._session.change_conversation(self._library.conversation(shown.id))
        except AppError:
            self.shownTrashed.emit()  # it was deleted for good

    def _page(self, after: ConversationRow | None) -> list[ConversationRow]:
        return self._library.conversations(limit=PAGE, offset_after=after, trashed=self._in_trash)

    def _show_page(self, rows: list[ConversationRow], show: Callable[[list[ConversationRow], bool], None]) -> None:
        self._last = rows[-1] if rows else None
        show(rows, len(rows) == PAGE)

    def _read(self, read: Callable[[], None]) -> None:
        try:
            read()
        except AppError as error:
            self.failed.emit(error.failure)
