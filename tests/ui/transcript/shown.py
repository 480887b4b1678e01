"""A transcript in a window, and how tests look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from parley.domain.message import Message, Role, Status
from parley.ui.theme import LIGHT
from parley.ui.transcript.selection import Place, Selection
from parley.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.transcript.area import Area


def mine(number: int, text: str) -> Message:
    return Message(number, 1, number - 1 or None, Role.USER, text, 0)


def answer(number: int, text: str, status: Status = Status.COMPLETE) -> Message:
    return Message(number, 1, number - 1, Role.ASSISTANT, text, 0, status, model="gpt-4o")


class Shown:
    """The view, 900 by 700 pixels."""

    def __init__(self, qtbot: QtBot, *messages: Message) -> None:
        self.view = TranscriptView()
        qtbot.addWidget(self.view)
        self.view.set_theme(LIGHT)
        self.view.resize(900, 700)
        self.view.show()
        self.view.show_messages(messages)
        self.settle()

    @property
    def area(self) -> Area:
        return self.view._area

    @property
    def bar_value(self) -> int:
        return self.area.verticalScrollBar().value()

    @property
    def at_end(self) -> bool:
        bar = self.area.verticalScrollBar()
        return bar.value() == bar.maximum()

    def settle(self) -> None:
        QCoreApplication.processEvents()

    def stream(self, number: int, text: str) -> None:
        """More of an answer, shown at once."""
        self.view.append_text(number, text)
        self.view._growth.show()
        self.settle()

    def rows(self, number: int) -> list[str]:
        """What each row of a message says."""
        return [row.text() for row in self.area.built_item(number).rows]

    def buttons(self, name: str) -> list[QAbstractButton]:
        found = self.view.findChildren(QAbstractButton)
        return [b for b in found if b.isVisible() and name in (b.text(), b.accessibleName())]

    def press(self, name: str) -> None:
        self.settle()
        found = self.buttons(name)
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.area, key, modifiers)
        self.settle()

    def select(self, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
        self.area.set_selection(Selection(Place(*start), Place(*end)))

    def copied(self) -> tuple[str, str, str]:
        """What Ctrl+C puts on the clipboard: plain text, Markdown, HTML."""
        self.key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        while self.view._copier.busy:
            self.settle()
        data = QGuiApplication.clipboard().mimeData()
        return data.text(), bytes(data.data("text/markdown").data()).decode(), data.html()

    def clipboard(self) -> str:
        return QGuiApplication.clipboard().text()

    def point_of(self, place: tuple[int, int, int]) -> QPoint:
        return self.area.rect_of(Place(*place)).center().toPoint()
