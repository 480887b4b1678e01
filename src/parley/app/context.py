"""What the backend does about the context window: counting what would be sent, and having older messages summarised."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.chat.summary import Condensed, summarise
from parley.domain.money import PriceBook
from parley.domain.request import Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import ChatSettings, Summary
    from parley.domain.message import Message
    from parley.domain.request import CompletionRequest, Service
    from parley.llm.tokens import TokenCounter
    from parley.store.store import Store

    from .connections import AppConnections


class ContextWork:
    """Lives on the engine's thread; the counting itself is done on another."""

    def __init__(self, store: Store, connections: AppConnections) -> None:
        self.prices = PriceBook()
        self._store = store
        self._connections = connections
        self._counter: TokenCounter | None = None
        self._running: asyncio.Task[Summary] | None = None

    async def count_request(self, request: CompletionRequest) -> int:
        return await asyncio.to_thread(self._counting().count, request)

    async def count_messages(self, messages: Sequence[Message], model: str) -> tuple[int, ...]:
        prompts = [Prompt(message.role, message.text, message.attachments) for message in messages]
        return tuple(await asyncio.to_thread(self._counting().count_each, prompts, model))

    async def summarise(
        self, message_id: int, settings: ChatSettings, service: Service, window: int | None
    ) -> Summary | None:
        """See `ui.ports.Backend.summarise`. One at a time: another ends the one before."""
        self.stop()
        work = self._summarise(message_id, settings, service, window)
        self._running = task = asyncio.get_running_loop().create_task(work, name="summary")
        try:
            await asyncio.wait([task])
        finally:
            task.cancel()  # when it is we who are ended
        return None if task.cancelled() else task.result()

    async def _summarise(
        self, message_id: int, settings: ChatSettings, service: Service, window: int | None
    ) -> Summary:
        path = self._store.path_to(message_id)
        sizes = dict(zip((m.id for m in path), await self.count_messages(path, settings.model), strict=True))
        completions = await self._connections.open(service)
        made = await summarise(
            completions, settings, path, window=window, count=lambda messages: [sizes[m.id] for m in messages]
        )
        return self._paid(made, settings, service)

    def stop(self) -> None:
        """End the summary that is being made, if there is one."""
        if self._running is not None:
            self._running.cancel()
            self._running = None

    def _paid(self, made: Condensed, settings: ChatSettings, service: Service) -> Summary:
        """The summary with its cost, and that of the ones before it in this conversation."""
        cost = 0 if service.local else self.prices.cost(settings.model, made.usage) or 0
        if cost:
            self._store.count_spending(cost)
        before = settings.summary.cost if settings.summary else 0
        return replace(made.summary, cost=before + cost)

    def _counting(self) -> TokenCounter:
        if self._counter is None:
            from parley.llm.tokens import TokenCounter  # its tables take a second and some memory

            self._counter = TokenCounter()
        return self._counter
