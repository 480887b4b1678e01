"""Who tells whom: every signal of the main window in one place, to be read like a page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from parley.domain.errors import Action
from parley.domain.events import LibraryChanged, PricesLoaded, SavingFailed, TurnEnded
from parley.domain.message import Status
from parley.domain.settings import LAST_CONVERSATION

from .favourite_models import FavouriteModels
from .library_wiring import LibraryWiring
from .main_window import Page
from .refused_settings import RefusedSettings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.errors import Failure
    from parley.domain.events import AppEvent
    from parley.domain.message import Conversation, Message

    from .account_controller import AccountController
    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .estimate import Estimate
    from .exporting import Exporting
    from .library_controller import LibraryController
    from .links import Links
    from .main_window import MainWindow
    from .ports import Account
    from .preferences import Preferences
    from .rooms import Rooms
    from .session import Session


class Wiring(QObject):
    """Connects the window, the session and the controllers. Owns nothing."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        library: LibraryController,
        account: AccountController,
        preferences: Preferences,
        engine: EngineThread,
        estimate: Estimate,
        exporting: Exporting,
        rooms: Rooms,
        links: Links,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._library = library
        self._account = account
        self._preferences = preferences
        self._engine = engine
        self._estimate = estimate
        self._exporting = exporting
        self._rooms = rooms
        self._links = links
        self._written: Path | None = None  # the last export
        FavouriteModels(window.header, preferences, self)
        self._connect_engine()
        self._connect_session()
        RefusedSettings(window, session, preferences, engine, rooms, self.show_failure)
        LibraryWiring(window, session, conversation, library, preferences, exporting, rooms)
        library.failed.connect(self.show_failure)
        self._connect_header()
        self._connect_transcript()
        self._connect_composer()
        self._connect_account()
        self._connect_window()
        self._connect_shortcuts()

    # The page of connections

    def _connect_engine(self) -> None:
        self._engine.eventsArrived.connect(self._on_events)

    def _connect_session(self) -> None:
        session, window = self._session, self._window
        session.conversationChanged.connect(self._show_conversation)
        session.messagesReplaced.connect(self._show_messages)
        session.messageAdded.connect(self._add_message)
        session.textAdded.connect(window.transcript.append_text)
        session.messageUpdated.connect(window.transcript.update_message)
        session.phaseChanged.connect(window.transcript.set_phase)
        session.waitingChanged.connect(window.transcript.set_waiting)
        session.busyChanged.connect(window.composer.set_busy)
        session.runningChanged.connect(window.sidebar.set_busy_ids)
        session.refused.connect(self.show_failure)
        session.settled.connect(self._announce)

    def _connect_header(self) -> None:
        header = self._window.header
        header.modelChosen.connect(self._conversation.choose_model)
        header.panelRequested.connect(self._rooms.toggle_panel)
        self._conversation.settingsChanged.connect(self._show_settings)
        self._rooms.panelChanged.connect(header.set_panel)
        self._rooms.settingsEdited.connect(self._take_settings)
        self._rooms.modelChosen.connect(self._conversation.choose_model)

    def _connect_transcript(self) -> None:
        transcript, conversation = self._window.transcript, self._conversation
        transcript.editRequested.connect(conversation.edit)
        transcript.regenerateRequested.connect(conversation.regenerate)
        transcript.continueRequested.connect(conversation.continue_answer)
        transcript.branchRequested.connect(conversation.step_branch)
        transcript.actionRequested.connect(conversation.act)
        transcript.exportRequested.connect(self._export_up_to)
        transcript.linkActivated.connect(self._links.open)
        transcript.imageRequested.connect(self._fetch_picture)
        conversation.actionWanted.connect(self._act)
        conversation.failed.connect(self.show_failure)
        self._exporting.failed.connect(self.show_failure)
        self._exporting.written.connect(self._say_written)
        self._window.notice.actionRequested.connect(self._open_folder)

    def _connect_composer(self) -> None:
        composer = self._window.composer
        composer.stopRequested.connect(self._conversation.stop)
        composer.textChanged.connect(self._estimate.set_text)
        composer.attachmentRefused.connect(self.show_failure)
        self._estimate.changed.connect(composer.set_estimate)

    def _connect_account(self) -> None:
        self._account.connected.connect(self._on_connected)
        self._account.modelsChanged.connect(self._on_models)
        self._preferences.changed.connect(self._name_service)
        self._name_service()

    def _connect_window(self) -> None:
        self._window.failure.actionRequested.connect(self._act)
        self._rooms.welcomeDone.connect(self._leave_welcome)
        self._rooms.actionRequested.connect(self._act)

    def _connect_shortcuts(self) -> None:
        window = self._window
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Find), window.open_find),
            (QKeySequence("Ctrl+,"), self._rooms.open_settings),
            (QKeySequence("Ctrl+L"), window.composer.focus_input),
            (QKeySequence(QKeySequence.StandardKey.Quit), window.close),
        ):
            QShortcut(keys, window, do)

    # From the engine

    def _on_events(self, events: Sequence[AppEvent]) -> None:
        self._session.apply(events)
        for event in events:
            match event:
                case LibraryChanged():
                    self._library.refresh()
                case TurnEnded():
                    self._library.refresh()
                case PricesLoaded():
                    self._estimate.set_prices(event.book)
                    self._window.header.set_prices(event.book)
                    self._rooms.set_prices(event.book)
                case SavingFailed():
                    self.show_failure(event.failure)
                case _:
                    pass

    # From the session

    def _show_conversation(self, conversation: Conversation | None) -> None:
        self._preferences.set(LAST_CONVERSATION, conversation.id if conversation else 0)
        self._window.header.set_conversation(conversation)
        self._window.header.set_cost(conversation.cost if conversation else 0)
        self._window.sidebar.set_current(conversation.id if conversation else None)
        self._window.setWindowTitle(
            f"{conversation.title} – Parley" if conversation and conversation.title else "Parley"
        )

    def _show_messages(self, messages: Sequence[Message]) -> None:
        self._window.transcript.show_messages(messages)
        self._rooms.refresh_messages()
        if self._window.page is not Page.WELCOME or self._preferences.service is not None:
            self._window.show_page(Page.TALK if messages else Page.EMPTY)

    def _add_message(self, message: Message) -> None:
        self._window.transcript.append_message(message)
        self._rooms.refresh_messages()
        self._window.show_page(Page.TALK)

    def _announce(self, answer: Message) -> None:
        if answer.status is Status.COMPLETE:
            self._window.transcript.announce_finished(answer.id)

    def show_failure(self, failure: Failure) -> None:
        self._window.failure.show_failure(failure, self._service_name())

    def _say_written(self, path: str) -> None:
        self._written = Path(path)
        said = self.tr("Saved as {path}").format(path=path)
        self._window.notice.show_text(said, kind="good", action=self.tr("Open folder"), passing=True)

    def _open_folder(self) -> None:
        """Of the only notice with a button: where the last export is. Not the file, which may open anything."""
        if self._written is not None:
            self._links.open_file(self._written.parent)

    def _service_name(self) -> str:
        service = self._preferences.service
        return service.name if service is not None else "OpenAI"

    # From the person

    def start(self, *, restore: bool = True, new_chat: bool = False, chosen: int | None = None) -> None:
        """Show what was there last time, or the Welcome page; what was typed while Parley was loading stays.

        Not to `restore` is the safe start: the last conversation and the panel stay closed. `new_chat` was asked for
        while Parley was loading, or the conversation `chosen`.
        """
        typed = self._window.composer.text()
        if restore:
            self._rooms.restore_panel()
        self._library.refresh()
        if self._preferences.service is None:
            self._rooms.show_welcome()
            self._conversation.begin_new()
            self._window.show_page(Page.WELCOME)
        elif restore and not new_chat:
            self._reopen(chosen or self._preferences[LAST_CONVERSATION])
        else:
            self._conversation.begin_new()
        if typed:
            self._window.composer.set_text(self._window.composer.text() + typed)  # after the draft
        if searched := self._window.sidebar.search_text():
            self._library.search(searched)

    def _reopen(self, conversation_id: int) -> None:
        if not conversation_id or not self._conversation.open(conversation_id):
            self._conversation.begin_new()

    def _fetch_picture(self, address: str) -> None:
        def show(data: bytes) -> None:
            self._window.transcript.show_image(address, data)

        self._engine.post(lambda backend: backend.fetch_picture(address), done=show, failed=self.show_failure)

    def _export_up_to(self, message_id: int) -> None:
        if (shown := self._session.conversation_id) is not None:
            self._exporting.export_up_to(shown, message_id)

    def _act(self, action: Action) -> None:
        self._window.hide_notices()
        match action:
            case Action.CHOOSE_MODEL:
                self._window.header.open_model_picker()
            case Action.ENTER_KEY | Action.OPEN_SETTINGS | Action.OPEN_BUDGET | Action.OPEN_NETWORK:
                self._rooms.open_settings_for(action)
            case Action.OPEN_BILLING:
                self._links.open_billing()
            case Action.OPEN_DATA_FOLDER:
                self._links.open_data_folder()
            case _:
                pass

    # Account and settings

    def _on_connected(self, account: Account) -> None:
        if account.service.local and account.models:
            self._conversation.use_local_model(account.models[0])

    def _name_service(self, _key: str = "") -> None:
        self._window.transcript.set_service_name(self._service_name())

    def _on_models(self, models: tuple[str, ...]) -> None:
        service = self._preferences.service
        self._window.header.set_models(models)
        if service is not None and service.local and models:
            self._conversation.use_local_model(models[0])
        self._conversation.ensure_model(models)

    def _show_settings(self, settings: ChatSettings) -> None:
        self._window.header.set_settings(settings)
        self._rooms.set_chat_settings(settings)
        self._estimate.refresh()

    def _take_settings(self, settings: ChatSettings) -> None:
        self._conversation.change_settings(settings)
        self._window.header.set_settings(settings)
        self._estimate.refresh()

    def _leave_welcome(self) -> None:
        self._conversation.begin_new()
        self._window.show_page(Page.EMPTY)
        self._window.composer.focus_input()
