"""What runs on the engine's thread: the writer of the store, the engine, the keyring and the services."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from parley.chat.budget import check_budget
from parley.chat.engine import Engine
from parley.chat.title_writing import TitleWriting
from parley.domain.errors import AppError
from parley.domain.events import LibraryChanged, PricesLoaded, SavingFailed
from parley.domain.network import network_of
from parley.domain.refusals import place_of
from parley.domain.settings import MODEL_TITLES, MONTHLY_BUDGET, PRACTICE_MODEL_FILE, TRASH_DAYS, Settings
from parley.ui.ports import Account, KeyState

from .connections import AppConnections
from .context import ContextWork
from .journal import Journal
from .kept_refusals import KeptRefusals
from .late_saving import LateSaving
from .memory import give_back
from .traffic_log import TrafficLog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.arrival import Arrival
    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings, Summary
    from parley.domain.events import AppEvent
    from parley.domain.library_changes import LibraryChange
    from parley.domain.message import Message
    from parley.domain.network import NetworkReport
    from parley.domain.refusals import Refusal
    from parley.domain.request import CompletionRequest, Service
    from parley.domain.traffic import SentRequest
    from parley.keys.keyring_store import KeyStore
    from parley.llm.as_code import Call
    from parley.llm.practice import PracticeModel
    from parley.store.store import Store
    from parley.ui.ports import Draft

PLAIN_TITLE = 32  # tokens
THINKING_TITLE = 400  # most of it for the thinking, which counts


class AppBackend:
    """Fits `ui.ports.Backend`. Made and used on the engine's thread only."""

    def __init__(
        self,
        store: Store,
        keys: KeyStore,
        make_practice: Callable[[Path | None], PracticeModel],
        settings: Settings,
        emit: Callable[[AppEvent], None],
    ) -> None:
        self._store = store
        self._keys = keys
        self._settings = settings
        self._journal = Journal(emit, settings)
        self._emit = self._journal.emit
        self._traffic = TrafficLog(store, lambda failure: self._emit(SavingFailed(failure)))
        self._refusals = KeptRefusals(store, lambda failure: self._emit(SavingFailed(failure)))
        self._connections = AppConnections(
            keys, lambda: make_practice(self._model_file()), network_of(settings), self._traffic.record, self._refusals
        )
        self._prices_known = False
        self._context = ContextWork(store, self._connections)
        self._titles = TitleWriting(store, self._connections, self._emit, _title_room)
        self._late = LateSaving(store, self._emit)
        self._engine = Engine(store, self._connections, self._tell)
        self._use_for_engine(settings)

    def _use_for_engine(self, settings: Settings) -> None:
        self._engine.set_budget(settings[MONTHLY_BUDGET])
        self._titles.monthly_budget = settings[MONTHLY_BUDGET]
        self._titles.on = settings[MODEL_TITLES]

    def _tell(self, event: AppEvent) -> None:
        self._emit(event)
        self._titles.look_at(event)
        self._late.look_at(event)

    # Talking

    def _prepare(self, service: Service) -> None:
        self._titles.service = service
        self._know_prices()

    async def send(self, draft: Draft, service: Service) -> None:
        self._prepare(service)
        await self._engine.send(
            draft.conversation_id,
            text=draft.text,
            attachments=draft.attachments,
            parent_id=draft.parent_id,
            settings=draft.settings,
            service=service,
        )
        self._emit(LibraryChanged())

    async def answer_again(self, question_id: int, settings: ChatSettings, service: Service) -> None:
        self._prepare(service)
        await self._engine.answer_again(question_id, settings=settings, service=service)

    async def continue_answer(self, answer_id: int, settings: ChatSettings, service: Service) -> None:
        self._prepare(service)
        await self._engine.continue_answer(answer_id, settings=settings, service=service)

    async def stop(self, turn_id: int) -> None:
        await self._engine.stop(turn_id)

    # Comparing

    async def compare(self, draft: Draft, models: Sequence[str], service: Service) -> None:
        self._prepare(service)
        await self._engine.compare(
            draft.conversation_id,
            text=draft.text,
            attachments=draft.attachments,
            parent_id=draft.parent_id,
            choices=[replace(draft.settings, model=model) for model in models],
            service=service,
        )
        self._emit(LibraryChanged())

    async def keep_answer(self, answer_id: int, dropped: Sequence[int]) -> tuple[Message, ...]:
        for turn_id in dropped:
            await self._engine.stop(turn_id)
        with self._store.transaction():
            taken = [message for ident in dropped for message in self._store.delete_branch(ident)]
            self._store.choose_branch(answer_id)
        return tuple(taken)

    # Keeping

    async def update_chat_settings(self, conversation_id: int, settings: ChatSettings) -> None:
        self._store.update_settings(conversation_id, settings)

    async def change_library(self, change: LibraryChange) -> LibraryChange:
        return self._store.change_library(change)

    async def choose_branch(self, message_id: int) -> None:
        self._store.choose_branch(message_id)

    async def delete_forever(self, conversation_ids: Sequence[int]) -> None:
        self._store.delete_forever(conversation_ids)

    async def empty_trash(self) -> None:
        self._store.empty_trash(None)

    async def step_branch(self, message_id: int, step: int) -> int:
        return self._store.step_branch(message_id, step)

    async def save_settings(self, settings: Settings) -> None:
        if settings[PRACTICE_MODEL_FILE] != self._settings[PRACTICE_MODEL_FILE]:
            await self._connections.restart_practice()
        self._settings = self._journal.settings = settings
        self._use_for_engine(settings)
        self._connections.use(network_of(settings))
        self._store.save_settings(settings)

    async def save_draft(self, conversation_id: int | None, text: str, attachments: Sequence[Attachment] = ()) -> None:
        self._store.save_draft(conversation_id, text, attachments)

    async def save_scroll(self, conversation_id: int, position: int) -> None:
        self._store.save_scroll(conversation_id, position)

    async def add_arrivals(self, arrivals: Sequence[Arrival]) -> Sequence[int]:
        return self._store.add_arrivals(arrivals)

    async def back_up(self) -> str:
        return str(await asyncio.to_thread(self._store.back_up))

    # The account

    async def connect(self, service: Service, key: str | None) -> Account:
        """Ask the service for its models, which checks address and key for free; keep the key when it answered."""
        if service.local:
            models = await (await self._connections.open(service)).models()
            return Account(service, models, KeyState())
        from parley.keys.key_text import clean_key

        clean = clean_key(key) if key else None
        if clean is None:
            client = await self._connections.open(service)
        else:
            client = await self._connections.open_with(service, clean)
        models = await client.models()
        if clean is not None:
            await asyncio.to_thread(self._keys.set, service.address, clean)
        return Account(service, models, await self.key_state(service.address))

    async def key_state(self, address: str) -> KeyState:
        return await asyncio.to_thread(self._key_state, address)

    async def keep_key_again(self, address: str) -> KeyState:
        await asyncio.to_thread(self._keys.keep_again, address)
        return await self.key_state(address)

    async def remove_key(self, address: str) -> None:
        await asyncio.to_thread(self._keys.delete, address)

    async def read_dotenv(self, path: str) -> str:
        from parley.keys.dotenv_file import read_key

        return await asyncio.to_thread(read_key, Path(path))

    async def list_models(self, service: Service) -> tuple[str, ...]:
        return await (await self._connections.open(service)).models()

    async def call_for(self, request: CompletionRequest, service: Service) -> Call:
        from parley.llm.as_code import call_for  # only for those who want to see it

        return call_for(request, service, self._connections.body(request, service))

    async def fetch_picture(self, address: str) -> bytes:
        return await self._connections.fetch_picture(address)

    async def refusals(self) -> tuple[Refusal, ...]:
        return self._refusals.all()

    async def forget_refusal(self, service: Service, model: str, setting: str) -> None:
        self._refusals.forget(place_of(service), model, setting)

    # The network

    async def network_report(self, service: Service) -> NetworkReport:
        return await self._connections.report(service)

    async def network_changed(self) -> None:
        await self._connections.another_network()

    async def keep_proxy_password(self, address: str, user: str, password: str) -> None:
        await self._connections.proxy_logins.keep(address, user, password)

    async def sent_requests(self) -> tuple[SentRequest, ...]:
        return self._traffic.recent()

    # Start and end

    async def keep_house(self) -> None:
        """After the first paint and every hour: old trash, today's backup, and the memory that starting took."""
        if self._store.empty_old_trash(self._settings[TRASH_DAYS]):
            self._emit(LibraryChanged())
        self._traffic.forget_old()
        self._refusals.forget_old()
        await asyncio.to_thread(self._store.back_up_if_due)
        give_back()

    async def warm_up(self, service: Service | None) -> None:
        """When a message is likely: what takes long to import, so that sending does not wait for it."""
        if service is not None:
            import parley.llm.client  # noqa: F401 - half a second, and 15 MB that an idle Parley does without
        self._know_prices()

    def _know_prices(self) -> None:
        if self._prices_known:
            return
        from parley.llm.prices import load_prices  # as above

        self._prices_known = True
        book = load_prices()
        self._engine.set_prices(book)
        self._titles.prices = book
        self._context.prices = book
        self._emit(PricesLoaded(book))

    # The context window

    async def count_request(self, request: CompletionRequest) -> int:
        return await self._context.count_request(request)

    async def count_messages(self, messages: Sequence[Message], model: str) -> tuple[int, ...]:
        return await self._context.count_messages(messages, model)

    async def summarise(
        self, message_id: int, settings: ChatSettings, service: Service, window: int | None
    ) -> Summary | None:
        self._know_prices()
        if not service.local:
            check_budget(self._store, self._settings[MONTHLY_BUDGET], int(time.time() * 1000))
        return await self._context.summarise(message_id, settings, service, window)

    async def stop_summary(self) -> None:
        self._context.stop()

    async def close(self) -> None:
        """Settle every turn, end the practice model, close the clients and the store."""
        await self._titles.close()
        await self._engine.shutdown()
        self._late.close()
        await self._connections.close()
        self._traffic.close()
        self._store.close()

    def _model_file(self) -> Path | None:
        chosen = self._settings[PRACTICE_MODEL_FILE]
        return Path(chosen) if chosen else None

    def _key_state(self, address: str) -> KeyState:
        from parley.keys.key_text import last_four

        try:
            key = self._keys.get(address)
        except AppError as error:
            return KeyState(problem=error.failure)  # there may be one, but it is out of reach
        if key is None:
            return KeyState()
        place = self._keys.place(address)
        return KeyState(place.name, last_four(key), place.problem)


def _title_room(model: str) -> int:
    """How many tokens a model may use for a title."""
    from parley.llm.rules import rules_for

    return THINKING_TITLE if rules_for(model).reasoning else PLAIN_TITLE
