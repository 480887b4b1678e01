"""A canary key goes through everything a service can do wrong; afterwards it is nowhere but where it belongs.

The password of a proxy goes the same way.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.security.leaks import Leak, leaks_in, leaks_in_files, leaks_in_processes
from tests.support.fault_server import MODES
from tests.support.fixtures import start_fault_server, stop_fault_server
from tests.support.processes import descendants
from tests.support.proxies import http_proxy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tests.keys.conftest import SecretService
    from tests.support.fixtures import FaultServer
    from tests.support.proxies import Proxy

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("canary_child.py")

OPENAI_KEY = "sk-proj-canary-4fT9qLx2VbN7sRw0ZkMd6YhJ"
GATEWAY_KEY = "gate/4711+Wolpertinger_im_Hof=="  # nothing in its shape says that it is one
KEYS = (OPENAI_KEY, GATEWAY_KEY)
PROXY_USER = "Ada"
PROXY_PASSWORD = "proxy/Canary+Ochsenfrosch:7="
WRONG_PASSWORD = "proxy_Canary_that_is_wrong"
SECRETS = (*KEYS, PROXY_PASSWORD, WRONG_PASSWORD)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/proc and the Secret Service")


@contextmanager
def another_host() -> Iterator[FaultServer]:
    """Where a redirect leads: a service that must never hear of the key."""
    process, server = start_fault_server()
    try:
        yield server
    finally:
        stop_fault_server(process)


def services(server: FaultServer, elsewhere: FaultServer) -> list[tuple[str, str]]:
    """Every mode twice, with a key of each shape, each at an address of its own: (address, key)."""
    made = []
    for number, key in enumerate(KEYS):
        for mode in sorted(MODES):
            token = f"{number + 1}"
            if mode == "redirect_elsewhere":  # its token says where to; what follows keeps both addresses apart
                token = f"127.0.0.1:{elsewhere.ports['http']}" + "_canary" * number
            made.append((server.address(mode, token), key))
    return made


@contextmanager
def parley_with(plan: Mapping[str, object], data: Path, out: Path) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """Parley after it has done all of `plan`, still running, and the key of its practice model if that runs."""
    environment = os.environ | {
        "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        "OPENAI_LOG": "debug",
        "PYTHONFAULTHANDLER": "1",
    }
    pipe = subprocess.PIPE
    with (out / "stderr.txt").open("w") as errors:
        command = [sys.executable, str(CHILD), str(data), str(out)]
        with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            try:
                process.stdin.write(json.dumps(plan) + "\n")
                process.stdin.flush()
                said = process.stdout.readline()
                assert said, (out / "stderr.txt").read_text()
                yield process, json.loads(said)["practice"]
                process.stdin.close()
                assert process.wait(30) == 0
            finally:
                process.kill()


def records_elsewhere(elsewhere: FaultServer, keys: list[str]) -> list[Leak]:
    return leaks_in("another host", json.dumps(elsewhere.records()).encode(), keys)


def sent_to_the_wrong_address(server: FaultServer, plan: list[tuple[str, str]]) -> list[str]:
    """The modes whose records hold another key than that of their own address."""
    right = dict(plan)
    wrong = []
    for record in server.records():
        key = right.get(server.address(record["mode"], record["token"]))
        carried = record["headers"].get("authorization")
        others = [other for other in KEYS if other != key]
        if key is not None and (carried != f"Bearer {key}" or leaks_in("", json.dumps(record).encode(), others)):
            wrong.append(record["mode"])
    return wrong


@pytest.mark.timeout(180)
def test_the_key_is_nowhere_but_in_the_keyring_and_at_its_own_address(
    fault_server: FaultServer, secret_service: SecretService, tmp_path: Path
) -> None:
    data, out, home = tmp_path / "data", tmp_path / "out", secret_service.home
    out.mkdir()
    with another_host() as elsewhere, ExitStack() as stack:
        plan = services(fault_server, elsewhere)
        fault_server.forget()
        proxy = stack.enter_context(http_proxy(fault_server.ports["by_name"], login=(PROXY_USER, PROXY_PASSWORD)))
        whole = {"services": plan, "keys": SECRETS, "ca_file": fault_server.ca_file, "proxy": far(fault_server, proxy)}
        with parley_with(whole, data, out) as (process, practice):
            assert practice, "the practice model runs as well"
            keys = [*SECRETS, *practice]
            pids = [process.pid, *descendants(process.pid)]
            assert leaks_in_processes(pids, keys) == []
            assert (data / "parley.db-wal").stat().st_size, "the write-ahead log is searched too"
            assert leaks_in_files([data, home], keys) == []
        assert leaks_in_files([data, out, home], keys) == []
        assert records_elsewhere(elsewhere, keys) == []
        assert sent_to_the_wrong_address(fault_server, plan) == []
        assert_it_was_a_real_run(fault_server, data, out)
        assert_only_the_proxy_heard_its_password(fault_server, proxy)
        for number, secret in enumerate((f"xx{GATEWAY_KEY}yyy", f"{PROXY_USER}:{PROXY_PASSWORD}")):
            planted = base64.b64encode(secret.encode())
            (data / "logs" / f"planted{number}.log").write_bytes(b"user " + planted)
        planted_files = {"planted0.log", "planted1.log"}
        assert {Path(leak.where).name for leak in leaks_in_files([data], keys)} == planted_files


def far(server: FaultServer, proxy: Proxy) -> dict[str, object]:
    """A service that is reached through the proxy, and how."""
    return {
        "address": f"127.0.0.1:{proxy.port}",
        "user": PROXY_USER,
        "passwords": [WRONG_PASSWORD, PROXY_PASSWORD],
        "service": f"https://parley.test:{server.ports['by_name']}/good/far/v1",
        "key": OPENAI_KEY,
    }


def assert_only_the_proxy_heard_its_password(server: FaultServer, proxy: Proxy) -> None:
    assert proxy.asked, "it let Parley through"
    assert leaks_in("the proxy", proxy.heard, [PROXY_PASSWORD])
    assert leaks_in("the proxy", proxy.heard, [WRONG_PASSWORD])
    assert leaks_in("the proxy", proxy.heard, KEYS) == []
    assert leaks_in("services", json.dumps(server.records()).encode(), [PROXY_PASSWORD, WRONG_PASSWORD]) == []
    assert [r for r in server.records("far") if r["headers"]["authorization"] == f"Bearer {OPENAI_KEY}"]


def assert_it_was_a_real_run(server: FaultServer, data: Path, out: Path) -> None:
    """Nothing was found; but was there anything to be found in?"""
    asked = {record["mode"] for record in server.records() if "authorization" in record["headers"]}
    assert asked >= MODES.keys()
    assert "invalid_key" in (out / "said.txt").read_text()
    report = (out / "crash report.txt").read_text()
    assert report == (out / "clipboard.txt").read_text()
    assert report.count("Traceback") >= 3
    assert "[key removed]" in (data / "logs" / "parley.log").read_text()
    written = [path for path in out.rglob("*.*") if path.parent != out]
    assert {path.suffix for path in written} == {".md", ".html", ".pdf", ".txt", ".json"}
    assert any(b"[key removed]" in path.read_bytes() for path in written if path.suffix == ".json")
