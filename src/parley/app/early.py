"""What a person does in the moment between the first paint and the rest of the program. None of it is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from parley.ui.main_window import MainWindow


class Early(QObject):
    """Remembers what is asked of the window until there is somebody to hear it. Text stays where it is typed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self._asked: list[Callable[[], None]] = []
        self.wants_new_chat = False
        self.chosen: int | None = None  # the conversation that was clicked in the list
        sidebar, header = window.sidebar, window.header
        asked = (sidebar.settingsRequested, sidebar.shelfChosen, header.panelRequested, header.sidebarToggled)
        self._heard: list[tuple[SignalInstance, Callable[..., None]]] = [
            (window.composer.sendRequested, self._note_send),
            (sidebar.newChatRequested, self._note_new_chat),
            (sidebar.conversationChosen, self._note_chosen),
            *((signal, self._note(signal)) for signal in asked),
        ]
        for signal, note in self._heard:
            signal.connect(note)

    def _note_send(self, text: str, _attachments: object) -> None:
        self._typed = text

    def _note_new_chat(self) -> None:
        self.wants_new_chat, self.chosen = True, None

    def _note_chosen(self, conversation_id: int, _message_id: object) -> None:
        if not self._typed:  # else a message is on its way to where they were
            self.wants_new_chat, self.chosen = False, conversation_id

    def _note(self, signal: SignalInstance) -> Callable[..., None]:
        return lambda *values: self._asked.append(partial(signal.emit, *values))

    def stop(self) -> None:
        """From now on others hear."""
        for signal, note in self._heard:
            signal.disconnect(note)

    def ask_again(self) -> None:
        """Press for them what they pressed; Enter only if no draft came back that they had not seen then."""
        for ask in self._asked:
            ask()
        composer = self._window.composer
        if self._typed and composer.text() == self._typed:
            composer.sendRequested.emit(composer.text(), composer.attachments())
