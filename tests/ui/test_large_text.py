"""The largest text in the narrowest window, in German: nothing in the side panel lies out of reach."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from parley.domain.chat_settings import ChatSettings, Example, MoreSettings
from parley.domain.money import ModelPrice, PriceBook, Rate
from parley.domain.settings import Page as SettingsPage
from parley.ui.dialogs.settings_dialog import SettingsDialog
from parley.ui.kit.buttons import ElidedButton
from parley.ui.kit.style import stylesheet
from parley.ui.main_window import SMALLEST_SIZE, MainWindow, Page
from parley.ui.panels.side_panel import CHAT, PRICING, SidePanel
from parley.ui.scroll_page import ScrollPage
from parley.ui.theme import LIGHT, body_font, load_fonts
from parley.ui.transcript.view import TranscriptView
from parley.ui.translation import load_translator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

RESOURCES = Path(__file__).parents[2] / "resources"
THEME = LIGHT.with_size(32)
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLabel, QLineEdit)
SETTINGS = ChatSettings(
    examples=(Example("2 + 2?", "4"),),
    temperature=0.5,
    max_tokens=5_000,
    json_answer=True,
    more=MoreSettings(top_p=0.5, seed=7),
)


@pytest.fixture
def large_german(qapp: QApplication) -> Iterator[None]:
    load_fonts(RESOURCES / "fonts")
    translator = load_translator("de", RESOURCES / "translations")
    assert translator is not None
    font, sheet = qapp.font(), qapp.styleSheet()
    qapp.installTranslator(translator)
    qapp.setFont(body_font(THEME))
    qapp.setStyleSheet(stylesheet(THEME))
    yield
    qapp.removeTranslator(translator)
    qapp.setFont(font)
    qapp.setStyleSheet(sheet)


@pytest.fixture
def panel(large_german: None, qtbot: QtBot) -> Iterator[SidePanel]:
    window = MainWindow(THEME)
    qtbot.addWidget(window)
    window.add_transcript(TranscriptView())
    made = SidePanel()
    made.set_theme(THEME)
    window.add_panel(made)
    window.show_page(Page.TALK)
    window.resize(*SMALLEST_SIZE)
    window.show()
    chat = made.chat_settings
    chat.set_settings(SETTINGS)
    chat.set_refused({"temperature", "max_tokens", "response_format", "top_p"}, {})
    chat._more_title.set_open(True)
    price = ModelPrice("gpt-3.5-turbo-instruct-0914", Rate(500_000_000, 1_500_000_000), 1_047_576)
    made.pricing.set_prices(PriceBook({price.model: price}))
    made.show_page(CHAT)
    window.show_panel(True)
    yield made
    window.hide()


def out_of_sight(inside: QWidget, page: QWidget) -> list[str]:
    """The controls of `page` that lie beyond the edges of `inside`, or are lower than their text."""
    found = []
    for control in page.findChildren(QWidget):
        if isinstance(control, CONTROLS) and control.isVisible():
            left = control.mapTo(inside, QPoint(0, 0)).x()
            beyond = left < 0 or left + control.width() > inside.width()
            if beyond or control.height() < min(control.fontMetrics().height(), control.minimumSizeHint().height()):
                found.append(f"{type(control).__name__} {control.accessibleName()} {left} {control.size()}")
    return found


@pytest.mark.parametrize("page", [CHAT, PRICING])
def test_the_panel_lies_in_the_window_and_its_controls_in_the_panel(panel: SidePanel, qtbot: QtBot, page: str) -> None:
    panel.show_page(page)
    qtbot.waitUntil(lambda: panel.width() <= SMALLEST_SIZE[0])
    shown = panel.chat_settings if page == CHAT else panel.pricing
    assert panel.mapTo(panel.window(), QPoint(panel.width(), 0)).x() <= SMALLEST_SIZE[0]
    assert out_of_sight(panel, shown) == []


def test_a_button_that_had_to_be_cut_says_the_rest_in_its_tooltip(qtbot: QtBot) -> None:
    button = ElidedButton("Use all of these settings for every new conversation")
    qtbot.addWidget(button)
    button.resize(120, 32)
    assert button.minimumSizeHint().width() <= 120 < button.sizeHint().width()
    QApplication.sendEvent(button, QEvent(QEvent.Type.ToolTip))
    assert button.toolTip() == "Use all of these settings for every new conversation"
    button.resize(button.sizeHint())
    QApplication.sendEvent(button, QEvent(QEvent.Type.ToolTip))
    assert button.toolTip() == ""


def test_a_page_that_no_window_could_give_its_width_scrolls_sideways(qtbot: QtBot) -> None:
    page = ScrollPage()
    qtbot.addWidget(page)
    page.column.addWidget(QLabel("W" * 200))
    page.resize(440, 300)
    page.show()
    assert page.width() == 440
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() > 0)
    bar = page.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert page.page.mapTo(page.viewport(), QPoint(page.page.width(), 0)).x() <= page.viewport().width()


def test_settings_are_as_large_as_their_text_asks_for_and_no_page_scrolls_sideways(
    large_german: None, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = QRect(0, 0, 1920, 1040)
    monkeypatch.setattr(type(QGuiApplication.primaryScreen()), "availableGeometry", lambda _screen: free)
    dialog = SettingsDialog()
    qtbot.addWidget(dialog)
    dialog.set_theme(THEME)
    dialog.show()
    for page in SettingsPage:
        dialog.show_page(page)
        (shown,) = [area for area in dialog.findChildren(ScrollPage) if area.isVisible()]
        assert shown.horizontalScrollBar().maximum() == 0, page
        assert out_of_sight(shown.viewport(), shown.page) == [], page

    assert dialog.nav.sizeHintForRow(0) >= dialog.nav.fontMetrics().height()

    dialog.resize(900, 700)  # from here on it is the person's own
    dialog.hide()
    dialog.show()
    assert dialog.width() == 900
