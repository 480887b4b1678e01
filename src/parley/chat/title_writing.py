"""Has the model write the title of a conversation, once, after its first exchange, for those who turned that on."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Protocol

from parley.domain.errors import AppError
from parley.domain.events import LibraryChanged, TitleWritten, TurnEnded
from parley.domain.message import Status
from parley.domain.money import PriceBook

from .budget import check_budget
from .titles import clean_title, title_request
from .whole_answer import whole_answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.events import AppEvent
    from parley.domain.message import Conversation, Message
    from parley.domain.request import Service

    from .ports import Connections

PATIENCE = 30.0  # seconds: a title that takes longer is not worth it


class TitleStore(Protocol):
    """What of the store is needed. Every method is one transaction and raises AppError."""

    def title_is_wanted(self, conversation_id: int) -> bool:
        """Whether the person wrote no title and no model was asked for one yet."""
        ...

    def take_written_title(self, conversation_id: int, title: str, cost: int) -> Conversation:
        """Count what asking cost (micro-dollars), and use the title unless it is empty or the person wrote one."""
        ...

    def path_to(self, message_id: int) -> list[Message]: ...

    def spent_since(self, moment: int) -> int: ...


class TitleWriting:
    """Looks at the engine's events. Lives on its loop. Whatever goes wrong, the local title stays and nobody is told.

    `rooms` gives the tokens a model may use for a title: those that think first need more.
    """

    def __init__(
        self,
        store: TitleStore,
        connections: Connections,
        emit: Callable[[AppEvent], None],
        rooms: Callable[[str], int],
    ) -> None:
        self.on = False
        self.monthly_budget = 0  # micro-dollars; 0: none
        self.prices = PriceBook()
        self.service: Service | None = None  # the one the conversation talks to
        self._store = store
        self._connections = connections
        self._emit = emit
        self._rooms = rooms
        self._tasks: dict[int, asyncio.Task[None]] = {}  # by conversation

    def look_at(self, event: AppEvent) -> None:
        """Ask for a title if this is the end of a first exchange."""
        if not self.on or not isinstance(event, TurnEnded) or event.answer.status is not Status.COMPLETE:
            return
        service, conversation_id = self.service, event.conversation.id
        if service is None or service.local or conversation_id in self._tasks:
            return
        task = asyncio.get_running_loop().create_task(self._write(event, service), name="title")
        self._tasks[conversation_id] = task
        task.add_done_callback(lambda _task: self._tasks.pop(conversation_id, None))

    async def close(self) -> None:
        """Give up what is being asked."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _write(self, event: TurnEnded, service: Service) -> None:
        conversation_id = event.conversation.id
        try:
            path = self._store.path_to(event.answer.id)
            if len(path) != 2 or not self._store.title_is_wanted(conversation_id):
                return
            check_budget(self._store, self.monthly_budget, time.time_ns() // 1_000_000)
            model = event.answer.model
            request = title_request(model, event.conversation.settings.mode, path, self._rooms(model))
            async with asyncio.timeout(PATIENCE):
                answer = await whole_answer(await self._connections.open(service), request)
            cost = self.prices.cost(model, answer.usage) or 0
            conversation = self._store.take_written_title(conversation_id, clean_title(answer.text), cost)
        except (AppError, TimeoutError):
            return  # it has a title already
        self._emit(TitleWritten(conversation))
        self._emit(LibraryChanged())
