"""The conversation on the screen: turns what the person wants into work for the engine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.errors import Action, AppError, Cause, Failure
from parley.domain.left_out import without_oldest
from parley.domain.message import Role
from parley.domain.settings import LAST_MODEL

from .chat_defaults import new_chat
from .ports import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Message
    from parley.domain.request import Service

    from .engine_thread import EngineThread
    from .ports import Library
    from .preferences import Preferences
    from .session import Session

# What a newcomer talks to when the account offers it: good, quick and not dear.
FAVOURED = ("gpt-5-mini", "gpt-4.1-mini", "gpt-4o-mini", "gpt-4o", "gpt-3.5-turbo")
ROOM_TO_RAISE = 4  # "Raise the limit" multiplies the longest answer by this


class ConversationController(QObject):
    """Sends, stops, repeats, edits and continues; keeps the settings of the conversation."""

    failed = Signal(object)  # Failure that belongs to no message
    editBegan = Signal(str, object)  # text and attachments that go back to the composer
    branchChanging = Signal(int, int)  # a message on the screen, and the one that is about to take its place
    editDropped = Signal()  # the next message is a new one again
    settingsChanged = Signal(object)  # ChatSettings
    actionWanted = Signal(object)  # Action of a failure's button that is not about the conversation

    def __init__(
        self,
        engine: EngineThread,
        library: Library,
        session: Session,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._library = library
        self._session = session
        self._preferences = preferences
        self._editing: Message | None = None
        self._local_model = ""  # what the practice model calls itself
        self._compared: tuple[str, ...] = ()  # the models the next message goes to; none: the conversation's own
        session.begun.connect(self._forget_edit)  # it is on disk: the next message is a new one

    # What is shown

    def begin_new(self) -> None:
        """An empty conversation with the person's defaults."""
        self._editing = None
        settings = new_chat(self._preferences)
        self._session.begin_new(settings)
        self.settingsChanged.emit(settings)

    def open(self, conversation_id: int) -> bool:
        """Show a stored conversation; False when it is not there or cannot be read."""
        if self._session.conversation_id != conversation_id:
            self._editing = None
        return self._read(conversation_id)

    def _read(self, conversation_id: int) -> bool:
        try:
            conversation = self._library.conversation(conversation_id)
            messages = self._library.messages(conversation_id)
        except AppError as error:
            self.failed.emit(error.failure)
            return False
        self._session.show(conversation, messages)
        self.settingsChanged.emit(conversation.settings)
        return True

    def reload(self) -> None:
        """Show the conversation again as the store has it: another branch, another title."""
        if (shown := self._session.conversation_id) is not None:
            self._read(shown)

    def reload_at(self, old_id: int, new_id: int | None) -> None:
        """The same, where `new_id` takes the place of `old_id` under the reader's eyes."""
        if new_id is not None:
            self.branchChanging.emit(old_id, new_id)
        self.reload()
        if self._editing is not None and self._session.message(self._editing.id) is None:
            self.drop_edit()  # it is on a branch that is not shown any more

    # Talking

    def send(self, text: str, attachments: Sequence[Attachment]) -> None:
        """Send a message at the end of the conversation, or in place of the one being edited."""
        service, draft = self._preferences.service, self.draft_of(text, attachments)
        if service is None or draft is None:
            self._session.refused.emit(Failure(Cause.NO_KEY, {"host": "OpenAI"}))
            return
        self._session.expect_new()
        failed, models = self._session.refused.emit, self._compared
        if models:
            self._engine.post(lambda backend: backend.compare(draft, models, service), failed=failed)
        else:
            self._engine.post(lambda backend: backend.send(draft, service), failed=failed)

    def draft_of(self, text: str, attachments: Sequence[Attachment]) -> Draft | None:
        """The message as it would be sent from here; None while no service is chosen."""
        service = self._preferences.service
        if service is None:
            return None
        last = self._session.messages[-1].id if self._session.messages else None
        return Draft(
            conversation_id=self._session.conversation_id,
            parent_id=self._editing.parent_id if self._editing else last,
            text=text,
            attachments=tuple(attachments),
            settings=self.settings_for(service),
        )

    def compare_with(self, models: Sequence[str]) -> None:
        """Send messages to all of these models at once; with none, to the conversation's own again."""
        self._compared = tuple(models)

    def stop(self) -> None:
        """End every answer that is being written in this conversation; what arrived stays."""
        for turn_id in self._session.turn_ids:
            self._stop_turn(turn_id)

    def _stop_turn(self, turn_id: int) -> None:
        self._engine.post(lambda backend: backend.stop(turn_id))

    def regenerate(self, answer_id: int) -> None:
        """Answer the same question once more; the first answer stays as another branch."""
        answer, service = self._session.message(answer_id), self._preferences.service
        if answer is None or service is None or self._session.turn_id is not None:
            return
        question_id = answer.id if answer.role is Role.USER else answer.parent_id
        if question_id is not None:
            settings = self.settings_for(service)
            self._engine.post(
                lambda backend: backend.answer_again(question_id, settings, service), failed=self.failed.emit
            )

    def continue_answer(self, answer_id: int) -> None:
        """Go on with an answer that stopped too early."""
        service = self._preferences.service
        if service is not None and self._session.turn_id is None:
            settings = self.settings_for(service)
            self._engine.post(
                lambda backend: backend.continue_answer(answer_id, settings, service), failed=self.failed.emit
            )

    def edit(self, message_id: int) -> None:
        """Bring one of the person's messages back to the composer; sending it makes a sibling."""
        message = self._session.message(message_id)
        if message is None:
            return
        self._editing = message
        self.editBegan.emit(message.text, list(message.attachments))

    def drop_edit(self) -> None:
        """Leave the message being edited as it is."""
        if self._editing is not None:
            self._forget_edit()
            self.editDropped.emit()

    def _forget_edit(self) -> None:
        self._editing = None

    def step_branch(self, message_id: int, step: int) -> None:
        """Show the sibling `step` places further ("2 of 3")."""
        self._engine.post(
            lambda backend: backend.step_branch(message_id, step),
            done=lambda shown: self.reload_at(message_id, shown),
            failed=self.failed.emit,
        )

    @property
    def history(self) -> Sequence[Message]:
        """The messages before the one that is being written: all, or those before the one being edited."""
        edited = self._editing.id if self._editing else None
        place = next((place for place, m in enumerate(self._session.messages) if m.id == edited), None)
        return self._session.messages[:place]

    def settings_for(self, service: Service | None) -> ChatSettings:
        """The settings as they are sent to `service`: the practice model stands in for any model."""
        settings = self._session.settings
        local = service is not None and service.local
        return replace(settings, model=self._local_model) if local else settings

    # Settings of the conversation

    def change_settings(self, settings: ChatSettings) -> None:
        """Take and keep the settings from the panel."""
        if settings == self._session.settings:
            return
        self._session.change_settings(settings)
        shown = self._session.conversation_id
        if shown is not None:
            self._engine.post(lambda backend: backend.update_chat_settings(shown, settings), failed=self.failed.emit)

    def apply_settings(self, settings: ChatSettings) -> None:
        """Take and keep settings that come from elsewhere than the panel, which then shows them too."""
        self.change_settings(settings)
        self.settingsChanged.emit(settings)

    def choose_model(self, model: str) -> None:
        """Use another model from the next message on, here and in the next new conversation."""
        self._preferences.set(LAST_MODEL, model)
        self.go_on_with(model)

    def go_on_with(self, model: str) -> None:
        """Use another model in this conversation, and only here: one of its answers was kept."""
        self.apply_settings(replace(self._session.settings, model=model))

    def ensure_model(self, models: Sequence[str]) -> None:
        """Choose a model of those on offer where none is chosen yet."""
        if models and not self._session.settings.model:
            self.choose_model(next((name for name in FAVOURED if name in models), models[0]))

    def use_local_model(self, name: str) -> None:
        """The practice model's own name, which stands in for whatever model the conversation names."""
        self._local_model = name

    # Errors' buttons

    def act(self, message_id: int, action: Action) -> None:
        """Do what the button of a failure says; what is not about the conversation goes to the window."""
        here: dict[Action, Callable[[int], None]] = {
            Action.RETRY: self.regenerate,
            Action.TRY_AGAIN: self.regenerate,
            Action.CONTINUE: self.continue_answer,
            Action.RAISE_LIMIT: self._raise_limit,
            Action.EDIT_MESSAGE: self._edit_question_of,
            Action.DROP_OLDEST: self._leave_out_oldest,
            Action.STOP_WAITING: lambda _id: self.stop(),
        }
        if action in here:
            here[action](message_id)
        else:
            self.actionWanted.emit(action)

    def _raise_limit(self, message_id: int) -> None:
        limit = self._session.settings.max_tokens
        self.apply_settings(replace(self._session.settings, max_tokens=limit * ROOM_TO_RAISE if limit else None))
        self.regenerate(message_id)

    def _leave_out_oldest(self, message_id: int) -> None:
        """Send the newer half of what is sent now; the older half stays on the screen."""
        before = [message for message in self._session.messages if message.id < message_id]
        shorter = without_oldest(self._session.settings, before, [len(message.text) for message in before])
        if shorter is None:  # one message alone is too long
            self.actionWanted.emit(Action.CHOOSE_MODEL)
            return
        self.apply_settings(shorter)
        self.regenerate(message_id)

    def _edit_question_of(self, message_id: int) -> None:
        message = self._session.message(message_id)
        if message is not None:
            self.edit(message.id if message.role is Role.USER or message.parent_id is None else message.parent_id)
