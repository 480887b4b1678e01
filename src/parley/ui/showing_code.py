"""Show as Python: the request that belongs to a message, or to what is about to be sent, in a dialog."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from parley.domain.message import Message, Role
from parley.domain.request import OPENAI, build_request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.errors import Failure
    from parley.llm.as_code import Call

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session


class ShowingCode(QObject):
    """Asks the engine's side for the request, which knows what the service has refused so far, and shows it."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        engine: EngineThread,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._engine = engine
        self._failed = failed
        window.header.codeRequested.connect(self.show_next)
        window.transcript.codeRequested.connect(self.show_at)

    def show_next(self) -> None:
        """What Send would send now; with nothing in the composer, what made the last answer."""
        typed = self._typed()
        before = self._conversation.history
        history = [*before, typed] if typed is not None else up_to_question(self._session.messages)
        if history:
            self._show(history)
        else:
            self._window.notice.show_text(self.tr("Write a message first. Then you can see the code that sends it."))

    def show_at(self, message_id: int, model: str = "") -> None:
        """What was sent with this message, to `model` if given; of an answer: what asks for it."""
        messages = list(self._session.messages)
        place = next((index for index, message in enumerate(messages) if message.id == message_id), None)
        if place is not None:
            self._show(up_to_question(messages[: place + 1]), model)

    def _typed(self) -> Message | None:
        composer = self._window.composer
        text, attachments = composer.text(), tuple(composer.attachments())
        if not text.strip() and not attachments:
            return None
        before = self._conversation.history
        last = before[-1].id if before else 0
        return Message(last + 1, 0, last or None, Role.USER, text, 0, attachments=attachments)

    def _show(self, history: Sequence[Message], model: str = "") -> None:
        service = self._preferences.service or OPENAI
        settings = self._conversation.settings_for(service)
        request = build_request(replace(settings, model=model or settings.model), history)
        self._engine.post(lambda backend: backend.call_for(request, service), done=self._open, failed=self._failed)

    def _open(self, call: Call) -> None:
        from parley.ui.dialogs.code_dialog import CodeDialog  # rarely opened

        dialog = CodeDialog(call, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.set_theme(self._window.theme)
        dialog.show()


def up_to_question(messages: Sequence[Message]) -> list[Message]:
    """The messages up to the last one of the person's: what is sent for the answer that follows it."""
    asked = [index for index, message in enumerate(messages) if message.role is Role.USER]
    return list(messages[: asked[-1] + 1]) if asked else []
