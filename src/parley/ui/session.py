"""The one owner of the live conversation on the window's thread: folds the engine's events and says what changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.chat_settings import ChatSettings
from parley.domain.events import (
    AnswerBeside,
    Phase,
    TitleWritten,
    TurnDelta,
    TurnEnded,
    TurnParameterDropped,
    TurnPhase,
    TurnRefused,
    TurnStarted,
    TurnWaiting,
)
from parley.domain.message import Message, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.events import AppEvent
    from parley.domain.message import Conversation


class _Turn:
    """An answer that is being written, in this or another conversation."""

    __slots__ = ("beside", "conversation_id", "parts", "phase")

    def __init__(self, conversation_id: int, text: str, *, beside: bool = False) -> None:
        self.beside = beside  # one more answer of another turn's request, and with that it ends
        self.conversation_id = conversation_id
        self.parts = [text] if text else []
        self.phase = Phase.CONNECTING

    def text(self) -> str:
        self.parts = ["".join(self.parts)]
        return self.parts[0]


class Session(QObject):
    """The shown conversation and every answer that is being written. Late events of an ended turn are dropped."""

    conversationChanged = Signal(object)  # Conversation, or None for a new one
    messagesReplaced = Signal(object)  # Sequence[Message]: another conversation, or another branch
    messageAdded = Signal(object)  # Message
    textAdded = Signal(int, str)  # message id, delta
    messageUpdated = Signal(object)  # Message
    phaseChanged = Signal(int, object)  # message id, Phase or None
    waitingChanged = Signal(int, int)  # message id, seconds left
    parameterDropped = Signal(str, str)  # model, parameter
    busyChanged = Signal(bool)
    refused = Signal(object)  # Failure: nothing was sent, the text is still in the composer
    begun = Signal()  # the person's message is on disk: the composer may be emptied
    settled = Signal(object)  # Message: an answer of the shown conversation ended
    runningChanged = Signal(object)  # set of conversation ids with an answer being written

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation: Conversation | None = None
        self._settings = ChatSettings()
        self._messages: list[Message] = []
        self._turns: dict[int, _Turn] = {}
        self._expects_new = False

    @property
    def conversation(self) -> Conversation | None:
        return self._conversation

    @property
    def conversation_id(self) -> int | None:
        """The id of the shown conversation; None while it is not stored yet."""
        return self._conversation.id if self._conversation is not None else None

    @property
    def settings(self) -> ChatSettings:
        """The settings of the shown conversation, also of one that has not begun."""
        return self._settings

    @property
    def messages(self) -> Sequence[Message]:
        return self._messages

    @property
    def turn_id(self) -> int | None:
        """The turn that is writing in the shown conversation, the last one begun if there are several."""
        mine = self.turn_ids
        return mine[-1] if mine else None

    @property
    def turn_ids(self) -> list[int]:
        """All turns that are writing in the shown conversation: several after a comparison of which all was kept."""
        shown = self.conversation_id
        return [t for t, turn in self._turns.items() if turn.conversation_id == shown and not turn.beside]

    @property
    def is_writing(self) -> bool:
        """Whether an answer is being written, here or in another conversation."""
        return bool(self._turns)

    def message(self, message_id: int) -> Message | None:
        """The shown message with this id."""
        return next((m for m in self._messages if m.id == message_id), None)

    def begin_new(self, settings: ChatSettings) -> None:
        """Show an empty conversation that is not stored yet."""
        self._conversation = None
        self._settings = settings
        self._messages = []
        self._expects_new = False
        self._announce()

    def show(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Show a stored conversation; an answer still being written goes on where it is."""
        self._conversation = conversation
        self._settings = conversation.settings
        self._messages = [self._with_live_text(m) for m in messages]
        self._expects_new = False
        self._announce()
        for turn_id, turn in self._turns.items():
            if turn.conversation_id == conversation.id:
                self.phaseChanged.emit(turn_id, turn.phase)

    def expect_new(self) -> None:
        """The next conversation that begins is the one on the screen."""
        self._expects_new = self._conversation is None

    def change_settings(self, settings: ChatSettings) -> None:
        """Take settings the person changed."""
        self._settings = settings
        if self._conversation is not None:
            self._conversation = replace(self._conversation, settings=settings)

    def change_conversation(self, conversation: Conversation) -> None:
        """Take what the store now says of the shown conversation: its title, its pin."""
        if self._is_shown(conversation.id):
            self._conversation = replace(conversation, settings=self._settings)
            self.conversationChanged.emit(self._conversation)

    def apply(self, events: Sequence[AppEvent]) -> None:
        """Fold what the engine said; anything that is not about a turn is not the session's."""
        for event in events:
            match event:
                case TurnStarted():
                    self._start(event)
                case AnswerBeside() if event.turn_id in self._turns:
                    self._turns[event.answer.id] = _Turn(event.answer.conversation_id, "", beside=True)
                case TurnDelta() if event.turn_id in self._turns:
                    self._add_text(event)
                case TurnPhase() if event.turn_id in self._turns:
                    self._change_phase(event)
                case TurnWaiting() if self._writes_here(event.turn_id):
                    self.waitingChanged.emit(event.turn_id, event.seconds)
                case TurnEnded():
                    self._end(event)
                case TurnRefused():
                    self._expects_new = False
                    self.refused.emit(event.failure)
                case _:
                    self._take_note(event)

    def _take_note(self, event: AppEvent) -> None:
        """What does not change the messages."""
        match event:
            case TurnParameterDropped():
                self.parameterDropped.emit(event.model, event.parameter)
            case TitleWritten():
                self.change_conversation(event.conversation)
            case _:
                pass

    def _start(self, event: TurnStarted) -> None:
        self._turns[event.turn_id] = _Turn(event.conversation.id, event.answer.text)
        self.runningChanged.emit({turn.conversation_id for turn in self._turns.values()})
        if self._expects_new and self._conversation is None:
            self._expects_new = False
            self._conversation = replace(event.conversation, settings=self._settings)
            self.conversationChanged.emit(self._conversation)
        if not self._is_shown(event.conversation.id):
            return
        new = [event.answer] if event.question is None else [event.question, event.answer]
        self._append(new)
        if event.question is not None:
            self.begun.emit()
        self.busyChanged.emit(True)
        self.phaseChanged.emit(event.turn_id, Phase.CONNECTING)

    def _append(self, new: list[Message]) -> None:
        """Add messages under their parent; what followed it on another branch leaves the screen."""
        parent = new[0].parent_id
        last = self._messages[-1].id if self._messages else None
        if parent == last:
            for message in new:
                self._messages.append(message)
                self.messageAdded.emit(message)
            return
        index = next((i for i, m in enumerate(self._messages) if m.id == parent), -1)
        self._messages = [*self._messages[: index + 1], *new]
        self.messagesReplaced.emit(self._messages)

    def _add_text(self, event: TurnDelta) -> None:
        self._turns[event.turn_id].parts.append(event.text)
        if self._writes_here(event.turn_id):
            self.textAdded.emit(event.turn_id, event.text)

    def _change_phase(self, event: TurnPhase) -> None:
        self._turns[event.turn_id].phase = event.phase
        if self._writes_here(event.turn_id):
            self.phaseChanged.emit(event.turn_id, event.phase)

    def _end(self, event: TurnEnded) -> None:
        if self._turns.pop(event.turn_id, None) is None:
            return
        self.runningChanged.emit({turn.conversation_id for turn in self._turns.values()})
        if not self._is_shown(event.conversation.id):
            return
        self._conversation = replace(event.conversation, settings=self._settings)
        self.conversationChanged.emit(self._conversation)
        for index, message in enumerate(self._messages):
            if message.id == event.turn_id:
                self._messages[index] = event.answer
                self.phaseChanged.emit(event.turn_id, None)
                self.messageUpdated.emit(event.answer)
                self.settled.emit(event.answer)
        self.busyChanged.emit(self.turn_id is not None)

    def _with_live_text(self, message: Message) -> Message:
        turn = self._turns.get(message.id) if message.role is Role.ASSISTANT else None
        return message if turn is None else replace(message, text=turn.text())

    def _is_shown(self, conversation_id: int) -> bool:
        return self.conversation_id == conversation_id

    def _writes_here(self, turn_id: int) -> bool:
        turn = self._turns.get(turn_id)
        if turn is None or not self._is_shown(turn.conversation_id):
            return False
        return not turn.beside or self.message(turn_id) is not None  # one steps to it like to any version

    def _announce(self) -> None:
        self.conversationChanged.emit(self._conversation)
        self.messagesReplaced.emit(self._messages)
        self.busyChanged.emit(self.turn_id is not None)
