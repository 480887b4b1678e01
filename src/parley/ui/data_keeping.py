"""What the Data and Budget pages of Settings do: back up, export everything, empty the trash, add up the month."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from .failure_words import words_for
from .file_choice import find_folder, take_folder

if TYPE_CHECKING:
    from parley.domain.errors import Failure

    from .engine_thread import EngineThread
    from .exporting import Exporting
    from .library_controller import LibraryController
    from .main_window import MainWindow
    from .rooms import Rooms


class DataKeeping(QObject):
    """Connects those two pages; each ends in a sentence in the dialog."""

    def __init__(
        self, window: MainWindow, rooms: Rooms, library: LibraryController, engine: EngineThread, exporting: Exporting
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._library = library
        self._engine = engine
        self._exporting = exporting
        rooms.backupRequested.connect(self._back_up)
        rooms.exportAllRequested.connect(self._export_all)
        rooms.emptyTrashRequested.connect(library.empty_trash)
        rooms.spentWanted.connect(self._show_spent)
        exporting.allWritten.connect(self._say_all_written)

    def _back_up(self) -> None:
        def done(path: str) -> None:
            self._rooms.show_data_result(self.tr("The backup is at {path}").format(path=path))

        def failed(failure: Failure) -> None:
            words = words_for(failure)
            self._rooms.show_data_result(f"{words.what} {words.to_do}", ok=False)

        self._engine.post(lambda backend: backend.back_up(), done=done, failed=failed)

    def _export_all(self) -> None:
        here = find_folder(self._window)
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Export everything"), here)
        if take_folder(self._window, chosen):
            self._exporting.export_all(Path(chosen))

    def _say_all_written(self, number: int, folder: str) -> None:
        text = self.tr("%n conversation(s) were written to {folder}", "", number).format(folder=folder)
        self._rooms.show_data_result(text)

    def _show_spent(self) -> None:
        self._rooms.set_spent(self._library.spent_this_month())
