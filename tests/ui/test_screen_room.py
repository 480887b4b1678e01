"""A window is never larger than its screen, and never lies outside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication

from parley.ui.dialogs.settings_dialog import SettingsDialog
from parley.ui.main_window import FIRST_SIZE, SMALLEST_SIZE, MainWindow
from parley.ui.screen_room import TITLE_BAR, fitted
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LAPTOP = QRect(0, 27, 1366, 741)  # 1366 × 768 under a panel
MAGNIFIED = QRect(0, 0, 700, 450)  # 1400 × 900 at twice the size


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> QRect:
    """What is free of the screen."""
    free: QRect = request.param
    kind = type(QGuiApplication.primaryScreen())
    monkeypatch.setattr(kind, "availableGeometry", lambda _screen: free)
    return free


@pytest.mark.parametrize("room", [LAPTOP, MAGNIFIED], indirect=True)
def test_the_first_window_fits_the_screen_with_its_title_bar(qtbot: QtBot, room: QRect) -> None:
    window = MainWindow(LIGHT)
    qtbot.addWidget(window)
    window.show()
    assert window.width() == min(FIRST_SIZE[0], room.width())
    assert window.height() == room.height() - TITLE_BAR
    least = window.minimumSize()
    assert least.width() <= SMALLEST_SIZE[0]
    assert least.height() <= min(SMALLEST_SIZE[1], room.height() - TITLE_BAR)
    foot = window.composer.mapTo(window, window.composer.rect().bottomRight())
    assert window.rect().contains(foot)


def test_a_window_that_was_left_on_a_larger_screen_comes_back_within_this_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = MainWindow(LIGHT)
    qtbot.addWidget(before)
    before.setGeometry(60, 80, 700, 640)
    kept = before.geometry_text()
    small = QRect(0, 0, 640, 500)
    monkeypatch.setattr(type(QGuiApplication.primaryScreen()), "availableGeometry", lambda _screen: small)
    window = MainWindow(LIGHT)
    qtbot.addWidget(window)
    window.restore_geometry_text(kept)
    window.show()
    assert small.contains(window.geometry())
    assert window.geometry().y() >= TITLE_BAR


@pytest.mark.parametrize("room", [MAGNIFIED], indirect=True)
def test_settings_fit_a_small_screen(qtbot: QtBot, room: QRect) -> None:
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height() - TITLE_BAR


@given(st.builds(QRect, st.integers(-3000, 3000), st.integers(-3000, 3000), st.integers(1, 4000), st.integers(1, 4000)))
def test_wherever_it_was_it_lies_inside_and_stays_there(place: QRect) -> None:
    fitting = fitted(place, LAPTOP)
    assert LAPTOP.contains(fitting)
    assert fitted(fitting, LAPTOP) == fitting
    assert fitting.size() == place.size().boundedTo(QSize(LAPTOP.width(), LAPTOP.height() - TITLE_BAR))
