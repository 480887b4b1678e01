from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.domain.network import NetworkReport
from parley.domain.settings import PROXY, PROXY_ADDRESS, THINKING_MINUTES, Settings
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
    assert page._way.text() == ("Requests go through the proxy proxy.firm:8080. The environment names it: HTTPS_PROXY.")
    assert page._way.isVisible()
    page.set_report(NetworkReport())
    assert not page._way.isVisible()


def test_everything_has_a_name(page: NetworkPage) -> None:
    names = [page.proxy.control.accessibleName(), page.address.accessibleName(), page.thinking.control.accessibleName()]
    assert names == ["Proxy", "Address of the proxy", "Wait this many minutes for a model that thinks first"]
