from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListView, QMenu, QToolButton, QWidget

from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Conversation
from parley.domain.money import ModelPrice, PriceBook, Rate
from parley.ui.header import Header
from parley.ui.header_title import Title
from parley.ui.kit.buttons import OpeningButton
from parley.ui.kit.labels import ElidedLabel
from parley.ui.model_picker import ModelPicker
from parley.ui.model_picker_rows import detail, model_rows
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.model_picker_popup import ModelPopup

POEM = Conversation(3, "A poem", 0, 0, ChatSettings(model="gpt-4o"), cost=12_345)
PRICES = PriceBook({"gpt-4o": ModelPrice("gpt-4o", Rate(2_500_000, 10_000_000), 128_000)})


@pytest.fixture
def header(qtbot: QtBot) -> Header:
    made = Header()
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.set_export_formats([("md", "Markdown"), ("pdf", "PDF")])
    made.set_models(("gpt-4o", "gpt-4o-mini", "whisper-1", "text-embedding-3-small"))
    made.set_prices(PRICES)
    made.resize(800, 49)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def button(header: Header, label: str) -> QToolButton:
    return next(found for found in header.findChildren(QToolButton) if name(found) == label)


def picker(header: Header) -> ModelPicker:
    return header.findChildren(ModelPicker)[0]


def title_label(header: Header) -> ElidedLabel:
    return header.findChildren(Title)[0].findChildren(ElidedLabel)[0]


def is_open(header: Header, label: str) -> bool:
    found = button(header, label)
    assert isinstance(found, OpeningButton)
    return found.is_open


def title_edit(header: Header) -> QLineEdit:
    return header.findChildren(Title)[0].findChildren(QLineEdit)[0]


def cost(header: Header) -> ElidedLabel:
    return next(label for label in header.findChildren(ElidedLabel) if label.property("look") == "small")


# What it shows


def test_things_are_found_by_their_names(header: Header) -> None:
    assert name(picker(header)) == "Model"
    for label in ("Chat settings", "Pricing", "More", "Show or hide the sidebar"):
        assert button(header, label)


def test_it_shows_title_model_and_cost(header: Header) -> None:
    header.set_conversation(POEM)
    assert title_label(header).text() == "A poem"
    assert picker(header).words() == "gpt-4o"
    assert picker(header).accessibleDescription() == "gpt-4o"
    assert cost(header).text() == "$0.01"
    assert name(cost(header)) == "Cost of this conversation: $0.01"


def test_a_new_chat_has_no_cost_and_no_title_to_change(header: Header) -> None:
    header.set_conversation(POEM)
    header.set_conversation(None)
    header.set_cost(0)
    assert title_label(header).text() == "New chat"
    assert cost(header).isHidden()
    QTest.mouseDClick(title_label(header), Qt.MouseButton.LeftButton)
    assert title_edit(header).isHidden()


def test_without_a_model_it_asks_for_one(header: Header) -> None:
    header.set_settings(ChatSettings())
    assert picker(header).words() == "Choose a model"


def test_it_fits_a_narrow_window_and_the_cost_is_in_the_menu(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    assert header.minimumSizeHint().width() <= 360
    header.resize(360, 49)
    qtbot.waitUntil(cost(header).isHidden)
    assert "$0.01" in header.make_menu().actions()[0].text()


def test_in_a_very_narrow_window_the_pages_are_in_the_menu(qtbot: QtBot, header: Header) -> None:
    header.resize(300, 49)
    qtbot.waitUntil(header._pricing.isHidden)
    pricing = next(action for action in header.make_menu().actions() if action.text() == "Pricing")
    with qtbot.waitSignal(header.panelRequested) as requested:
        pricing.trigger()
    assert requested.args == ["pricing"]


def test_comparing_is_a_button_and_in_a_narrow_window_in_the_menu(qtbot: QtBot, header: Header) -> None:
    words = "Compare with other models…"
    with qtbot.waitSignal(header.compareRequested):
        button(header, words).click()
    header.resize(400, 49)
    qtbot.waitUntil(header._compare.isHidden)
    compare = next(action for action in header.make_menu().actions() if action.text() == words)
    with qtbot.waitSignal(header.compareRequested):
        compare.trigger()


@pytest.mark.parametrize("label", ["Chat settings", "Pricing", "Compare with other models…"])
def test_what_opens_a_part_of_the_window_is_a_button_to_assistive_technology(
    qtbot: QtBot, header: Header, label: str
) -> None:
    signal = header.compareRequested if label.startswith("Compare") else header.panelRequested
    found = QAccessible.queryAccessibleInterface(button(header, label))
    assert found.role() == QAccessible.Role.Button
    actions = found.actionInterface()
    with qtbot.waitSignal(signal):
        actions.doAction(actions.pressAction())


def test_it_says_whether_the_part_is_open(header: Header) -> None:
    found = QAccessible.queryAccessibleInterface(button(header, "Pricing"))
    header.set_panel("pricing")
    assert found.text(QAccessible.Text.Description) == "Is open"
    header.set_panel("")
    assert found.text(QAccessible.Text.Description) != "Is open"


def test_while_models_answer_no_other_comparison_is_begun(header: Header) -> None:
    compare = button(header, "Compare with other models…")
    header.set_comparing(False, answering=True)
    assert not compare.isEnabled()
    header.set_comparing(True, answering=False)
    assert compare.isEnabled()
    assert is_open(header, "Compare with other models…")


# Renaming


def test_a_double_click_renames(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    QTest.mouseDClick(title_label(header), Qt.MouseButton.LeftButton)
    assert title_edit(header).hasFocus()
    assert title_edit(header).selectedText() == "A poem"
    title_edit(header).setText("  Two   poems ")
    with qtbot.waitSignal(header.renameRequested) as renamed:
        QTest.keyClick(title_edit(header), Qt.Key.Key_Return)
    assert renamed.args == ["Two poems"]
    assert title_edit(header).isHidden()


def test_f2_renames_and_escape_does_not(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    title_label(header).setFocus()
    QTest.keyClick(title_label(header), Qt.Key.Key_F2)
    title_edit(header).setText("Something else")
    with qtbot.assertNotEmitted(header.renameRequested):
        QTest.keyClick(title_edit(header), Qt.Key.Key_Escape)
    assert title_label(header).text() == "A poem"
    assert title_label(header).hasFocus()


def test_leaving_the_field_keeps_what_was_written(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    header.findChildren(Title)[0].edit()
    title_edit(header).setText("Two poems")
    with qtbot.waitSignal(header.renameRequested) as renamed:
        picker(header).setFocus()
    assert renamed.args == ["Two poems"]


def test_a_title_that_is_being_written_never_goes_to_another_conversation(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    header.findChildren(Title)[0].edit()
    title_edit(header).setText("Two poems")
    with qtbot.assertNotEmitted(header.renameRequested):
        header.set_conversation(replace(POEM, id=4, title="Another"))
        picker(header).setFocus()
    assert title_label(header).text() == "Another"


def test_a_title_that_is_being_written_stays_when_something_else_changes(header: Header) -> None:
    header.set_conversation(POEM)
    header.findChildren(Title)[0].edit()
    title_edit(header).setText("Two po")
    header.set_conversation(replace(POEM, cost=99_000))
    assert title_edit(header).text() == "Two po"
    assert title_edit(header).isVisible()


@pytest.mark.parametrize("text", ["", "   ", "A poem"])
def test_an_empty_or_unchanged_title_renames_nothing(qtbot: QtBot, header: Header, text: str) -> None:
    header.set_conversation(POEM)
    header.findChildren(Title)[0].edit()
    title_edit(header).setText(text)
    with qtbot.assertNotEmitted(header.renameRequested):
        QTest.keyClick(title_edit(header), Qt.Key.Key_Return)
    assert title_label(header).text() == "A poem"


# Panel, sidebar, menu


def test_the_panel_is_asked_for_by_page(qtbot: QtBot, header: Header) -> None:
    for label, page in (("Chat settings", "chat"), ("Pricing", "pricing")):
        with qtbot.waitSignal(header.panelRequested) as requested:
            button(header, label).click()
        assert requested.args == [page]


def test_the_buttons_show_which_page_is_open(header: Header) -> None:
    header.set_panel("pricing")
    assert is_open(header, "Pricing")
    assert not is_open(header, "Chat settings")
    header.set_panel("")
    assert not is_open(header, "Pricing")


def test_the_sidebar_can_be_toggled(qtbot: QtBot, header: Header) -> None:
    with qtbot.waitSignal(header.sidebarToggled):
        button(header, "Show or hide the sidebar").click()


def test_the_menu_exports_and_deletes(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    menu = header.make_menu()
    exports = next(found for found in menu.findChildren(QMenu) if found.title() == "Export")
    with qtbot.waitSignal(header.exportRequested) as exported:
        exports.actions()[1].trigger()
    assert exported.args == ["pdf"]
    with qtbot.waitSignal(header.trashRequested):
        next(action for action in menu.actions() if action.text() == "Delete").trigger()


def test_nothing_can_be_done_with_a_chat_that_does_not_exist_yet(header: Header) -> None:
    header.set_conversation(None)
    enabled = [action.text() for action in header.make_menu().actions() if action.text() and action.isEnabled()]
    assert enabled == ["Show as Python…", "Starters…"]  # both are about what is to be sent


@pytest.mark.parametrize(
    ("entry", "signal"),
    [
        ("Show as Python…", "codeRequested"),
        ("Starters…", "startersRequested"),
        ("Save as starter…", "saveStarterRequested"),
    ],
)
def test_the_menu_leads_to_starters_and_to_the_code(header: Header, qtbot: QtBot, entry: str, signal: str) -> None:
    header.set_conversation(POEM)
    with qtbot.waitSignal(getattr(header, signal)):
        next(action for action in header.make_menu().actions() if action.text() == entry).trigger()


# The model picker


def open_popup(header: Header) -> ModelPopup:
    popup = picker(header).open()
    assert popup.isVisible()
    return popup


def offered(popup: ModelPopup) -> list[str]:
    """The models, without the headings above them."""
    model = popup.findChildren(QListView)[0].model()
    rows = [model.index(place, 0) for place in range(model.rowCount())]
    return [str(row.data()) for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable]


def test_models_that_cannot_chat_are_not_offered(header: Header) -> None:
    popup = open_popup(header)
    assert offered(popup) == ["gpt-4o", "gpt-4o-mini"]
    assert popup.findChildren(QListView)[0].accessibleName() == "Models"
    popup.close()


def test_a_model_is_found_and_chosen_with_the_keyboard(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    popup = open_popup(header)
    field = popup.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "mini")
    assert offered(popup) == ["gpt-4o-mini", "Use “mini”"]
    with qtbot.waitSignal(header.modelChosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["gpt-4o-mini"]
    assert picker(header).words() == "gpt-4o-mini"


def test_arrow_keys_move_through_the_list(qtbot: QtBot, header: Header) -> None:
    popup = open_popup(header)
    field = popup.findChildren(QLineEdit)[0]
    QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(header.modelChosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["gpt-4o-mini"]


def test_a_name_that_is_not_listed_is_accepted(qtbot: QtBot, header: Header) -> None:
    popup = open_popup(header)
    field = popup.findChildren(QLineEdit)[0]
    QTest.keyClicks(field, "my-own-model")
    with qtbot.waitSignal(header.modelChosen) as chosen:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert chosen.args == ["my-own-model"]


def test_choosing_the_same_model_changes_nothing(qtbot: QtBot, header: Header) -> None:
    header.set_conversation(POEM)
    popup = open_popup(header)
    with qtbot.assertNotEmitted(header.modelChosen):
        QTest.keyClick(popup.findChildren(QLineEdit)[0], Qt.Key.Key_Return)


def test_models_used_of_late_stand_first() -> None:
    rows = model_rows(["b", "a", "c"], ["c", "gone"], PriceBook(), "")
    assert [row.model for row in rows] == ["c", "a", "b"]


def test_the_newest_models_come_first_and_snapshots_last() -> None:
    models = ["gpt-10", "gpt-4o-2024-08-06", "gpt-4o", "gpt-3.5-turbo", "gpt-3.5-turbo-0125", "4all"]
    rows = model_rows(models, [], PriceBook(), "")
    names = [row.model for row in rows]
    assert names == ["gpt-10", "4all", "gpt-4o", "gpt-3.5-turbo", "gpt-4o-2024-08-06", "gpt-3.5-turbo-0125"]


def test_every_typed_word_narrows_the_list() -> None:
    rows = model_rows(["gpt-4o", "gpt-4o-mini", "o3-mini"], [], PriceBook(), "MINI gpt")
    assert [row.model for row in rows if not row.typed] == ["gpt-4o-mini"]


def test_what_is_known_of_a_model_is_said_and_nothing_else() -> None:
    known = detail("gpt-4o", PRICES)
    assert "128" in known
    assert "$2.50 in, $10.00 out per 1M tokens" in known
    assert detail("somebodys-own-model", PRICES) == ""
