"""Who tells whom about the library: the sidebar, the header's conversation menu, and what they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from parley.domain.settings import SIDEBAR_HIDDEN

from .main_window import Page

if TYPE_CHECKING:
    from .conversation_controller import ConversationController
    from .exporting import Exporting
    from .library_controller import LibraryController
    from .main_window import MainWindow
    from .preferences import Preferences
    from .rooms import Rooms
    from .session import Session


class LibraryWiring(QObject):
    """Connects the sidebar with the library and with the conversation on the screen. Owns nothing."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        library: LibraryController,
        preferences: Preferences,
        exporting: Exporting,
        rooms: Rooms,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._library = library
        self._preferences = preferences
        self._exporting = exporting
        self._connect_sidebar(rooms)
        self._connect_library()
        self._connect_header()
        self._connect_shortcuts()

    # The page of connections

    def _connect_sidebar(self, rooms: Rooms) -> None:
        sidebar, library = self._window.sidebar, self._library
        sidebar.newChatRequested.connect(self.new_chat)
        sidebar.conversationChosen.connect(self._open)
        sidebar.searchChanged.connect(library.search)
        sidebar.moreRequested.connect(library.show_more)
        sidebar.renameRequested.connect(library.rename)
        sidebar.pinRequested.connect(library.set_pinned)
        sidebar.trashRequested.connect(library.trash)
        sidebar.undoRequested.connect(library.undo_trash)
        sidebar.restoreRequested.connect(library.restore)
        sidebar.deleteForeverRequested.connect(library.delete_forever)
        sidebar.emptyTrashRequested.connect(library.empty_trash)
        sidebar.trashShown.connect(library.show_trash)
        sidebar.exportRequested.connect(self._exporting.export)
        sidebar.settingsRequested.connect(rooms.open_settings)

    def _connect_library(self) -> None:
        sidebar, library = self._window.sidebar, self._library
        library.rowsReplaced.connect(sidebar.set_rows)
        library.rowsAdded.connect(sidebar.add_rows)
        library.found.connect(sidebar.set_search_results)
        library.undoOffered.connect(self._offer_undo)
        library.shownTrashed.connect(self.new_chat)

    def _connect_header(self) -> None:
        header = self._window.header
        header.renameRequested.connect(self._rename_shown)
        header.exportRequested.connect(self._export_shown)
        header.trashRequested.connect(self._trash_shown)
        header.sidebarToggled.connect(self._toggle_sidebar)

    def _connect_shortcuts(self) -> None:
        window = self._window
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.New), self.new_chat),
            (QKeySequence("Ctrl+K"), window.sidebar.focus_search),
            (QKeySequence("Ctrl+B"), self._toggle_sidebar),
        ):
            QShortcut(keys, window, do)

    # From the person

    def new_chat(self) -> None:
        if self._preferences.service is None:
            return
        self._conversation.begin_new()
        self._window.composer.focus_input()

    def _open(self, conversation_id: int, message_id: int | None) -> None:
        self._conversation.open(conversation_id)
        if self._preferences.service is not None or self._session.messages:
            self._window.show_page(Page.TALK if self._session.messages else Page.EMPTY)
        if message_id is not None:
            self._window.transcript.go_to(message_id)

    def _rename_shown(self, title: str) -> None:
        if self._session.conversation is not None:
            self._library.rename(self._session.conversation.id, title)

    def _trash_shown(self) -> None:
        if self._session.conversation is not None:
            self._library.trash([self._session.conversation.id])

    def _export_shown(self, format_key: str) -> None:
        if self._session.conversation is not None:
            self._exporting.export(self._session.conversation.id, format_key)

    def _toggle_sidebar(self) -> None:
        self._preferences.set(SIDEBAR_HIDDEN, not self._window.toggle_sidebar())

    def _offer_undo(self, number: int) -> None:
        self._window.sidebar.show_undo(self.tr("%n conversation(s) moved to the trash", "", number))
