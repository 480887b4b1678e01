"""Opens services: finds the key, starts the practice model, builds the client. One client per service and key."""

from __future__ import annotations

import asyncio
import os
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause
from parley.domain.network import NetworkReport, ProxyKind
from parley.domain.refusals import place_of
from parley.ui.services import PRACTICE

from .environment import certificate_variables, proxy_variables, take_away
from .proxy_login import ProxyLogins

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.network import Network
    from parley.domain.refusals import Refusals
    from parley.domain.request import CompletionRequest, Service
    from parley.keys.keyring_store import KeyStore
    from parley.llm.client import OpenAICompletions
    from parley.llm.desktop_proxy import DesktopProxies
    from parley.llm.gate import Limits
    from parley.llm.payload import Payload
    from parley.llm.practice import PracticeModel
    from parley.llm.traffic import Record


class AppConnections:
    """Lives on the engine's thread. The key goes from the keyring into the client and nowhere else."""

    def __init__(
        self,
        keys: KeyStore,
        make_practice: Callable[[], PracticeModel],
        network: Network,
        record: Record,
        refusals: Refusals,
    ) -> None:
        """`record` hears of each request that leaves; what services refuse is in `refusals`."""
        self._keys = keys
        self._make_practice = make_practice
        self._network = network
        self._record = record
        self._refusals = refusals
        self.proxy_logins = ProxyLogins(keys.known)
        self._desktop: DesktopProxies | None = None
        self._unheard = take_away(os.environ)
        self._practice: PracticeModel | None = None
        self._practice_service: Service | None = None
        self._practice_lock = asyncio.Lock()
        self._open: dict[Service, tuple[str | None, OpenAICompletions]] = {}

    async def open(self, service: Service) -> OpenAICompletions:
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

    async def open_with(self, service: Service, key: str | None) -> OpenAICompletions:
        """The client for `service` with this very key."""
        self._keys.known.add(key)  # also one that was only typed, and the practice model's
        network = self._network if service.local else await self.proxy_logins.fill(self._network)
        known = self._open.get(service)
        if known is not None and known[0] == key:
            await known[1].use(network, limits_for(network))
            return known[1]
        from parley.llm.client import OpenAICompletions  # half a second of import: not before the first paint

        client = OpenAICompletions(
            service,
            key,
            limits_for(network),
            network=network,
            desktop=self._find_desktop(),
            record=self._record,
            refusals=self._refusals,
        )
        self._open[service] = (key, client)
        if known is not None:
            await known[1].close()
        return client

    def body(self, request: CompletionRequest, service: Service) -> Payload:
        """What a client would send for `request` now."""
        from parley.llm.refused import body_without  # only for those who want to see it

        return body_without(request, self._refusals.of(place_of(service), request.model))

    def use(self, network: Network) -> None:
        """Go this way from the next time that a client is asked for."""
        self._network = network

    async def another_network(self) -> None:
        """The computer is in another network: nothing that is open is used again, and the proxy is looked for anew."""
        if self._desktop is not None:
            self._desktop.forget()
        for _key, client in list(self._open.values()):  # meanwhile another may be opened
            await client.another_network()

    async def report(self, service: Service) -> NetworkReport:
        """What is to be said of the way to `service`."""
        proxies = proxy_variables(os.environ)
        follows = self._network.proxy is ProxyKind.SYSTEM
        ignored = self._unheard + certificate_variables(os.environ) + (() if follows else proxies)
        place, problem = await self.proxy_logins.place(self._network)
        proxy = "" if service.local else await self._shown_proxy(service.address)
        return NetworkReport(proxy, ignored, proxies if follows else (), place, problem)

    async def _shown_proxy(self, address: str) -> str:
        """The proxy as a person is shown it; "" when there is none, or none that can be used."""
        from parley.llm.proxies import proxy_for  # light, but not needed before

        try:
            proxy = await proxy_for(address, self._network, self._find_desktop())
        except AppError:
            return ""
        return proxy.shown if proxy else ""

    def _find_desktop(self) -> DesktopProxies:
        from parley.llm.desktop_proxy import DesktopProxies  # as above

        if self._desktop is None:
            self._desktop = DesktopProxies()
        return self._desktop

    async def fetch_picture(self, address: str) -> bytes:
        """A picture that the person asked to see. Raises AppError."""
        from parley.llm.pictures import fetch_picture  # as above: with it comes the HTTP library

        network = await self.proxy_logins.fill(self._network)
        return await fetch_picture(address, network, self._record, self._find_desktop())

    async def restart_practice(self) -> None:
        """End the practice model; the next message starts it again, with the model file then chosen."""
        async with self._practice_lock:
            if self._practice is not None:
                await self._practice.stop()
                self._practice = None

    async def close(self) -> None:
        """Close every client and end the practice model."""
        while self._open:
            _service, (_key, client) = self._open.popitem()
            await client.close()
        await self.restart_practice()

    async def _open_practice(self) -> OpenAICompletions:
        async with self._practice_lock:
            if self._practice is None:
                self._practice = self._make_practice()
            address = await self._practice.start()
            service, key = replace(PRACTICE, address=address), self._practice.key
            if self._practice_service is not None and self._practice_service != service:
                await self._forget(self._practice_service)  # started anew, it listens somewhere else
                self._refusals.forget_place(place_of(service))  # and may be another model
            self._practice_service = service
        return await self.open_with(service, key)

    async def _forget(self, service: Service) -> None:
        known = self._open.pop(service, None)
        if known is not None:
            await known[1].close()


def limits_for(network: Network) -> Limits:
    """What a request may take, with the person's patience for models that think first."""
    from parley.llm.gate import Limits  # as above

    return Limits(reasoning_silence=network.patience)
