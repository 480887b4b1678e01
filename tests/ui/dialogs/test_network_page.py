from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from parley.domain.errors import Cause, Failure
from parley.domain.network import NetworkReport
from parley.domain.settings import PROXY, PROXY_ADDRESS, PROXY_USER, THINKING_MINUTES, Settings
from parley.ui.dialogs.network_page import NetworkPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> NetworkPage:
    made = NetworkPage()
    qtbot.addWidget(made)
    made.set_settings(Settings())
    made.show()
    return made


@pytest.fixture
def said(page: NetworkPage) -> list[tuple[str, object]]:
    changes: list[tuple[str, object]] = []
    page.settingChanged.connect(lambda key, value: changes.append((key, value)))
    return changes


def type_address(page: NetworkPage, text: str) -> None:
    page.address.setText(text)
    page.address.editingFinished.emit()


def test_an_address_is_asked_for_only_when_one_is_wanted(page: NetworkPage) -> None:
    assert not page.address.isVisible()
    page.set_settings(Settings({PROXY.key: "manual"}))
    assert page.address.isVisible()


def test_an_address_that_can_be_used_is_used(page: NetworkPage, said: list[tuple[str, object]]) -> None:
    page.set_settings(Settings({PROXY.key: "manual"}))
    type_address(page, " socks5://127.0.0.1:1080 ")
    assert said == [(PROXY_ADDRESS.key, "socks5://127.0.0.1:1080")]


@pytest.mark.parametrize("text", ["proxy.firm", "http://me:secret@proxy.firm:8080", "ftp://proxy.firm:21"])
def test_one_that_cannot_is_said_to_be_and_not_kept(
    page: NetworkPage, said: list[tuple[str, object]], text: str
) -> None:
    page.set_settings(Settings({PROXY.key: "manual"}))
    type_address(page, text)
    assert said == []
    assert page._field._problem.isVisible()
    page.address.textEdited.emit("p")
    assert not page._field._problem.isVisible()


def test_the_patience_is_set_in_minutes(page: NetworkPage, said: list[tuple[str, object]]) -> None:
    page.thinking.control.setProperty("value", 25)
    assert said == [(THINKING_MINUTES.key, 25)]


def test_variables_that_nobody_listens_to_are_named(page: NetworkPage) -> None:
    assert not page.ignored.isVisible()
    page.set_report(NetworkReport(ignored=("OPENAI_BASE_URL", "SSL_CERT_FILE")))
    assert page.ignored.isVisible()
    assert page.ignored.text().endswith("OPENAI_BASE_URL, SSL_CERT_FILE.")


def test_the_proxy_of_the_system_is_named(page: NetworkPage) -> None:
    page.set_report(NetworkReport("proxy.firm:8080", followed=("HTTPS_PROXY",)))
    named = "Requests go through the proxy proxy.firm:8080. The environment names it: HTTPS_PROXY."
    assert page._way.text().startswith(named)
    assert page._way.isVisible()
    page.set_report(NetworkReport())
    assert not page._way.isVisible()


def test_everything_has_a_name(page: NetworkPage) -> None:
    names = [page.proxy.control.accessibleName(), page.address.accessibleName(), page.thinking.control.accessibleName()]
    assert names == ["Proxy", "Address of the proxy", "Wait this many minutes for a model that thinks first"]
    login = page.login
    names = [login.user.accessibleName(), login.password.accessibleName(), login.remove.text()]
    assert names == ["User name for the proxy", "Password for the proxy", "Remove password"]


def test_choosing_a_proxy_begins_with_the_one_of_the_system(page: NetworkPage, said: list[tuple[str, object]]) -> None:
    page.set_report(NetworkReport("proxy.firm:8080"))
    page.proxy.changed.emit(PROXY.key, "manual")
    assert page.address.text() == "proxy.firm:8080"
    assert said == [(PROXY.key, "manual"), (PROXY_ADDRESS.key, "proxy.firm:8080")]


# The login


@pytest.fixture
def entered(page: NetworkPage) -> list[str]:
    page.set_settings(Settings({PROXY.key: "manual", PROXY_USER.key: "me"}))
    passwords: list[str] = []
    page.passwordEntered.connect(passwords.append)
    return passwords


def test_a_login_is_asked_for_only_beside_an_address(page: NetworkPage) -> None:
    assert not page.login.isVisible()
    page.set_settings(Settings({PROXY.key: "manual"}))
    assert page.login.isVisible()


def test_the_name_is_a_setting_and_the_password_is_none(
    page: NetworkPage, said: list[tuple[str, object]], entered: list[str]
) -> None:
    page.login.user.setText(" Ada ")
    page.login.user.editingFinished.emit()
    page.login.password.setText(" secret ")
    page.login.password.editingFinished.emit()
    assert said == [(PROXY_USER.key, "Ada")]
    assert entered == [" secret "]
    assert page.login.password.text() == "", "it is not kept in the field"


def test_leaving_the_empty_field_forgets_nothing(page: NetworkPage, entered: list[str]) -> None:
    page.login.password.editingFinished.emit()
    assert entered == []


def test_a_password_belongs_to_a_name(page: NetworkPage) -> None:
    page.set_settings(Settings({PROXY.key: "manual"}))
    assert not page.login.password.isEnabled()
    page.login.user.setText("me")
    assert page.login.password.isEnabled()


def test_a_typed_password_is_not_to_be_read(page: NetworkPage) -> None:
    assert page.login.password.echoMode() is QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    ("place", "problem", "text"),
    [
        ("", None, ""),
        ("GNOME Keyring", None, "The password is kept in GNOME Keyring."),
        ("GNOME Keyring", Failure(Cause.KEYRING_REFUSED), "The password is kept until Parley is closed"),
        ("", Failure(Cause.KEYRING_LOCKED), "The keyring does not give the saved password"),
    ],
)
def test_it_says_where_the_password_is(
    page: NetworkPage, entered: list[str], place: str, problem: Failure | None, text: str
) -> None:
    page.set_report(NetworkReport(password_place=place, password_problem=problem))
    assert page.login._state.text().startswith(text)
    assert page.login._state.isVisible() == bool(text)
    assert page.login.remove.isVisible() == bool(place)
    if place:
        page.login.remove.click()
        assert entered == [""]
