"""The whole program but its process: a real window off screen, a real store, a real server; no keyring."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from tests.app.person import Person
from tests.support.fixtures import company_authority, fault_server

from parley import paths
from parley.app.glance import take_glance
from parley.app.program import Program
from parley.ui.appearance import Appearance
from parley.ui.main_window import MainWindow
from parley.ui.preferences import Preferences
from parley.ui.single_instance import SingleInstance
from parley.ui.theme import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

__all__ = ["company_authority", "fault_server"]


@pytest.fixture
def person(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Person:
    return Person(qtbot, open_program, fault_server)


@pytest.fixture
def open_program(qtbot: QtBot, data_dir: Path) -> Iterator[Callable[[], Program]]:
    """Opens Parley on `data_dir`; whatever is open at the end is closed as the window closes it."""
    opened: list[tuple[Program, SingleInstance, MainWindow]] = []

    def close() -> None:
        while opened:
            program, instance, window = opened.pop()
            window.close()
            program.close()
            instance.release()
            window.deleteLater()
            program.deleteLater()

    def open_it() -> Program:
        close()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        places = paths.find_paths(data_dir)
        paths.make_private(places.data)
        instance = SingleInstance(places.lock)
        assert instance.take()
        glance = take_glance(places)
        preferences = Preferences(glance.settings)
        load_fonts(paths.resources() / "fonts")
        appearance = Appearance(application, preferences)
        window = MainWindow(appearance.theme)
        glance.show_in(window)
        program = Program(places, instance, preferences, appearance, window, [])
        program.open()
        window.show()
        qtbot.waitExposed(window)
        opened.append((program, instance, window))
        return program

    gc.disable()  # as `Collecting` does in the program: on the engine's thread it would destroy objects of Qt's there
    yield open_it
    close()
    gc.enable()  # no thread is left on which it could run
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    # A widget that lives on without the style sheet would not be told to the next one when it goes, and Qt would
    # crash there. The program itself never takes its sheet away.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.setStyleSheet("")
