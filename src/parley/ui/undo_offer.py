"""Offers to undo right over the composer while the sidebar, which offers it otherwise, is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parley.ui.kit.passing import Passing

from .composer_bar import ComposerBar

if TYPE_CHECKING:
    from .library_controller import LibraryController
    from .main_window import MainWindow


class UndoOffer(QObject):
    """Like the bar at the foot of the sidebar: said in passing; Ctrl+Z works longer."""

    def __init__(self, window: MainWindow, library: LibraryController) -> None:
        super().__init__(window)
        self._window = window
        self._bar = ComposerBar(window, closable=True)
        self._passing = Passing(self._bar)
        self._bar.actionRequested.connect(self._bar.hide)
        self._bar.actionRequested.connect(library.undo)
        library.undoOffered.connect(self._offer)
        library.redoOffered.connect(self._bar.hide)

    def _offer(self, done: str, _undo: str) -> None:
        if not self._window.sidebar.isVisible():
            self._bar.show_text(done, self.tr("Undo"))
            self._passing.start()
