from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.sidebar.conftest import some_rows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.sidebar import Sidebar

PAGE = 100


class Pages:
    """Gives a page at once, as the store does; `number` rows in all."""

    def __init__(self, sidebar: Sidebar, number: int) -> None:
        self._sidebar = sidebar
        self._rows = some_rows(number)
        self._given = 0
        self.asked = 0
        sidebar.moreRequested.connect(self.give)

    def start(self) -> None:
        self._given = PAGE
        self._sidebar.set_rows(self._rows[:PAGE], len(self._rows) > PAGE)

    def give(self) -> None:
        self.asked += 1
        page = self._rows[self._given : self._given + PAGE]
        self._given += PAGE
        self._sidebar.add_rows(page, self._given < len(self._rows))


def test_a_long_list_comes_in_pages_as_it_is_scrolled(qtbot: QtBot, sidebar: Sidebar, view: ConversationList) -> None:
    pages = Pages(sidebar, 1000)
    pages.start()
    assert pages.asked == 0
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert pages.asked == 1
    while pages.asked < 9:
        bar.setValue(bar.maximum())
    assert sidebar.row_count() == 1000
    bar.setValue(bar.maximum())
    assert pages.asked == 9


def test_reading_the_list_again_goes_on_to_where_one_was(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    pages = Pages(sidebar, 1000)
    pages.start()
    bar = view.verticalScrollBar()
    while sidebar.row_count() < 500:
        bar.setValue(bar.maximum())
    bar.setValue(bar.maximum() - 500)
    place = bar.value()
    pages.start()
    assert bar.value() == place


def test_a_long_list_whose_beginning_is_read_again_keeps_the_rest_and_the_place(
    sidebar: Sidebar, view: ConversationList
) -> None:
    rows = some_rows(500)
    sidebar.set_rows(rows, True)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 2000)
    place, headings = bar.value(), view.rows_model().rowCount() - 500
    moved_up = replace(rows[300], updated_at=rows[0].updated_at + 1)
    sidebar.set_head([moved_up, *rows[:99]])
    found = view.rows_model().rows()
    assert [row.id for row in found] == [moved_up.id, *(row.id for row in rows if row.id != moved_up.id)]
    assert found[0] == moved_up
    assert view.rows_model().rowCount() - 500 == headings
    assert view.rows_model().more
    assert bar.value() == place
    assert view.rows_model().row_at(view.rows_model().index_of(rows[400].id)) == rows[400]


def test_headings_go_on_over_the_end_of_a_page(sidebar: Sidebar, view: ConversationList) -> None:
    rows = some_rows(2)
    sidebar.set_rows(rows[:1], True)
    sidebar.add_rows(rows[1:], False)
    model = view.rows_model()
    headings = [
        model.index(place).data() for place in range(model.rowCount()) if model.row_at(model.index(place)) is None
    ]
    assert len(headings) == len(set(headings))


def test_a_row_that_moved_between_two_pages_is_shown_once(sidebar: Sidebar, view: ConversationList) -> None:
    rows = some_rows(3)
    sidebar.set_rows(rows[:2], True)
    sidebar.add_rows(rows[1:], False)
    assert [row.id for row in view.rows_model().rows()] == [1, 2, 3]


def test_a_hundred_thousand_rows_can_be_shown_and_searched_by_id(
    qtbot: QtBot, sidebar: Sidebar, view: ConversationList
) -> None:
    sidebar.set_rows(some_rows(100_000), False)
    sidebar.set_current(99_999)
    assert view.visualRect(view.rows_model().index_of(99_999)).intersects(view.viewport().rect())
