"""Deleting a version of a message: asked once, with how much goes along, and taken back as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from parley.domain.errors import AppError

from .composer_bar import ComposerBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.message import Message

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .main_window import MainWindow
    from .ports import Library
    from .session import Session


class BranchDeletion(QObject):
    """Asks, deletes, and offers to undo while the conversation is on the screen."""

    failed = Signal(object)  # Failure

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        library: Library,
        engine: EngineThread,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._library = library
        self._engine = engine
        self._taken: Sequence[Message] = ()
        self._shown_last = 0
        self._bar = ComposerBar(window, closable=True)
        self._bar.actionRequested.connect(self.undo)
        session.conversationChanged.connect(self._forget_elsewhere)
        session.begun.connect(self._bar.hide)
        window.transcript.deleteRequested.connect(self.ask)

    def ask(self, message_id: int) -> None:
        """Ask whether this message and all below it shall go. While an answer is written nothing is deleted."""
        message = self._session.message(message_id)
        if message is None or self._session.turn_id is not None:
            return
        try:
            after = self._library.branch_size(message_id) - 1
        except AppError as error:
            self.failed.emit(error.failure)
            return
        box = self._question(message, after)
        yes = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.buttonClicked.connect(lambda button: self.delete(message_id) if button is yes else None)
        box.open()

    def _question(self, message: Message, after: int) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        alone = message.siblings == 1
        box.setWindowTitle(self.tr("Delete message") if alone else self.tr("Delete version"))
        box.setText(self._what_goes(after, alone))
        stays = "" if alone else self.tr("The other versions stay.") + " "
        box.setInformativeText(stays + self.tr("You can undo this while the conversation is open."))
        return box

    def _what_goes(self, after: int, alone: bool) -> str:
        if not after:
            return self.tr("Delete this message?") if alone else self.tr("Delete this version?")
        if alone:
            return self.tr("Delete this message and %n messages after it?", "", after)
        return self.tr("Delete this version and %n messages after it?", "", after)

    def delete(self, message_id: int) -> None:
        """Delete without asking; what was there is kept for `undo`."""
        shown = self._session.messages
        conversation = self._session.conversation
        if not shown or conversation is None:
            return
        last, conversation_id = shown[-1].id, conversation.id
        parent = next((m.parent_id for m in shown if m.id == message_id), None)

        def done(taken: Sequence[Message]) -> None:
            if self._session.conversation is None or self._session.conversation.id != conversation_id:
                return
            self._taken, self._shown_last = taken, last
            self._conversation.reload_at(message_id, parent)
            said = self.tr("%n messages deleted", "", len(taken))
            self._bar.show_text(said, self.tr("Undo"))

        self._engine.post(lambda backend: backend.delete_branch(message_id), done=done, failed=self.failed.emit)

    def undo(self) -> None:
        """Put back what was deleted last, and show what was shown then."""
        taken, self._taken = self._taken, ()
        self._bar.hide()
        if not taken:
            return
        shown_last = self._shown_last

        def done(_nothing: None) -> None:
            self._conversation.reload_at(taken[0].id, taken[0].id)

        def failed(failure: object) -> None:
            self._taken = taken
            self.failed.emit(failure)

        self._engine.post(lambda backend: backend.restore_branch(taken, shown_last), done=done, failed=failed)

    def _forget_elsewhere(self, conversation: object) -> None:
        """Another conversation is on the screen."""
        mine = self._taken[0].conversation_id if self._taken else None
        if getattr(conversation, "id", None) != mine:
            self._taken = ()
            self._bar.hide()
