"""The list of conversations: pages, shelves, search, and what the person does to whole conversations."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from parley.chat.budget import month_start
from parley.domain.conversation_row import Shelf
from parley.domain.errors import AppError
from parley.domain.library_changes import DeleteBranch, RestoreBranch, Trash

from .library_undo import Step, UndoStack
from .library_words import done_words, undo_words
from .search_worker import Question, SearchWorker

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from parley.domain.conversation_row import ConversationRow
    from parley.domain.errors import Failure
    from parley.domain.library_changes import LibraryChange
    from parley.domain.search_filters import Filters

    from .engine_thread import EngineThread
    from .ports import Backend, Library
    from .session import Session

PAGE = 100  # rows
DEEP = 10 * PAGE  # rows; whoever has loaded more has their beginning read again, not all of them
TYPING_PAUSE_MS = 60  # search when the person has paused, not at every key


class LibraryController(QObject):
    """Feeds the sidebar. A page comes in a fraction of a millisecond, so it is read here; a search has its thread."""

    foldersRead = Signal(object, bool)  # Sequence[Folder], whether there is anything in the archive
    rowsReplaced = Signal(object, bool)  # Sequence[ConversationRow], whether there are more
    rowsAdded = Signal(object, bool)
    headRead = Signal(object)  # Sequence[ConversationRow]: how a long list begins now
    found = Signal(object, str)  # Sequence[ConversationRow], the text searched for
    modelsRead = Signal(object)  # Sequence[str], those that have answered
    undoOffered = Signal(str, str)  # what was done, what undoing it is called
    redoOffered = Signal()  # something was undone
    branchChanged = Signal(object)  # DeleteBranch or RestoreBranch: messages went or came back
    shownGone = Signal()  # the conversation on the screen was deleted
    shownBack = Signal(int)  # its deletion was undone, and nothing else was opened since
    failed = Signal(object)

    def __init__(
        self,
        engine: EngineThread,
        library: Library,
        open_library: Callable[[], Library],
        session: Session,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._library = library
        self._session = session
        self._last: ConversationRow | None = None
        self._loaded = 0  # rows
        self._shelf = Shelf()
        self._question = Question()
        self._stack = UndoStack()
        self._left: int | None = None  # the conversation that was on the screen when it was deleted
        self._worker = SearchWorker(open_library, self)
        self._worker.found.connect(self._on_found)
        self._worker.failed.connect(self.failed)
        self._timer = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._timer.timeout.connect(self._refresh_all)

    def finish(self) -> None:
        """End the search's thread."""
        self._worker.finish()

    # What the sidebar shows

    def refresh(self) -> None:
        """An answer has come, say: read again what the sidebar shows, of a long list its beginning."""
        if self._question or self._loaded <= DEEP:
            self._refresh_all()
        else:
            self._read(lambda: self.headRead.emit(self._page(None)))

    def _refresh_all(self) -> None:
        if self._question:
            self._worker.ask(self._question)
        else:
            self._read(self._show_shelf)

    def show_more(self) -> None:
        """The next page."""
        if self._last is not None and not self._question:
            self._read(lambda: self._show_page(self._page(self._last), self.rowsAdded.emit))

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the trash, the archive, a folder, or the usual list; a search ends with that."""
        self._shelf = shelf
        self._ask(Question())

    def search(self, text: str) -> None:
        """Search for `text` when the typing pauses; without text and filters the list is back at once."""
        self._ask(Question(text, self._question.filters))

    def set_filters(self, filters: Filters) -> None:
        """What narrows the search, at once."""
        self._ask(Question(self._question.text, filters))

    def read_models(self) -> None:
        """Read which models can be filtered by."""
        self._read(lambda: self.modelsRead.emit(self._library.models_used()))

    def _ask(self, question: Question) -> None:
        self._question = question
        self._worker.give_up()
        self._timer.stop()
        if question:
            self._timer.start()
        else:
            self._refresh_all()

    def _on_found(self, rows: Sequence[ConversationRow], question: Question) -> None:
        if question is self._question:
            self.found.emit(rows, question.text)

    def _show_shelf(self) -> None:
        self.foldersRead.emit(self._library.folders(), self._library.has_archived())
        self._loaded = 0
        self._show_page(self._page(None), self.rowsReplaced.emit)

    def _page(self, after: ConversationRow | None) -> list[ConversationRow]:
        shelf = self._shelf
        return self._library.conversations(
            limit=PAGE,
            offset_after=after,
            trashed=shelf.trashed,
            archived=shelf.archived,
            folder_id=shelf.folder.id if shelf.folder else None,
            loose=shelf == Shelf(),
        )

    def _show_page(self, rows: list[ConversationRow], show: Callable[[list[ConversationRow], bool], None]) -> None:
        self._last = rows[-1] if rows else None
        self._loaded += len(rows)
        show(rows, len(rows) == PAGE)

    def title_of(self, conversation_id: int) -> str:
        """ "" when it cannot be read."""
        try:
            return self._library.conversation(conversation_id).title
        except AppError as error:
            self.failed.emit(error.failure)
            return ""

    # What the person does

    def change(self, change: LibraryChange) -> None:
        """Rename, pin, move, archive, trash, restore …: nothing is asked, everything can be undone."""

        def done(reverse: LibraryChange) -> None:
            self.take_done(change, reverse)
            self._tell_branch(change)

        self._engine.post(lambda backend: backend.change_library(change), done=done, failed=self.failed.emit)

    def take_done(self, change: LibraryChange, reverse: LibraryChange) -> None:
        """Something was done that can be undone: offer that, and show what there is now."""
        if self._stack.add(Step(change, reverse)):
            self.undoOffered.emit(self._say(change), undo_words(change))
        self._changed()

    def show_branch(self, message_id: int, done: Callable[[], None]) -> None:
        """Make the branch with this message the shown one; then call `done`."""
        self._engine.post(
            lambda backend: backend.choose_branch(message_id), done=lambda _none: done(), failed=self.failed.emit
        )

    def undo(self) -> None:
        """Take back the last change."""
        step = self._stack.take_done()
        if step is not None:
            self._turn_back(step, self._stack.put_undone, self._stack.put_done, self.redoOffered.emit)

    def redo(self) -> None:
        """Do again what was undone last."""
        step = self._stack.take_undone()
        if step is not None:
            self._turn_back(step, self._stack.put_done, self._stack.put_undone, lambda: self._offer_undo(step))

    def _turn_back(
        self, step: Step, put: Callable[[Step], None], put_back: Callable[[Step], None], offer: Callable[[], None]
    ) -> None:
        def done(reverse: LibraryChange) -> None:
            put(Step(step.change, reverse))
            offer()
            self._changed()
            self._tell_branch(step.reverse)
            self._open_what_came_back(step.reverse)

        def failed(failure: Failure) -> None:
            put_back(step)
            self.failed.emit(failure)

        self._engine.post(lambda backend: backend.change_library(step.reverse), done=done, failed=failed)

    def _open_what_came_back(self, change: LibraryChange) -> None:
        came_back = isinstance(change, Trash) and (self._left, False) in change.states
        if came_back and self._left is not None and self._session.conversation is None:
            self.shownBack.emit(self._left)

    def _tell_branch(self, change: LibraryChange) -> None:
        if isinstance(change, DeleteBranch | RestoreBranch):
            self.branchChanged.emit(change)

    def _offer_undo(self, step: Step) -> None:
        self.undoOffered.emit(self._say(step.change), undo_words(step.change))

    def _say(self, change: LibraryChange) -> str:
        try:
            folders = {folder.id: folder.name for folder in self._library.folders()}
        except AppError as error:
            self.failed.emit(error.failure)
            folders = {}
        return done_words(change, folders)

    def delete_forever(self, conversation_ids: Sequence[int]) -> None:
        self._lose(lambda backend: backend.delete_forever(conversation_ids))

    def empty_trash(self) -> None:
        self._lose(lambda backend: backend.empty_trash())

    def _lose(self, work: Callable[[Backend], Coroutine[Any, Any, None]]) -> None:
        def done(_nothing: None) -> None:
            self._stack.forget()
            self._changed()

        self._engine.post(work, done=done, failed=self.failed.emit)

    def _changed(self) -> None:
        self._refresh_all()
        shown = self._session.conversation
        if shown is None:
            return
        try:
            now = self._library.conversation(shown.id)
        except AppError:
            self.shownGone.emit()  # it was deleted for good
            return
        if now.trashed_at is not None and shown.trashed_at is None:
            self._left = shown.id
            self.shownGone.emit()
        else:
            self._session.change_conversation(now)

    # Money

    def spent_this_month(self) -> int:
        """Micro-dollars of all answers made since the month began; 0 when that cannot be read."""
        try:
            return self._library.spent_since(month_start(time.time_ns() // 1_000_000))
        except AppError as error:
            self.failed.emit(error.failure)
            return 0

    def _read(self, read: Callable[[], None]) -> None:
        try:
            read()
        except AppError as error:
            self.failed.emit(error.failure)
