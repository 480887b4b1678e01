"""The chips under the search field, and what each of them narrows."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from parley.domain.message import Role
from parley.domain.search_filters import Filters
from parley.ui.sidebar.chips import Chip, MenuChip
from parley.ui.sidebar.filter_row import FilterRow, date_values

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.sidebar.sidebar import Sidebar


@pytest.fixture
def row(qtbot: QtBot, sidebar: Sidebar) -> FilterRow:
    """The chips, shown because something is searched for."""
    search_field(sidebar).setText("cat")
    return sidebar.findChildren(FilterRow)[0]


def search_field(sidebar: Sidebar) -> QLineEdit:
    return next(f for f in sidebar.findChildren(QLineEdit) if f.accessibleName() == "Search conversations")


def chip(row: FilterRow, name: str) -> Chip:
    return next(found for found in row.findChildren(Chip) if found.accessibleName().split(":")[0] == name)


def choose(row: FilterRow, name: str, words: str) -> None:
    found = chip(row, name)
    assert isinstance(found, MenuChip)
    next(action for action in found.make_menu().actions() if action.text() == words).trigger()


def test_they_are_there_while_something_is_searched_for(sidebar: Sidebar, row: FilterRow) -> None:
    assert row.isVisible()
    search_field(sidebar).clear()
    assert not row.isVisible()


@pytest.mark.parametrize(
    ("name", "words", "said", "filters"),
    [
        ("From", "Me", "From me", Filters(role=Role.USER)),
        ("From", "The model", "From the model", Filters(role=Role.ASSISTANT)),
        ("Model", "gpt-4o", "gpt-4o", Filters(model="gpt-4o")),
        ("Cost", "Over $0.01", "Over $0.01", Filters(cost_above=10_000)),
    ],
)
def test_a_choice_is_said_on_the_chip_and_taken_back(
    qtbot: QtBot, sidebar: Sidebar, row: FilterRow, name: str, words: str, said: str, filters: Filters
) -> None:
    sidebar.set_filter_models(["gpt-4o"])
    with qtbot.waitSignal(sidebar.filtersChanged) as changed:
        choose(row, name, words)
    assert changed.args == [filters]
    assert chip(row, name).text() == said
    assert chip(row, name).accessibleName() == f"{name}: {words}"
    with qtbot.waitSignal(sidebar.filtersChanged) as changed:
        chip(row, "Clear the filters").click()
    assert changed.args == [Filters()]
    assert chip(row, name).text() == name
    assert not chip(row, "Clear the filters").isVisible()


@pytest.mark.parametrize(("name", "filters"), [("Images", Filters(has_image=True)), ("Code", Filters(has_code=True))])
def test_a_switch_is_turned_by_the_keyboard(
    qtbot: QtBot, sidebar: Sidebar, row: FilterRow, name: str, filters: Filters
) -> None:
    for expected in (filters, Filters()):
        with qtbot.waitSignal(sidebar.filtersChanged) as changed:
            QTest.keyClick(chip(row, name), Qt.Key.Key_Space)
        assert changed.args == [expected]


def test_a_span_of_time_begins_at_midnight_here(sidebar: Sidebar, row: FilterRow) -> None:
    spans = {words: span for words, _said, span in date_values(date(2026, 3, 15), row)}
    midnight = int(datetime(2026, 3, 15).astimezone().timestamp() * 1000)
    january = int(datetime(2026, 1, 1).astimezone().timestamp() * 1000)
    assert spans["Today"] == (midnight, None)
    assert spans["This year"] == (january, None)
    assert spans["Before this year"] == (None, january)
    assert spans["Any day"] is None


def test_escape_ends_the_filters_with_the_search(qtbot: QtBot, sidebar: Sidebar, row: FilterRow) -> None:
    chip(row, "Images").click()
    QTest.keyClick(search_field(sidebar), Qt.Key.Key_Escape)
    assert row.filters == Filters()
    assert not chip(row, "Images").isChecked()
    assert not row.isVisible()


def test_every_chip_is_reached_by_tab_and_fits_the_sidebar(sidebar: Sidebar, row: FilterRow) -> None:
    choose(row, "From", "The model")
    sidebar.set_filter_models(["a-model-with-a-name-that-is-much-longer-than-any-sidebar-is-wide"])
    choose(row, "Model", "a-model-with-a-name-that-is-much-longer-than-any-sidebar-is-wide")
    for found in row.findChildren(Chip):
        assert found.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert row.rect().contains(found.geometry())
