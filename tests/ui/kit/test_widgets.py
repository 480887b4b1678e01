from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QIcon, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, IconButton, PrimaryButton, with_shortcut
from parley.ui.kit.cards import Card, Notice
from parley.ui.kit.fields import Disclosure, Field, Toggle
from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.labels import ElidedLabel, Label, plain_tip
from parley.ui.kit.numbers import count_text
from parley.ui.kit.themed import theme_below
from parley.ui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HOSTILE = '<img src="file:///etc/passwd"> & <b>bold</b>'


def role(widget: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(widget).role()


def test_a_label_never_reads_markup(qtbot: QtBot) -> None:
    label = Label(HOSTILE)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == HOSTILE


def test_an_elided_label_is_one_line_and_keeps_its_whole_text_for_assistive_technology(qtbot: QtBot) -> None:
    label = ElidedLabel("one\ntwo\t three " + HOSTILE)
    qtbot.addWidget(label)
    label.resize(40, 20)
    assert label.text() == "one two three " + HOSTILE
    assert QAccessible.queryAccessibleInterface(label).text(QAccessible.Text.Name) == label.text()


def test_an_elided_label_tells_the_rest_in_its_tooltip_only_when_it_is_cut(qtbot: QtBot) -> None:
    label = ElidedLabel("A <b>long</b> title")
    qtbot.addWidget(label)
    for width, tip in ((1000, ""), (30, plain_tip("A <b>long</b> title"))):
        label.resize(width, 20)
        QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), QPoint(1, 1)))
        assert label.toolTip() == tip


def test_a_tooltip_shows_markup_as_it_was_written() -> None:
    assert "<b>" not in plain_tip(HOSTILE)
    assert "&lt;b&gt;" in plain_tip(HOSTILE)


def test_an_icon_button_has_a_name_and_says_its_keys(qtbot: QtBot) -> None:
    button = IconButton("settings", "Settings", shortcut=QKeySequence("Ctrl+,"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "Settings"
    assert "Ctrl+," in button.toolTip()
    assert role(button) is QAccessible.Role.Button


def test_without_keys_the_tooltip_is_only_the_words() -> None:
    assert with_shortcut("Send", None) == "Send"
    assert with_shortcut("Send", QKeySequence()) == "Send"


def test_buttons_take_the_focus_from_the_keyboard_but_not_from_a_click(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    field, button = QLineEdit(), PrimaryButton("Save")
    column.addWidget(field)
    column.addWidget(button)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_the_theme_reaches_every_icon_below(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    button = IconButton("settings", "Settings")
    card.body.addWidget(button)
    theme_below(card, LIGHT)
    light = button.icon().pixmap(18, 18).toImage()
    theme_below(card, DARK)
    assert button.icon().pixmap(18, 18).toImage() != light


def test_a_disabled_icon_looks_disabled(qtbot: QtBot) -> None:
    button = Button("Delete", icon_name="trash-2")
    qtbot.addWidget(button)
    button.set_theme(LIGHT)
    size = QSize(24, 18)
    usual = button.icon().pixmap(size, QIcon.Mode.Normal).toImage()
    assert button.icon().pixmap(size, QIcon.Mode.Disabled).toImage() != usual


def test_a_notice_says_its_text_and_offers_its_button(qtbot: QtBot) -> None:
    notice = Notice(closable=True)
    qtbot.addWidget(notice)
    notice.show_text(HOSTILE, kind="bad", action="Retry")
    assert notice.text() == HOSTILE
    assert notice.accessibleName() == HOSTILE
    retry = next(button for button in notice.findChildren(Button) if button.text() == "Retry")
    with qtbot.waitSignal(notice.actionRequested):
        retry.click()


def test_a_notice_goes_back_to_its_usual_kind_and_loses_its_button(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_text("That failed.", kind="bad", action="Retry")
    notice.show_text("Saved.")
    assert notice.property("look") == "notice"
    assert all(button.isHidden() for button in notice.findChildren(Button))


def test_a_notice_can_be_closed(qtbot: QtBot) -> None:
    notice = Notice(closable=True)
    qtbot.addWidget(notice)
    notice.show_text("Saved.")
    with qtbot.waitSignal(notice.closed):
        next(button for button in notice.findChildren(IconButton)).click()
    assert notice.isHidden()


def test_a_field_names_and_explains_its_control(qtbot: QtBot) -> None:
    edit = QLineEdit()
    field = Field("Service address", edit, "Any server that speaks the OpenAI API.")
    qtbot.addWidget(field)
    assert edit.accessibleName() == "Service address"
    assert edit.accessibleDescription() == "Any server that speaks the OpenAI API."
    field.set_problem("This is not an address.")
    assert edit.property("invalid") is True
    field.set_problem("")
    assert edit.property("invalid") is False


def test_a_field_leaves_a_name_that_was_given(qtbot: QtBot) -> None:
    edit = QLineEdit()
    edit.setAccessibleName("Creativity")
    field = Field("Creativity (temperature)", edit)
    qtbot.addWidget(field)
    assert edit.accessibleName() == "Creativity"


def test_details_open_and_close(qtbot: QtBot) -> None:
    details = Label("HTTP 401")
    disclosure = Disclosure("Details", details)
    qtbot.addWidget(disclosure)
    disclosure.set_theme(LIGHT)
    assert details.isHidden()
    disclosure.button.click()
    assert not details.isHidden()
    disclosure.set_open(False)
    assert details.isHidden()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_toggle_is_a_check_box_that_looks_like_a_switch(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    toggle = Toggle("Reduce motion")
    qtbot.addWidget(toggle)
    toggle.setLayoutDirection(direction)
    toggle.set_theme(replace(LIGHT, name="test"))
    toggle.show()
    off = toggle.grab().toImage()
    QTest.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert toggle.isChecked()
    assert toggle.grab().toImage() != off
    assert role(toggle) is QAccessible.Role.CheckBox


def test_numbers_have_their_thousands_set_apart() -> None:
    assert count_text(1_047_576) not in {"1047576", ""}


def test_a_field_of_some_lines_is_as_high_as_they_are_in_another_size_of_text(qtbot: QtBot) -> None:
    edit = GrowingEdit("Instructions", "", lines=(4, 8))
    qtbot.addWidget(edit)
    edit.show()
    font = edit.font()
    font.setPixelSize(32)
    edit.setFont(font)
    assert edit.height() >= 4 * edit.fontMetrics().lineSpacing()
