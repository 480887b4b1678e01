"""What the desktop says of proxies: its portal on a real D-Bus, GNOME's own settings, and how long it is believed."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.asking import ask
from tests.support.fault_exchange import TEXT
from tests.support.portal import running_portal, session_bus
from tests.support.proxies import http_proxy, socks_proxy

from parley.domain.errors import Cause
from parley.domain.request import Service
from parley.llm import desktop_proxy
from parley.llm.desktop_proxy import KEPT_FOR, SILENCE_KEPT_FOR, DesktopProxies, ask_desktop, ask_portal, first_usable
from parley.llm.gnome_proxy import ask_gnome, parse_settings, proxies_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.support.fixtures import FaultServer
    from tests.support.portal import Portal

FAR = "https://api.example.invalid/v1"
ORIGIN = "https://api.example.invalid/"
WHOLE = "".join(TEXT)
MANUAL: dict[str, object] = {
    "mode": "manual",
    "http host": "web.firm",
    "http port": 8080,
    "https host": "safe.firm",
    "https port": 3128,
    "socks host": "socks.firm",
    "socks port": 1080,
    "ignore-hosts": ["localhost", "10.0.0.0/8", "*.near.firm", "::1"],
}

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")


@pytest.fixture(autouse=True)
def no_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SOCKS_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with session_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield address


@pytest.fixture
def portal(bus: str) -> Iterator[Portal]:
    with running_portal(bus) as running:
        yield running


def find(address: str = FAR) -> str | None:
    return asyncio.run(DesktopProxies().find(address))


# The portal


@on_linux
def test_the_proxy_of_the_portal_carries_the_answer(
    portal: Portal, fault_server: FaultServer, company_authority: None
) -> None:
    del company_authority
    port = fault_server.ports["by_name"]
    with http_proxy(port) as proxy:
        portal.proxies = (f"http://127.0.0.1:{proxy.port}", "direct://")
        asked = ask(Service(f"https://parley.test:{port}/good/v1", "Company"))
    assert (asked.text, asked.failure) == (WHOLE, None)
    assert proxy.asked == [f"parley.test:{port}"]
    assert portal.asked == [f"https://parley.test:{port}/"], "where to, and nothing of what is asked there"


@on_linux
def test_so_does_a_socks_proxy_that_a_script_of_the_company_chose(
    portal: Portal, fault_server: FaultServer, company_authority: None
) -> None:
    del company_authority
    port = fault_server.ports["by_name"]
    with socks_proxy(port) as proxy:
        portal.proxies = ("socks4://127.0.0.1:9", f"socks://127.0.0.1:{proxy.port}")
        assert ask(Service(f"https://parley.test:{port}/good/v1", "Company")).text == WHOLE
    assert len(proxy.asked) == 1


@on_linux
def test_the_environment_comes_before_the_desktop(
    portal: Portal, fault_server: FaultServer, company_authority: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del company_authority
    port = fault_server.ports["by_name"]
    with http_proxy(port) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{proxy.port}")
        assert ask(Service(f"https://parley.test:{port}/good/v1", "Company")).text == WHOLE
    assert portal.asked == []


@on_linux
def test_nobody_is_asked_about_a_service_on_this_computer(portal: Portal, fault_server: FaultServer) -> None:
    assert ask(fault_server.service("good")).text == WHOLE
    assert portal.asked == []


@on_linux
@pytest.mark.parametrize("answer", [None, ("direct://",), ()])
def test_a_portal_that_fails_or_names_none_leaves_the_way_straight(
    answer: tuple[str, ...] | None, portal: Portal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    portal.proxies = answer
    assert find() is None


@on_linux
def test_a_portal_that_says_nothing_is_not_waited_for_long(portal: Portal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_proxy, "PORTAL_TIME", 0.1)
    portal.proxies = ""
    assert ask_portal(ORIGIN) is None
    assert portal.asked == [ORIGIN]


@on_linux
@pytest.mark.usefixtures("bus")
def test_without_a_portal_there_is_no_answer() -> None:
    assert ask_portal(ORIGIN) is None


@on_linux
@pytest.mark.parametrize("address", [None, "unix:path=/nonexistent", "tcp:host=127.0.0.1", "nonsense"])
def test_without_a_bus_there_is_no_answer(address: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if address is None:
        monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    else:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    assert ask_portal(ORIGIN) is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_where_python_itself_knows_the_settings_of_the_system_no_desktop_is_asked(
    system: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert ask_desktop(ORIGIN) is None


# Several entries


@pytest.mark.parametrize(
    ("entries", "used"),
    [
        ((), None),
        (("direct://",), None),
        (("http://a:1", "direct://"), "http://a:1"),
        (("direct://", "http://a:1"), None),
        (("socks4://a:1", "socks5://b:2/"), "socks5://b:2"),
        (("socks://a:1",), "socks5://a:1"),
        (("https://[::1]:3128",), "https://[::1]:3128"),
    ],
)
def test_the_first_that_can_be_used_is_used(entries: tuple[str, ...], used: str | None) -> None:
    assert first_usable(entries) == used


def test_where_none_can_be_used_nothing_goes_out_past_it(fault_server: FaultServer, company_authority: None) -> None:
    del company_authority
    fault_server.forget("good")
    desktop = DesktopProxies(lambda _address: ("socks4://127.0.0.1:9",))
    asked = ask(Service(f"https://localhost.test:{fault_server.ports['by_name']}/good/v1", "Firm"), desktop=desktop)
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY
    assert fault_server.records("good") == []


@given(st.lists(st.text(max_size=30), max_size=3).map(tuple))
def test_whatever_is_answered_is_a_proxy_or_none(entries: tuple[str, ...]) -> None:
    assert first_usable(entries) is None or entries


# For how long it is believed


class Desk:
    """A desktop that counts how often it is asked, and a clock that is turned by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.asked = 0
        self.answer: tuple[str, ...] | None = ("http://a:1",)
        self.proxies = DesktopProxies(self._ask, clock=lambda: self.now)

    def _ask(self, _address: str) -> tuple[str, ...] | None:
        self.asked += 1
        return self.answer

    def find(self) -> str | None:
        return asyncio.run(self.proxies.find(FAR))


def test_it_is_asked_once_a_minute() -> None:
    desk = Desk()
    assert [desk.find(), desk.find()] == ["http://a:1", "http://a:1"]
    assert desk.asked == 1
    desk.now, desk.answer = KEPT_FOR, ("direct://",)
    assert (desk.find(), desk.asked) == (None, 2)


def test_one_that_does_not_answer_is_left_in_peace_for_longer() -> None:
    desk = Desk()
    desk.answer = None
    assert desk.find() is None
    desk.now = SILENCE_KEPT_FOR - 1
    assert (desk.find(), desk.asked) == (None, 1)


def test_in_another_network_it_is_asked_again() -> None:
    desk = Desk()
    desk.find()
    desk.proxies.forget()
    desk.find()
    assert desk.asked == 2


def test_one_that_hangs_holds_nothing_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desktop_proxy, "DEADLINE", 0.05)

    def hang(_address: str) -> None:
        time.sleep(0.3)

    async def find_meanwhile() -> tuple[str | None, int]:
        turns = 0

        async def turn() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0.005)

        turning = asyncio.create_task(turn())
        found = await DesktopProxies(hang).find(FAR)
        turning.cancel()
        return found, turns

    found, turns = asyncio.run(find_meanwhile())
    assert found is None
    assert turns > 2


# GNOME's own settings


@pytest.mark.parametrize(
    ("address", "straight"),
    [
        (FAR, False),
        ("https://10.1.2.3/v1", True),
        ("https://11.1.2.3/v1", False),
        ("https://chat.near.firm/v1", True),
        ("https://near.firm/v1", True),
        ("https://farnear.firm/v1", False),
        ("https://[::1]/v1", True),
    ],
)
def test_the_settings_of_gnome_name_a_proxy_for_each_address(address: str, straight: bool) -> None:
    proxies = ("direct://",) if straight else ("http://safe.firm:3128", "socks5://socks.firm:1080")
    assert proxies_in(MANUAL, address) == proxies


@pytest.mark.parametrize("mode", ["none", "auto", "other"])
def test_in_every_other_mode_the_way_is_straight(mode: str) -> None:
    """A script that is named there takes the portal to run it."""
    assert proxies_in({**MANUAL, "mode": mode}, FAR) == ("direct://",)


def test_manual_without_a_proxy_for_https_is_straight() -> None:
    assert proxies_in({"mode": "manual", "https host": "", "https port": 0}, FAR) == ("direct://",)


@given(st.text(max_size=300))
def test_nothing_that_is_printed_breaks_the_reading(text: str) -> None:
    values = parse_settings(text)
    assert proxies_in({**values, "mode": "manual"}, FAR)


@on_linux
@pytest.mark.skipif(shutil.which("gsettings") is None, reason="needs gsettings")
def test_what_a_person_set_in_gnome_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real program and the real schema, on a file of the test's own."""
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    schema = "org.gnome.system.proxy"
    for where, key, value in (
        (schema, "mode", "manual"),
        (f"{schema}.https", "host", "safe.firm"),
        (f"{schema}.https", "port", "3128"),
        (schema, "ignore-hosts", "['near.firm', '10.0.0.0/8']"),
    ):
        done = subprocess.run(["gsettings", "set", where, key, value], check=False, capture_output=True)
        if done.returncode:
            pytest.skip("needs GNOME's schemas")
    assert list(tmp_path.rglob("keyfile")), "this person's own settings were touched"
    assert ask_gnome(FAR) == ("http://safe.firm:3128",)
    assert ask_gnome("https://near.firm/v1") == ("direct://",)
    assert find() == "http://safe.firm:3128"


def test_without_gnome_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    assert ask_gnome(FAR) is None


def test_a_gsettings_without_the_schema_or_that_hangs_is_no_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "gsettings"
    monkeypatch.setattr("parley.llm.gnome_proxy._TIME", 0.3)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    for script in ("#!/bin/sh\nexit 1\n", "#!/bin/sh\nexec sleep 5\n"):
        program.write_text(script)
        program.chmod(0o755)
        assert ask_gnome(FAR) is None
