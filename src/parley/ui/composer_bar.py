"""A sentence right over the composer, as wide as it, with at most one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.cards import Notice
from parley.ui.kit.centred import centred
from parley.ui.kit.themed import theme_below
from parley.ui.theme import LARGE

if TYPE_CHECKING:
    from .main_window import MainWindow


class ComposerBar(QWidget):
    """Hidden until `show_text`."""

    actionRequested = Signal()

    def __init__(self, window: MainWindow, *, closable: bool = False) -> None:
        super().__init__()
        self._window = window
        self._notice = Notice(closable=closable)
        self._notice.actionRequested.connect(self.actionRequested)
        self._notice.closed.connect(self.hide)
        self.setLayout(centred(self._notice, beside=LARGE))
        self.hide()
        window.add_above_composer(self)

    def show_text(self, text: str, action: str, *, say: bool = True) -> None:
        """Say `text` and offer a button named `action`. Without `say` a screen reader is not interrupted."""
        theme_below(self, self._window.theme)
        self._notice.show_text(text, action=action)
        self.show()
        if say:
            announce(self, text)

    def text(self) -> str:
        return self._notice.text()
