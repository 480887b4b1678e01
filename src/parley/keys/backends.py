"""The keyrings that may hold a key. Chosen here one by one, never by keyring's own search.

That search obeys PYTHON_KEYRING_BACKEND and keyringrc.cfg and whatever package offers itself, and any of these can
name a plain-text file.
"""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

GNOME = "GNOME Keyring"
KWALLET = "KWallet"
MAC = "macOS Keychain"
WINDOWS = "Windows Credential Manager"

# What stands behind the Secret Service, by the name of its process (the kernel keeps 15 characters of it).
_DAEMONS = {
    "gnome-keyring-d": GNOME,
    "kwalletd5": KWALLET,
    "kwalletd6": KWALLET,
    "ksecretd": KWALLET,
    "keepassxc": "KeePassXC",
}

_LINUX = (
    ("keyring.backends.SecretService", "Keyring", ""),
    ("keyring.backends.libsecret", "Keyring", ""),
    ("keyring.backends.kwallet", "DBusKeyring", KWALLET),
)
_ALLOWED = {
    "darwin": (("keyring.backends.macOS", "Keyring", MAC),),
    "win32": (("keyring.backends.Windows", "WinVaultKeyring", WINDOWS),),
}


class Keyring(Protocol):
    """What is used of a backend of the keyring library."""

    def get_password(self, service: str, username: str, /) -> str | None: ...
    def set_password(self, service: str, username: str, password: str, /) -> None: ...
    def delete_password(self, service: str, username: str, /) -> None: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A usable keyring and the name by which the person knows it."""

    keyring: Keyring
    name: str


def find_place() -> Place | None:
    """The best keyring of this computer, None when there is none. May block: call it under a deadline."""
    found: list[tuple[float, Place]] = []
    for module_name, class_name, name in _ALLOWED.get(sys.platform, _LINUX):
        backend = getattr(importlib.import_module(module_name), class_name)
        unusable: tuple[type[BaseException], ...] = (RuntimeError, *keyring_errors())
        try:
            priority = float(backend.priority)  # raises where it cannot work: that is how the library asks
        except unusable:
            continue
        found.append((priority, Place(backend(), name)))
    if not found:
        return None
    best = max(found, key=lambda pair: pair[0])[1]
    return best if best.name else Place(best.keyring, _secret_service_name())


def is_locked(keyring: Keyring) -> bool:
    """Whether a Secret Service waits for its password. May block; raises what `keyring_errors` names."""
    if type(keyring).__module__ != "keyring.backends.SecretService":
        return False
    secretstorage = importlib.import_module("secretstorage")  # there: the keyring speaks through it
    connection = secretstorage.dbus_init()
    try:
        return bool(secretstorage.Collection(connection).is_locked())  # the default one; it is never created here
    finally:
        connection.close()


def usual_name() -> str:
    """The name of the keyring this system usually has, for saying that it is missing. Asks nobody."""
    if sys.platform == "darwin":
        return MAC
    if sys.platform == "win32":
        return WINDOWS
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").split(":")
    return KWALLET if "KDE" in desktop else GNOME


def _secret_service_name() -> str:
    """Who answers for the Secret Service. Only a name to show: where it cannot be told, the desktop's usual one."""
    jeepney = importlib.import_module("jeepney")  # there wherever the Secret Service could be spoken to; no types
    blocking = importlib.import_module("jeepney.io.blocking")
    try:
        with blocking.open_dbus_connection() as connection:
            bus = blocking.Proxy(jeepney.message_bus, connection)
            (pid,) = bus.GetConnectionUnixProcessID("org.freedesktop.secrets")
        name = Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
    except keyring_errors():
        return usual_name()
    return _DAEMONS.get(name, usual_name())


def keyring_errors() -> tuple[type[BaseException], ...]:
    """Everything the world can raise through the keyring library: its own errors and the raw ones that escape it."""
    return (OSError, *_classes())


def _classes() -> Iterator[type[BaseException]]:
    names = (
        ("keyring.errors", "KeyringError"),
        ("secretstorage.exceptions", "SecretStorageException"),
        ("jeepney", "DBusErrorResponse"),
        ("jeepney.io.common", "RouterClosed"),
        ("jeepney.auth", "AuthenticationError"),
        ("gi.repository.GLib", "Error"),
        ("dbus", "DBusException"),
        ("pywintypes", "error"),
    )
    for module_name, class_name in names:
        module = sys.modules.get(module_name)  # what was never imported raises nothing
        if module is not None and hasattr(module, class_name):
            yield getattr(module, class_name)
