"""A menu about one row says what it is about, and leaves the open conversation marked as the open one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.ui.sidebar.conftest import some_rows

from parley.domain.conversation_row import Folder, Shelf
from parley.domain.library_changes import Pin, Trash
from parley.ui.sidebar.menu import RowMenu
from parley.ui.sidebar.model import Kind
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar

RIGHT = Qt.MouseButton.RightButton


def right_click(view: ConversationList, conversation_id: int) -> RowMenu:
    """The menu that a right click on a row opens."""
    return right_click_at(view, view.visualRect(view.rows_model().index_of(conversation_id)).center())


def right_click_at(view: ConversationList, place: QPoint) -> RowMenu:
    port = view.viewport()
    QTest.mousePress(port, RIGHT, pos=place)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))
    QTest.mouseRelease(port, RIGHT, pos=place)
    return next(menu for menu in view.findChildren(RowMenu) if menu.isVisible())


def choose(menu: RowMenu, words: str) -> None:
    action = next(action for action in menu.actions() if action.text() == words)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def marked(view: ConversationList) -> list[int]:
    """The conversations that look as the open one."""
    return _with_colour(view, LIGHT.pressed, at_least=1000)


def ringed(view: ConversationList) -> list[int]:
    return _with_colour(view, LIGHT.focus, at_least=300)


def _with_colour(view: ConversationList, colour: str, *, at_least: int) -> list[int]:
    """Those whose row has that many pixels of this colour."""
    model, wanted = view.rows_model(), QColor(colour).rgb()
    found = []
    for row in model.rows():
        image = view.viewport().grab(view.visualRect(model.index_of(row.id))).toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        if sum(image.pixel(x, y) == wanted for x, y in places) >= at_least:
            found.append(row.id)
    return found


@pytest.fixture
def opened(sidebar: Sidebar) -> Sidebar:
    """Five conversations, the first of them open."""
    sidebar.set_rows(some_rows(5), False)
    sidebar.set_current(1)
    return sidebar


@pytest.mark.usefixtures("opened")
def test_the_open_conversation_stays_marked(view: ConversationList) -> None:
    menu = right_click(view, 3)
    assert marked(view) == [1]
    assert ringed(view) == [3]
    menu.close()
    assert marked(view) == [1]
    assert ringed(view) == []
    assert [row.id for row in view.selected_rows()] == [1]


def test_the_menu_is_about_the_row_that_was_clicked(qtbot: QtBot, opened: Sidebar, view: ConversationList) -> None:
    with qtbot.waitSignal(opened.changeRequested) as change, qtbot.assertNotEmitted(opened.conversationChosen):
        choose(right_click(view, 3), "Pin")
    assert change.args == [Pin.all([3], True)]
    with qtbot.waitSignal(opened.changeRequested) as change:
        choose(right_click(view, 4), "Delete")
    assert change.args == [Trash.all([4], True)]
    assert marked(view) == [1]


def test_renaming_from_the_menu_is_in_the_place_of_that_row(
    qtbot: QtBot, opened: Sidebar, view: ConversationList
) -> None:
    choose(right_click(view, 3), "Rename")
    [field] = view.viewport().findChildren(QLineEdit)
    assert field.text() == "Conversation 3"
    field.setText("Another title")
    with qtbot.waitSignal(opened.changeRequested) as change, qtbot.assertNotEmitted(opened.conversationChosen):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert change.args is not None
    assert (change.args[0].conversation_id, change.args[0].title) == (3, "Another title")
    assert marked(view) == [1]


def test_the_menu_of_one_of_several_selected_is_about_them_all(
    qtbot: QtBot, opened: Sidebar, view: ConversationList
) -> None:
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(opened.changeRequested) as change:
        choose(right_click(view, 2), "Pin")
    assert change.args == [Pin.all([1, 2], True)]


def test_a_menu_about_a_folder_and_a_click_beside_the_rows_leave_the_mark(
    opened: Sidebar, view: ConversationList
) -> None:
    opened.set_folders([Folder(1, "Work")], False)
    opened.set_rows(some_rows(5), False)
    folder = view.visualRect(view.rows_model().index_of_entry(Folder(1, "Work")))
    right_click_at(view, folder.center()).close()
    assert marked(view) == [1]
    beside = view.viewport().rect().bottomLeft() + QPoint(9, -9)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert marked(view) == [1]


def test_in_the_trash_where_nothing_is_opened_the_row_is_chosen(opened: Sidebar, view: ConversationList) -> None:
    opened._show_shelf(Shelf(trashed=True))
    assert view.rows_model().kind is Kind.TRASH
    opened.set_rows(some_rows(3, first=11), False)
    right_click(view, 12).close()
    assert [row.id for row in view.selected_rows()] == [12]
