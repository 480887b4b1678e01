"""What happens to the words in the composer: kept as a draft, sent, taken back, put aside while a message is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut

from .composer_bar import ComposerBar
from .drafts import Written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment

    from .conversation_controller import ConversationController
    from .drafts import Drafts
    from .main_window import MainWindow
    from .session import Session

JUST_SENT_MS = 3_000  # until then another Enter is the same one, pressed twice or held down


class Writing(QObject):
    """Leads between the composer, its drafts and the conversation, so that no word of the person's is dropped.

    What is sent leaves the composer only when it is on disk. What is typed meanwhile stays there.
    """

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        drafts: Drafts,
    ) -> None:
        super().__init__(window)
        self._composer = window.composer
        self._window = window
        self._session = session
        self._conversation = conversation
        self._drafts = drafts
        self._flying = False  # something was sent and is not on disk yet
        self._sent = Written()
        self._sent_in: int | None = None  # the conversation's id
        self._original: Written | None = None  # the message being edited, as it was
        self._aside = Written()  # what was in the composer before the editing
        self._just_sent = QTimer(self, singleShot=True, interval=JUST_SENT_MS)
        self._bar = ComposerBar(window)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._composer)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._connect()

    def _connect(self) -> None:
        self._composer.sendRequested.connect(self._send)
        self._composer.textChanged.connect(self._keep)
        self._composer.attachmentsChanged.connect(self._keep)
        self._drafts.restored.connect(self._restore)
        self._session.begun.connect(self._begun)
        self._session.refused.connect(self._take_back)
        self._conversation.editBegan.connect(self._begin_edit)
        self._conversation.editDropped.connect(self._cancel_edit)
        self._bar.actionRequested.connect(self._conversation.drop_edit)
        self._escape.activated.connect(self._conversation.drop_edit)

    def _written(self) -> Written:
        return Written(self._composer.text(), tuple(self._composer.attachments()))

    def _put(self, written: Written) -> None:
        """Have `written`, and nothing else, in the composer."""
        if written == self._written():
            return
        self._composer.set_text(written.text)
        self._composer.set_attachments(written.attachments)

    def _keep(self) -> None:
        """The draft is what is in the composer, and what was put aside; an unchanged old message is none."""
        written = self._written()
        if written == self._original:
            written = Written()
        self._drafts.keep(written.joined(self._aside))

    # Sending

    def _send(self, text: str, attachments: Sequence[Attachment]) -> None:
        if self._flying and self._just_sent.isActive():
            return
        self._window.hide_notices()
        self._sent = Written(text, tuple(attachments))
        self._sent_in = self._session.conversation_id
        self._flying = True
        self._just_sent.start()
        self._drafts.keep(self._aside)
        self._conversation.send(text, attachments)

    def _begun(self) -> None:
        """What was sent is on disk."""
        if not self._flying:
            return
        since = self._typed_since()
        self._end_flight()
        self._put(since.joined(self._end_edit()))

    def _typed_since(self) -> Written:
        """What came into the composer after its content was sent."""
        text, attachments = self._written()
        new = tuple(one for one in attachments if one not in self._sent.attachments)
        return Written(text.removeprefix(self._sent.text), new)

    def _take_back(self) -> None:
        """Nothing was sent. The words are in the composer, or else go to the conversation they were written for."""
        if not self._flying:
            return
        sent, sent_in = self._sent, self._sent_in
        self._end_flight()
        if sent_in == self._session.conversation_id:
            self._keep()
        else:
            self._drafts.write(sent_in, sent)

    def _end_flight(self) -> None:
        self._flying = False
        self._sent, self._sent_in = Written(), None

    # Drafts

    def _restore(self, draft: Written) -> None:
        """Another conversation is on the screen, or the new one that what was sent has begun."""
        since = self._typed_since() if self._flying else Written()
        self._end_edit()
        if self._flying and self._session.turn_id is not None and not draft:
            self._sent = Written()
            self._put(since)
        else:
            self._put(draft)
            self._composer.forget_history()

    # Editing an earlier message

    def _begin_edit(self, text: str, attachments: Sequence[Attachment]) -> None:
        if self._original is None:
            self._aside = self._written()
        elif self._written() != self._original:
            self._aside = self._written().joined(self._aside)  # from one message to the next
        self._original = Written(text, tuple(attachments))
        self._put(self._original)
        said = self.tr("You are editing an earlier message. Its old version stays.")
        self._bar.show_text(said, self.tr("Cancel editing"))
        self._escape.setEnabled(True)
        self._composer.focus_input()

    def _cancel_edit(self) -> None:
        self._put(self._end_edit())
        self._composer.focus_input()

    def _end_edit(self) -> Written:
        """Returns what was put aside."""
        aside, self._aside = self._aside, Written()
        self._original = None
        self._bar.hide()
        self._escape.setEnabled(False)
        return aside
