"""Opens services: finds the key, starts the practice model, builds the client. One client per service and key."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause
from parley.ui.services import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.chat.ports import Completions
    from parley.domain.request import Service
    from parley.keys.keyring_store import KeyStore
    from parley.llm.practice import PracticeModel


class AppConnections:
    """Lives on the engine's thread. The key goes from the keyring into the client and nowhere else."""

    def __init__(self, keys: KeyStore, make_practice: Callable[[], PracticeModel]) -> None:
        self._keys = keys
        self._make_practice = make_practice
        self._practice: PracticeModel | None = None
        self._practice_service: Service | None = None
        self._practice_lock = asyncio.Lock()
        self._open: dict[Service, tuple[str | None, Completions]] = {}

    async def open(self, service: Service) -> Completions:
        """The client for `service`. Raises AppError: no key, an unusable address, no practice model."""
        if service.local:
            return await self._open_practice()
        return await self.open_with(service, await self._key_for(service))

    async def _key_for(self, service: Service) -> str | None:
        """The key for `service`. A service that needs none is not kept waiting by a keyring that is out of reach."""
        try:
            key = await asyncio.to_thread(self._keys.get, service.address)
        except AppError:
            if service.needs_key:
                raise
            return None
        if key is None and service.needs_key:
            raise AppError(Cause.NO_KEY, host=service.name)
        return key

    async def open_with(self, service: Service, key: str | None) -> Completions:
        """The client for `service` with this very key."""
        self._keys.known.add(key)  # also one that was only typed, and the practice model's
        known = self._open.get(service)
        if known is not None and known[0] == key:
            return known[1]
        from parley.llm.client import OpenAICompletions  # half a second of import: not before the first paint

        client = OpenAICompletions(service, key)
        self._open[service] = (key, client)
        if known is not None:
            await known[1].close()
        return client

    async def restart_practice(self) -> None:
        """End the practice model; the next message starts it again, with the model file then chosen."""
        async with self._practice_lock:
            if self._practice is not None:
                await self._practice.stop()
                self._practice = None

    async def close(self) -> None:
        """Close every client and end the practice model."""
        for _key, client in self._open.values():
            await client.close()
        self._open.clear()
        await self.restart_practice()

    async def _open_practice(self) -> Completions:
        async with self._practice_lock:
            if self._practice is None:
                self._practice = self._make_practice()
            address = await self._practice.start()
            service, key = replace(PRACTICE, address=address), self._practice.key
            if self._practice_service is not None and self._practice_service != service:
                await self._forget(self._practice_service)  # started anew, it listens somewhere else
            self._practice_service = service
        return await self.open_with(service, key)

    async def _forget(self, service: Service) -> None:
        known = self._open.pop(service, None)
        if known is not None:
            await known[1].close()
