"""Opens Parley in two steps: first the window with what it showed last time, then, once it is painted, the rest.

What is imported here and by the window's first parts is what a person waits for; everything else comes from
`app.program`, on a thread, while the window is on the screen already.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from parley import __version__, paths
from parley.app.glance import Glance, take_glance
from parley.app.loading import Loading
from parley.app.screen import CANNOT_START, NO_SCREEN, has_screen, refuse, say, watch_qt_messages
from parley.domain.errors import AppError, Cause
from parley.domain.settings import Settings
from parley.ui.appearance import Appearance
from parley.ui.main_window import MainWindow
from parley.ui.preferences import Preferences
from parley.ui.single_instance import SingleInstance
from parley.ui.theme import load_first_fonts
from parley.ui.translation import SYSTEM, use_language

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
        glance = take_glance(places)
    except AppError as error:
        _be_as_usual(application)
        return refuse(error)
    loading = _open_window(application, places, instance, glance, options)
    code = application.exec()
    return loading.end() or code


def _be_as_usual(application: QApplication) -> None:
    """Look and speak as the system does: what the person chose is out of reach."""
    load_first_fonts(paths.resources() / "fonts")
    use_language(application, SYSTEM, paths.resources() / "translations")
    Appearance(application, Preferences(Settings()))


def _open_window(
    application: QApplication, places: Paths, instance: SingleInstance, glance: Glance, options: Options
) -> Loading:
    preferences = Preferences(glance.settings)
    missing = load_first_fonts(paths.resources() / "fonts")
    missing += use_language(application, glance.language, paths.resources() / "translations")
    appearance = Appearance(application, preferences)
    window = MainWindow(appearance.theme)
    glance.show_in(window)
    loading = Loading(application, places, instance, preferences, appearance, window, missing, options)
    window.show()
    return loading


def _demo_data(options: Options) -> Path | None:
    """The demonstration keeps its conversation away from the person's own."""
    return None if options.demo is None else options.demo_dir / "data"


def _make_application() -> QApplication:
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Parley")
    application.setApplicationDisplayName("Parley")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("parley")
    return application


def _first_instance(places: Paths) -> SingleInstance | None:
    """The lock on the data folder, or None when another instance held it and was raised."""
    try:
        paths.make_private(places.data)
    except OSError as error:
        raise AppError(Cause.NOT_WRITABLE, str(error), path=str(places.data)) from error
    instance = SingleInstance(places.lock)
    if instance.take():
        return instance
    if instance.blocked_by is not None:
        raise AppError(instance.blocked_by, str(places.lock), path=str(places.data))
    instance.raise_other()
    return None
