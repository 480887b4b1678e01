"""What is said in passing goes by itself; what is not stays; and nobody is hurried."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from parley.ui.kit.cards import Notice
from parley.ui.kit.passing import STAYS_MS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

WORDS = "Saved as /home/ada/Conversation.md"
SOON_MS = 20


@pytest.fixture
def notice(qtbot: QtBot) -> Iterator[Notice]:
    """A notice over a field that has the keyboard."""
    window, field = QWidget(), QLineEdit()
    made = Notice(closable=True)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(field)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    yield made
    window.close()


def clock(notice: Notice) -> QTimer:
    [found] = notice.findChildren(QTimer)
    return found


def say(notice: Notice, *, passing: bool) -> None:
    """Say something, with a clock that runs faster."""
    clock(notice).setInterval(SOON_MS)
    notice.show_text(WORDS, kind="good", passing=passing)


def test_there_is_time_to_read_it(notice: Notice) -> None:
    notice.show_text(WORDS, passing=True)
    assert clock(notice).remainingTime() > STAYS_MS - 1000


def test_what_is_said_in_passing_goes(qtbot: QtBot, notice: Notice) -> None:
    say(notice, passing=True)
    assert notice.isVisible()
    qtbot.waitUntil(notice.isHidden)


def test_what_is_said_after_it_stays(qtbot: QtBot, notice: Notice) -> None:
    say(notice, passing=True)
    say(notice, passing=False)
    qtbot.wait(5 * SOON_MS)
    assert notice.isVisible()


def test_it_waits_for_the_keyboard_that_is_in_it(qtbot: QtBot, notice: Notice) -> None:
    notice.show_text(WORDS, passing=True)
    notice._close.setFocus()
    clock(notice).start(SOON_MS)
    qtbot.wait(5 * SOON_MS)
    assert notice.isVisible()
    notice._close.clearFocus()
    qtbot.waitUntil(notice.isHidden)


def test_it_waits_for_the_pointer_that_is_in_it_and_gives_all_the_time_again(qtbot: QtBot, notice: Notice) -> None:
    notice.show_text(WORDS, passing=True)
    notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as Qt does
    clock(notice).start(SOON_MS)
    qtbot.wait(5 * SOON_MS)
    assert notice.isVisible()
    notice.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    clock(notice).start(1000)
    qtbot.wait(5 * SOON_MS)
    QApplication.sendEvent(notice, QEvent(QEvent.Type.Leave))
    assert clock(notice).remainingTime() > 1000 - 3 * SOON_MS
    clock(notice).start(SOON_MS)
    qtbot.waitUntil(notice.isHidden)
