"""Going through the versions of a message without moving the mouse: its arrows stay under the pointer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.message import Message, Role, Status
from parley.domain.money import Usage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BEFORE = [mine(1, "Tell me."), answer(2, "Something long.\n\n" * 60)]
AFTER = [mine(90, "And then?"), answer(91, "More.\n\n" * 60)]
TEXTS = ["Short.", "Much longer.\n\n" * 30, "In between.\n\n" * 9, "`code`\n\n```text\n" + "line\n" * 8 + "```"] * 3


def versions(role: Role) -> list[Message]:
    """Versions of very different heights, whose lines below have different widths."""
    first = mine(10, "") if role is Role.USER else answer(10, "")
    count = len(TEXTS)
    return [
        replace(
            first,
            id=10 + place,
            parent_id=2,
            text=text,
            position=place + 1,
            siblings=count,
            usage=Usage(10, (2, 900, 45_000, 7_000)[place % 4]),
            cost=(5, 12_345, 900, 45_000)[place % 4] if role is Role.ASSISTANT else None,
        )
        for place, text in enumerate(TEXTS)
    ]


class Reader:
    """Someone whose pointer is on one of the arrows."""

    def __init__(self, qtbot: QtBot, role: Role, after: list[Message]) -> None:
        self.versions = versions(role)
        self.after = after
        self.place = 0
        self.shown = Shown(qtbot, *self.messages())
        self.view = self.shown.view
        self.view.branchRequested.connect(self._step)
        self.show_foot_at(400)
        self.view._hover(len(BEFORE))

    def messages(self) -> list[Message]:
        return [*BEFORE, self.versions[self.place], *self.after]

    def _step(self, message_id: int, by: int) -> None:
        self.place += by
        self.view.keep_in_place(message_id, self.versions[self.place].id)
        self.view.show_messages(self.messages())

    def show_foot_at(self, y: int) -> None:
        area = self.shown.area
        area.leave_end()
        for _ in range(3):
            area.verticalScrollBar().setValue(round(area.top() + area.strip_rect(len(BEFORE)).bottom() - y))
            self.shown.settle()

    def arrow(self, name: str) -> QPoint:
        (button,) = self.shown.buttons(name)
        return button.mapTo(self.view, button.rect().center())

    def click(self, point: QPoint, name: str) -> None:
        under = self.view.childAt(point)
        assert isinstance(under, QAbstractButton), f"nothing to press at version {self.place + 1}"
        assert under.accessibleName() == name
        QTest.mouseClick(under, Qt.MouseButton.LeftButton)
        self.shown.settle()


@pytest.mark.parametrize("after", [[], AFTER], ids=["the last", "in the middle"])
@pytest.mark.parametrize("role", [Role.USER, Role.ASSISTANT])
def test_the_arrows_stay_under_the_pointer(qtbot: QtBot, role: Role, after: list[Message]) -> None:
    reader = Reader(qtbot, role, after)
    point = reader.arrow("Next version")
    for _ in range(len(TEXTS) - 1):
        reader.click(point, "Next version")
        assert reader.place == len(TEXTS) - 1 or reader.arrow("Next version") == point
    point = reader.arrow("Previous version")
    for _ in range(len(TEXTS) - 1):
        reader.click(point, "Previous version")
    assert reader.place == 0


def test_where_the_words_beside_them_become_wider_still_they_do_not_come_back(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Role.ASSISTANT, [])
    reader.versions[1] = replace(reader.versions[1], model="a-model-with-a-very-long-name-2026-11-30")
    before = reader.arrow("Next version")
    reader.click(before, "Next version")
    wide = reader.arrow("Next version")
    assert wide.x() > before.x(), "else they would stand on the words"
    reader.click(wide, "Next version")
    assert reader.arrow("Next version") == wide


def test_at_the_end_a_version_that_goes_on_is_followed(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Role.ASSISTANT, [])
    reader.shown.area.jump_to_end()
    reader.click(reader.arrow("Next version"), "Next version")
    assert reader.shown.at_end
    going_on = replace(reader.versions[1], status=Status.STREAMING)
    reader.view.update_message(going_on)
    reader.shown.stream(going_on.id, "And on.\n\n" * 40)
    assert reader.shown.at_end


def test_the_arrows_keep_the_focus(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Role.ASSISTANT, AFTER)
    (button,) = reader.shown.buttons("Next version")
    reader.view.activateWindow()
    qtbot.waitUntil(reader.view.isActiveWindow)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    reader.shown.settle()
    assert reader.place == 1
    assert QApplication.focusWidget() is button


def test_where_the_arrows_cannot_be_seen_the_beginning_stays(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Role.ASSISTANT, AFTER)
    reader.place = 1  # higher than the window
    reader.view.show_messages(reader.messages())
    reader.show_foot_at(900)
    area = reader.shown.area
    before = area.flow.top(len(BEFORE)) - area.top()
    reader.view._hover(-1)
    reader._step(reader.versions[1].id, 1)
    reader.shown.settle()
    assert area.flow.top(len(BEFORE)) - area.top() == before


def test_the_count_is_as_wide_at_every_version(qtbot: QtBot) -> None:
    reader = Reader(qtbot, Role.USER, AFTER)
    widths = set()
    for place in range(len(TEXTS)):
        reader.view._actions.serve(type(reader.shown.area.flow.item(2))(reader.versions[place], 500, 100))
        widths.add(reader.view._actions._count.minimumWidth())
    assert len(widths) == 1
