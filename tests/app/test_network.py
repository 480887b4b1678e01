"""What left is on its page; the settings of the way are heeded, strays of the environment are not."""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest
from tests.app.person import KEY
from tests.support.fault_exchange import TEXT
from tests.support.portal import running_portal, session_bus
from tests.support.proxies import http_proxy

from parley.app.backend import AppBackend
from parley.app.environment import take_away
from parley.app.traffic_log import KEPT_MS
from parley.domain.message import Status
from parley.domain.settings import PROXY, PROXY_ADDRESS, SERVICE_ADDRESS, THINKING_MINUTES, Page
from parley.domain.traffic import SentRequest
from parley.store.traffic import Traffic
from parley.ui.dialogs.traffic_dialog import TrafficDialog
from parley.ui.network_controller import NetworkController

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.ui.dialogs.settings_dialog import SettingsDialog

SECRET = "The xylophone is in the cellar"


def controller(person: Person) -> NetworkController:
    found = person.program.parts.window.findChild(NetworkController)
    assert isinstance(found, NetworkController)
    return found


def settings(person: Person, page: Page) -> SettingsDialog:
    person.program._rooms.open_settings()
    dialog = person.program._rooms._dialog
    assert dialog is not None
    dialog.show_page(page)
    return dialog


def traffic_page(person: Person) -> TrafficDialog:
    """Opened as a person opens it: Settings, Privacy, Show the list."""
    dialog = settings(person, Page.PRIVACY)
    dialog.trafficRequested.emit()
    person.wait(lambda: dialog.findChild(TrafficDialog) is not None)
    page = dialog.findChild(TrafficDialog)
    assert isinstance(page, TrafficDialog)
    return page


def listed(page: TrafficDialog) -> list[str]:
    rows = page.list.rows
    return [str(rows.data(rows.index(row))) for row in range(rows.rowCount())]


def test_the_page_lists_messages_and_lists_of_models(person: Person, fault_server: FaultServer) -> None:
    fault_server.forget()
    person.use("good")
    person.say(SECRET)
    rows = listed(traffic_page(person))
    arrived = [r for r in fault_server.records() if r["mode"] == "good"]
    assert rows[0] == "Today"
    assert len(rows) - 1 == len(arrived)
    assert [row for row in rows if "Message · gpt-4o-mini" in row]
    assert [row for row in rows if "List of models" in row]
    assert not [row for row in rows if "xylophone" in row]


def test_before_anything_is_sent_the_page_says_that_nothing_was(person: Person) -> None:
    assert traffic_page(person).is_empty


def test_the_list_is_there_after_a_restart_and_forgets_after_thirty_days(person: Person, data_dir: Path) -> None:
    person.use("good")
    person.say(SECRET)
    before = listed(traffic_page(person))
    store = person.program._store
    newest = Traffic(store).since(0)[0]
    Traffic(store).add(SentRequest(newest.at - KEPT_MS - 60_000, "https://old.example/v1/models"))
    person.restart()
    after = traffic_page(person)
    assert listed(after) == before
    assert "Since Parley was opened nothing has left" in after.summary.text()
    person.wait(lambda: not [r for r in rows_of_table(data_dir) if "old.example" in str(r)])


def rows_of_table(data_dir: Path) -> list[tuple[object, ...]]:
    (database,) = data_dir.glob("*.db")
    connection = sqlite3.connect(database)
    rows = connection.execute("SELECT * FROM request").fetchall()
    connection.close()
    return rows


def test_the_table_holds_no_word_and_no_key(person: Person, data_dir: Path) -> None:
    for mode in ("good", "echoes_the_key", "drop_mid_word", "redirect_elsewhere"):
        person.use(mode)
        person.say(SECRET)
    person.restart()
    rows = rows_of_table(data_dir)
    assert len(rows) >= 8
    text = repr(rows)
    assert KEY not in text
    assert "xylophone" not in text
    assert TEXT[1].strip() not in text


def test_the_proxy_of_the_settings_is_used_from_the_next_message_on(
    person: Person, fault_server: FaultServer, company_authority: None
) -> None:
    del company_authority
    port = fault_server.ports["by_name"]
    with http_proxy(port) as first, http_proxy(port) as second:
        preferences = person.program._preferences
        dialog = settings(person, Page.NETWORK)
        dialog.network.proxy.changed.emit(PROXY.key, "manual")
        dialog.network.address.setText(f"127.0.0.1:{first.port}")
        dialog.network.address.editingFinished.emit()
        assert (preferences[PROXY], preferences[PROXY_ADDRESS]) == ("manual", f"127.0.0.1:{first.port}")
        account = person.program.parts.account
        with person.waits_for(account.connected):
            account.submit_service(f"https://parley.test:{port}/good/v1", KEY)
        person.say("One")
        asked = len(first.asked)
        assert asked > 0
        preferences.set(PROXY_ADDRESS, f"127.0.0.1:{second.port}")
        assert person.say("Two").status is Status.COMPLETE
        assert (len(first.asked), len(second.asked)) == (asked, 1)


def test_the_patience_of_the_settings_holds_for_models_that_think(person: Person) -> None:
    person.use("good")
    person.say("Hello")
    person.program._preferences.set(THINKING_MINUTES, 33)
    person.say("Again")  # by then the settings have arrived
    backend = person.program._engine._backend
    assert isinstance(backend, AppBackend)
    service = person.program._preferences.service
    assert service is not None
    _key, client = backend._connections._open[service]
    assert client._limits.reasoning_silence == 33 * 60


def test_strays_of_the_environment_are_taken_away_and_named(
    person: Person, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    strays = {
        "OPENAI_BASE_URL": "http://127.0.0.1:9/v1",
        "OPENAI_API_KEY": "sk-stray-0123456789",
        "OPENAI_LOG": "debug",
    }
    for name, value in {**strays, "SSL_CERT_FILE": "/nonexistent"}.items():
        monkeypatch.setenv(name, value)
    person.restart()
    person.use("good")
    fault_server.forget()
    assert person.say("Hello").status is Status.COMPLETE
    assert "stray" not in f"{fault_server.records('good')}"
    page = settings(person, Page.NETWORK).network
    person.wait(lambda: bool(page.ignored.text()))
    for name in (*strays, "SSL_CERT_FILE"):
        assert name in page.ignored.text()
    assert not strays.keys() & os.environ.keys()


def test_a_proxy_of_the_environment_is_named_as_used_or_as_ignored(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    person.use("good")
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@proxy.firm:8080")
    person.program._preferences.set(SERVICE_ADDRESS, "https://api.example.invalid/v1")
    page = settings(person, Page.NETWORK).network
    person.wait(lambda: "proxy.firm:8080" in page._way.text())
    assert "secret" not in page._way.text()
    assert "HTTPS_PROXY" in page._way.text()
    person.program._preferences.set(PROXY, "none")
    person.wait(lambda: "HTTPS_PROXY" in page.ignored.text())
    assert not page._way.isVisible()


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
def test_a_proxy_of_the_desktop_is_used_and_named(
    person: Person, fault_server: FaultServer, company_authority: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del company_authority
    for name in ("HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    port = fault_server.ports["by_name"]
    with session_bus(tmp_path) as bus, running_portal(bus) as portal, http_proxy(port) as proxy:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
        portal.proxies = (f"http://127.0.0.1:{proxy.port}", "direct://")
        account = person.program.parts.account
        with person.waits_for(account.connected):
            account.submit_service(f"https://parley.test:{port}/good/v1", KEY)
        assert person.say("Hello").status is Status.COMPLETE
        assert len(portal.asked) == 1, "it is not asked with each message"
        assert proxy.asked
        page = settings(person, Page.NETWORK).network
        person.wait(lambda: f"127.0.0.1:{proxy.port}" in page._way.text())
        controller(person).reachability.networkChanged.emit()
        assert person.say("Again").status is Status.COMPLETE
        assert len(portal.asked) == 2, "in another network it is"


def test_another_network_makes_new_connections(person: Person) -> None:
    person.use("forgets_kept_connections")
    assert person.say("One").status is Status.COMPLETE
    controller(person).reachability.networkChanged.emit()
    assert person.say("Two").status is Status.COMPLETE


def test_names_of_any_kind_of_writing_are_taken_away() -> None:
    environment = {"OPENAI_API_KEY": "x", "openai_base_url": "", "OPENAIR": "kept", "HOME": "/home"}
    assert take_away(environment) == ("OPENAI_API_KEY", "openai_base_url")
    assert environment == {"OPENAIR": "kept", "HOME": "/home"}
