"""A desktop's portal on a D-Bus of the test's own, of which one can be asked: which proxy for this address?"""

from __future__ import annotations

import importlib
import shutil
import subprocess
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# No services of this computer: a real portal must not come up.
_BUS = """<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@dataclass(slots=True)
class Portal:
    """`proxies` is what it answers: None an error, "" nothing at all. `asked` are the addresses."""

    proxies: tuple[str, ...] | str | None = ("direct://",)
    asked: list[str] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def serve(self, address: str, ready: threading.Event) -> None:
        jeepney = importlib.import_module("jeepney")
        blocking = importlib.import_module("jeepney.io.blocking")
        with blocking.open_dbus_connection(bus=address) as connection:
            blocking.Proxy(jeepney.message_bus, connection).RequestName("org.freedesktop.portal.Desktop")
            ready.set()
            while not self.ended.is_set():
                try:
                    call = connection.receive(timeout=0.05)
                except TimeoutError:
                    continue
                if call.header.fields.get(jeepney.HeaderFields.member) != "Lookup":
                    continue
                assert call.header.fields[jeepney.HeaderFields.interface] == "org.freedesktop.portal.ProxyResolver"
                assert call.header.fields[jeepney.HeaderFields.path] == "/org/freedesktop/portal/desktop"
                self.asked.append(call.body[0])
                if self.proxies is None:
                    connection.send(jeepney.new_error(call, "org.freedesktop.portal.Error.Failed", "s", ("no",)))
                elif not isinstance(self.proxies, str):
                    connection.send(jeepney.new_method_return(call, "as", (list(self.proxies),)))


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """A D-Bus without anybody on it: its address."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    config = folder / "bus.conf"
    config.write_text(_BUS)
    command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.kill()


@contextmanager
def running_portal(address: str) -> Iterator[Portal]:
    portal, ready = Portal(), threading.Event()
    thread = threading.Thread(target=portal.serve, args=(address, ready))
    thread.start()
    assert ready.wait(10)
    try:
        yield portal
    finally:
        portal.ended.set()
        thread.join()
