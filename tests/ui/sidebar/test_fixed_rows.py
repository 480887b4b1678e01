"""A list that only ever looks at its visible rows still behaves as a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from tests.ui.sidebar.conftest import some_rows

from parley.domain.conversation_row import Folder
from parley.ui.sidebar.model import RowsModel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def told_to_screen_readers() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def ids(view: ConversationList) -> list[int]:
    return [row.id for row in view.selected_rows()]


@pytest.mark.usefixtures("told_to_screen_readers")
def test_the_keys_lead_through_the_list_and_step_over_headings(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(300), False)
    sidebar.set_current(150)
    view.setFocus()
    page = view.viewport().height() // view.row_height()
    for key, expected in (
        (Qt.Key.Key_Down, 151),
        (Qt.Key.Key_Up, 150),
        (Qt.Key.Key_PageDown, 150 + page),
        (Qt.Key.Key_PageUp, 150),
        (Qt.Key.Key_End, 300),
        (Qt.Key.Key_Down, 300),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Up, 1),
    ):
        QTest.keyClick(view, key)
        (found,) = ids(view)
        assert abs(found - expected) <= 2, key  # a page may go over a heading or two
        assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))


def test_a_click_with_shift_selects_all_between(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(9), False)
    for conversation_id, keys in ((2, NONE), (5, SHIFT)):
        place = view.visualRect(view.rows_model().index_of(conversation_id)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, place)
    assert ids(view) == [2, 3, 4, 5]


def test_a_row_is_where_it_is_painted(sidebar: Sidebar, view: ConversationList) -> None:
    sidebar.set_rows(some_rows(300), False)
    view.verticalScrollBar().setValue(1234)
    for row in range(40, 55):
        index = view.rows_model().index(row)
        assert view.indexAt(view.visualRect(index).center()) == index
    assert not view.indexAt(QPoint(5, view.viewport().height() * 100)).isValid()


def test_adding_a_page_looks_at_no_row_that_is_not_shown(
    sidebar: Sidebar, view: ConversationList, monkeypatch: pytest.MonkeyPatch
) -> None:
    sidebar.set_rows(some_rows(20_000), True)
    looked_at: list[int] = []
    data = RowsModel.data

    def counted(model: RowsModel, index: object, role: int = 0) -> object:
        looked_at.append(role)
        return data(model, index, role)  # type: ignore[arg-type]  # whatever index Qt gives

    monkeypatch.setattr(RowsModel, "data", counted)
    sidebar.add_rows(some_rows(100, first=20_001), True)
    view.repaint()
    assert len(looked_at) < 1_000


def test_a_folder_is_found_under_what_is_dragged(sidebar: Sidebar, view: ConversationList) -> None:
    folder = Folder(1, "Work")
    sidebar.set_folders([folder], False)
    sidebar.set_rows(some_rows(3), False)
    place = view.visualRect(view.rows_model().index_of_entry(folder)).center()
    assert view.viewport().acceptDrops()
    assert view.folder_at(place) == folder
    assert view.folder_at(view.visualRect(view.rows_model().index_of(2)).center()) is None


def test_what_is_dragged_to_the_edge_brings_more_into_view(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(300), False)
    bar = view.verticalScrollBar()
    bar.setValue(500)
    view.scroll_at_edge(QPoint(20, 3))
    qtbot.waitUntil(lambda: bar.value() == 0)
    view.scroll_at_edge(QPoint(20, view.viewport().height() - 3))
    qtbot.waitUntil(lambda: bar.value() > 200)
    view.scroll_at_edge(None)
    qtbot.wait(60)
    place = bar.value()
    qtbot.wait(100)
    assert bar.value() == place
