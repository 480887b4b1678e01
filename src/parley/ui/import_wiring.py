"""Who tells whom about importing: where it begins, how far it is, and how it ended."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from parley.domain.errors import Cause, Failure
from parley.domain.library_changes import BringIn, Trash

from .chat_defaults import new_chat
from .composer_bar import ComposerBar
from .failure_words import words_for
from .file_choice import choose_import_files
from .import_words import progress_words, result_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .conversation_controller import ConversationController
    from .import_run import ImportProgress, ImportReport
    from .importing import Importing
    from .library_controller import LibraryController
    from .main_window import MainWindow
    from .preferences import Preferences
    from .rooms import Rooms


class ImportWiring(QObject):
    """Connects the sidebar and Settings with the import. `failed` says what could not be read or written."""

    def __init__(
        self,
        window: MainWindow,
        rooms: Rooms,
        conversation: ConversationController,
        library: LibraryController,
        preferences: Preferences,
        importing: Importing,
        failed: Callable[[Failure], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._conversation = conversation
        self._library = library
        self._preferences = preferences
        self._importing = importing
        self._say_failed = failed
        self._bar = ComposerBar(window)
        self._bar.actionRequested.connect(importing.cancel)
        window.sidebar.importRequested.connect(self._choose)
        window.sidebar.filesDropped.connect(self._import)
        rooms.importRequested.connect(self._choose)
        rooms.importStopRequested.connect(importing.cancel)
        importing.progressed.connect(self._show_progress)
        importing.ended.connect(self._show_end)

    def _choose(self) -> None:
        self._import(choose_import_files(self._window))

    def _import(self, paths: Sequence[str]) -> None:
        if paths:
            self._window.hide_notices()
            self._importing.import_files([Path(path) for path in paths], new_chat(self._preferences).model)

    def _show_progress(self, progress: ImportProgress) -> None:
        words, stop = progress_words(progress), self.tr("Cancel")
        self._bar.show_text(words, stop, say=not self._bar.isVisible())
        self._rooms.show_data_progress(words, stop)

    def _show_end(self, report: ImportReport) -> None:
        if self._importing.finished:
            return
        self._bar.hide()
        words = result_words(report)
        if report.ids:
            self._library.take_done(BringIn(report.ids), Trash.all(report.ids, True))
            if len(report.ids) == 1:
                self._conversation.open(report.ids[0])  # its day may be far down the list
        elif report.imported:
            self._library.refresh()
        failure = _one_failure(report.failures)
        if report.imported or report.known or failure is None:
            kind = "good" if report.imported else "notice"
            self._window.notice.show_text(words, kind=kind, passing=failure is None)
        if failure is None:
            self._rooms.show_data_result(words)
        else:
            self._say_failed(failure)
            said = words_for(failure)
            more = "" if failure.cause is Cause.IMPORT_PARTLY else f" {said.what} {said.to_do}"
            self._rooms.show_data_result(words + more, ok=False)


def _one_failure(failures: Sequence[Failure]) -> Failure | None:
    """The first, with what is to be said of the others among its details."""
    if not failures:
        return None
    lines = [failures[0].details]
    for other in failures[1:]:
        lines += [words_for(other).what, other.details]
    return Failure(failures[0].cause, failures[0].facts, "\n".join(filter(None, lines)))
