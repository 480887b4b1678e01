"""Who tells whom about the library: the sidebar, the header's conversation menu, and what they ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence, QShortcut

from parley.domain.library_changes import Rename, Trash
from parley.domain.settings import FOLDERS_FOLDED, SIDEBAR_HIDDEN

from .file_choice import choose_export_folder
from .main_window import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        sidebar.get_ready()
        sidebar.newChatRequested.connect(self.new_chat)
        sidebar.conversationChosen.connect(self._open)
        sidebar.changeRequested.connect(library.change)
        sidebar.undoRequested.connect(library.undo)
        sidebar.redoRequested.connect(library.redo)
        sidebar.deleteForeverRequested.connect(library.delete_forever)
        sidebar.emptyTrashRequested.connect(library.empty_trash)
        sidebar.searchChanged.connect(library.search)
        sidebar.filtersChanged.connect(library.set_filters)
        sidebar.modelsWanted.connect(library.read_models)
        sidebar.moreRequested.connect(library.show_more)
        sidebar.shelfChosen.connect(library.show_shelf)
        sidebar.foldersFolded.connect(self._keep_folded)
        sidebar.exportRequested.connect(self._export)
        sidebar.settingsRequested.connect(rooms.open_settings)

    def _connect_library(self) -> None:
        sidebar, library = self._window.sidebar, self._library
        library.foldersRead.connect(sidebar.set_folders)
        library.rowsReplaced.connect(sidebar.set_rows)
        library.rowsAdded.connect(sidebar.add_rows)
        library.headRead.connect(sidebar.set_head)
        library.found.connect(sidebar.set_search_results)
        library.modelsRead.connect(sidebar.set_filter_models)
        library.undoOffered.connect(sidebar.show_undo)
        library.redoOffered.connect(sidebar.show_redo)
        library.shownGone.connect(self._leave_gone)
        library.shownBack.connect(self._open)

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
            (QKeySequence(QKeySequence.StandardKey.Undo), self._library.undo),  # text fields keep their own
            (QKeySequence("Ctrl+Shift+Z"), self._library.redo),
            (QKeySequence("Ctrl+Y"), self._library.redo),
        ):
            QShortcut(keys, window, do)

    # From the person

    def new_chat(self) -> None:
        if self._preferences.service is None:
            return
        self._conversation.begin_new()
        self._window.composer.focus_input()

    def _leave_gone(self) -> None:
        """The conversation on the screen was deleted. The keyboard stays where Ctrl+Z brings it back."""
        if self._preferences.service is not None:
            self._conversation.begin_new()

    def _open(self, conversation_id: int, message_id: int | None = None) -> None:
        if not self._conversation.open(conversation_id):
            return
        if self._preferences.service is not None or self._session.messages:
            self._window.show_page(Page.TALK if self._session.messages else Page.EMPTY)
        if message_id is None:
            return
        if self._session.message(message_id) is not None:
            self._window.transcript.go_to(message_id)
        else:
            self._library.show_branch(message_id, lambda: self._go_to(conversation_id, message_id))

    def _go_to(self, conversation_id: int, message_id: int) -> None:
        """The branch with the message is shown now, unless the person has gone on to another conversation."""
        if self._session.conversation_id == conversation_id:
            self._conversation.reload()
            self._window.transcript.go_to(message_id)

    def _rename_shown(self, title: str) -> None:
        if (shown := self._session.conversation_id) is not None:
            self._library.change(Rename(shown, title))

    def _trash_shown(self) -> None:
        if (shown := self._session.conversation_id) is not None:
            self._library.change(Trash.all([shown], True))

    def _export(self, conversation_ids: Sequence[int], format_key: str) -> None:
        """One conversation into the file, several into the folder, that the person chooses."""
        if len(conversation_ids) == 1:
            self._exporting.export(conversation_ids[0], format_key)
            return
        from parley.exchange.files import file_name  # rarely needed
        from parley.exchange.formats import find_format

        folder = choose_export_folder(self._window)
        for ident in conversation_ids if folder else ():
            name = file_name(f"{self._library.title_of(ident)} {ident}", find_format(format_key).suffix)
            self._exporting.export_to(ident, format_key, Path(folder) / name)

    def _export_shown(self, format_key: str) -> None:
        if (shown := self._session.conversation_id) is not None:
            self._exporting.export(shown, format_key)

    def _toggle_sidebar(self) -> None:
        self._preferences.set(SIDEBAR_HIDDEN, not self._window.toggle_sidebar())

    def _keep_folded(self, folded: bool) -> None:
        self._preferences.set(FOLDERS_FOLDED, folded)
