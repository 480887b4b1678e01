"""What comes after the first paint: the rest of the program is imported beside the window, then put together."""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from parley import paths
from parley.app.early import Early
from parley.app.later_parts import ImportInTurns, import_beside
from parley.app.pyside import load_the_rest
from parley.app.screen import CANNOT_START, refuse
from parley.domain.errors import AppError
from parley.ui.theme import load_other_fonts

if TYPE_CHECKING:
    from types import FrameType

    from PySide6.QtWidgets import QApplication

    from parley.app.arguments import Options
    from parley.app.program import Program
    from parley.app.signals import SignalWatch
    from parley.paths import Paths
    from parley.ui.appearance import Appearance
    from parley.ui.crash import CrashWatch
    from parley.ui.main_window import MainWindow
    from parley.ui.preferences import Preferences
    from parley.ui.single_instance import SingleInstance


class Loading(QObject):
    """Holds what the window was opened with until there is a `Program`, and ends whatever there is."""

    _importedBeside = Signal()

    def __init__(
        self,
        application: QApplication,
        places: Paths,
        instance: SingleInstance,
        preferences: Preferences,
        appearance: Appearance,
        window: MainWindow,
        missing: list[str],
        options: Options,
    ) -> None:
        super().__init__()
        self._application = application
        self._places = places
        self._instance = instance
        self._preferences = preferences
        self._appearance = appearance
        self._window = window
        self._missing = missing
        self._options = options
        self._program: Program | None = None
        self._code = 0
        self._signals: SignalWatch | None = None  # until there is something to settle before the end
        self._crash: CrashWatch | None = None  # from the first paint on
        self._in_turns = ImportInTurns(self._put_together, self)
        self._importedBeside.connect(self._in_turns.start, Qt.ConnectionType.QueuedConnection)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end_early)
        self._early = Early(window)
        window.firstPainted.connect(self._start_import)
        window.closing.connect(application.quit)

    def end(self) -> int:
        """Take everything down; the exit code if the start failed, else 0."""
        if self._signals is not None:
            self._signals.close()
        if self._program is not None:
            self._program.close()
        if self._crash is not None:
            self._crash.remove()
        self._instance.release()
        return self._code

    def _end_early(self, _number: int, _frame: FrameType | None) -> None:
        """Asked to end while loading. Python calls this when it next runs here; the loop may not have begun by then."""
        QTimer.singleShot(0, self._window.close)

    def _start_import(self) -> None:
        from parley.ui.crash import CrashWatch  # small, and what is imported next may be broken

        self._crash = CrashWatch(self)
        self._crash.crashed.connect(self._give_up)
        self._crash.install()
        threading.Thread(target=self._import, name="loading", daemon=True).start()

    def _import(self) -> None:
        load_the_rest()
        import_beside()
        self._importedBeside.emit()

    def _put_together(self) -> None:
        from parley.app.collecting import Collecting  # they are there by now
        from parley.app.program import Program
        from parley.app.signals import SignalWatch

        self._signals = SignalWatch(self)
        self._signals.endRequested.connect(self._window.close)
        self._missing += load_other_fonts(paths.resources() / "fonts")
        try:
            self._program = Program(
                self._places,
                self._instance,
                self._preferences,
                self._appearance,
                self._window,
                self._missing,
                self._crash,
            )
        except AppError as error:
            self._code = refuse(error)
            self._window.close()
            return
        if self._options.demo is not None:
            from parley.app.demo import Demo  # only with --demo

            self._demo = Demo(self._program.parts, self._options.demo, self._options.demo_dir, self)
        self._early.stop()
        try:
            self._program.open(new_chat=self._early.wants_new_chat, chosen=self._early.chosen)
            self._early.ask_again()
        finally:
            session = self._program.parts.session
            self._collecting = Collecting(lambda: not session.is_writing, self)

    def _give_up(self, report: str) -> None:
        """Without a program the window is only a picture of one: show what happened, and end."""
        if self._program is not None:
            return  # it shows the report itself, and goes on
        from parley.ui.dialogs.crash_dialog import CrashDialog  # let us hope it is never needed

        self._code = CANNOT_START
        dialog = CrashDialog(self._window, ends=True)
        dialog.set_theme(self._window.theme)
        dialog.finished.connect(self._window.close)
        dialog.show_report(report)
