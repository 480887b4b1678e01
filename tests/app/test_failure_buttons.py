"""Each failure's one button does its thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from tests.app.test_every_failure import card_of, fail, hasty
from tests.support.fault_exchange import TEXT

from parley.domain.errors import Cause, Failure
from parley.domain.message import Status
from parley.domain.settings import MONTHLY_BUDGET, SERVICE_ADDRESS, Page
from parley.ui.failure_notice import FailureNotice
from parley.ui.links import BILLING
from parley.ui.model_picker_popup import ModelPopup
from parley.ui.network_controller import NetworkController

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl
    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.ui.dialogs.settings_dialog import SettingsDialog

__all__ = ["hasty"]
WHOLE = "".join(TEXT)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was opened with another program, which a test has none of."""
    addresses: list[str] = []

    def open_url(url: QUrl) -> bool:
        addresses.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return addresses


def heal(person: Person, server: FaultServer, token: str) -> None:
    """From now on the service answers well."""
    person.program._preferences.set(SERVICE_ADDRESS, server.service("good", token).address)
    server.forget(token)


def settings_dialog(person: Person) -> SettingsDialog:
    dialog = person.program._rooms._dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_enter_key_opens_the_page_for_the_key(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "invalid_key")
    card_of(hasty).button.click()
    assert settings_dialog(hasty).page is Page.ACCOUNT


def test_open_settings_opens_the_page_for_the_address(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "html_not_found")
    card_of(hasty).button.click()
    assert settings_dialog(hasty).page is Page.SERVICE


def test_open_billing_page(hasty: Person, fault_server: FaultServer, opened: list[str]) -> None:
    fail(hasty, fault_server, "no_credit")
    card_of(hasty).button.click()
    assert opened == [BILLING]


def test_choose_another_model_opens_the_list_of_models(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "model_not_found")
    card_of(hasty).button.click()
    popups = hasty.program.parts.window.findChildren(ModelPopup)
    assert [popup.isVisible() for popup in popups] == [True]
    popups[0].close()


def test_retry_sends_the_same_message_once_more_and_keeps_both_answers(
    hasty: Person, fault_server: FaultServer
) -> None:
    failed, _ = fail(hasty, fault_server, "drop_mid_word")
    heal(hasty, fault_server, "retried")
    again = hasty.wait_for_answer(card_of(hasty).button.click)
    assert (again.status, again.text) == (Status.COMPLETE, WHOLE)
    assert (again.parent_id, again.siblings) == (failed.parent_id, 2)
    (record,) = fault_server.records("retried")
    assert [m["content"] for m in record["body"]["messages"]] == ["A question for drop_mid_word"]


def test_continue_goes_on_where_the_answer_stopped(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "cut_off")
    heal(hasty, fault_server, "continued")
    longer = hasty.wait_for_answer(card_of(hasty).button.click)
    assert longer.status is Status.COMPLETE
    assert longer.text.startswith("The beginning of")
    assert longer.text.endswith(WHOLE[-10:])


def test_raise_the_limit_and_retry_gives_four_times_the_room(hasty: Person, fault_server: FaultServer) -> None:
    parts = hasty.program.parts
    parts.conversation.change_settings(replace(parts.session.settings, max_tokens=100))
    hasty.program._preferences.set(SERVICE_ADDRESS, fault_server.service("blank_reasoning", "room").address)
    hasty.say("Think hard")
    heal(hasty, fault_server, "raised")
    again = hasty.wait_for_answer(card_of(hasty).button.click)
    assert again.status is Status.COMPLETE
    assert parts.session.settings.max_tokens == 400
    body = fault_server.records("raised")[-1]["body"]
    assert body.get("max_completion_tokens", body.get("max_tokens")) == 400


def test_leave_out_the_oldest_sends_less(hasty: Person, fault_server: FaultServer) -> None:
    for text in ("One", "Two", "Three"):
        hasty.say(text)
    hasty.program._preferences.set(SERVICE_ADDRESS, fault_server.service("too_long", "long").address)
    hasty.say("Four")
    heal(hasty, fault_server, "shorter")
    shown = len(hasty.texts())
    hasty.wait_for_answer(card_of(hasty).button.click)
    sent = [m["content"] for m in fault_server.records("shorter")[-1]["body"]["messages"]]
    assert "One" not in sent
    assert sent[-1] == "Four"
    assert len(hasty.texts()) == shown, "what is left out stays on the screen"


def test_edit_message_brings_it_back_to_the_composer(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "content_policy")
    card_of(hasty).button.click()
    assert hasty.program.parts.window.composer.text() == "A question for content_policy"


def test_where_only_the_details_help_they_are_open(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "bad_request")
    card = card_of(hasty)
    assert card.button.isHidden()
    assert card._details_text.isVisible()
    assert "HTTP 400" in card._details_text.toPlainText()


def test_a_service_that_asks_to_wait_is_waited_for_in_sight(hasty: Person, fault_server: FaultServer) -> None:
    fault_server.forget("in-sight")
    hasty.program._preferences.set(SERVICE_ADDRESS, fault_server.service("rate_limit_seconds", "in-sight").address)
    window = hasty.program.parts.window
    bar = network(hasty).waiting.bar
    said: list[str] = []
    hasty.program.parts.session.waitingChanged.connect(lambda _id, _seconds: said.append(bar.text()))
    answer = hasty.wait_for_answer(lambda: window.composer.sendRequested.emit("Soon", []))
    assert (answer.status, answer.text) == (Status.COMPLETE, WHOLE)
    assert said[0] == "127.0.0.1 asks to wait 2 seconds. Parley tries again by itself when the time is over."
    assert bar.isHidden()


def test_stop_waiting_ends_it_and_keeps_the_message(hasty: Person, fault_server: FaultServer) -> None:
    fault_server.forget("stopped")
    hasty.program._preferences.set(SERVICE_ADDRESS, fault_server.service("rate_limit_seconds", "stopped").address)
    window = hasty.program.parts.window
    bar = network(hasty).waiting.bar
    with hasty.waits_for(hasty.program.parts.session.waitingChanged):
        window.composer.sendRequested.emit("Never mind", [])
    assert bar.isVisible()
    answer = hasty.wait_for_answer(bar._notice._button.click)
    assert answer.status is Status.STOPPED
    assert hasty.texts()[0][1] == "Never mind"
    assert len(fault_server.records("stopped")) == 1
    assert bar.isHidden()


def test_change_the_budget_opens_its_page_and_the_text_stays(hasty: Person) -> None:
    hasty.program._preferences.set(MONTHLY_BUDGET, 1)
    window = hasty.program.parts.window
    hasty.say("This one costs something")
    with hasty.waits_for(hasty.program.parts.session.refused):
        window.composer.set_text("And this is too much")
        window.composer._on_button()
    assert window.composer.text() == "And this is too much"
    assert "budget" in window.failure.text()
    window.failure.button.click()
    assert settings_dialog(hasty).page is Page.BUDGET


def test_open_data_folder(hasty: Person, opened: list[str]) -> None:
    failure = hasty.program.parts.window.failure
    failure.show_failure(Failure(Cause.DISK_FULL))
    failure.button.click()
    (address,) = opened
    assert address.startswith("file:")
    assert address.endswith("data")


def test_every_card_is_reached_by_the_keyboard(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "server_error")
    card = card_of(hasty)
    assert isinstance(card, FailureNotice)
    assert card.button.focusPolicy() & card.button.focusPolicy().TabFocus
    assert card.accessibleName() == card.text()


def network(person: Person) -> NetworkController:
    found = person.program.parts.window.findChild(NetworkController)
    assert isinstance(found, NetworkController)
    return found
