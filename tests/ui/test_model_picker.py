"""The model picker: families, favourites, what is known of each, and names that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView

from parley.domain.money import ModelPrice, PriceBook, Rate
from parley.domain.settings import FAVOURITE_MODELS, Settings
from parley.ui.favourite_models import FavouriteModels
from parley.ui.header import Header
from parley.ui.model_picker import ModelPicker
from parley.ui.model_picker_list import star_place
from parley.ui.model_picker_rows import detail, grouped_rows
from parley.ui.preferences import Preferences
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from parley.ui.model_picker_popup import ModelPopup

PRICES = PriceBook({"gpt-4o": ModelPrice("gpt-4o", Rate(2_500_000, 10_000_000), 128_000)})
MODELS = (
    *("gpt-3.5-turbo", "gpt-5-mini", "gpt-4o", "o3", "gpt-4o-mini", "whisper-1", "gpt-3.5-turbo-instruct"),
    *("meta-llama/llama-3", "somebodys-own"),
)


@pytest.fixture
def header(qtbot: QtBot) -> Iterator[Header]:
    header = Header()
    qtbot.addWidget(header)
    header.set_theme(LIGHT)
    header.resize(900, 49)
    header.show()
    header.set_models(MODELS)
    header.set_prices(PRICES)
    yield header
    for popup in header.findChildren(QListView):
        popup.window().close()


def opened(header: Header) -> ModelPopup:
    return header.findChildren(ModelPicker)[0].open()


def lines(popup: ModelPopup) -> list[str]:
    model = popup.findChildren(QListView)[0].model()
    return [str(model.index(place, 0).data()) for place in range(model.rowCount())]


def field(popup: ModelPopup) -> QLineEdit:
    return popup.findChildren(QLineEdit)[0]


def test_models_stand_under_their_families_newest_first() -> None:
    rows = grouped_rows(MODELS, ["o3"], ["gpt-4o"], PriceBook())
    assert [row.heading or row.model for row in rows] == [
        *("Favourites", "gpt-4o", "Used of late", "o3"),
        *("GPT-5", "gpt-5-mini", "GPT-4o", "gpt-4o-mini", "GPT-3.5", "gpt-3.5-turbo"),
        *("Text completion", "gpt-3.5-turbo-instruct", "meta-llama", "meta-llama/llama-3"),
        *("Other models", "somebodys-own"),
    ]


def test_a_service_with_names_of_its_own_has_no_heading() -> None:
    assert [row.heading for row in grouped_rows(["one", "two"], [], [], PriceBook())] == ["", ""]


@pytest.mark.parametrize(
    ("model", "window"),
    [
        ("gpt-3.5-turbo-0125", "16,385"),
        ("gpt-4-turbo-preview", "128,000"),
        ("gpt-4", "8,192"),
        ("gpt-3.5-turbo", "4,096"),
    ],
)
def test_the_tutorials_names_show_their_limits_whatever_the_price_list_says(model: str, window: str) -> None:
    prices = PriceBook({model: ModelPrice(model, Rate(1, 1), 999_999)})
    digits = "".join(filter(str.isdigit, detail(model, prices).split("·")[0]))
    assert digits == window.replace(",", "")


def test_whether_a_model_sees_pictures_is_said_where_it_is_known() -> None:
    assert "sees pictures" in detail("gpt-4o", PRICES)
    assert "sees" not in detail("gpt-3.5-turbo", PRICES)
    assert "sees" not in detail("somebodys-own", PRICES)


def test_headings_are_passed_over_and_cannot_be_chosen(qtbot: QtBot, header: Header) -> None:
    popup = opened(header)
    assert lines(popup)[:4] == ["GPT-5", "gpt-5-mini", "o series", "o3"]
    QTest.keyClick(field(popup), Qt.Key.Key_Up)
    QTest.keyClick(field(popup), Qt.Key.Key_Down)
    with qtbot.waitSignal(header.modelChosen) as chosen:
        QTest.keyClick(field(popup), Qt.Key.Key_Return)
    assert chosen.args == ["o3"]


def test_a_press_on_a_heading_does_nothing(qtbot: QtBot, header: Header) -> None:
    popup = opened(header)
    view = popup.findChildren(QListView)[0]
    with qtbot.assertNotEmitted(header.modelChosen):
        place = view.visualRect(view.model().index(0, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert popup.isVisible()


def test_the_star_keeps_a_model_at_the_top_and_in_the_settings(qtbot: QtBot, header: Header) -> None:
    preferences = Preferences(Settings())
    keeper = FavouriteModels(header, preferences, header)
    popup = opened(header)
    press_star(popup, "gpt-4o-mini")
    assert preferences[FAVOURITE_MODELS] == "gpt-4o-mini"
    assert lines(popup)[:2] == ["Favourites", "gpt-4o-mini"]
    assert popup.isVisible(), "a star does not choose"
    press_star(popup, "o3")
    assert lines(popup)[:3] == ["Favourites", "gpt-4o-mini", "o3"]
    press_star(popup, "gpt-4o-mini")
    assert preferences[FAVOURITE_MODELS] == "o3"
    del keeper


def press_star(popup: ModelPopup, model: str) -> None:
    view = popup.findChildren(QListView)[0]
    index = view.model().index(lines(popup).index(model), 0)
    view.scrollTo(index)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=star_place(view.visualRect(index)).center())


def test_the_star_has_a_key(qtbot: QtBot, header: Header) -> None:
    popup = opened(header)
    QTest.keyClicks(field(popup), "own")
    popup.activateWindow()
    qtbot.waitUntil(popup.isActiveWindow)
    with qtbot.waitSignal(header.favouriteToggled) as toggled:
        QTest.keyClick(field(popup), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert toggled.args == ["somebodys-own"]


def test_a_favourite_that_the_service_does_not_list_is_still_offered(header: Header) -> None:
    header.set_favourites(("my-fine-tune",))
    popup = opened(header)
    assert lines(popup)[:2] == ["Favourites", "my-fine-tune"]
    QTest.keyClicks(field(popup), "fine")
    assert lines(popup)[0] == "my-fine-tune"


def test_a_screen_reader_hears_of_the_star(header: Header) -> None:
    header.set_favourites(("o3",))
    view = opened(header).findChildren(QListView)[0]
    said = view.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("o3, favourite, ")


def test_the_list_stays_where_it_is_when_a_star_is_pressed(qtbot: QtBot, header: Header) -> None:
    header.set_models(tuple(f"gpt-4o-{number}" for number in range(40)))
    preferences = Preferences(Settings())
    keeper = FavouriteModels(header, preferences, header)
    popup = opened(header)
    bar = popup.findChildren(QListView)[0].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    model = popup.findChildren(QListView)[0].indexAt(QPoint(20, 100)).data()
    press_star(popup, str(model))
    assert bar.value() == before
    del keeper
