"""The fault server as a fixture. In conftest.py: `from tests.support.fixtures import fault_server as fault_server`."""

from __future__ import annotations

import json
import ssl
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from parley.domain.request import Service

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PROGRAM = Path(__file__).with_name("fault_server.py")


@dataclass(frozen=True, slots=True)
class FaultServer:
    """The running server. `ports` by listener: http, and with TLS good, by_name, self_signed, expired, wrong_host."""

    ports: Mapping[str, int]
    ca_file: str = ""

    def address(self, mode: str, token: str = "", listener: str = "http") -> str:
        """The address of a service that does what `mode` says. `token`: counted and recorded for you alone."""
        scheme = "http" if listener == "http" else "https"
        path = f"{mode}/{token}" if token else mode
        return f"{scheme}://127.0.0.1:{self.ports[listener]}/{path}/v1"

    def service(self, mode: str, token: str = "", listener: str = "http") -> Service:
        return Service(self.address(mode, token, listener), "Test service")

    def records(self, token_or_mode: str = "") -> list[dict[str, Any]]:
        """What arrived (fault_server.Record as a dictionary), oldest first."""
        with urllib.request.urlopen(self._records_url(token_or_mode)) as answer:  # noqa: S310 - loopback
            records: list[dict[str, Any]] = json.load(answer)
        return records

    def forget(self, token_or_mode: str = "") -> None:
        """Forget records and counters."""
        request = urllib.request.Request(self._records_url(token_or_mode), method="DELETE")  # noqa: S310 - loopback
        urllib.request.urlopen(request).close()  # noqa: S310 - loopback

    def _records_url(self, token_or_mode: str) -> str:
        return f"http://127.0.0.1:{self.ports['http']}/_records/{token_or_mode}"


def start_fault_server(*, tls: bool = False) -> tuple[subprocess.Popen[str], FaultServer]:
    """Start the server; it ends when its standard input is closed, so also when the tests are killed."""
    command = [sys.executable, str(PROGRAM), *(["--tls"] if tls else [])]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    info = json.loads(process.stdout.readline())
    ca_file = info.pop("ca_file", "")
    return process, FaultServer(info, ca_file)


def stop_fault_server(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.communicate()


@pytest.fixture(scope="session")
def fault_server() -> Iterator[FaultServer]:
    process, server = start_fault_server(tls=True)
    yield server
    stop_fault_server(process)


@pytest.fixture
def company_authority(fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """This computer trusts the authority of the server's certificates, as it does a company's own.

    A test cannot write to the store of the system, so the place where OpenSSL says it is is another.
    """
    paths = ssl.get_default_verify_paths()._replace(openssl_cafile=fault_server.ca_file, openssl_capath="/nonexistent")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: paths)
