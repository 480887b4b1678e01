"""The password of the proxy that the person named: in the keyring under an entry of its own, and in no file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.errors import AppError
from parley.domain.network import ProxyKind, proxy_login
from parley.keys.keyring_store import KeyStore

if TYPE_CHECKING:
    from parley.domain.errors import Failure
    from parley.domain.known_keys import KnownKeys
    from parley.domain.network import Network

ENTRY = "Parley proxy"  # under which the keyring lists it, apart from the keys


class ProxyLogins:
    """One password for each user of each proxy. Where there is no keyring it is kept for this run."""

    def __init__(self, known: KnownKeys) -> None:
        """`known` hears of every password that is no mere word, to take it out of whatever is shown."""
        self._known = known
        self._passwords = KeyStore(entry=ENTRY)  # which knows them for itself

    async def fill(self, network: Network) -> Network:
        """`network` with its password, if there is one. Raises AppError (KEYRING_LOCKED and the like)."""
        name = _name(network)
        if name is None:
            return network
        password = await asyncio.to_thread(self._passwords.get, name)
        self._make_known(password)
        return replace(network, proxy_password=password or "")

    async def keep(self, address: str, user: str, password: str) -> None:
        """Keep `password`, or with "" forget it. Raises AppError when the keyring may still hold a forgotten one."""
        name = proxy_login(address, user)
        if name is None:
            return
        self._make_known(password)
        if password:
            await asyncio.to_thread(self._passwords.set, name, password)
        else:
            await asyncio.to_thread(self._passwords.delete, name)

    async def place(self, network: Network) -> tuple[str, Failure | None]:
        """Where the password is, "" when there is none, and what is wrong with that place."""
        name = _name(network)
        if name is None:
            return "", None
        try:
            password = await asyncio.to_thread(self._passwords.get, name)
        except AppError as error:
            return "", error.failure
        place = self._passwords.place(name)
        return (place.name, place.problem) if password else ("", None)

    def _make_known(self, password: str | None) -> None:
        """Unlike a key a password can be a word: taken out of everything it would spoil texts, and tell what it is."""
        if password and not password.isalpha():
            self._known.add(password)


def _name(network: Network) -> str | None:
    """None: no login is meant."""
    manual = network.proxy is ProxyKind.MANUAL
    return proxy_login(network.proxy_address, network.proxy_user) if manual else None
