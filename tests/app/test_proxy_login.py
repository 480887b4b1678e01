"""A proxy that wants to know who asks: said at the message, entered in Settings, kept in the keyring alone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from tests.app.person import KEY
from tests.keys.conftest import secret_service
from tests.support.fault_exchange import TEXT
from tests.support.proxies import http_proxy

from parley.app.proxy_login import ProxyLogins
from parley.domain.errors import Action, Cause
from parley.domain.known_keys import KnownKeys
from parley.domain.message import Status
from parley.domain.settings import PROXY, PROXY_ADDRESS, PROXY_USER, Page
from parley.ui.failure_notice import FailureNotice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.app.person import Person
    from tests.keys.conftest import SecretService
    from tests.support.fixtures import FaultServer
    from tests.support.proxies import Proxy

    from parley.domain.message import Message
    from parley.ui.dialogs.settings_dialog import SettingsDialog

__all__ = ["secret_service"]

# keyring leaves its connection to the garbage collector where a call fails.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

PASSWORD = "Wolpertinger im Hof"
WHOLE = "".join(TEXT)


class Company:
    """Someone who gets out of the company only through its proxy."""

    def __init__(self, person: Person, server: FaultServer, proxy: Proxy) -> None:
        self.person = person
        self.proxy = proxy
        self.address = f"https://parley.test:{server.ports['by_name']}/good/v1"

    def connect(self) -> None:
        """As somebody who was let through yesterday, when no password was wanted."""
        login, self.proxy.login = self.proxy.login, None
        preferences = self.person.program._preferences
        preferences.set(PROXY, "manual")
        preferences.set(PROXY_ADDRESS, f"127.0.0.1:{self.proxy.port}")
        account = self.person.program.parts.account
        with self.person.waits_for(account.connected):
            account.submit_service(self.address, KEY)
        self.proxy.login = login
        self.forget_connections()

    def forget_connections(self) -> None:
        self.person.program._engine.post(lambda backend: backend.network_changed())

    def dialog(self) -> SettingsDialog:
        dialog = self.person.program._rooms._dialog
        assert dialog is not None
        return dialog

    def log_in(self, password: str = PASSWORD) -> None:
        """At the page of Settings that is open."""
        login = self.dialog().network.login
        login.user.setText("Ada")
        login.user.editingFinished.emit()
        login.password.setText(password)
        login.password.editingFinished.emit()

    def wait_until_kept(self) -> None:
        """It is said to be kept as soon as it is typed, and a moment later it is."""
        self.person.wait(lambda: "kept in" in self.state())
        self.person.wait(lambda: len(passwords()) == 1)

    def state(self) -> str:
        return self.dialog().network.login._state.text()

    def card(self) -> FailureNotice:
        transcript = self.person.program.parts.window.transcript
        self.person.wait(lambda: any(c.isVisible() for c in transcript.findChildren(FailureNotice)))
        return next(c for c in transcript.findChildren(FailureNotice) if c.isVisible())

    def retry(self, answer: Message) -> Message:
        act = self.person.program.parts.window.transcript.actionRequested
        return self.person.wait_for_answer(lambda: act.emit(answer.id, Action.RETRY))


@pytest.fixture
def company(person: Person, fault_server: FaultServer, company_authority: None) -> Iterator[Company]:
    del company_authority
    with http_proxy(fault_server.ports["by_name"], login=("Ada", PASSWORD)) as proxy:
        yield Company(person, fault_server, proxy)


def test_the_card_leads_to_the_fields_and_after_that_the_message_goes_out(company: Company) -> None:
    company.connect()
    answer = company.person.say("Hello")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.PROXY_LOGIN
    card = company.card()
    assert card.text().startswith(f"The proxy 127.0.0.1:{company.proxy.port} asks for a user name and password.")
    assert card.button.text() == "Open network settings"
    card.button.click()
    assert company.dialog().page is Page.NETWORK
    company.log_in()
    company.person.wait(lambda: "until Parley is closed" in company.state())
    again = company.retry(answer)
    assert (again.text, again.status) == (WHOLE, Status.COMPLETE)


def test_the_password_is_kept_in_the_keyring_under_a_name_of_its_own(
    secret_service: SecretService, company: Company
) -> None:
    del secret_service
    company.connect()
    company.person.program._rooms.open_settings()
    company.dialog().show_page(Page.NETWORK)
    company.log_in()
    company.person.wait(lambda: company.state() == "The password is kept in GNOME Keyring.")
    company.wait_until_kept()
    company.person.restart()
    assert company.person.say("Hello").text == WHOLE
    assert passwords() == [f"Password for 'http://127.0.0.1:{company.proxy.port}/Ada' on 'Parley proxy'"]


def test_a_removed_password_is_gone(secret_service: SecretService, company: Company) -> None:
    del secret_service
    company.connect()
    company.person.program._rooms.open_settings()
    company.dialog().show_page(Page.NETWORK)
    company.log_in()
    company.wait_until_kept()
    company.dialog().network.login.remove.click()
    company.person.wait(lambda: company.state() == "")
    company.person.wait(lambda: passwords() == [])
    company.forget_connections()
    answer = company.person.say("Hello")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.PROXY_LOGIN


def test_another_proxy_never_gets_the_password_of_this_one(
    secret_service: SecretService, company: Company, fault_server: FaultServer
) -> None:
    del secret_service
    company.connect()
    company.person.program._rooms.open_settings()
    company.log_in()
    company.wait_until_kept()
    with http_proxy(fault_server.ports["by_name"], login=("Ada", PASSWORD)) as other:
        company.person.program._preferences.set(PROXY_ADDRESS, f"127.0.0.1:{other.port}")
        answer = company.person.say("Hello")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.PROXY_LOGIN
    assert company.person.program._preferences[PROXY_USER] == "Ada"
    assert other.asked == []


def test_a_locked_keyring_is_said_at_the_message(secret_service: SecretService, company: Company) -> None:
    company.connect()
    company.person.program._rooms.open_settings()
    company.log_in()
    company.wait_until_kept()
    secret_service.lock()
    company.person.restart()
    answer = company.person.say("Hello")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.KEYRING_LOCKED


def test_the_welcome_page_leads_to_the_fields_as_well(company: Company) -> None:
    preferences = company.person.program._preferences
    preferences.set(PROXY, "manual")
    preferences.set(PROXY_ADDRESS, f"127.0.0.1:{company.proxy.port}")
    page = company.person.program._rooms._welcome
    assert page is not None
    way = page._service
    way.set_open(True)
    way.address.setText(company.address)
    way.field.edit.setText(KEY)
    way.submit()
    company.person.wait(way.failure.isVisible)
    assert way.failure.button.text() == "Open network settings"
    way.failure.button.click()
    assert company.dialog().page is Page.NETWORK
    company.log_in()
    company.person.wait(lambda: "until Parley is closed" in company.state())
    with company.person.waits_for(company.person.program.parts.account.connected):
        way.submit()


def test_a_check_in_settings_leads_to_the_fields_as_well(company: Company) -> None:
    company.connect()
    company.person.program._rooms.open_settings()
    dialog = company.dialog()
    dialog.show_page(Page.ACCOUNT)
    dialog.keySubmitted.emit(KEY)
    company.person.wait(dialog.account.state.failure.isVisible)
    dialog.account.state.failure.button.click()
    assert dialog.page is Page.NETWORK
    assert dialog.account.entry.isHidden()


def test_a_proxy_that_is_not_there_has_a_sentence_of_its_own(company: Company) -> None:
    company.connect()
    company.person.program._preferences.set(PROXY_ADDRESS, "127.0.0.1:9")
    answer = company.person.say("Hello")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.PROXY
    card = company.card()
    assert card.text().startswith("The proxy did not let Parley through to parley.test:")
    assert card.button.text() == "Retry"


@pytest.mark.parametrize(("password", "known"), [("Wolpertinger-7", True), ("welcome", False), ("", False)])
def test_a_password_is_taken_out_of_texts_unless_it_is_a_word(password: str, known: bool) -> None:
    keys = KnownKeys()
    asyncio.run(ProxyLogins(keys).keep("proxy.firm:8080", "Ada", password))
    assert (password in keys.all()) == known


def passwords() -> list[str]:
    """What the keyring lists of them."""
    import secretstorage  # only where there is a Secret Service

    connection = secretstorage.dbus_init()
    try:
        items = secretstorage.get_default_collection(connection).get_all_items()
        return [label for label in (item.get_label() for item in items) if "proxy" in label]
    finally:
        connection.close()
