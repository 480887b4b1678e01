"""What the person keeps of a comparison: the rest is deleted only now, and can come back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.library_changes import RestoreBranch

from .composer_bar import ComposerBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.message import Message

    from .comparisons import Comparison, Lane
    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .session import Session


class KeptAnswers(QObject):
    """Shows the answer that was kept in its conversation, and offers to undo while that is on the screen."""

    decided = Signal(object, object)  # Comparison, the Lane whose answer is shown from now on
    failed = Signal(object)  # Failure

    def __init__(
        self, window: MainWindow, engine: EngineThread, session: Session, conversation: ConversationController
    ) -> None:
        super().__init__(window)
        self._engine = engine
        self._session = session
        self._conversation = conversation
        self._taken: Sequence[Message] = ()
        self._kept = 0
        self._bar = ComposerBar(window, closable=True)
        self._bar.actionRequested.connect(self.undo)
        session.conversationChanged.connect(self._forget_elsewhere)
        session.begun.connect(self._bar.hide)

    def keep(self, comparison: Comparison, lane: Lane, dropped: Sequence[int]) -> None:
        """Show the answer of `lane` and delete the answers `dropped`, those that are still being written included."""
        kept = lane.answer.id

        def done(taken: Sequence[Message]) -> None:
            self.decided.emit(comparison, lane)
            if taken and self._session.conversation_id == comparison.conversation_id:
                self._taken, self._kept = taken, kept
                self._bar.show_text(self.tr("%n other answers deleted", "", len(taken)), self.tr("Undo"))

        self._engine.post(lambda backend: backend.keep_answer(kept, dropped), done=done, failed=self.failed.emit)

    def undo(self) -> None:
        """Put back what was deleted; the answer that was kept stays on the screen, as one of several."""
        taken, self._taken = self._taken, ()
        kept = self._kept
        self._bar.hide()
        if taken:
            self._engine.post(
                lambda backend: backend.change_library(RestoreBranch(tuple(taken), kept)),
                done=lambda _undoing: self._conversation.reload(),
                failed=self.failed.emit,
            )

    def _forget_elsewhere(self, conversation: object) -> None:
        """Another conversation is on the screen."""
        mine = self._taken[0].conversation_id if self._taken else None
        if getattr(conversation, "id", None) != mine:
            self._taken = ()
            self._bar.hide()
