"""The engine with its real neighbours: a database file, the OpenAI client, a server that misbehaves."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.chat.parts import QUICK
from tests.support.asking import KEY
from tests.support.asking import QUICK as QUICK_CLIENT

import parley
from parley.chat.engine import Engine
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import Cause
from parley.domain.events import TurnDelta, TurnEnded, TurnStarted
from parley.domain.message import Message, Status
from parley.llm.client import OpenAICompletions
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.support.fixtures import FaultServer

    from parley.domain.events import AppEvent
    from parley.domain.request import Service

SETTINGS = ChatSettings(model="gpt-4o")


class Connection:
    """Opens the real client with a key that is no one's."""

    def __init__(self) -> None:
        self.clients: list[OpenAICompletions] = []

    async def open(self, service: Service) -> OpenAICompletions:
        self.clients.append(OpenAICompletions(service, KEY, QUICK_CLIENT))
        return self.clients[-1]

    async def close(self) -> None:
        for client in self.clients:
            await client.close()


class House:
    """Engine, store and client on one database file."""

    def __init__(self, folder: Path) -> None:
        self.database = folder / "parley.db"
        self.store = Store.open(self.database, folder / "backups")
        self.events: list[AppEvent] = []
        self.first_word = asyncio.Event()

    def take(self, event: AppEvent) -> None:
        self.events.append(event)
        if isinstance(event, TurnDelta):
            self.first_word.set()

    def run(self, act: Callable[[Engine], Awaitable[None]]) -> None:
        async def whole() -> None:
            connection = Connection()
            engine = Engine(self.store, connection, self.take, pace=QUICK)
            await act(engine)
            await engine.shutdown()
            await connection.close()

        asyncio.run(whole())

    def reopened(self) -> list[Message]:
        """The only conversation, as the next start finds it."""
        self.store.close()
        with_reader = Store.open(self.database, self.database.parent / "backups")
        with_reader.mark_interrupted()
        (row,) = with_reader.conversations(limit=10)
        messages = with_reader.messages(row.id)
        with_reader.close()
        return messages

    def shown(self) -> str:
        return "".join(event.text for event in self.events if isinstance(event, TurnDelta))


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def sending(text: str, service: Service) -> Callable[[Engine], Awaitable[None]]:
    async def act(engine: Engine) -> None:
        task = await engine.send(None, text=text, parent_id=None, settings=SETTINGS, service=service)
        assert task is not None
        await task

    return act


def test_a_conversation_is_there_again_after_a_restart(house: House, fault_server: FaultServer) -> None:
    house.run(sending("Ein Gedicht über 雪, bitte.", fault_server.service("echo")))
    question, answer = house.reopened()
    assert question.text == "Ein Gedicht über 雪, bitte."
    assert answer.text.strip() == question.text
    assert answer.status is Status.COMPLETE
    assert answer.text == house.shown()


@pytest.mark.parametrize(
    ("mode", "status", "cause"),
    [
        ("cut_off", Status.COMPLETE, Cause.CUT_OFF),
        ("blank_reasoning", Status.FAILED, Cause.BLANK_REASONING),
        ("invalid_key", Status.FAILED, Cause.INVALID_KEY),
        ("no_credit", Status.FAILED, Cause.NO_CREDIT),
        ("server_error", Status.FAILED, Cause.SERVER_ERROR),
        ("html", Status.FAILED, None),
        ("drop_at_once", Status.FAILED, None),
        ("drop_mid_word", Status.INCOMPLETE, None),
        ("ends_mid_utf8", Status.INCOMPLETE, None),
        ("malformed_json", Status.INCOMPLETE, None),
        ("no_finish_reason", Status.INCOMPLETE, None),
        ("silent_mid_answer", Status.INCOMPLETE, None),
        ("echoes_the_key", Status.FAILED, None),
    ],
)
def test_whatever_the_service_does_the_message_stays_and_the_answer_is_settled(
    house: House, fault_server: FaultServer, mode: str, status: Status, cause: Cause | None
) -> None:
    house.run(sending("Precious words", fault_server.service(mode)))
    question, answer = house.reopened()
    assert question.text == "Precious words"
    assert answer.status is status
    assert answer.text == house.shown()
    assert answer.failure is not None
    assert cause is None or answer.failure.cause is cause
    assert KEY not in repr(answer)


def test_stop_hangs_up_and_keeps_the_words(house: House, fault_server: FaultServer) -> None:
    async def act(engine: Engine) -> None:
        await engine.send(None, text="Slowly", parent_id=None, settings=SETTINGS, service=fault_server.service("slow"))
        await house.first_word.wait()
        (started,) = [event for event in house.events if isinstance(event, TurnStarted)]
        await engine.stop(started.turn_id)

    house.run(act)
    _question, answer = house.reopened()
    assert answer.status is Status.STOPPED
    assert answer.text == house.shown() != ""


def test_regenerate_and_continue_make_siblings(house: House, fault_server: FaultServer) -> None:
    service = fault_server.service("cut_off")

    async def act(engine: Engine) -> None:
        await sending("Tell me", service)(engine)
        (ended,) = [event for event in house.events if isinstance(event, TurnEnded)]
        assert ended.answer.parent_id is not None
        again = await engine.answer_again(ended.answer.parent_id, SETTINGS, service)
        assert again is not None
        await again
        further = await engine.continue_answer(ended.answer.id, SETTINGS, service)
        assert further is not None
        await further

    house.run(act)
    first, _second, third = [event.answer for event in house.events if isinstance(event, TurnEnded)]
    assert third.text.startswith(first.text)
    _question, shown = house.reopened()
    assert (shown.id, shown.position, shown.siblings) == (third.id, 3, 3)


KILLED = """
import asyncio, sys
from pathlib import Path
from tests.chat.test_engine_with_store import House, SETTINGS
from parley.domain.request import Service

house = House(Path(sys.argv[1]))

async def act(engine):
    service = Service(sys.argv[2], "Test service")
    task = await engine.send(None, text="Before the power went", parent_id=None, settings=SETTINGS, service=service)
    print("acknowledged", flush=True)
    while len(house.shown()) < 5:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    print(house.shown(), flush=True)
    await task

house.run(act)
"""


def test_kill_9_in_the_middle_of_an_answer_loses_nothing_that_was_saved(
    tmp_path: Path, fault_server: FaultServer
) -> None:
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(parley.__file__).parents[1]), str(root)])}
    command = [sys.executable, "-c", KILLED, str(tmp_path), fault_server.address("slow")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "acknowledged\n"
        shown = process.stdout.readline().rstrip("\n")
        process.kill()
    question, answer = House(tmp_path).reopened()
    assert question.text == "Before the power went"
    assert answer.status is Status.INCOMPLETE
    assert answer.failure is not None
    assert answer.failure.cause is Cause.INTERRUPTED
    assert len(answer.text) >= 5
    assert answer.text.startswith(shown[:5])
