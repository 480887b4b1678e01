"""The columns of the window: at no width does any of them lie outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRect

from parley.ui.kit.buttons import IconButton
from parley.ui.main_window import SMALLEST_SIZE, MainWindow, Page
from parley.ui.panels.side_panel import CHAT, SidePanel
from parley.ui.theme import LIGHT
from parley.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

HEIGHT = 700


class Shown:
    """The window with its three columns."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = MainWindow(LIGHT)
        qtbot.addWidget(self.window)
        self.window.add_transcript(TranscriptView())
        self.panel = SidePanel()
        self.window.add_panel(self.panel)
        self.window.show_page(Page.TALK)
        self.window.resize(1100, HEIGHT)
        self.window.show()

    def open_panel(self) -> None:
        self.panel.show_page(CHAT)
        self.window.show_panel(True)

    def be(self, width: int) -> None:
        self.window.resize(width, HEIGHT)
        QCoreApplication.processEvents()

    def columns(self) -> list[QWidget]:
        return [part for part in (self.window.sidebar, self.window.composer, self.panel) if part.isVisible()]

    def assert_inside(self) -> None:
        assert self.columns()
        for part in (*self.columns(), *self.panel.findChildren(IconButton)):
            if part.isVisible():
                where = QRect(part.mapTo(self.window, part.rect().topLeft()), part.size())
                assert self.window.rect().contains(where), f"{part} at {self.window.width()}"
        if self.panel.isVisible():
            assert self.panel.width() >= self.panel.minimumSizeHint().width()


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize("sidebar", [True, False])
@pytest.mark.parametrize("panel", [True, False])
def test_nothing_lies_outside_at_any_width(shown: Shown, sidebar: bool, panel: bool) -> None:
    shown.window.show_sidebar(sidebar)
    if panel:
        shown.open_panel()
    for width in (*range(1100, SMALLEST_SIZE[0], -37), SMALLEST_SIZE[0], *range(SMALLEST_SIZE[0], 1100, 53)):
        shown.be(width)
        shown.assert_inside()


def test_the_sidebar_gives_way_to_the_panel_and_comes_back(shown: Shown) -> None:
    shown.open_panel()
    assert len(shown.columns()) == 3
    shown.be(700)
    assert shown.columns() == [shown.window.composer, shown.panel]
    shown.be(1000)
    assert len(shown.columns()) == 3
    shown.be(700)
    shown.window.show_panel(False)
    assert shown.columns() == [shown.window.sidebar, shown.window.composer]


def test_in_the_smallest_window_the_panel_takes_the_place_of_the_conversation(shown: Shown) -> None:
    shown.open_panel()
    shown.be(SMALLEST_SIZE[0])
    assert shown.columns() == [shown.panel]
    assert shown.panel.width() == SMALLEST_SIZE[0]
    shown.window.show_panel(False)
    assert shown.columns() == [shown.window.composer]
    focus = shown.window.focusWidget()
    assert focus is not None
    assert shown.window.composer.isAncestorOf(focus)


def test_a_sidebar_that_is_asked_for_takes_the_place_of_the_panel(shown: Shown) -> None:
    shown.open_panel()
    shown.be(SMALLEST_SIZE[0])
    assert shown.window.toggle_sidebar()
    QCoreApplication.processEvents()
    assert shown.columns() == [shown.window.sidebar, shown.window.composer]
    shown.assert_inside()
    assert not shown.window.toggle_sidebar()
    assert shown.columns() == [shown.panel]


def test_a_narrow_window_hides_the_sidebar_again_after_a_wide_one(shown: Shown) -> None:
    shown.be(600)
    shown.window.toggle_sidebar()
    assert shown.window.sidebar.isVisible()
    shown.be(590)
    assert shown.window.sidebar.isVisible()
    shown.be(900)
    shown.be(600)
    assert not shown.window.sidebar.isVisible()
