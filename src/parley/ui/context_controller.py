"""The context window: says when it fills, and does what the person chooses then."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.left_out import first_sent, summary_of, without_oldest

from . import context_words as words
from .advice_bar import Advice, Choice
from .composer.meter import Level

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings, Summary
    from parley.domain.errors import Failure
    from parley.domain.message import Message

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .estimate import Estimate, Measured
    from .preferences import Preferences
    from .session import Session

    # The conversation's id, its messages, and the settings that leave out the older half.
    WithSizes = Callable[[int, Sequence[Message], ChatSettings], None]


class ContextController(QObject):
    """Watches what would be sent and offers a way out before the service refuses it."""

    meterChanged = Signal(object)  # Fullness; None: nothing to show
    advised = Signal(object)  # Advice; None: nothing to say
    largerModelWanted = Signal(int)  # tokens it must read at once, at least
    seeingModelWanted = Signal()
    filesUnwanted = Signal(object)  # Sequence[Attachment]
    leftOutChanged = Signal(object, object)  # id of the first message that is sent (None: all are), Summary or None
    failed = Signal(object)  # Failure

    def __init__(
        self,
        engine: EngineThread,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        estimate: Estimate,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._estimate = estimate
        self._measured: Measured | None = None
        self._written: tuple[Attachment, ...] = ()
        self._closed: set[tuple[object, ...]] = set()
        self._done: Advice | None = None  # what was just done, and can be undone
        self._summarising: int | None = None  # the id of the conversation that is

    # What comes in

    def take_measure(self, measured: Measured | None) -> None:
        """What would be sent now was counted."""
        self._measured = measured
        full = words.fullness(measured) if measured else None
        self.meterChanged.emit(full)
        self._advise()

    def take_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Other files are with the message being written."""
        self._written = tuple(attachments)
        self._advise()

    def refresh(self) -> None:
        """Another conversation, branch or model: what was said of the one before is not true of it."""
        self._done = None
        self._tell_left_out()
        self._advise()

    def move_on(self) -> None:
        """The person sent another message: what was done is settled."""
        self._done = None
        self._advise()

    def close(self, advice: Advice) -> None:
        """The person has read it."""
        self._closed.add(advice.key)
        if self._done == advice:
            self._done = None
        self._advise()

    def choose(self, choice: Choice) -> None:
        """Do what a button says."""
        match choice:
            case Choice.LEAVE_OUT:
                self._with_sizes(self._leave_out)
            case Choice.SUMMARISE:
                self._with_sizes(self._summarise)
            case Choice.LARGER_MODEL:
                self.largerModelWanted.emit(self._needed())
            case Choice.SEEING_MODEL:
                self.seeingModelWanted.emit()
            case Choice.REMOVE_FILES:
                self.filesUnwanted.emit(self._to_remove())
            case Choice.SEND_ALL_AGAIN:
                self.send_all_again()
            case Choice.STOP:
                self._engine.post(lambda backend: backend.stop_summary())

    def choices(self) -> tuple[tuple[Choice, str], ...]:
        """What can be done about the window at any time."""
        service, (*cuts, larger) = self._preferences.service, words.window_choices()
        only_one = service is not None and service.local
        return (*(cuts if self._can_cut() else ()), *(() if only_one else (larger,)))

    @property
    def leaves_out(self) -> bool:
        """Whether some messages of the conversation are not sent."""
        return first_sent(self._session.settings, self._session.messages) > 0

    # What is said

    def _advise(self) -> None:
        self.advised.emit(self._advice())

    def _advice(self) -> Advice | None:
        if self._summarising is not None and self._summarising == self._session.conversation_id:
            return words.summarising()
        service = self._preferences.service
        facts = self._estimate.facts()
        name = service.name if service else "OpenAI"
        found = (self._window_advice(), words.file_advice(self._written, self._earlier(), facts, name), self._done)
        said = [advice for advice in found if advice is not None and advice.key not in self._closed]
        if service is not None and service.local:  # it is one model: there is no other to choose
            said = [words.without_models(advice) for advice in said]
        return max(said, key=lambda advice: bool(advice.blocks), default=None)

    def _window_advice(self) -> Advice | None:
        full = words.fullness(self._measured) if self._measured else None
        if self._measured is None or full is None or (full.level is Level.NEAR and self._done is not None):
            return None
        return words.window_advice(self._measured, full.level, self._session.conversation_id, can_cut=self._can_cut())

    def _earlier(self) -> list[Attachment]:
        history = self._conversation.history
        sent = history[first_sent(self._session.settings, history) :]
        return [attachment for message in sent for attachment in message.attachments]

    def _to_remove(self) -> tuple[Attachment, ...]:
        facts = self._estimate.facts()
        unreadable = tuple(a for a in self._written if words.is_useless(a, facts))
        return unreadable or self._written

    def _needed(self) -> int:
        """More tokens than this a larger model reads at once."""
        used = self._measured.tokens + self._measured.answer if self._measured else 0
        return max(used, self._estimate.facts().window or 0)

    def _tell_left_out(self) -> None:
        settings, messages = self._session.settings, self._session.messages
        start = first_sent(settings, messages)
        first = messages[start].id if 0 < start < len(messages) else None
        self.leftOutChanged.emit(first, summary_of(settings, messages) if first else None)

    # What is done

    def _can_cut(self) -> bool:
        history = self._conversation.history
        return without_oldest(self._session.settings, history, [1] * len(history)) is not None

    def _with_sizes(self, do: WithSizes) -> None:
        """Call `do` with the settings that leave out the older half, once the messages are counted."""
        history, settings = list(self._conversation.history), self._session.settings
        shown, model = self._session.conversation_id, self._estimate.facts().name

        def go_on(sizes: tuple[int, ...]) -> None:
            shorter = without_oldest(settings, history, sizes)
            if shorter is not None and shown is not None and shown == self._session.conversation_id:
                do(shown, history, shorter)

        self._engine.post(lambda backend: backend.count_messages(history, model), done=go_on, failed=self.failed.emit)

    def _leave_out(self, shown: int, _history: Sequence[Message], shorter: ChatSettings) -> None:
        self._apply(shorter)
        self._done = words.left_out(shown)
        self._advise()

    def _summarise(self, shown: int, history: Sequence[Message], shorter: ChatSettings) -> None:
        service = self._preferences.service
        if service is None or self._summarising is not None:
            return
        last = history[first_sent(shorter, history) - 1].id
        settings, window = self._conversation.settings_for(service), self._estimate.facts().window
        self._summarising = shown
        self._advise()

        def done(summary: Summary | None) -> None:
            self._end_summary()
            if summary is not None:
                self._keep(shown, replace(shorter, summary=summary))

        def fail(failure: Failure) -> None:
            self._end_summary()
            self.failed.emit(failure)

        self._engine.post(lambda backend: backend.summarise(last, settings, service, window), done=done, failed=fail)

    def _end_summary(self) -> None:
        self._summarising = None
        self._advise()

    def _keep(self, conversation_id: int, settings: ChatSettings) -> None:
        """The summary belongs to the conversation it was made for, whatever is on the screen meanwhile."""
        if conversation_id != self._session.conversation_id:
            self._engine.post(
                lambda backend: backend.update_chat_settings(conversation_id, settings),
                done=lambda _none: self._show_kept(conversation_id),
                failed=self.failed.emit,
            )
            return
        now, conversation = self._session.settings, self._session.conversation
        paid = (settings.summary.cost if settings.summary else 0) - (now.summary.cost if now.summary else 0)
        self._apply(replace(now, leave_out_before=settings.leave_out_before, summary=settings.summary))
        if conversation is not None and paid:
            self._session.change_conversation(replace(conversation, cost=conversation.cost + paid))
        self._done = words.summarised(conversation_id)
        self._advise()

    def _show_kept(self, conversation_id: int) -> None:
        """The person may have come back to the conversation just before its summary was on disk."""
        if conversation_id == self._session.conversation_id:
            self._conversation.reload()

    def send_all_again(self) -> None:
        """Send every message again. Of a summary stays what it cost."""
        settings = self._session.settings
        paid_for = replace(settings.summary, text="") if settings.summary else None
        self._apply(replace(settings, leave_out_before=None, summary=paid_for))
        self._done = None
        self._advise()

    def _apply(self, settings: ChatSettings) -> None:
        self._measured = None  # it was of more, or of less
        self._conversation.apply_settings(settings)
        self._tell_left_out()
        self._estimate.refresh()
