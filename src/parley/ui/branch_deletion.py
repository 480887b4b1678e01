"""Deleting a version of a message: asked once, with how much goes along; undone like everything else in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox

from parley.domain.errors import AppError
from parley.domain.library_changes import DeleteBranch, RestoreBranch

if TYPE_CHECKING:
    from parley.domain.message import Message

    from .conversation_controller import ConversationController
    from .library_controller import LibraryController
    from .main_window import MainWindow
    from .ports import Library
    from .session import Session


class BranchDeletion(QObject):
    """Asks, and shows the conversation as it is afterwards."""

    failed = Signal(object)  # Failure

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        reader: Library,
        library: LibraryController,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._reader = reader
        self._library = library
        window.transcript.deleteRequested.connect(self.ask)
        library.branchChanged.connect(self._show_change)

    def ask(self, message_id: int) -> None:
        """Ask whether this message and all below it shall go."""
        message = self._session.message(message_id)
        if message is None:
            return
        if self._session.turn_id is not None:
            self._window.notice.show_text(self.tr("While an answer is being written, no message can be deleted."))
            return
        try:
            holds = self._reader.branch_size(message_id)
        except AppError as error:
            self.failed.emit(error.failure)
            return
        box = self._question(message, holds - 1)
        yes = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        change = DeleteBranch(message_id, holds)
        box.buttonClicked.connect(lambda button: self._library.change(change) if button is yes else None)
        box.open()

    def _question(self, message: Message, after: int) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        alone = message.siblings == 1
        box.setWindowTitle(self.tr("Delete message") if alone else self.tr("Delete version"))
        box.setText(self._what_goes(after, alone))
        can_undo = self.tr("You can undo this.")
        box.setInformativeText(can_undo if alone else f"{self.tr('The other versions stay.')} {can_undo}")
        return box

    def _what_goes(self, after: int, alone: bool) -> str:
        if not after:
            return self.tr("Delete this message?") if alone else self.tr("Delete this version?")
        if alone:
            return self.tr("Delete this message and %n messages after it?", "", after)
        return self.tr("Delete this version and %n messages after it?", "", after)

    def _show_change(self, change: DeleteBranch | RestoreBranch) -> None:
        if isinstance(change, DeleteBranch):
            gone = self._session.message(change.message_id)
            if gone is not None:
                self._conversation.reload_at(gone.id, gone.parent_id)
                self._window.transcript.setFocus()  # where Ctrl+Z brings it back; a text field has its own
            return
        back = change.messages[0]
        if self._session.conversation_id == back.conversation_id:
            self._conversation.reload_at(back.parent_id or back.id, back.parent_id)
        else:
            self._conversation.open(back.conversation_id)
