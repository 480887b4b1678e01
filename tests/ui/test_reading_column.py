"""What is read, what is written and what is said between them stand in one column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFrame
from tests.ui.transcript.shown import answer

from parley.ui.composer_bar import ComposerBar
from parley.ui.kit.cards import Notice
from parley.ui.main_window import MainWindow, Page
from parley.ui.theme import LIGHT, READING_WIDTH
from parley.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["ltr", "rtl"])
def window(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.layoutDirection()
    application.setLayoutDirection(request.param)
    made = MainWindow(LIGHT)
    qtbot.addWidget(made)
    made.add_transcript(TranscriptView())
    made.show_page(Page.TALK)
    made.show()
    yield made
    application.setLayoutDirection(before)


def extent(window: MainWindow, part: QWidget) -> tuple[int, int]:
    """Where a part begins in the window, and how wide it is."""
    return part.mapTo(window, QPoint(0, 0)).x(), part.width()


@pytest.mark.parametrize("messages", [1, 40], ids=["without a scroll bar", "with one"])
def test_they_begin_at_one_edge_and_are_equally_wide(qtbot: QtBot, window: MainWindow, messages: int) -> None:
    window.transcript.show_messages([answer(number, "word " * 30) for number in range(1, messages + 1)])
    bar = ComposerBar(window)
    bar.show_text("Something to know", "Do it")
    area = window.transcript._area
    [card] = [frame for frame in window.composer.findChildren(QFrame) if frame.property("look") == "field"]
    for width in (480, 701, 800, 1005, 1100, 1301, 1400):
        window.resize(width, 700)
        qtbot.wait(1)
        assert area.verticalScrollBar().isVisible() == (messages > 1)
        left = area.viewport().mapTo(window, QPoint(area.column_left(), 0)).x()
        assert (left, area.column_width()) == extent(window, card), width
        assert extent(window, bar.findChildren(Notice)[0]) == extent(window, card), width
    assert area.column_width() == READING_WIDTH
