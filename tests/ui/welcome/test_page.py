"""The first minute: four ways in, each without a dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QWidget

from parley.domain.errors import Action, Cause, Failure
from parley.ui.failure_notice import FailureNotice
from parley.ui.theme import DARK, LIGHT
from parley.ui.welcome.page import WelcomePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.ui.theme import Theme

KEY = "sk-test-1234567890abcdefx7Qa"


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    made = WelcomePage(choose_file=lambda _parent: "/home/ada/.env")
    qtbot.addWidget(made)
    made.set_theme(LIGHT)
    made.resize(800, 800)
    made.show()
    return made


def button(page: QWidget, name: str) -> QAbstractButton:
    """The visible button a screen reader calls `name`."""
    found = [b for b in page.findChildren(QAbstractButton) if b.isVisible() and name in (b.accessibleName(), b.text())]
    assert len(found) == 1, f"{len(found)} buttons are called {name}"
    return found[0]


def field(page: QWidget, name: str) -> QLineEdit:
    found = [edit for edit in page.findChildren(QLineEdit) if edit.isVisible() and edit.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} fields are called {name}"
    return found[0]


def said(page: QWidget) -> str:
    """Everything that can be read on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(page: QWidget, name: str) -> None:
    QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)


def test_the_key_field_is_ready_for_pasting(page: WelcomePage) -> None:
    edit = field(page, "API key")
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    assert page.focusWidget() is edit


def test_a_key_and_enter_are_enough(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.keySubmitted) as sent:
        edit = field(page, "API key")
        edit.setText(f"  {KEY}\n")
        QTest.keyClick(edit, Qt.Key.Key_Return)
    assert sent.args == [KEY]


def test_check_and_save_does_the_same(page: WelcomePage, qtbot: QtBot) -> None:
    field(page, "API key").setText(KEY)
    with qtbot.waitSignal(page.keySubmitted) as sent:
        press(page, "Check and save")
    assert sent.args == [KEY]


def test_an_empty_field_is_said_and_nothing_is_sent(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.keySubmitted):
        press(page, "Check and save")
    assert "Paste your key first." in said(page)


def test_the_key_can_be_seen_and_hidden_again(page: WelcomePage) -> None:
    press(page, "Show the key")
    assert field(page, "API key").echoMode() is QLineEdit.EchoMode.Normal
    press(page, "Hide the key")
    assert field(page, "API key").echoMode() is QLineEdit.EchoMode.Password


def test_three_steps_and_a_link_say_where_keys_come_from(page: WelcomePage, qtbot: QtBot) -> None:
    assert "platform.openai.com" in said(page)
    with qtbot.waitSignal(page.linkActivated) as opened:
        press(page, "Open the page with your keys")
    assert opened.args == ["https://platform.openai.com/api-keys"]


def test_while_checking_nothing_else_can_be_pressed(page: WelcomePage) -> None:
    page.set_checking(True)
    assert not button(page, "Check and save").isEnabled()
    assert not button(page, "Try without a key").isEnabled()
    assert "Asking OpenAI" in said(page)
    page.set_checking(False)
    assert button(page, "Check and save").isEnabled()
    assert "Asking OpenAI" not in said(page)


def test_a_good_key_ends_in_start_talking(page: WelcomePage, qtbot: QtBot) -> None:
    field(page, "API key").setText(KEY)
    press(page, "Check and save")
    page.show_result("OpenAI accepted the key.", ok=True)
    page.show_key_place("GNOME Keyring", "x7Qa")
    text = said(page)
    assert "OpenAI accepted the key." in text
    assert "Your key is kept in GNOME Keyring. It ends in x7Qa." in text
    assert page.focusWidget() is button(page, "Start talking")
    with qtbot.waitSignal(page.startRequested):
        QTest.keyClick(button(page, "Start talking"), Qt.Key.Key_Space)
    assert all(KEY not in edit.text() for edit in page.findChildren(QLineEdit))


def test_a_key_without_a_safe_place_is_said_plainly(page: WelcomePage) -> None:
    page.show_key_place("", "x7Qa", Failure(Cause.KEYRING_MISSING))
    page.show_result("OpenAI accepted the key.", ok=True)
    assert "The key is kept until Parley is closed. It ends in x7Qa." in said(page)
    assert "This computer offers no safe place for the key." in said(page)


def test_a_bad_key_stays_in_the_field_to_be_mended(page: WelcomePage) -> None:
    field(page, "API key").setText(KEY)
    press(page, "Check and save")
    page.show_failure(Failure(Cause.INVALID_KEY))
    assert "OpenAI did not accept this key." in said(page)
    press(page, "Enter key")
    edit = field(page, "API key")
    assert page.focusWidget() is edit
    assert edit.selectionLength() == len(KEY)
    assert edit.text() == KEY


def test_retry_sends_the_same_key_again(page: WelcomePage, qtbot: QtBot) -> None:
    field(page, "API key").setText(KEY)
    press(page, "Check and save")
    page.show_failure(Failure(Cause.OFFLINE))
    with qtbot.waitSignal(page.keySubmitted) as sent:
        press(page, "Retry")
    assert sent.args == [KEY]
    assert "not connected" not in said(page)


def test_the_billing_page_is_a_link(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_failure(Failure(Cause.NO_CREDIT))
    with qtbot.waitSignal(page.linkActivated) as opened:
        press(page, "Open billing page")
    assert "billing" in opened.args[0]


def test_trying_without_a_key_is_one_click(page: WelcomePage, qtbot: QtBot) -> None:
    assert "Private and free, and it makes mistakes." in said(page)
    with qtbot.waitSignal(page.practiceRequested):
        press(page, "Try without a key")


def test_a_missing_practice_model_is_said_where_it_was_asked_for(page: WelcomePage, qtbot: QtBot) -> None:
    press(page, "Try without a key")
    page.show_failure(Failure(Cause.PRACTICE_MISSING))
    assert "not part of this installation" in said(page)
    with qtbot.waitSignal(page.actionRequested) as wanted:
        press(page, "Open settings")
    assert wanted.args == [Action.OPEN_SETTINGS]


def test_with_the_keyboard_one_is_left_at_the_remedy(page: WelcomePage) -> None:
    start = button(page, "Try without a key")
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Space)
    page.set_checking(True)
    page.show_failure(Failure(Cause.PRACTICE_FAILED))
    assert page.focusWidget() is button(page, "Retry")


def test_another_service_takes_an_address_and_no_key(page: WelcomePage, qtbot: QtBot) -> None:
    press(page, "I use another service")
    address = field(page, "Service address")
    QTest.keyClicks(address, "http://localhost:11434/v1")
    with qtbot.waitSignal(page.serviceSubmitted) as sent:
        QTest.keyClick(address, Qt.Key.Key_Return)
    assert sent.args == ["http://localhost:11434/v1", ""]


def test_a_form_that_is_opened_is_ready_for_typing(page: WelcomePage, qtbot: QtBot) -> None:
    press(page, "I use another service")
    assert page.focusWidget() is field(page, "Service address")
    with qtbot.assertNotEmitted(page.practiceRequested):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    press(page, "I have a key")
    assert page.focusWidget() is field(page, "API key")


@pytest.mark.parametrize("height", range(360, 800, 40))
def test_what_went_wrong_is_in_sight(page: WelcomePage, height: int) -> None:
    page.resize(800, height)
    QCoreApplication.processEvents()
    press(page, "Choose file…")
    page.set_checking(True)
    page.show_failure(Failure(Cause.DOTENV_NO_KEY, {"path": "/home/ada/.env"}))
    for _level in range(12):  # each widget tells the one around it in a turn of its own
        QCoreApplication.processEvents()
    notice = next(notice for notice in page.findChildren(FailureNotice) if notice.isVisible())
    place = QRect(notice.mapTo(page.viewport(), notice.rect().topLeft()), notice.size())
    assert page.viewport().rect().contains(place)


def test_only_one_form_is_open(page: WelcomePage, qtbot: QtBot) -> None:
    press(page, "I use another service")
    field(page, "API key").setText(KEY)
    field(page, "Service address").setText("https://gateway.example.org/v1")
    with qtbot.waitSignal(page.serviceSubmitted) as sent, qtbot.assertNotEmitted(page.keySubmitted):
        press(page, "Check and save")
    assert sent.args == ["https://gateway.example.org/v1", KEY]


def test_a_wrong_address_leads_back_to_its_field(page: WelcomePage) -> None:
    press(page, "I use another service")
    field(page, "Service address").setText("http://intranet/v1")
    press(page, "Check and save")
    page.show_failure(Failure(Cause.INSECURE_ADDRESS))
    press(page, "Change the address")
    assert page.focusWidget() is field(page, "Service address")


def test_a_failing_service_is_not_called_openai(page: WelcomePage) -> None:
    press(page, "I use another service")
    field(page, "Service address").setText("https://gateway.example.org/v1")
    press(page, "Check and save")
    page.show_failure(Failure(Cause.SERVER_ERROR))
    assert "The service had a problem of its own." in said(page)


def test_a_dotenv_file_is_read_and_still_holds_the_key(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.dotenvChosen) as chosen:
        press(page, "Choose file…")
    assert chosen.args == ["/home/ada/.env"]
    page.show_result("OpenAI accepted the key.", ok=True)
    assert "The file /home/ada/.env still holds the key." in said(page)


def test_no_file_chosen_is_nothing(qtbot: QtBot) -> None:
    page = WelcomePage(choose_file=lambda _parent: "")
    qtbot.addWidget(page)
    page.show()
    with qtbot.assertNotEmitted(page.dotenvChosen):
        press(page, "Choose file…")


def test_the_details_are_plain_text_and_hidden_at_first(page: WelcomePage) -> None:
    page.show_failure(Failure(Cause.SERVER_ERROR, details="<b>500</b> upstream"))
    details = button(page, "Details")
    assert not details.isChecked()
    QTest.mouseClick(details, Qt.MouseButton.LeftButton)
    views = [w for w in page.findChildren(QWidget) if w.isVisible() and w.accessibleName() == "Details"]
    assert views


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("width", [480, 1600])
def test_it_fits_every_width_by_scrolling_down_only(page: WelcomePage, theme: Theme, width: int) -> None:
    page.set_theme(theme)
    page.resize(width, 420)
    assert page.horizontalScrollBar().maximum() == 0
    assert page.page.width() <= width
    assert page.verticalScrollBar().maximum() > 0


def test_everything_is_reached_with_the_tab_key(page: WelcomePage) -> None:
    names: set[str] = set()
    for _press in range(20):
        focused = page.focusWidget()
        names.add(
            focused.accessibleName() or focused.text() if isinstance(focused, QAbstractButton | QLineEdit) else ""
        )
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert {"API key", "Show the key", "Check and save", "Try without a key", "I use another service"} <= names
    assert "Choose file…" in names


def test_every_label_shows_plain_text_and_no_dialog_is_open(page: WelcomePage) -> None:
    labels: list[QLabel] = [label for label in page.findChildren(QLabel) if label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert not [dialog for dialog in page.findChildren(QDialog) if dialog.isVisible()]
