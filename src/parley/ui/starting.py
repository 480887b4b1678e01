"""Starters put to use: read when the window stands, shown as cards, filled in, and kept in the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.errors import AppError
from parley.domain.message import Role
from parley.domain.starter import LONGEST_NAME, Filled, Starter, fill

from .background import Background
from .chat_defaults import new_chat

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from parley.domain.errors import Failure
    from parley.exchange.starter_shelf import Shelf, StarterShelf
    from parley.ui.starters.library import StarterLibrary

    from .conversation_controller import ConversationController
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session

OWN_ON_CARDS = 3  # at most: those that came with Parley have their place too


class Starting(QObject):
    """Reads and writes on a thread of its own, one thing after the other."""

    _done = Signal(object, str)  # Shelf, id of the starter to show
    _failed = Signal(object)  # Failure
    _written = Signal(str)  # name of a file

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        shelf: StarterShelf,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._shelf = shelf
        self._say_failed = failed
        self._library: StarterLibrary | None = None
        self._starters: tuple[Starter, ...] = ()
        self._said: set[str] = set()  # files that could not be read, each said once
        self._pool = Background(self)
        self._connect()
        self._run(lambda: None)

    def _connect(self) -> None:
        page, header = self._window.empty_page, self._window.header
        self._done.connect(self._take)
        self._failed.connect(self._show_failure)
        self._written.connect(self._say_written)
        page.starterChosen.connect(self.choose)
        page.starterFilled.connect(self.use)
        page.libraryRequested.connect(self.open_library)
        header.startersRequested.connect(self.open_library)
        header.saveStarterRequested.connect(self.keep_conversation)
        self._session.begun.connect(page.show_cards)  # another message was sent than the one the form makes

    # Using one

    def choose(self, starter: Starter) -> None:
        """Ask for what the starter needs, in a new conversation, or use it at once when it asks for nothing."""
        if self._session.messages or not self._window.empty_page.isVisible():
            self._conversation.begin_new()  # which also leaves whatever stands in place of the conversation
        if starter.asks:
            self._window.empty_page.show_form(starter)
        else:
            self.use(fill(starter, {}), [])

    def use(self, filled: Filled, files: Sequence[Path]) -> None:
        """Put the message into the composer and the settings into the conversation. Nothing is sent."""
        usual = replace(new_chat(self._preferences), model=self._session.settings.model)
        self._window.empty_page.show_cards()
        self._conversation.apply_settings(from_plain(to_plain(usual) | to_plain(filled.settings)))
        composer = self._window.composer
        composer.set_text(filled.text)
        if files:
            composer.add_files(files)
        composer.focus_input()

    # The library

    def open_library(self) -> None:
        """Show every starter."""
        library = self._made_library()
        library.show()
        library.raise_()
        library.activateWindow()

    def keep_conversation(self) -> None:
        """Make a starter of the shown conversation: its settings, and its first message."""
        first = next((m.text for m in self._session.messages if m.role is Role.USER), "")
        title = self._session.conversation.title if self._session.conversation is not None else ""
        settings = replace(self._session.settings, model="", leave_out_before=None, summary=None)
        self.open_library()
        self._made_library().edit(Starter("", title[:LONGEST_NAME], prompt=first, settings=settings, own=True))

    def set_theme(self) -> None:
        """Take the window's theme."""
        if self._library is not None:
            self._library.set_theme(self._window.theme)

    def finish(self) -> None:
        """Wait for what is being written."""
        if self._library is not None:
            self._library.hide()  # which keeps what is being edited
        self._pool.waitForDone()

    def _made_library(self) -> StarterLibrary:
        if self._library is None:
            from parley.ui.panels.chat_settings import ChatSettingsPanel  # most people never open the library
            from parley.ui.starters.library import StarterLibrary

            self._library = StarterLibrary(ChatSettingsPanel(), self._window)
            self._library.set_theme(self._window.theme)
            self._library.set_starters(self._starters)
            self._library.useRequested.connect(self.choose)
            self._library.saveRequested.connect(self._save)
            self._library.deleteRequested.connect(self._delete)
            self._library.exportRequested.connect(self._export)
            self._library.importRequested.connect(self._import)
        return self._library

    def _save(self, starter: Starter) -> None:
        self._run(lambda: self._shelf.save(starter).id)

    def _delete(self, starter: Starter) -> None:
        self._run(lambda: self._shelf.delete(starter.id))

    def _import(self, files: Sequence[Path]) -> None:
        def read() -> str:
            made = [self._shelf.save(self._shelf.read_file(file)) for file in files]
            return made[-1].id

        self._run(read)

    def _export(self, starter: Starter, place: Path) -> None:
        def write() -> None:
            from parley.exchange.files import write_file  # not needed for a normal start
            from parley.exchange.starter_file import write_starter

            write_file(place, write_starter(starter))
            self._written.emit(place.name)

        self._run(write)

    # On the thread, and back

    def _run(self, work: Callable[[], str | None]) -> None:
        """Do `work`, which returns the id of the starter to show next, then read everything anew."""

        def do() -> None:
            shown = None
            try:
                shown = work()
            except AppError as error:
                self._failed.emit(error.failure)
            self._done.emit(self._shelf.load(), shown or "")

        self._pool.do(do)

    def _take(self, shelf: Shelf, shown: str) -> None:
        self._starters = shelf.starters
        own = [starter for starter in shelf.starters if starter.own][:OWN_ON_CARDS]
        self._window.empty_page.set_starters([*own, *(starter for starter in shelf.starters if not starter.own)])
        if self._library is not None:
            self._library.set_starters(shelf.starters, shown)
        for failure in shelf.failures:
            path = failure.facts.get("path", "")
            if path not in self._said:
                self._said.add(path)
                self._show_failure(failure)

    def _show_failure(self, failure: Failure) -> None:
        if self._library is not None and self._library.isVisible():
            self._library.show_failure(failure)
        else:
            self._say_failed(failure)

    def _say_written(self, name: str) -> None:
        if self._library is not None:
            self._library.say(self.tr("Saved as {name}").format(name=name))
