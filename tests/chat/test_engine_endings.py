"""Every way a turn can end: stopped, broken off, refused, out of disk, or by a fault of our own."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.chat.parts import SETTINGS, Script, Stage, no_key, words

from parley.domain.errors import AppError, Cause
from parley.domain.events import (
    CompletionEvent,
    Delta,
    Finished,
    SavingFailed,
    TurnEnded,
    TurnRefused,
    TurnStarted,
    Used,
    Waiting,
)
from parley.domain.message import Status
from parley.domain.money import Usage
from parley.domain.request import OPENAI, Service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from parley.domain.request import CompletionRequest


async def send(stage: Stage) -> None:
    await stage.send()


def test_stop_keeps_what_arrived_and_closes_the_stream() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        await asyncio.sleep(0.01)
        await stage.engine.stop(turn_id)
        assert stage.answer.status is Status.STOPPED
        assert stage.script.closed_streams == 1

    stage = Stage(Delta("As far as "), 30.0, *words("never")).play(act)
    assert stage.answer.text == "As far as "
    assert stage.answer.failure is None


def test_stop_in_the_same_breath_as_send_still_settles() -> None:
    async def act(stage: Stage) -> None:
        await stage.engine.stop(await stage.send())
        assert stage.answer.status is Status.STOPPED

    stage = Stage(*words("never")).play(act)
    assert stage.script.requests == []


def test_stop_during_a_countdown() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        await asyncio.sleep(0.01)
        await stage.engine.stop(turn_id)

    assert Stage(Waiting(60), 60.0).play(act).answer.status is Status.STOPPED


def test_stop_after_the_last_word_changes_nothing() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        await asyncio.sleep(0.01)
        await stage.engine.stop(turn_id)  # while the count of tokens is awaited
        await stage.engine.stop(turn_id)

    assert Stage(*words("All of it."), 30.0).play(act).answer.status is Status.COMPLETE


class Unwilling(Script):
    """A client that takes our own hang-up for a broken stream, or does not hang up at all."""

    def __init__(self, *, maps_it: bool) -> None:
        super().__init__()
        self.maps_it = maps_it
        self.gate = asyncio.Event()

    async def stream(self, request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        del request
        yield Delta("Well")
        while not self.gate.is_set():
            try:
                await self.gate.wait()
            except asyncio.CancelledError as error:
                if self.maps_it:
                    raise AppError(Cause.BROKEN_STREAM) from error
        yield Delta(" too late")


@pytest.mark.parametrize("maps_it", [True, False])
def test_stop_is_stop_whatever_the_client_makes_of_it(maps_it: bool) -> None:
    client = Unwilling(maps_it=maps_it)

    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        await asyncio.sleep(0.01)
        await stage.engine.stop(turn_id)
        assert stage.answer.text == "Well"
        client.gate.set()

    stage = Stage(instead=client).play(act)
    assert stage.store.messages[stage.answer.id].text == "Well"
    assert stage.answer.status is Status.STOPPED


def test_closing_settles_every_answer() -> None:
    async def act(stage: Stage) -> None:
        await stage.send()
        await stage.send()
        await asyncio.sleep(0.01)
        await stage.send()  # has not taken its first step
        await stage.engine.shutdown()
        assert len(stage.of(TurnEnded)) == 3

    stage = Stage(Delta("Some"), 30.0).play(act)
    statuses = [event.answer.status for event in stage.of(TurnEnded)]
    assert sorted(statuses) == [Status.FAILED, Status.INCOMPLETE, Status.INCOMPLETE]
    assert {event.answer.failure.cause for event in stage.of(TurnEnded) if event.answer.failure} == {Cause.INTERRUPTED}


def test_nothing_begins_once_it_closes() -> None:
    async def act(stage: Stage) -> None:
        await stage.engine.shutdown()
        await stage.send()

    stage = Stage(*words("never")).play(act)
    assert [type(event) for event in stage.events] == [TurnRefused]


def test_a_loop_that_is_torn_down_leaves_nothing_unsettled() -> None:
    stage = Stage(Delta("Some"), 30.0)

    async def act() -> None:
        await stage.send()
        await asyncio.sleep(0.01)

    asyncio.run(act())  # cancels what is left
    assert stage.answer.status is Status.INCOMPLETE


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([AppError(Cause.SERVER_ERROR)], Status.FAILED),
        ([Delta("Half"), AppError(Cause.SERVER_ERROR)], Status.INCOMPLETE),
        ([*words("Whole"), AppError(Cause.SERVER_ERROR)], Status.INCOMPLETE),
    ],
)
def test_a_failing_service_settles_the_answer(steps: list[CompletionEvent | AppError], status: Status) -> None:
    stage = Stage(*steps).play(send)
    assert stage.answer.status is status
    assert stage.answer.failure is not None
    assert stage.answer.failure.cause is Cause.SERVER_ERROR
    assert stage.bugs == []


@pytest.mark.parametrize("steps", [[], [Delta("Half")]])
def test_a_stream_without_a_finish_reason_broke_off(steps: list[CompletionEvent]) -> None:
    stage = Stage(*steps).play(send)
    assert stage.answer.status is (Status.INCOMPLETE if steps else Status.FAILED)
    assert stage.answer.failure is not None
    assert stage.answer.failure.cause is Cause.BROKEN_STREAM


@pytest.mark.parametrize(
    ("text", "reason", "reasoning", "status", "cause"),
    [
        ("Half an", "length", 0, Status.COMPLETE, Cause.CUT_OFF),
        ("Half an", "length", 50, Status.COMPLETE, Cause.CUT_OFF),
        ("", "length", 50, Status.FAILED, Cause.BLANK_REASONING),
        (" \n", "length", 50, Status.FAILED, Cause.BLANK_REASONING),
        ("", "length", 0, Status.FAILED, Cause.BLANK_REASONING),
        ("", "content_filter", 0, Status.FAILED, Cause.CONTENT_FILTER),
        ("Well,", "content_filter", 0, Status.COMPLETE, Cause.CONTENT_FILTER),
    ],
)
def test_what_the_finish_reason_means(text: str, reason: str, reasoning: int, status: Status, cause: Cause) -> None:
    usage = Usage(10, 60, reasoning_tokens=reasoning)
    stage = Stage(Delta(text), Finished(reason), Used(usage)).play(send)
    assert stage.answer.status is status
    assert stage.answer.failure is not None
    assert stage.answer.failure.cause is cause
    assert stage.answer.usage == usage  # billed all the same


def test_a_missing_key_keeps_the_message_and_fails_the_answer() -> None:
    stage = Stage(instead=no_key()).play(send)
    assert [m.text for m in stage.store.path_to(stage.answer.id)] == ["Hello?", ""]
    assert stage.answer.status is Status.FAILED
    assert stage.answer.failure is not None
    assert stage.answer.failure.cause is Cause.NO_KEY


def test_a_used_up_budget_refuses_before_anything_is_kept() -> None:
    stage = Stage(*words("never"), budget=5_000_000)
    stage.store.spent = 5_000_000
    stage.play(send)
    (refused,) = stage.events
    assert isinstance(refused, TurnRefused)
    assert refused.failure.cause is Cause.BUDGET_REACHED
    assert refused.failure.facts == {"amount": "5000000"}
    assert stage.store.messages == {}
    assert stage.store.conversations == {}


def test_a_raised_budget_lets_through() -> None:
    stage = Stage(*words("Yes"), budget=5_000_000)
    stage.store.spent = 5_000_000
    stage.engine.set_budget(6_000_000)
    assert stage.play(send).answer.text == "Yes"


def test_the_budget_does_not_concern_the_model_on_this_computer() -> None:
    async def act(stage: Stage) -> None:
        await stage.send(
            settings=replace(SETTINGS, model=""),
            service=Service("http://127.0.0.1:1/v1", "Practice model", needs_key=False, local=True),
        )

    stage = Stage(*words("Yes"), budget=1)
    stage.store.spent = 5
    assert stage.play(act).answer.text == "Yes"


def test_without_a_model_nothing_is_sent() -> None:
    async def act(stage: Stage) -> None:
        await stage.send(settings=replace(SETTINGS, model=""))

    (refused,) = Stage(*words("never")).play(act).of(TurnRefused)
    assert refused.failure.cause is Cause.NO_MODEL


def test_a_message_that_cannot_be_kept_is_not_sent_and_leaves_no_second_conversation() -> None:
    async def act(stage: Stage) -> None:
        await stage.send()
        assert [type(event) for event in stage.events] == [TurnRefused]
        del stage.store.failing["begin_turn"]
        await stage.send()

    stage = Stage(*words("Now"))
    stage.store.failing["begin_turn"] = AppError(Cause.DISK_FULL)
    stage.play(act)
    assert stage.answer.text == "Now"
    assert len(stage.store.conversations) == 1


def test_a_full_disk_is_said_once_and_the_stream_goes_on() -> None:
    stage = Stage(Delta("All "), 0.05, Delta("of it"), Finished("stop"))
    stage.store.failing["save_partial"] = AppError(Cause.DISK_FULL)
    stage.store.failing["settle"] = AppError(Cause.DISK_FULL)
    stage.play(send)
    assert [event.failure.cause for event in stage.of(SavingFailed)] == [Cause.DISK_FULL]
    assert stage.answer.text == "All of it"
    assert stage.answer.status is Status.COMPLETE
    assert stage.bugs == []


def test_a_title_is_not_worth_a_failed_turn() -> None:
    stage = Stage(*words("Yes"))
    stage.store.failing["set_automatic_title"] = AppError(Cause.DISK_FULL)
    assert stage.play(send).answer.status is Status.COMPLETE


@pytest.mark.parametrize("where", ["path_to", "save_partial", "settle", "conversation"])
def test_a_bug_in_the_store_is_reported_and_the_turn_ends(where: str) -> None:
    stage = Stage(Delta("Some "), 0.03, Delta("words"), Finished("stop"))
    bug = RuntimeError("ours")
    stage.store.failing[where] = bug
    stage.play(send)
    assert stage.bugs
    assert set(stage.bugs) == {bug}
    assert len(stage.of(TurnEnded)) == 1
    assert not stage.engine.running


def test_a_bug_in_the_client_keeps_the_text_and_is_reported() -> None:
    bug = ZeroDivisionError()
    stage = Stage(Delta("Some"), bug).play(send)
    assert stage.answer.status is Status.INCOMPLETE
    assert stage.answer.text == "Some"
    assert stage.answer.failure is not None
    assert stage.answer.failure.cause is Cause.UNEXPECTED
    assert stage.bugs == [bug]


ENDS = [AppError(Cause.TIMEOUT), RuntimeError("ours"), asyncio.CancelledError(), Finished("stop"), Finished("length")]


@given(
    st.lists(st.sampled_from(["a", "b ", "\n", "長"]), max_size=5),
    st.integers(0, 6),
    st.sampled_from(ENDS),
    st.sampled_from(["", "stop", "shutdown"]),
)
def test_any_failure_at_any_point_settles_exactly_once(
    texts: list[str], at: int, end: CompletionEvent | BaseException, ending: str
) -> None:
    steps: list[CompletionEvent | BaseException] = [Delta(text) for text in texts]
    steps.insert(at, end)

    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        if ending:
            await asyncio.sleep(0)
            await (stage.engine.stop(turn_id) if ending == "stop" else stage.engine.shutdown())

    stage = Stage(*steps).play(act)
    assert stage.store.log.count("settle") == 1
    assert len(stage.of(TurnEnded)) == 1
    assert stage.answer.status is not Status.STREAMING
    assert stage.shown() == stage.answer.text


def test_the_second_conversation_goes_on_when_the_first_is_stopped() -> None:
    async def act(stage: Stage) -> None:
        first = await stage.send("One?")
        await stage.send("Two?")
        await asyncio.sleep(0.01)
        await stage.engine.stop(first)

    stage = Stage(Delta("Some"), 0.05, Finished("stop")).play(act)
    assert [event.answer.status for event in stage.of(TurnEnded)] == [Status.STOPPED, Status.COMPLETE]
    assert len(stage.of(TurnStarted)) == 2


def test_answering_again_is_refused_as_a_whole_too() -> None:
    async def act(stage: Stage) -> None:
        await stage.engine.answer_again(1, SETTINGS, OPENAI)

    stage = Stage(*words("never"))
    stage.store.failing["path_to"] = AppError(Cause.DATABASE_DAMAGED)
    assert [type(event) for event in stage.play(act).events] == [TurnRefused]
