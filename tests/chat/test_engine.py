"""How a turn runs when all goes well, and what it keeps and says on the way."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.chat.parts import SETTINGS, Stage, words

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.events import (
    Delta,
    Finished,
    ParameterDropped,
    Phase,
    TurnDelta,
    TurnEnded,
    TurnParameterDropped,
    TurnPhase,
    TurnStarted,
    TurnWaiting,
    Used,
    Waiting,
)
from parley.domain.message import Role, Status
from parley.domain.money import ModelPrice, PriceBook, Rate, Usage
from parley.domain.request import OPENAI, Service

PRICES = PriceBook({"gpt-4": ModelPrice("gpt-4", Rate(30_000_000, 60_000_000))})


async def send(stage: Stage) -> None:
    await stage.send()


def test_an_answer_is_streamed_kept_and_told_of() -> None:
    stage = Stage(*words("Good ", "morning.")).play(send)

    assert stage.answer.text == "Good morning."
    assert stage.answer.status is Status.COMPLETE
    assert stage.answer.finish_reason == "stop"
    assert stage.answer.failure is None
    assert stage.shown() == "Good morning."
    assert [type(event) for event in stage.events] == [
        TurnStarted,
        TurnPhase,
        TurnPhase,
        TurnDelta,
        TurnDelta,
        TurnEnded,
    ]
    assert stage.script.closed_streams == 1


def test_the_message_is_on_disk_before_anything_is_sent() -> None:
    log = Stage(*words("Yes.")).play(send).store.log
    assert log.index("begin_turn") < log.index("request")


def test_the_request_holds_the_whole_branch() -> None:
    stage = Stage(*words("Fine."))

    async def act(stage: Stage) -> None:
        turn_id = await stage.send("How are you?")
        await stage.finished()
        await stage.engine.send(
            1, text="And now?", parent_id=turn_id, settings=replace(SETTINGS, instructions="Be kind."), service=OPENAI
        )

    stage.play(act)
    assert [(p.role, p.text) for p in stage.script.requests[-1].prompts] == [
        (Role.SYSTEM, "Be kind."),
        (Role.USER, "How are you?"),
        (Role.ASSISTANT, "Fine."),
        (Role.USER, "And now?"),
    ]


def test_attachments_go_with_the_message() -> None:
    picture = Attachment(AttachmentKind.IMAGE, "cat.png", "image/png", b"...", "0" * 64)

    async def act(stage: Stage) -> None:
        await stage.engine.send(None, text="", attachments=[picture], parent_id=None, settings=SETTINGS, service=OPENAI)

    stage = Stage(*words("A cat.")).play(act)
    assert stage.script.requests[0].prompts[0].attachments == (picture,)
    assert stage.end.conversation.title == "A cat."  # the message itself had no words


def test_tokens_are_charged_by_the_price_book() -> None:
    stage = Stage(Delta("Hi"), Finished("stop"), Used(Usage(1000, 100)))
    stage.engine.set_prices(PRICES)
    stage.play(send)
    assert stage.answer.usage == Usage(1000, 100)
    assert stage.answer.cost == 36_000
    assert stage.end.conversation.cost == 36_000


def test_a_model_without_a_known_price_has_no_cost_rather_than_none() -> None:
    stage = Stage(Delta("Hi"), Finished("stop"), Used(Usage(1000, 100))).play(send)
    assert stage.answer.cost is None


def test_the_model_on_this_computer_costs_nothing_whatever_it_is_called() -> None:
    async def act(stage: Stage) -> None:
        await stage.send(service=Service("http://127.0.0.1:1/v1", "Practice model", needs_key=False, local=True))

    stage = Stage(Delta("Hi"), Finished("stop"), Used(Usage(1000, 100)))
    stage.engine.set_prices(PRICES)
    assert stage.play(act).answer.cost == 0


def test_the_conversation_gets_its_title_with_its_first_message() -> None:
    async def act(stage: Stage) -> None:
        await stage.send("## What is *love*?\nTell me.")

    stage = Stage(*words("Hm.")).play(act)
    assert stage.of(TurnStarted)[0].conversation.title == "What is love?"
    assert stage.end.conversation.title == "What is love?"


def test_a_title_stays_with_the_second_message() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send("First words")
        await stage.finished()
        await stage.engine.send(1, text="Second words", parent_id=turn_id, settings=SETTINGS, service=OPENAI)

    stage = Stage(*words("Hm.")).play(act)
    assert stage.of(TurnEnded)[-1].conversation.title == "First words"


def test_what_it_waits_for_is_said() -> None:
    stage = Stage(0.09, *words("At last.")).play(send)
    assert [event.phase for event in stage.of(TurnPhase)] == [
        Phase.CONNECTING,
        Phase.WAITING,
        Phase.STILL_WAITING,
        Phase.WRITING,
    ]


def test_a_quick_answer_is_never_waited_for() -> None:
    stage = Stage(Delta("Quick"), 0.09, Delta(" enough"), Finished("stop")).play(send)
    assert [event.phase for event in stage.of(TurnPhase)] == [Phase.CONNECTING, Phase.WRITING]


def test_countdowns_and_dropped_parameters_are_passed_on() -> None:
    stage = Stage(Waiting(3), Waiting(2), ParameterDropped("temperature"), *words("Ok")).play(send)
    assert [event.seconds for event in stage.of(TurnWaiting)] == [3, 2]
    assert stage.of(TurnParameterDropped) == [TurnParameterDropped(stage.answer.id, "gpt-4", "temperature")]


def test_a_long_answer_is_saved_while_it_arrives() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send()
        await asyncio.sleep(0.06)
        assert stage.store.messages[turn_id].text == "Half of "
        assert stage.store.messages[turn_id].status is Status.STREAMING

    stage = Stage(Delta("Half of "), 0.1, Delta("it"), Finished("stop")).play(act)
    assert stage.store.messages[stage.answer.id].text == "Half of it"


def test_another_answer_stands_beside_the_first() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send("Why?")
        await stage.finished()
        question_id = stage.store.messages[turn_id].parent_id
        assert question_id is not None
        await stage.engine.answer_again(question_id, SETTINGS, OPENAI)

    stage = Stage(*words("Because.")).play(act)
    first, second = stage.of(TurnEnded)
    assert first.answer.parent_id == second.answer.parent_id
    assert first.turn_id != second.turn_id
    assert stage.of(TurnStarted)[1].question is None
    assert [p.text for p in stage.script.requests[1].prompts] == ["Why?"]


def test_several_conversations_are_answered_at_once() -> None:
    gate = asyncio.Event()

    async def act(stage: Stage) -> None:
        await stage.send("One?")
        await stage.send("Two?")
        await asyncio.sleep(0)
        assert len(stage.engine.running) == 2
        gate.set()

    stage = Stage(gate, *words("Both.")).play(act)
    assert {event.conversation.id for event in stage.of(TurnEnded)} == {1, 2}
    assert not stage.engine.running


@given(st.text(), st.data())
def test_any_split_of_any_text_folds_to_the_same_text(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    stage = Stage(*words(*pieces)).play(send)
    assert stage.answer.text == text
    assert stage.shown() == text


def test_half_characters_from_a_careless_server_are_made_storable() -> None:
    stage = Stage(*words("\ud83d", "\ude00 and \udc00")).play(send)
    assert stage.answer.text == "😀 and \ufffd"
