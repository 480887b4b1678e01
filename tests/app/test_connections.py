"""Several clients at once: what becomes of one does not depend on what happens to another meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from parley.app.connections import AppConnections
from parley.domain.known_keys import KnownKeys
from parley.domain.network import Network, ProxyKind
from parley.domain.refusals import Refusals
from parley.domain.request import Service
from parley.keys.keyring_store import KeyStore
from parley.llm.client import OpenAICompletions
from parley.llm.practice import PracticeModel

if TYPE_CHECKING:
    import pytest

HERE = Service("http://127.0.0.1:9/v1", "here", needs_key=False)
THERE = Service("http://127.0.0.1:19/v1", "there", needs_key=False)


def test_a_client_that_is_opened_while_the_others_let_go_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    let_go: list[OpenAICompletions] = []

    async def meet_another_network() -> None:
        connections = AppConnections(
            KeyStore(known=KnownKeys()), PracticeModel, Network(ProxyKind.NONE), lambda _departure: None, Refusals()
        )

        async def slowly(client: OpenAICompletions) -> None:
            let_go.append(client)
            await connections.open_with(THERE, None)

        monkeypatch.setattr(OpenAICompletions, "another_network", slowly)
        first = await connections.open_with(HERE, None)
        await connections.another_network()
        await connections.close()
        assert let_go == [first]

    asyncio.run(meet_another_network())
