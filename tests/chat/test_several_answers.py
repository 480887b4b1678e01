"""Several answers to one message become versions of one another."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.chat.parts import SETTINGS, Stage
from tests.chat.test_engine_with_store import House

from parley.domain.chat_settings import ChatSettings, MoreSettings
from parley.domain.errors import AppError, Cause, Failure
from parley.domain.events import (
    AnswerBeside,
    Checked,
    Delta,
    Finished,
    OtherDelta,
    OtherFinished,
    SavingFailed,
    TurnDelta,
    TurnEnded,
    Used,
)
from parley.domain.message import Message, Status
from parley.domain.money import Usage
from parley.domain.request import OPENAI

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.fixtures import FaultServer

    from parley.chat.engine import Engine

THREE = ChatSettings(model="gpt-4o", more=MoreSettings(answers=3))


async def send(stage: Stage) -> None:
    await stage.send()


def ends(stage: Stage) -> dict[int, Message]:
    return {event.turn_id: event.answer for event in stage.of(TurnEnded)}


def test_each_answer_beside_the_first_is_kept_as_its_sibling() -> None:
    stage = Stage(
        Delta("Red"), OtherDelta(1, "Blue"), Delta("."), OtherDelta(1, "!"), OtherFinished(1, "stop"),
        Finished("stop"), Used(Usage(5, 4)),
    ).play(send)  # fmt: skip
    (beside,) = stage.of(AnswerBeside)
    first, other = ends(stage)[beside.turn_id], ends(stage)[beside.answer.id]
    assert (first.text, other.text) == ("Red.", "Blue!")
    assert (first.status, other.status) == (Status.COMPLETE, Status.COMPLETE)
    assert first.parent_id == other.parent_id
    assert (first.usage, other.usage) == (Usage(5, 4), None), "the service counts them together"
    assert [e.turn_id for e in stage.of(TurnEnded)][-1] == first.id, "the first ends last, and knows its siblings"
    assert "".join(e.text for e in stage.of(TurnDelta) if e.turn_id == other.id) == "Blue!"


def test_what_breaks_the_request_breaks_every_answer_of_it() -> None:
    stage = Stage(Delta("Red"), OtherDelta(1, "Blue"), AppError(Cause.TIMEOUT)).play(send)
    assert {answer.text: answer.status for answer in ends(stage).values()} == {
        "Red": Status.INCOMPLETE,
        "Blue": Status.INCOMPLETE,
    }


def test_stop_stops_them_all() -> None:
    async def act(stage: Stage) -> None:
        turn = await stage.send()
        for _ in range(20):  # steps of the loop, in which both words arrive
            await asyncio.sleep(0)
        await stage.engine.stop(turn)

    stage = Stage(Delta("Red"), OtherDelta(1, "Blue"), asyncio.Event()).play(act)
    assert {(a.text, a.status) for a in ends(stage).values()} == {("Red", Status.STOPPED), ("Blue", Status.STOPPED)}


def test_a_disk_that_takes_no_other_answer_leaves_the_first_alone() -> None:
    stage = Stage(Delta("Red"), OtherDelta(1, "Blue"), OtherFinished(1, "stop"), Finished("stop"))
    stage.store.failing["begin_answer"] = AppError(Cause.DISK_FULL)
    stage.play(send)
    assert stage.answer.text == "Red"
    assert stage.answer.status is Status.COMPLETE
    assert len(stage.of(SavingFailed)) == 1


def test_each_answer_has_its_own_check() -> None:
    wrong = Failure(Cause.NOT_JSON)
    stage = Stage(
        Delta("{}"), OtherDelta(1, "{"), Finished("stop"), Checked(None, fits=True), OtherFinished(1, "stop"),
        Checked(wrong, place=1),
    ).play(send)  # fmt: skip
    found = {answer.text: (answer.failure, answer.fits_schema, answer.status) for answer in ends(stage).values()}
    assert found == {"{}": (None, True, Status.COMPLETE), "{": (wrong, False, Status.COMPLETE)}


def test_going_on_asks_for_one_answer() -> None:
    stage = Stage(Delta(" and on"), Finished("stop"))
    several = replace(SETTINGS, more=MoreSettings(answers=3, seed=7))

    async def act(stage: Stage) -> None:
        conversation = stage.store.create_conversation(several)
        _, answer = stage.store.begin_turn(conversation.id, text="x", attachments=(), parent_id=None, model="m")
        stage.store.save_partial(answer.id, "On")
        await stage.engine.continue_answer(answer.id, several, service=OPENAI)

    stage.play(act)
    assert stage.script.requests[0].more == MoreSettings(seed=7)


@pytest.mark.parametrize("mode", ["several", "no_stream"])
def test_three_answers_of_a_real_service_are_three_versions(
    mode: str, tmp_path: Path, fault_server: FaultServer
) -> None:
    house = House(tmp_path)

    async def act(engine: Engine) -> None:
        task = await engine.send(
            None, text="Hi", parent_id=None, settings=THREE, service=fault_server.service(mode, f"three-{mode}")
        )
        assert task is not None
        await task

    house.run(act)
    _, first = house.store.messages(1)
    assert first.text.startswith("1. "), "the first is the one that is shown"
    assert (first.position, first.siblings) == (1, 3)
    assert first.usage == Usage(10, 12)
    versions = [first.text]
    for _ in range(2):
        house.store.step_branch(house.store.messages(1)[-1].id, 1)
        versions.append(house.store.messages(1)[-1].text)
    assert [text[:3] for text in versions] == ["1. ", "2. ", "3. "]
    assert len({text[3:] for text in versions}) == 1
    ended = [event.answer for event in house.events if isinstance(event, TurnEnded)]
    assert [(answer.position, answer.siblings) for answer in ended] == [(2, 3), (3, 3), (1, 3)]


def test_one_of_several_that_is_cut_off_says_so_and_can_be_continued(tmp_path: Path, fault_server: FaultServer) -> None:
    house = House(tmp_path)

    async def act(engine: Engine) -> None:
        service = fault_server.service("several_cut_off")
        task = await engine.send(None, text="Hi", parent_id=None, settings=THREE, service=service)
        assert task is not None
        await task

    house.run(act)
    ended = {e.answer.text: e.answer for e in house.events if isinstance(e, TurnEnded)}
    assert ended["1. The"].failure is None
    second, third = ended["2. The"].failure, ended["3. The"].failure
    assert second is not None
    assert second.cause is Cause.CUT_OFF
    assert third is not None
    assert third.cause is Cause.BROKEN_STREAM
    assert ended["3. The"].status is Status.INCOMPLETE
