"""A Secret Service of the test's own: a private D-Bus session with a real gnome-keyring in an empty home."""

from __future__ import annotations

import gc
import os
import resource
import shutil
import signal
import subprocess
import threading
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PASSWORD = b"a password"
NEEDED = ("dbus-daemon", "gnome-keyring-daemon")


class SecretService:
    """The running services, and the states a person's own can be in."""

    def __init__(self, address: str, daemon: subprocess.Popen[bytes], home: Path) -> None:
        self.address = address
        self.home = home
        self._daemon = daemon

    def lock(self) -> None:
        """Lock the keyring, as a screen lock or a log-out of the keyring does."""
        import secretstorage

        connection = secretstorage.dbus_init()
        secretstorage.get_default_collection(connection).lock()
        connection.close()

    def unlock(self) -> None:
        """Unlock it with its password, as a log-in does: without a prompt."""
        import secretstorage
        from secretstorage import util

        connection = secretstorage.dbus_init()
        collection = secretstorage.get_default_collection(connection)
        internal = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
        secrets = util.DBusAddressWrapper("/org/freedesktop/secrets", internal, connection)
        secret = util.format_secret(util.open_session(connection), PASSWORD, "text/plain")
        secrets.call("UnlockWithMasterPassword", "o(oayays)", collection.collection_path, secret)
        connection.close()

    def take_the_room(self) -> None:
        """From now on nothing more fits where it keeps its files."""
        resource.prlimit(self._daemon.pid, resource.RLIMIT_FSIZE, (1, 1))

    def hang(self) -> None:
        """The daemon is there and does not answer."""
        self._daemon.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._daemon.send_signal(signal.SIGCONT)

    def die(self) -> None:
        self._daemon.kill()
        self._daemon.wait()


@pytest.fixture
def secret_service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SecretService]:
    """An unlocked keyring that is empty."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    with ExitStack() as stack:
        home = tmp_path / "keyring-home"
        (home / "runtime").mkdir(mode=0o700, parents=True)
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("DBUS", "DISPLAY"))}
        environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime")}
        environment |= {"XDG_DATA_HOME": str(home / "data"), "XDG_CURRENT_DESKTOP": "GNOME"}
        bus = _start(stack, ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"], environment)
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        environment["DBUS_SESSION_BUS_ADDRESS"] = address
        daemon = _start(
            stack, ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], environment
        )
        assert daemon.stdin is not None
        daemon.stdin.write(PASSWORD)
        daemon.stdin.close()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        _wait_for_secrets(environment)
        yield SecretService(address, daemon, home)
    _end_keyring_calls()


def _end_keyring_calls() -> None:
    """Nothing of this test's bus is left to be closed in the middle of another test."""
    while calls := [thread for thread in threading.enumerate() if thread.name == "keyring call"]:
        for thread in calls:
            thread.join(10)
        time.sleep(0.05)  # whoever waited for it may make another
    gc.collect()


def _wait_for_secrets(environment: dict[str, str]) -> None:
    """Until the daemon has taken its name. The bus is asked: asking for the name itself would start a second one."""
    command = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
    command += ["org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets"]
    for _ in range(1000):
        reply = subprocess.run(command, env=environment, capture_output=True, check=False)
        if b"true" in reply.stdout:
            return
    pytest.fail("gnome-keyring did not come up")


def _start(stack: ExitStack, command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=pipe,
        stdout=pipe,
        stderr=subprocess.DEVNULL,
        restore_signals=False,  # a file that may not grow is an error for it and not its end (SIGXFSZ)
    )
    stack.enter_context(process)  # closes the pipes and waits
    stack.callback(process.kill)
    return process
