"""Opens Parley: looks for a screen, takes the data folder, opens the store, shows the window."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QMessageBox

from parley import __version__, paths
from parley.app.program import Program
from parley.app.screen import CANNOT_START, NO_SCREEN, has_screen, say, say_failure, watch_qt_messages
from parley.app.signals import SignalWatch
from parley.domain.errors import AppError, Cause
from parley.store.store import Store
from parley.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from pathlib import Path

    from parley.app.arguments import Options
    from parley.paths import Paths


def run(options: Options) -> int:
    """Open Parley and stay until it is closed. Returns the exit code (see `__main__`)."""
    if not has_screen():
        say(NO_SCREEN)
        return CANNOT_START
    watch_qt_messages()
    application = _make_application()
    places = paths.find_paths(options.data_dir or _demo_data(options))
    try:
        instance = _first_instance(places)
        if instance is None:
            return 0
        store = Store.open(places.database, places.backups)
        reader = Store.open_reader(places.database)
    except AppError as error:
        return _refuse(error)
    program = Program(application, places, store, reader, instance)
    if options.demo is not None:
        from parley.app.demo import Demo  # only with --demo

        demo = Demo(program.parts, options.demo, options.demo_dir)
        demo.setParent(program)
    signals = SignalWatch(program)
    signals.endRequested.connect(program.parts.window.close)
    program.open()
    code = application.exec()
    signals.close()
    program.close()
    return code


def _demo_data(options: Options) -> Path | None:
    """The demonstration keeps its conversation away from the person's own."""
    return None if options.demo is None else options.demo_dir / "data"


def _make_application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Parley")
    application.setApplicationDisplayName("Parley")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("parley")
    application.setStyle("Fusion")
    return application


def _first_instance(places: Paths) -> SingleInstance | None:
    """The lock on the data folder, or None when another instance held it and was raised."""
    from parley.app.logs import start_logging

    try:
        paths.make_private(places.data)
        start_logging(places.logs)
    except OSError as error:
        raise AppError(Cause.NOT_WRITABLE, str(error), path=str(places.data)) from error
    instance = SingleInstance(places.lock)
    if instance.take():
        return instance
    instance.raise_other()
    return None


def _refuse(error: AppError) -> int:
    """Say why Parley cannot start, on standard error and on the screen."""
    text = say_failure(error)
    say(text)
    box = QMessageBox(QMessageBox.Icon.Warning, "Parley", text)
    box.setTextFormat(box.textFormat().PlainText)
    if error.failure.details:
        box.setDetailedText(error.failure.details)
    box.exec()
    return CANNOT_START
