"""What a person does in the moment between the first paint and the rest of the program. None of it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from parley.ui.main_window import MainWindow


class Early(QObject):
    """Remembers Enter and New chat until there is somebody to hear them. Text stays where it is typed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._typed = ""
        self.wants_new_chat = False
        window.composer.sendRequested.connect(self._note_send)
        window.sidebar.newChatRequested.connect(self._note_new_chat)

    def _note_send(self, text: str, _attachments: object) -> None:
        self._typed = text

    def _note_new_chat(self) -> None:
        self.wants_new_chat = True

    def stop(self) -> None:
        """From now on others hear."""
        self._window.composer.sendRequested.disconnect(self._note_send)
        self._window.sidebar.newChatRequested.disconnect(self._note_new_chat)

    def send(self) -> None:
        """Press Enter for them, unless a draft came back that they had not seen when they pressed it."""
        composer = self._window.composer
        if self._typed and composer.text() == self._typed:
            composer.sendRequested.emit(composer.text(), composer.attachments())
