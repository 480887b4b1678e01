"""Continue: the old text and the new one read as one, and the old answer stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.chat.parts import SETTINGS, Stage, words

from parley.chat.continuation import GO_ON
from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import ChatSettings, Mode
from parley.domain.errors import AppError, Cause
from parley.domain.events import CompletionEvent, Delta, Finished, TurnEnded, TurnStarted
from parley.domain.message import Role, Status
from parley.domain.request import OPENAI, Service


def continued(
    first: str, *then: CompletionEvent | AppError, settings: ChatSettings = SETTINGS
) -> tuple[Stage, TurnEnded]:
    """Play an answer that is cut off after `first` and goes on with `then`."""

    async def act(stage: Stage) -> None:
        turn_id = await stage.send("Count.", settings=settings)
        await stage.finished()
        stage.script.steps = then
        await stage.engine.continue_answer(turn_id, settings, OPENAI)

    stage = Stage(Delta(first), Finished("length")).play(act)
    return stage, stage.of(TurnEnded)[-1]


def test_the_new_answer_holds_both_parts_and_the_old_one_stays() -> None:
    stage, end = continued("One, two", *words(", three"))
    assert end.answer.text == "One, two, three"
    assert end.answer.status is Status.COMPLETE
    assert end.answer.failure is None
    assert stage.shown() == "One, two, three"
    first = stage.of(TurnEnded)[0].answer
    assert stage.store.messages[first.id].text == "One, two"
    assert end.answer.parent_id == first.parent_id
    assert stage.of(TurnStarted)[-1].answer.text == "One, two"


def test_chat_is_asked_to_go_on() -> None:
    stage, _ = continued("One, two", *words(", three"), settings=replace(SETTINGS, json_answer=True))
    request = stage.script.requests[-1]
    assert [(p.role, p.text) for p in request.prompts] == [
        (Role.USER, "Count."),
        (Role.ASSISTANT, "One, two"),
        (Role.USER, GO_ON.format(words="One, two")),
    ]
    assert not request.json_answer


IN_JSON = replace(SETTINGS, json_answer=True, schema=AnswerSchema(used=True, text='{"required": ["joke", "rating"]}'))


@pytest.mark.parametrize(
    ("rest", "cause"),
    [
        (('ken", "rating": 5}',), None),
        (('ken"}',), Cause.SCHEMA_MISMATCH),
        (('ken", "rating": 5',), Cause.NOT_JSON),
    ],
)
def test_the_json_of_both_parts_is_checked_as_one(rest: tuple[str, ...], cause: Cause | None) -> None:
    _, end = continued('{"joke": "chic', *words(*rest), settings=IN_JSON)
    assert end.answer.text == '{"joke": "chic' + "".join(rest)
    assert (end.answer.failure.cause if end.answer.failure else None) is cause
    assert end.answer.fits_schema is (cause is None)


def test_what_is_cut_off_again_is_not_checked_before_it_is_whole() -> None:
    async def act(stage: Stage) -> None:
        turn_id = await stage.send("Joke.", settings=IN_JSON)
        await stage.finished()
        for steps in ((Delta('hick", '), Finished("length")), tuple(words('"rating": 5}'))):
            stage.script.steps = tuple(steps)
            await stage.engine.continue_answer(turn_id, IN_JSON, OPENAI)
            await stage.finished()
            turn_id = stage.of(TurnEnded)[-1].answer.id

    stage = Stage(Delta('{"joke": "C'), Finished("length")).play(act)
    _first, second, third = (ended.answer for ended in stage.of(TurnEnded))
    assert second.failure is not None
    assert second.failure.cause is Cause.CUT_OFF
    assert (third.text, third.failure, third.fits_schema) == ('{"joke": "Chick", "rating": 5}', None, True)


def test_a_continued_answer_that_is_no_json_by_wish_is_not_checked() -> None:
    _, end = continued("One, two", *words(", three"))
    assert (end.answer.failure, end.answer.fits_schema) == (None, False)


def test_completion_just_sends_what_is_there() -> None:
    stage, _ = continued("One, two", *words(", three"), settings=replace(SETTINGS, mode=Mode.COMPLETION))
    assert [p.text for p in stage.script.requests[-1].prompts] == ["Count.One, two"]


def test_a_failed_continuation_keeps_what_was_there() -> None:
    _, end = continued("One, two", AppError(Cause.OFFLINE))
    assert end.answer.text == "One, two"
    assert end.answer.status is Status.INCOMPLETE


def test_words_said_again_at_the_seam_are_dropped() -> None:
    _, end = continued("The cat sat on the", *words("sat ", "on the", " mat."))
    assert end.answer.text == "The cat sat on the mat."


def test_a_short_answer_is_said_again_whole() -> None:
    _, end = continued("Ha ", *words("Ha ", "ha."))
    assert end.answer.text == "Ha ha."


def test_the_practice_model_writes_on_by_itself() -> None:
    """llama.cpp goes on from a last message that is an answer, from the very character."""
    local = Service("http://127.0.0.1:9", "practice model", needs_key=False, local=True)

    async def act(stage: Stage) -> None:
        turn_id = await stage.send("Count.")
        await stage.finished()
        stage.script.steps = tuple(words("One, tw", "elve"))
        await stage.engine.continue_answer(turn_id, SETTINGS, local)

    stage = Stage(Delta("One, tw"), Finished("length")).play(act)
    assert [p.role for p in stage.script.requests[-1].prompts] == [Role.USER, Role.ASSISTANT]
    assert stage.of(TurnEnded)[-1].answer.text == "One, twOne, twelve"
