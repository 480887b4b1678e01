"""Which proxy the desktop names, on systems where programs have to ask it: Linux and its like.

The desktop's portal is asked first (org.freedesktop.portal.ProxyResolver): it knows the settings of GNOME, of KDE and
of what else is there, and runs the scripts by which companies choose a proxy for each address (PAC). Where there is no
portal, GNOME's own settings are read. Windows and macOS tell Python's urllib what a person set there, but for scripts.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from parley.domain.deadline import within

from .gnome_proxy import ask_gnome

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT_FOR = 60.0  # seconds
SILENCE_KEPT_FOR = 600.0  # who did not answer in time is not waited for with each message
DEADLINE = 5.0  # seconds for all of it
PORTAL_TIME = 2.5  # seconds; a script may take long where it asks for names first

# As the portal says it and as the HTTP library does. There is no word for SOCKS 4, so it cannot be used.
_SCHEMES = {"http": "http", "https": "https", "socks": "socks5", "socks5": "socks5", "socks5h": "socks5h"}


class DesktopProxies:
    """Asks the desktop, off the loop that it is called on, and keeps the answer for a minute."""

    def __init__(
        self,
        ask: Callable[[str], tuple[str, ...] | None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`ask` gets an address and gives the proxies for it, the best first; () or None: nobody said anything."""
        self._ask = ask or ask_desktop
        self._clock = clock
        self._kept: dict[str, tuple[float, tuple[str, ...]]] = {}

    async def find(self, address: str) -> str | None:
        """The URL of the proxy for `address`. None: the way is straight, or nobody says otherwise."""
        parts = urlsplit(address)
        origin = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}/"  # what follows is nobody's business
        until, entries = self._kept.get(origin, (0.0, ()))
        if self._clock() >= until:
            entries = await self._ask_now(origin)
        return first_usable(entries)

    def forget(self) -> None:
        """In another network another proxy may be meant."""
        self._kept.clear()

    async def _ask_now(self, origin: str) -> tuple[str, ...]:
        try:
            entries = await asyncio.to_thread(within, DEADLINE, lambda: self._ask(origin), "proxy of the desktop")
        except TimeoutError:
            entries = None
        kept_for = SILENCE_KEPT_FOR if entries is None else KEPT_FOR
        self._kept[origin] = (self._clock() + kept_for, entries or ())
        return entries or ()


def first_usable(entries: tuple[str, ...]) -> str | None:
    """The first of `entries` that Parley can go by, as a URL; None for the straight way.

    Where it can go by none, the first: it is an error then, and not a way round what the system demands.
    """
    for entry in entries:
        scheme, _, rest = entry.partition("://")
        if scheme == "direct":
            return None
        if scheme in _SCHEMES and rest:
            return f"{_SCHEMES[scheme]}://{rest.rstrip('/')}"
    return entries[0] if entries else None


def ask_desktop(address: str) -> tuple[str, ...] | None:
    """The proxies for `address` as the desktop names them. None when nobody answered. Blocks for some seconds."""
    if sys.platform in {"win32", "darwin"}:
        return None
    entries = ask_portal(address)
    return ask_gnome(address) if entries is None else entries


def ask_portal(address: str) -> tuple[str, ...] | None:
    """What the desktop's portal says; None when there is none, or no answer."""
    try:
        # There wherever a Secret Service can be spoken to, which the key needs anyway; without types.
        jeepney = importlib.import_module("jeepney")
        blocking = importlib.import_module("jeepney.io.blocking")
    except ImportError:
        return None
    portal = jeepney.DBusAddress(
        "/org/freedesktop/portal/desktop",
        bus_name="org.freedesktop.portal.Desktop",
        interface="org.freedesktop.portal.ProxyResolver",
    )
    # No bus, one of a kind that is not spoken here, one that closes the door, one that hangs.
    errors = (OSError, KeyError, ValueError, RuntimeError, importlib.import_module("jeepney.io.common").RouterClosed)
    try:
        with blocking.open_dbus_connection(bus="SESSION") as connection:
            question = jeepney.new_method_call(portal, "Lookup", "s", (address,))
            reply = connection.send_and_get_reply(question, timeout=PORTAL_TIME)
    except errors:
        return None
    if reply.header.message_type is not jeepney.MessageType.method_return:
        return None  # no portal, or none that can do this
    return tuple(entry for entry in reply.body[0] if isinstance(entry, str)) if reply.body else None
