"""Talks without end into the database it is given, and says on standard output what is safe by now.

    q ID          a question was committed
    p ID LENGTH   so much of an answer was committed
    a ID LENGTH   an answer was settled
    e CAUSE       the store said no (the program goes on)

The engine and the store are the real ones; the service is not: it says the same words forever, as fast as it can.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.chat.engine import Engine
from parley.chat.pace import Pace
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import AppError
from parley.domain.events import Delta, Finished, SavingFailed, TurnRefused, TurnStarted
from parley.domain.message import Status
from parley.domain.request import OPENAI
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from parley.domain.events import AppEvent, Checked, CompletionEvent
    from parley.domain.message import Message
    from parley.domain.request import CompletionRequest, Service

SETTINGS = ChatSettings(model="any")
QUICK = Pace(save_every=0.002)
DELTAS = 60


class SayingStore(Store):
    """Says what is committed."""

    def save_partial(self, answer_id: int, text: str) -> None:
        super().save_partial(answer_id, text)
        say("p", answer_id, len(text))

    def settle(self, answer: Message) -> Message:
        settled = super().settle(answer)
        say("a" if settled.status is Status.COMPLETE else "p", settled.id, len(settled.text))
        return settled


class Talker:
    """A service and the way to it."""

    async def open(self, _service: Service) -> Talker:
        return self

    async def stream(self, _request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        for number in range(DELTAS):
            await asyncio.sleep(0.001)
            yield Delta(f"word {number} und 词语 ")
        yield Finished("stop")

    async def check(self, _request: CompletionRequest, _text: str) -> Checked | None:
        return None

    async def models(self) -> tuple[str, ...]:
        return ("any",)

    async def close(self) -> None: ...


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def tell(event: AppEvent) -> None:
    if isinstance(event, TurnStarted) and event.question is not None:
        say("q", event.question.id)
    elif isinstance(event, TurnRefused | SavingFailed):
        say("e", event.failure.cause)


async def talk(store: Store, turns: int) -> None:
    engine = Engine(store, Talker(), tell, pace=QUICK)
    for number in range(turns):
        task = await engine.send(None, text=f"Question {number}", parent_id=None, settings=SETTINGS, service=OPENAI)
        if task is not None:
            await task


def main() -> None:
    database, turns = Path(sys.argv[1]), int(sys.argv[2])
    try:
        store = SayingStore.open(database, database.parent / "backups")
        asyncio.run(talk(store, turns))
        store.close()
    except AppError as error:
        say("e", error.cause)


if __name__ == "__main__":
    main()
