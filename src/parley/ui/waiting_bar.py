"""A service asked to wait: said over the composer with the seconds that are left, and a button that ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parley.domain.errors import Cause, Failure

from .composer_bar import ComposerBar
from .failure_words import words_for

if TYPE_CHECKING:
    from .conversation_controller import ConversationController
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session


class WaitingBar(QObject):
    """Counts down for the shown conversation. It is announced once, not every second."""

    def __init__(
        self, window: MainWindow, session: Session, conversation: ConversationController, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self.bar = ComposerBar(window)
        session.waitingChanged.connect(self._count)
        session.phaseChanged.connect(self._hide)
        session.settled.connect(self._hide)
        session.conversationChanged.connect(self._hide)
        self.bar.actionRequested.connect(conversation.stop)

    def _count(self, _message_id: int, seconds: int) -> None:
        if seconds <= 0:
            self.bar.hide()
            return
        service = self._preferences.service
        words = words_for(Failure(Cause.RATE_LIMIT, {"seconds": str(seconds)}), service.name if service else "")
        self.bar.show_text(f"{words.what} {words.to_do}", words.action_label, say=self.bar.isHidden())

    def _hide(self) -> None:
        self.bar.hide()
