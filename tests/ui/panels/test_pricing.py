"""Pricing: what every model costs, and the side panel it stands in."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from parley.domain.money import ModelPrice, PriceBook, Rate
from parley.ui.panels.numbers import about_words
from parley.ui.panels.price_model import CURRENT_ROLE, Column
from parley.ui.panels.price_text import PER_MILLION, PER_THOUSAND, price_text
from parley.ui.panels.pricing import PriceTable, PricingPanel
from parley.ui.panels.side_panel import SidePanel
from parley.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BOOK = PriceBook(
    {
        "gpt-4": ModelPrice("gpt-4", Rate(30_000_000, 60_000_000), 8_192),
        "gpt-3.5-turbo-0125": ModelPrice("gpt-3.5-turbo-0125", Rate(500_000, 1_500_000), 16_385),
        "own": ModelPrice("own", Rate(1_000_000, 2_000_000)),
    },
    date(2026, 11, 12),
)


@pytest.fixture
def panel(qtbot: QtBot) -> PricingPanel:
    made = PricingPanel()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(320, 700)
    made.show()
    made.set_prices(BOOK)
    return made


def names(panel: PricingPanel) -> list[str]:
    return [panel.rows.index(row, Column.MODEL).data() for row in range(panel.rows.rowCount())]


def text(panel: PricingPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("rate", "thousand", "million"),
    [
        (500_000, "$0.0005", "$0.50"),
        (1_500_000, "$0.0015", "$1.50"),
        (2_000_000, "$0.0020", "$2.00"),
        (30_000_000, "$0.0300", "$30.00"),
        (250_000, "$0.00025", "$0.25"),
        (75_000, "$0.000075", "$0.075"),
        (1_000_000_000, "$1.0000", "$1,000.00"),
        (0, "$0.0000", "$0.00"),
    ],
)
def test_prices_are_exact(rate: int, thousand: str, million: str) -> None:
    assert price_text(rate, PER_THOUSAND) == thousand
    assert price_text(rate, PER_MILLION) == million


@given(st.integers(0, 10**10))
def test_no_price_is_rounded(rate: int) -> None:
    shown = price_text(rate, PER_MILLION)
    assert round(float(shown[1:].replace(",", "")) * 1_000_000) == rate


@pytest.mark.parametrize(("tokens", "words"), [(1_000, "750"), (0, "0"), (16_384, "12000"), (128_000, "96000")])
def test_words_are_no_more_exact_than_the_rule(tokens: int, words: str) -> None:
    assert "".join(c for c in about_words(tokens) if c.isdigit()) == words


def test_every_row_says_everything(panel: PricingPanel) -> None:
    row = panel.model.row_of("gpt-4")
    cells = [panel.model.index(row, column).data() for column in Column]
    assert cells[:5] == ["gpt-4", "$0.0300", "$0.0600", "$30.00", "$60.00"]
    assert "8" in cells[5]
    assert "words" in cells[5]


def test_a_screen_reader_hears_the_whole_row(panel: PricingPanel) -> None:
    index = panel.model.index(panel.model.row_of("gpt-4"), 0)
    spoken = panel.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(spoken, str)
    assert spoken.startswith("gpt-4: input $30.00, output $60.00 for a million tokens; Reads at once: ")


def test_an_unknown_context_window_is_left_blank(panel: PricingPanel) -> None:
    index = panel.model.index(panel.model.row_of("own"), Column.CONTEXT)
    assert index.data() == ""


def test_searching_and_finding_nothing(panel: PricingPanel, qtbot: QtBot) -> None:
    QTest.keyClicks(panel.search, "3.5")
    assert names(panel) == ["gpt-3.5-turbo-0125"]
    panel.search.setText("x[*")
    assert "No model is called “x[*”." in text(panel)
    panel.search.clear()
    assert len(names(panel)) == 3


@pytest.mark.parametrize("typed", ["gpt-3.5 turbo", "GPT 3.5", " turbo  3.5 "])
def test_a_space_stands_for_whatever_is_between_the_words_of_a_name(panel: PricingPanel, typed: str) -> None:
    panel.search.setText(typed)
    assert names(panel) == ["gpt-3.5-turbo-0125"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Newest first", ["gpt-4", "gpt-3.5-turbo-0125", "own"]),
        ("By name", ["gpt-3.5-turbo-0125", "gpt-4", "own"]),
        ("By input price", ["gpt-3.5-turbo-0125", "own", "gpt-4"]),
        ("By how much it reads", ["gpt-3.5-turbo-0125", "gpt-4", "own"]),
    ],
)
def test_ordering(panel: PricingPanel, order: str, expected: list[str]) -> None:
    panel.order.setCurrentText(order)
    assert names(panel) == expected


def test_the_newest_come_first_until_another_order_is_chosen(panel: PricingPanel) -> None:
    assert panel.order.currentText() == "Newest first"
    assert names(panel) == ["gpt-4", "gpt-3.5-turbo-0125", "own"]


def test_the_model_in_use_is_marked(panel: PricingPanel) -> None:
    panel.set_current_model("gpt-4")
    marked = [panel.model.index(row, 0).data() for row in range(3) if panel.model.index(row, 0).data(CURRENT_ROLE)]
    assert marked == ["gpt-4"]


def test_the_day_of_the_prices_is_said(panel: PricingPanel) -> None:
    assert "2026" in text(panel)
    assert "US dollars" in text(panel)


def test_before_the_prices_are_there(qtbot: QtBot) -> None:
    panel = PricingPanel()
    qtbot.addWidget(panel)
    panel.show()
    assert "The prices are being read…" in text(panel)


def test_the_table_sorts_by_itself(panel: PricingPanel, qtbot: QtBot) -> None:
    panel.set_theme(DARK)
    panel.open_table()
    table = panel.findChild(PriceTable)
    assert table is not None
    assert table.rows.index(0, 0).data() == "gpt-4", "the newest first, as in the panel"
    table.table.sortByColumn(Column.INPUT_MILLION, Qt.SortOrder.AscendingOrder)
    assert table.rows.index(0, 0).data() == "gpt-3.5-turbo-0125"
    assert names(panel)[0] == "gpt-4"
    table.close()


class TestSidePanel:
    @pytest.fixture
    def side(self, qtbot: QtBot) -> SidePanel:
        made = SidePanel()
        qtbot.addWidget(made)
        made.set_theme(LIGHT)
        return made

    def test_it_is_hidden_until_a_page_is_wanted(self, side: SidePanel) -> None:
        assert side.isHidden()
        assert side.page == ""

    @pytest.mark.parametrize(("page", "title"), [("chat", "Chat settings"), ("pricing", "Pricing")])
    def test_a_page_has_its_title(self, side: SidePanel, qtbot: QtBot, page: str, title: str) -> None:
        with qtbot.waitSignal(side.pageChanged) as changed:
            side.show_page(page)
        assert changed.args == [page]
        assert side.isVisible()
        assert title in [label.text() for label in side.findChildren(QLabel) if label.isVisible()]

    def test_the_same_page_again_says_nothing(self, side: SidePanel, qtbot: QtBot) -> None:
        side.show_page("chat")
        with qtbot.assertNotEmitted(side.pageChanged):
            side.show_page("chat")

    def test_it_closes_by_its_button_and_by_escape(self, side: SidePanel, qtbot: QtBot) -> None:
        side.show_page("chat")
        close = next(b for b in side.findChildren(QAbstractButton) if b.accessibleName() == "Close the panel")
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
        assert side.isHidden()
        side.show_page("pricing")
        side.activateWindow()
        qtbot.waitUntil(side.isActiveWindow)
        QTest.keyClick(side.pricing.search, Qt.Key.Key_Escape)
        assert side.isHidden()
        assert side.page == ""
