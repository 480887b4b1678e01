"""Offers to undo right over the composer while the sidebar, which offers it otherwise, is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from .composer_bar import ComposerBar

if TYPE_CHECKING:
    from .library_controller import LibraryController
    from .main_window import MainWindow

UNDO_MS = 8_000


class UndoOffer(QObject):
    """Like the bar at the foot of the sidebar: it goes after eight seconds; Ctrl+Z works longer."""

    def __init__(self, window: MainWindow, library: LibraryController) -> None:
        super().__init__(window)
        self._window = window
        self._bar = ComposerBar(window, closable=True)
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._timer.timeout.connect(self._bar.hide)
        self._bar.actionRequested.connect(self._bar.hide)
        self._bar.actionRequested.connect(library.undo)
        library.undoOffered.connect(self._offer)
        library.redoOffered.connect(self._bar.hide)

    def _offer(self, done: str, _undo: str) -> None:
        if not self._window.sidebar.isVisible():
            self._bar.show_text(done, self.tr("Undo"))
            self._timer.start()
