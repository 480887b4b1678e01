"""Scrolling a page never changes what is on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QSpinBox, QWidget
from tests.ui.wheel import assert_the_wheel_changes_nothing, turn_wheel_over

from parley.domain.chat_settings import ChatSettings, Example
from parley.domain.settings import Page
from parley.domain.starter import Variable
from parley.ui.dialogs.settings_dialog import SettingsDialog
from parley.ui.kit.steady import steady
from parley.ui.panels.side_panel import CHAT, PRICING, SidePanel
from parley.ui.starters.fields import VariableField
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_wheel_over_the_side_panel_changes_nothing(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.set_theme(LIGHT)
    panel.chat_settings.set_settings(ChatSettings("gpt-4o", "Be brief.", (Example("a", "b"),), 0.7, 1000))
    panel.show_page(CHAT)
    assert assert_the_wheel_changes_nothing(panel.chat_settings) > 5
    panel.show_page(PRICING)
    assert assert_the_wheel_changes_nothing(panel.pricing) == 1


@pytest.mark.parametrize("page", list(Page))
def test_the_wheel_over_a_page_of_settings_changes_nothing(qtbot: QtBot, page: Page) -> None:
    dialog = SettingsDialog(choose_dotenv=lambda _parent: "", choose_model=lambda _parent: "")
    qtbot.addWidget(dialog)
    dialog.set_theme(LIGHT)
    dialog.show()
    dialog.show_page(page)
    told: list[str] = []
    dialog.settingChanged.connect(lambda key, _value: told.append(key))
    found = assert_the_wheel_changes_nothing(dialog)
    assert not told
    assert found or page not in (Page.DEFAULTS, Page.APPEARANCE, Page.LANGUAGE, Page.BUDGET)


def test_the_wheel_over_a_starter_that_is_being_written_changes_nothing(qtbot: QtBot) -> None:
    field = VariableField(Variable("tone", choices=("kind", "dry")))
    qtbot.addWidget(field)
    assert assert_the_wheel_changes_nothing(field) == 1


def test_a_control_with_the_focus_takes_the_wheel(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    panel.show_page(CHAT)
    panel.activateWindow()
    spin = panel.chat_settings.answer_length.spin
    spin.setFocus()
    qtbot.waitUntil(spin.hasFocus)
    turn_wheel_over(spin, 1)
    assert spin.value() > 0


def test_the_wheel_over_a_control_scrolls_the_page_it_stands_on(qtbot: QtBot) -> None:
    page = QScrollArea()
    qtbot.addWidget(page)
    inside = QWidget()
    inside.setFixedHeight(2_000)
    spin = steady(QSpinBox(inside))
    page.setWidget(inside)
    page.resize(200, 200)
    page.show()
    QTest.wheelEvent(page.windowHandle(), QPointF(spin.mapTo(page, spin.rect().center())), QPoint(0, -240))
    QCoreApplication.processEvents()
    assert spin.value() == 0
    assert page.verticalScrollBar().value() > 0
