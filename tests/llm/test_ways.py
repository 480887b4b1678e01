"""The way to a service: proxies, certificates, and what of it may be decided by whom."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from tests.support.asking import KEY, ask
from tests.support.fault_exchange import TEXT
from tests.support.proxies import http_proxy, socks_proxy

from parley.domain.errors import Cause
from parley.domain.network import Network, ProxyKind, proxy_url
from parley.domain.request import Service
from parley.llm.desktop_proxy import DesktopProxies
from parley.llm.proxies import Proxy, proxy_for

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

WHOLE = "".join(TEXT)
FAR = "https://api.example.invalid/v1"
PASSWORD = "a pass/word+with:signs"
VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxy_of_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def company(fault_server: FaultServer, company_authority: None) -> Service:
    """A service with a certificate of the company's own authority, which this computer's own store now holds."""
    del company_authority
    return Service(f"https://parley.test:{fault_server.ports['by_name']}/good/v1", "Company")


def manual(address: str, user: str = "", password: str = "") -> Network:
    return Network(ProxyKind.MANUAL, address, proxy_user=user, proxy_password=password)


def way(network: Network, desktop: str | None = None) -> Proxy | None:
    """The proxy for a service far away; `desktop` is what the desktop names."""
    entries = None if desktop is None else (desktop,)
    return asyncio.run(proxy_for(FAR, network, DesktopProxies(lambda _address: entries)))


# Proxies


def test_an_http_proxy_carries_the_answer_and_never_hears_the_key(company: Service, fault_server: FaultServer) -> None:
    with http_proxy(fault_server.ports["by_name"]) as proxy:
        asked = ask(company, network=manual(f"127.0.0.1:{proxy.port}"))
    assert (asked.text, asked.failure) == (WHOLE, None)
    assert proxy.asked == [f"parley.test:{fault_server.ports['by_name']}"]
    assert KEY.encode() not in proxy.heard
    assert b"uthorization" not in proxy.heard


def test_a_socks_proxy_carries_the_answer_and_looks_the_name_up(company: Service, fault_server: FaultServer) -> None:
    with socks_proxy(fault_server.ports["by_name"]) as proxy:
        asked = ask(company, network=manual(f"socks5://127.0.0.1:{proxy.port}"))
    assert (asked.text, asked.failure) == (WHOLE, None)
    assert proxy.asked == [f"parley.test:{fault_server.ports['by_name']}"]


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
def test_as_the_system_a_proxy_of_the_environment_is_used(
    variable: str, company: Service, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with http_proxy(fault_server.ports["by_name"]) as proxy:
        monkeypatch.setenv(variable, f"http://127.0.0.1:{proxy.port}")
        assert ask(company).text == WHOLE
    assert len(proxy.asked) == 1


def test_hosts_of_no_proxy_are_asked_straight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "example.invalid")
    assert way(Network(), desktop="http://127.0.0.1:8") is None


@pytest.mark.parametrize("network", [Network(ProxyKind.NONE), manual("socks5://127.0.0.1:1080")])
def test_a_proxy_of_the_environment_is_ignored_when_the_person_chose(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    chosen = way(network, desktop="http://127.0.0.1:8")
    assert chosen == (Proxy("socks5://127.0.0.1:1080") if network.proxy is ProxyKind.MANUAL else None)


@pytest.mark.parametrize("network", [Network(), manual("http://127.0.0.1:9")])
def test_no_proxy_stands_between_parley_and_this_computer(
    network: Network, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:9")
    assert ask(fault_server.service("good"), network=network).text == WHOLE


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:9", "socks5://127.0.0.1:9", "ftp://127.0.0.1:9", "not a proxy", ""]
)
def test_a_proxy_that_does_not_work_is_called_that(address: str) -> None:
    asked = ask(Service(FAR, "Example"), network=manual(address))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY
    assert asked.failure.facts["host"] == "api.example.invalid"


def test_a_proxy_of_the_environment_that_makes_no_sense_is_called_that(monkeypatch: pytest.MonkeyPatch) -> None:
    for address in ("ftp://127.0.0.1:9", "not a proxy", "socks5://127.0.0.1:9"):
        monkeypatch.setenv("HTTPS_PROXY", address)
        asked = ask(Service(FAR, "Example"))
        assert asked.failure is not None
        assert asked.failure.cause is Cause.PROXY


def test_a_proxy_that_wants_a_login_is_called_that_and_never_hears_of_the_key(fault_server: FaultServer) -> None:
    fault_server.forget("_proxy")
    port = fault_server.ports["http"]
    asked = ask(Service(FAR, "Example"), network=manual(f"127.0.0.1:{port}"))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY_LOGIN
    assert asked.failure.facts["proxy"] == f"127.0.0.1:{port}"
    (record,) = fault_server.records("_proxy")
    assert "authorization" not in record["headers"]
    assert KEY not in f"{record}"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("proxy.firm:8080", "http://proxy.firm:8080"),
        (" http://proxy.firm:8080/ ", "http://proxy.firm:8080"),
        ("socks5://10.0.0.1:1080", "socks5://10.0.0.1:1080"),
        ("https://[::1]:3128", "https://[::1]:3128"),
        ("proxy.firm", None),
        ("", None),
        ("ftp://proxy.firm:21", None),
        ("http://me:secret@proxy.firm:8080", None),  # it would be kept in a file
        ("http://proxy.firm:8080/path", None),
        ("http://proxy firm:8080", None),
        ("http://proxy.firm:none", None),
    ],
)
def test_the_address_of_a_proxy_as_a_person_writes_it(typed: str, meant: str | None) -> None:
    assert proxy_url(typed) == meant


def test_a_proxy_is_shown_without_the_password_that_the_system_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@proxy.firm:8080")
    proxy = way(Network())
    assert proxy is not None
    assert proxy.shown == "proxy.firm:8080"
    assert "secret" not in repr(proxy)


def test_a_proxy_of_another_kind_is_shown_as_it_is_typed() -> None:
    proxy = way(manual("socks5://proxy.firm:1080"))
    assert proxy is not None
    assert proxy.shown == "socks5://proxy.firm:1080"


# A login at the proxy


@pytest.mark.parametrize("kind", ["http", "socks5"])
def test_with_name_and_password_a_proxy_lets_through(kind: str, company: Service, fault_server: FaultServer) -> None:
    running = http_proxy if kind == "http" else socks_proxy
    with running(fault_server.ports["by_name"], login=("Ädam", PASSWORD)) as proxy:
        asked = ask(company, network=manual(f"{kind}://127.0.0.1:{proxy.port}", "Ädam", PASSWORD))
    assert (asked.text, asked.failure) == (WHOLE, None)
    assert fault_server.records("good")[-1]["headers"].keys().isdisjoint({"proxy-authorization"})


@pytest.mark.parametrize("password", ["", "wrong-password"])
def test_a_login_that_the_proxy_does_not_know_is_asked_for(
    password: str, company: Service, fault_server: FaultServer
) -> None:
    fault_server.forget("good")
    with http_proxy(fault_server.ports["by_name"], login=("me", PASSWORD)) as proxy:
        asked = ask(company, network=manual(f"127.0.0.1:{proxy.port}", "me" if password else "", password))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY_LOGIN
    assert "wrong-password" not in f"{asked.failure}"
    assert fault_server.records("good") == []


@pytest.mark.parametrize("login", [("", ""), ("me", "wrong-password")])
def test_a_socks_proxy_that_wants_another_login_is_called_a_proxy_that_does_not_let_through(
    login: tuple[str, str], company: Service, fault_server: FaultServer
) -> None:
    """It says so in words only, and words are not what causes are told by."""
    with socks_proxy(fault_server.ports["by_name"], login=("me", PASSWORD)) as proxy:
        asked = ask(company, network=manual(f"socks5://127.0.0.1:{proxy.port}", *login))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.PROXY


def test_the_password_of_a_proxy_is_in_no_repr() -> None:
    network = manual("127.0.0.1:9", "me", PASSWORD)
    assert PASSWORD not in repr(network)
    assert PASSWORD not in repr(way(network))


# Certificates


@pytest.mark.parametrize("listener", ["self_signed", "expired", "wrong_host"])
@pytest.mark.usefixtures("company_authority")
def test_a_wrong_certificate_ends_the_request_before_anything_is_sent(listener: str, fault_server: FaultServer) -> None:
    asked = ask(fault_server.service("good", f"tls-{listener}", listener))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.TLS
    assert fault_server.records(f"tls-{listener}") == []


@pytest.mark.usefixtures("company_authority")
def test_a_company_with_an_authority_of_its_own_is_trusted_through_the_store_of_this_computer(
    fault_server: FaultServer,
) -> None:
    assert ask(fault_server.service("good", listener="good")).text == WHOLE


@pytest.mark.parametrize("variable", ["SSL_CERT_FILE", "SSL_CERT_DIR"])
def test_no_variable_adds_an_authority(
    variable: str, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, fault_server.ca_file)
    asked = ask(fault_server.service("good", "tls-variable", "good"))
    assert asked.failure is not None
    assert asked.failure.cause is Cause.TLS
    assert fault_server.records("tls-variable") == []


def test_a_wrong_ssl_cert_file_is_passed_over(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nonexistent/ca.pem")
    assert ask(fault_server.service("good")).text == WHOLE
