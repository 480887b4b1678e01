"""Copying so much that it takes a while: the window goes on answering, and the person may think better of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from tests.ui.transcript.shown import Shown, answer, mine

from parley.ui.transcript.copier import Copier

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from pytestqt.qtbot import QtBot

    from parley.ui.transcript.copying import Work

CONTROL = Qt.KeyboardModifier.ControlModifier
ANSWER = "An **answer** with `code`, [a link](https://example.org) and\n\n- one\n- *two*\n\n" * 30


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """A long conversation, all of which is being copied."""
    pairs = [(mine(number, "a question"), answer(number + 1, ANSWER)) for number in range(1, 400, 2)]
    shown = Shown(qtbot, *(message for pair in pairs for message in pair), mine(401, "the end"))
    QGuiApplication.clipboard().setText("from before")
    shown.view.select_all()
    shown.view.copy_selection()
    assert shown.view._copier.busy
    return shown


def done(shown: Shown, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not shown.view._copier.busy, timeout=30_000)


def test_the_window_has_its_turns_until_all_of_it_is_copied(shown: Shown, qtbot: QtBot) -> None:
    turns: list[bool] = []
    timer = QTimer(shown.view, interval=0)
    timer.timeout.connect(lambda: turns.append(shown.clipboard() == "from before"))
    timer.start()
    done(shown, qtbot)
    timer.stop()
    assert turns.count(True) > 5
    text = shown.clipboard()
    assert text.startswith("a question\n\nAn answer with code, a link and\n\n• one\n• two\n\nAn answer")
    assert text.count("An answer") == 200 * 30
    assert text.endswith("\n\nthe end")


def test_what_was_selected_is_copied_whatever_is_shown_meanwhile(shown: Shown, qtbot: QtBot) -> None:
    shown.view.show_messages([answer(2, "another conversation")])
    done(shown, qtbot)
    assert shown.clipboard().count("An answer") == 200 * 30


def test_escape_leaves_the_clipboard_as_it_was(shown: Shown) -> None:
    shown.key(Qt.Key.Key_Escape)
    assert not shown.view._copier.busy
    assert shown.clipboard() == "from before"


def test_what_is_copied_last_is_on_the_clipboard(shown: Shown, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("from elsewhere")
    done(shown, qtbot)
    assert shown.clipboard() == "from elsewhere"
    shown.view.copy_selection()
    shown.view.copy_message(1)
    done(shown, qtbot)
    assert shown.clipboard() == "a question"


def test_coming_back_to_the_window_under_wayland_is_no_copying(
    shown: Shown, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what Wayland says is acted here: there is no compositor to come back to."""
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "wayland"))
    monkeypatch.setattr(QGuiApplication, "focusWindow", staticmethod(lambda: None))
    QGuiApplication.clipboard().dataChanged.emit()
    assert shown.view._copier.busy
    done(shown, qtbot)
    assert shown.clipboard().endswith("the end")


def test_the_pointer_says_that_it_takes_a_while(shown: Shown, qtbot: QtBot) -> None:
    page = shown.area.viewport()
    QTest.mouseMove(page, QPoint(300, 300))
    assert page.cursor().shape() is Qt.CursorShape.BusyCursor
    done(shown, qtbot)
    assert page.cursor().shape() is not Qt.CursorShape.BusyCursor


def test_after_a_fault_the_clipboard_is_as_it_was(qtbot: QtBot) -> None:
    owner = QObject()
    copier = Copier(owner)
    QGuiApplication.clipboard().setText("from before")

    def faulty() -> Work[QMimeData]:
        for _ in range(3_000_000):
            yield
        raise ValueError("a fault")

    with qtbot.captureExceptions() as raised:
        copier.copy(faulty())
        assert copier.busy
        qtbot.waitUntil(lambda: not copier.busy, timeout=30_000)
    assert len(raised) == 1
    assert QGuiApplication.clipboard().text() == "from before"
