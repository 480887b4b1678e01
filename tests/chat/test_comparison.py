"""One message to several models at once: real store, real client, a server that does what the model's name says."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.chat.parts import SETTINGS, Stage, words
from tests.chat.test_engine_with_store import House

import parley
from parley.domain.errors import AppError, Cause
from parley.domain.events import ComparisonStarted, Phase, TurnDelta, TurnEnded, TurnPhase, TurnRefused, TurnStarted
from parley.domain.message import Status
from parley.domain.request import OPENAI
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.support.fixtures import FaultServer

    from parley.chat.engine import Engine
    from parley.domain.message import Message

MODE = "as_the_model_says"


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def comparing(
    server: FaultServer, *models: str, then: Callable[[Engine], Awaitable[None]] | None = None
) -> Callable[[Engine], Awaitable[None]]:
    async def act(engine: Engine) -> None:
        tasks = await engine.compare(
            None,
            text="Which is larger?",
            parent_id=None,
            choices=[replace(SETTINGS, model=model) for model in models],
            service=server.service(MODE),
        )
        if then is not None:
            await then(engine)
        await asyncio.gather(*tasks)

    return act


async def until(condition: Callable[[], bool]) -> None:
    for _ in range(2_000):
        if condition():
            return
        await asyncio.sleep(0.01)
    pytest.fail("it never came to that")


def answers(house: House) -> dict[str, Message]:
    return {event.answer.model: event.answer for event in house.events if isinstance(event, TurnEnded)}


def text_of(house: House, turn_id: int) -> str:
    return "".join(e.text for e in house.events if isinstance(e, TurnDelta) and e.turn_id == turn_id)


def siblings_after_restart(house: House) -> tuple[Message, list[Message]]:
    """The question and all answers to it, as the next start finds them."""
    house.store.close()
    store = Store.open(house.database, house.database.parent / "backups")
    store.mark_interrupted()
    (row,) = store.conversations(limit=10)
    question, shown = store.messages(row.id)
    found = [store.path_to(shown.id)[-1]]
    for _ in range(shown.siblings - 1):
        found.insert(0, store.path_to(store.step_branch(found[0].id, -1))[-1])
    store.close()
    return question, found


def test_a_failing_a_silent_and_a_good_model_do_not_disturb_each_other(house: House, fault_server: FaultServer) -> None:
    house.run(comparing(fault_server, "good", "server_error", "silent_mid_answer", "echo"))
    ended = answers(house)
    assert ended["good"].status is ended["echo"].status is Status.COMPLETE
    assert ended["echo"].text.strip() == "Which is larger?"
    assert ended["server_error"].status is Status.FAILED
    assert ended["server_error"].failure is not None
    assert ended["server_error"].failure.cause is Cause.SERVER_ERROR
    assert ended["silent_mid_answer"].status is Status.INCOMPLETE
    assert ended["silent_mid_answer"].text == "The beginning"
    for answer in ended.values():
        assert answer.text == text_of(house, answer.id)


def test_the_answers_are_siblings_in_the_order_they_were_asked_for(house: House, fault_server: FaultServer) -> None:
    house.run(comparing(fault_server, "good", "server_error", "echo"))
    question, found = siblings_after_restart(house)
    assert question.text == "Which is larger?"
    assert [(m.model, m.position, m.siblings) for m in found] == [
        ("good", 1, 3),
        ("server_error", 2, 3),
        ("echo", 3, 3),
    ]


def test_stopping_one_leaves_the_others(house: House, fault_server: FaultServer) -> None:
    async def stop_the_slow_one(engine: Engine) -> None:
        (begun,) = [event for event in house.events if isinstance(event, ComparisonStarted)]
        slow = begun.turn_ids[0]
        await until(lambda: bool(text_of(house, slow)) and "echo" in answers(house))
        await engine.stop(slow)

    house.run(comparing(fault_server, "slow", "echo", "good", then=stop_the_slow_one))
    ended = answers(house)
    assert ended["slow"].status is Status.STOPPED
    assert ended["slow"].text
    assert ended["echo"].status is ended["good"].status is Status.COMPLETE


def test_all_are_asked_before_any_has_answered(house: House, fault_server: FaultServer) -> None:
    fault_server.forget(MODE)

    async def stop_all(engine: Engine) -> None:
        await until(lambda: len(fault_server.records(MODE)) == 4)
        assert len(engine.running) == 4
        await asyncio.gather(*(engine.stop(turn) for turn in engine.running))

    house.run(comparing(fault_server, *["slow"] * 4, then=stop_all))
    asked = [record["body"] for record in fault_server.records(MODE)]
    assert len(asked) == 4
    assert all(body["messages"] == asked[0]["messages"] for body in asked)


def test_times_are_told_for_the_first_word_and_the_whole(house: House, fault_server: FaultServer) -> None:
    house.run(comparing(fault_server, "good", "echo"))
    firsts = [e.elapsed_ms for e in house.events if isinstance(e, TurnPhase) and e.phase is Phase.WRITING]
    totals = [e.elapsed_ms for e in house.events if isinstance(e, TurnEnded)]
    assert len(firsts) == len(totals) == 2
    assert 0 < min(firsts) <= max(totals)


def test_everything_is_on_disk_before_anything_is_sent() -> None:
    async def act(stage: Stage) -> None:
        await stage.engine.compare(None, text="Hello?", parent_id=None, choices=[SETTINGS] * 3, service=OPENAI)

    log = Stage(*words("Yes.")).play(act).store.log
    first_request = log.index("request")
    assert log.index("begin_turn") < first_request
    assert [i for i, name in enumerate(log) if name == "begin_answer"][-1] < first_request


def test_when_it_cannot_be_kept_nothing_is_sent_and_nothing_half_kept() -> None:
    stage = Stage(*words("Yes."))
    stage.store.failing["begin_answer"] = AppError(Cause.DISK_FULL, path="x")

    async def act(stage: Stage) -> None:
        await stage.engine.compare(None, text="Hello?", parent_id=None, choices=[SETTINGS] * 2, service=OPENAI)

    stage.play(act)
    assert [event.failure.cause for event in stage.of(TurnRefused)] == [Cause.DISK_FULL]
    assert not stage.of(TurnStarted)
    assert not stage.store.messages
    assert not stage.script.requests


KILLED = """
import asyncio, sys
from dataclasses import replace
from pathlib import Path
from tests.chat.test_engine_with_store import House, SETTINGS
from parley.domain.events import TurnDelta, TurnEnded
from parley.domain.request import Service

house = House(Path(sys.argv[1]))

async def act(engine):
    tasks = await engine.compare(
        None, text="Before the power went", parent_id=None, service=Service(sys.argv[2], "Test service"),
        choices=[replace(SETTINGS, model=model) for model in ("slow", "good", "slow")],
    )
    print("acknowledged", flush=True)
    while not any(isinstance(e, TurnEnded) for e in house.events) or len(house.shown()) < 60:
        await asyncio.sleep(0.01)
    await asyncio.sleep(0.2)
    print("now", flush=True)
    await asyncio.gather(*tasks)

house.run(act)
"""


def test_kill_9_in_the_middle_keeps_every_answer_as_far_as_it_had_come(
    tmp_path: Path, fault_server: FaultServer
) -> None:
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(parley.__file__).parents[1]), str(root)])}
    command = [sys.executable, "-c", KILLED, str(tmp_path), fault_server.address(MODE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "acknowledged\n"
        assert process.stdout.readline() == "now\n"
        process.kill()
    question, (slow, good, other) = siblings_after_restart(House(tmp_path))
    assert question.text == "Before the power went"
    assert good.status is Status.COMPLETE
    assert slow.status is other.status is Status.INCOMPLETE
    assert slow.text.startswith("word0 ")
    for answer in (slow, other):
        assert answer.failure is not None
        assert answer.failure.cause is Cause.INTERRUPTED
