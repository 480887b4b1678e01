"""Settings: made from the table, applied at once, and nothing shown that cannot be explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
)

from parley.domain.errors import Cause, Failure
from parley.domain.settings import SETTINGS, Page, Settings
from parley.ui.dialogs.settings_dialog import SettingsDialog
from parley.ui.theme import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEY = "sk-test-1234567890abcdefx7Qa"


class Dialog:
    """The dialog, and the changes it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.widget = SettingsDialog(
            choose_dotenv=lambda _parent: "/home/ada/.env", choose_model=lambda _parent: "/models/own.gguf"
        )
        qtbot.addWidget(self.widget)
        self.widget.set_theme(LIGHT)
        self.widget.show()
        self.told: list[tuple[str, object]] = []
        self.widget.settingChanged.connect(lambda key, value: self.told.append((key, value)))

    def button(self, name: str) -> QAbstractButton:
        found = [
            b
            for b in self.widget.findChildren(QAbstractButton)
            if b.isVisible() and name in (b.text(), b.accessibleName())
        ]
        assert len(found) == 1, f"{len(found)} buttons are called {name}"
        return found[0]

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def field(self, name: str) -> QLineEdit:
        found = [e for e in self.widget.findChildren(QLineEdit) if e.isVisible() and e.accessibleName() == name]
        assert len(found) == 1, f"{len(found)} fields are called {name}"
        return found[0]

    def text(self) -> str:
        return "\n".join(label.text() for label in self.widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def dialog(qtbot: QtBot) -> Dialog:
    return Dialog(qtbot)


@pytest.mark.parametrize("page", list(Page))
def test_every_page_has_a_title_and_only_plain_text(dialog: Dialog, page: Page) -> None:
    dialog.widget.show_page(page)
    assert dialog.widget.page is page
    assert dialog.text()
    labels = [label for label in dialog.widget.findChildren(QLabel) if label.text()]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)


def test_every_setting_of_the_table_that_has_a_page_can_be_changed(dialog: Dialog) -> None:
    on_pages = {key for key, setting in SETTINGS.items() if setting.page is not None} - {"practice_model_file"}
    pages = dialog.widget
    for page in Page:
        pages.show_page(page)
    for control in pages.findChildren(QComboBox):
        control.setCurrentIndex(1)
    for spin in pages.findChildren(QSpinBox):
        spin.setValue(20)
    for money in pages.findChildren(QDoubleSpinBox):
        money.setValue(5.0)
    for lines in pages.findChildren(QPlainTextEdit):
        if not lines.isReadOnly():
            lines.setPlainText("Be brief.")
    for switch in ("Reduce motion", "Write message texts to the log", "Let the model write titles (costs a little)"):
        next(b for b in dialog.widget.findChildren(QAbstractButton) if b.text() == switch).click()
    dialog.widget.show_page(Page.DEFAULTS)
    QTest.keyClicks(dialog.field("Model for new conversations"), "gpt-4o")
    told = dict(dialog.told)
    assert set(told) == on_pages
    assert all(SETTINGS[key].accepts(value) for key, value in told.items())


@pytest.mark.parametrize("visited_before", [True, False])
def test_a_page_shows_the_settings_whenever_it_is_built(dialog: Dialog, visited_before: bool) -> None:
    if visited_before:
        dialog.widget.show_page(Page.DEFAULTS)
    dialog.widget.set_settings(Settings({"default_model": "gpt-4o"}))
    dialog.widget.show_page(Page.DEFAULTS)
    assert dialog.field("Model for new conversations").text() == "gpt-4o"
    assert dialog.told == []


def test_showing_settings_tells_nothing(dialog: Dialog) -> None:
    for page in Page:
        dialog.widget.show_page(page)
    dialog.widget.set_settings(
        Settings({"theme": "dark", "text_size": 20, "monthly_budget": 12_340_000, "reduce_motion": True})
    )
    assert dialog.told == []


def test_a_budget_is_dollars_on_the_screen_and_micro_dollars_behind_it(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.BUDGET)
    spin = dialog.widget.findChild(QDoubleSpinBox)
    assert spin is not None
    assert spin.text() == "No budget"
    spin.setValue(12.34)
    assert dialog.told == [("monthly_budget", 12_340_000)]
    assert type(dialog.told[0][1]) is int


def test_a_large_budget_is_not_cut(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.BUDGET)
    spin = dialog.widget.findChild(QDoubleSpinBox)
    assert spin is not None
    spin.setValue(900_000)
    assert dialog.told == [("monthly_budget", 900_000_000_000)]


def test_what_was_spent_is_said_with_the_budget(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.BUDGET)
    dialog.widget.set_spent(3_210_000)
    assert "Spent this month: $3.21" in dialog.text()
    dialog.widget.set_settings(Settings({"monthly_budget": 10_000_000}))
    assert "Spent this month: $3.21 of $10.00" in dialog.text()


def test_the_bar_of_the_budget_is_right_before_its_page_is_seen(dialog: Dialog) -> None:
    dialog.widget.set_settings(Settings({"monthly_budget": 10_000_000}))
    dialog.widget.set_spent(2_500_000)
    dialog.widget.show_page(Page.BUDGET)
    bars = [bar for bar in dialog.widget.findChildren(QProgressBar) if bar.accessibleName().startswith("Spent")]
    assert [bar.value() * 4 for bar in bars] == [bar.maximum() for bar in bars]
    assert len(bars) == 1


def test_the_key_is_shown_by_its_last_four_characters(dialog: Dialog) -> None:
    dialog.widget.set_key_state("GNOME Keyring", "x7Qa")
    assert "The key that ends in x7Qa is kept in GNOME Keyring." in dialog.text()
    with dialog.qtbot.waitSignal(dialog.widget.keyRemoveRequested):
        dialog.press("Remove key")


def test_without_a_key_there_is_nothing_to_remove(dialog: Dialog) -> None:
    dialog.widget.set_key_state("", "")
    assert "No key is saved for this service." in dialog.text()
    assert dialog.button("Enter key").isVisible()
    assert not any(b.isVisible() for b in dialog.widget.findChildren(QAbstractButton) if b.text() == "Remove key")


def test_a_key_is_replaced_and_then_forgotten(dialog: Dialog) -> None:
    dialog.widget.set_key_state("GNOME Keyring", "x7Qa")
    dialog.press("Replace key")
    dialog.field("API key").setText(f" {KEY} ")
    with dialog.qtbot.waitSignal(dialog.widget.keySubmitted) as sent:
        dialog.press("Check and save")
    assert sent.args == [KEY]
    dialog.widget.set_key_state("GNOME Keyring", "x7Qa")
    dialog.widget.show_key_result("OpenAI answered.", ok=True)
    assert "OpenAI answered." in dialog.text()
    assert all(KEY not in edit.text() for edit in dialog.widget.findChildren(QLineEdit))


def test_a_refused_key_stays_to_be_mended(dialog: Dialog) -> None:
    dialog.press("Enter key")
    dialog.field("API key").setText(KEY)
    dialog.press("Check and save")
    dialog.widget.set_checking(True)
    assert not dialog.button("Check and save").isEnabled()
    dialog.widget.show_failure(Failure(Cause.OFFLINE), "OpenAI")
    assert "not connected to the internet" in dialog.text()
    with dialog.qtbot.waitSignal(dialog.widget.keySubmitted) as sent:
        dialog.press("Retry")
    assert sent.args == [KEY]


def test_a_dotenv_file_that_failed_is_asked_for_again_and_not_a_key(dialog: Dialog) -> None:
    chosen: list[str] = []
    dialog.widget.dotenvChosen.connect(chosen.append)
    for cause, label in ((Cause.OFFLINE, "Retry"), (Cause.DOTENV_NO_KEY, "Try again")):
        dialog.press("Choose file…")
        dialog.widget.set_checking(True)
        dialog.widget.show_failure(Failure(cause), "OpenAI")
        dialog.press(label)
    assert chosen == ["/home/ada/.env"] * 4
    dialog.press("Enter key")
    dialog.field("API key").setText(KEY)
    dialog.press("Check and save")
    dialog.widget.show_failure(Failure(Cause.OFFLINE), "OpenAI")
    with dialog.qtbot.waitSignal(dialog.widget.keySubmitted):
        dialog.press("Retry")


def fail_at_service(dialog: Dialog, cause: Cause) -> None:
    dialog.widget.show_page(Page.SERVICE)
    dialog.press("Check and use")
    dialog.widget.set_checking(True)
    dialog.widget.show_failure(Failure(cause))


def test_a_failed_check_is_said_on_the_page_that_asked_for_it(dialog: Dialog) -> None:
    fail_at_service(dialog, Cause.NOT_AN_API)
    assert "not like an OpenAI service" in dialog.text()
    dialog.widget.show_page(Page.ACCOUNT)
    assert "not like an OpenAI service" not in dialog.text()
    dialog.press("Enter key")
    dialog.field("API key").setText(KEY)
    dialog.press("Check and save")
    dialog.widget.show_failure(Failure(Cause.OFFLINE))
    assert "not connected to the internet" in dialog.text()
    dialog.widget.show_page(Page.SERVICE)
    assert "not connected" not in dialog.text()
    assert "not like an OpenAI service" not in dialog.text(), "an older check is over"


@pytest.mark.parametrize("page", [Page.SERVICE, Page.ACCOUNT])
def test_in_settings_no_button_offers_to_open_settings(dialog: Dialog, page: Page) -> None:
    if page is Page.SERVICE:
        fail_at_service(dialog, Cause.NOT_AN_API)
    else:
        dialog.widget.show_failure(Failure(Cause.NOT_AN_API))
    dialog.press("Change the address")
    assert dialog.widget.page is Page.SERVICE
    address = dialog.field("Service address")
    assert dialog.widget.focusWidget() is address
    assert address.selectedText() == address.text()


def test_an_address_that_was_emptied_is_not_what_the_old_failure_is_about(dialog: Dialog) -> None:
    fail_at_service(dialog, Cause.NOT_AN_API)
    dialog.field("Service address").clear()
    dialog.press("Check and use")
    assert "Enter the address of the service first." in dialog.text()
    assert "not like an OpenAI service" not in dialog.text()


def test_a_text_that_is_as_wide_as_can_be_is_not_cut(dialog: Dialog) -> None:
    dialog.widget.resize(820, 400)  # the page is wider than its text may be, and scrolls
    fail_at_service(dialog, Cause.NOT_AN_API)
    for words in range(8, 48):
        dialog.widget.show_key_result("word " * words, ok=False)
        for _level in range(12):  # each widget tells the one around it in a turn of its own
            QCoreApplication.processEvents()
        labels = [
            label for label in dialog.widget.service.state.findChildren(QLabel) if label.text() and label.isVisible()
        ]
        assert labels
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels), words


def test_a_place_that_cannot_keep_the_key_says_so(dialog: Dialog) -> None:
    dialog.widget.set_key_state("", "x7Qa", Failure(Cause.KEYRING_LOCKED, {"keyring": "GNOME Keyring"}))
    assert "The key that ends in x7Qa is kept until Parley is closed." in dialog.text()
    assert "The GNOME Keyring is locked." in dialog.text()


def test_a_dotenv_file_moves_its_key_and_still_holds_it(dialog: Dialog) -> None:
    with dialog.qtbot.waitSignal(dialog.widget.dotenvChosen) as chosen:
        dialog.press("Choose file…")
    assert chosen.args == ["/home/ada/.env"]
    dialog.widget.show_dotenv_note("/home/ada/.env")
    assert "The file /home/ada/.env still holds the key." in dialog.text()


def test_another_service_is_checked_before_it_is_used(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.SERVICE)
    address = dialog.field("Service address")
    assert address.text() == "https://api.openai.com/v1"
    address.selectAll()
    QTest.keyClicks(address, "http://localhost:11434/v1")
    with dialog.qtbot.waitSignal(dialog.widget.serviceSubmitted) as sent:
        dialog.press("Check and use")
    assert sent.args == ["http://localhost:11434/v1", ""]
    dialog.widget.set_settings(Settings())
    assert address.text() == "http://localhost:11434/v1", "a half-typed address is not taken away"
    dialog.widget.show_connected("localhost", 12)
    assert "localhost answered. Models to choose from: 12." in dialog.text()


def test_a_model_file_of_ones_own(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.SERVICE)
    with dialog.qtbot.waitSignal(dialog.widget.practiceModelChosen) as chosen:
        dialog.press("Choose file…")
    assert chosen.args == ["/models/own.gguf"]
    dialog.widget.set_settings(Settings({"practice_model_file": "/models/own.gguf", "service_kind": "practice"}))
    assert "/models/own.gguf" in dialog.text()


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Open data folder", "openDataFolderRequested"),
        ("Back up now", "backupRequested"),
        ("Export everything…", "exportAllRequested"),
        ("Import…", "importRequested"),
        ("Empty the trash", "emptyTrashRequested"),
    ],
)
def test_what_can_be_done_with_the_data(dialog: Dialog, name: str, signal: str) -> None:
    dialog.widget.show_page(Page.DATA)
    with dialog.qtbot.waitSignal(getattr(dialog.widget.data, signal)):
        dialog.press(name)
    dialog.widget.data.show_result("The backup is in the folder backups.")
    assert "The backup is in the folder backups." in dialog.text()


def test_an_import_can_be_stopped_where_it_is_told_of(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.DATA)
    dialog.widget.data.show_progress("Importing old.json: 40 %", "Cancel")
    assert "Importing old.json: 40 %" in dialog.text()
    with dialog.qtbot.waitSignal(dialog.widget.data.importStopRequested):
        dialog.press("Cancel")


def test_the_log_folder_can_be_opened(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.PRIVACY)
    with dialog.qtbot.waitSignal(dialog.widget.openLogFolderRequested):
        dialog.press("Open log folder")


def test_try_again_is_about_the_key_that_is_there(dialog: Dialog) -> None:
    dialog.widget.set_key_state("", "x7Qa", Failure(Cause.KEYRING_FULL, {"keyring": "GNOME Keyring"}))
    assert "The GNOME Keyring has no room for this key." in dialog.text()
    with dialog.qtbot.waitSignal(dialog.widget.keyRetryRequested):
        dialog.press("Try again")


def test_a_saved_key_that_cannot_be_read_is_not_called_missing(dialog: Dialog) -> None:
    dialog.widget.set_key_state("", "", Failure(Cause.KEYRING_LOCKED, {"keyring": "KWallet"}))
    assert "The saved key cannot be read at the moment." in dialog.text()
    assert "No key is saved" not in dialog.text()


def test_a_key_too_short_to_show_its_end_is_there_all_the_same(dialog: Dialog) -> None:
    dialog.widget.set_key_state("KWallet", "")
    assert "The key is kept in KWallet." in dialog.text()
    assert dialog.button("Remove key")


def test_pages_are_turned_with_the_keyboard(dialog: Dialog) -> None:
    dialog.widget.nav.setFocus()
    QTest.keyClick(dialog.widget.nav, Qt.Key.Key_Down)
    assert dialog.widget.page.value == "service"
    QTest.keyClick(dialog.widget.nav, Qt.Key.Key_End)
    assert dialog.widget.page.value == "privacy"


def test_escape_closes_it_and_enter_in_a_field_does_not(dialog: Dialog) -> None:
    dialog.widget.show_page(Page.DEFAULTS)
    QTest.keyClick(dialog.field("Model for new conversations"), Qt.Key.Key_Return)
    assert dialog.widget.isVisible()
    QTest.keyClick(dialog.widget, Qt.Key.Key_Escape)
    assert not dialog.widget.isVisible()
