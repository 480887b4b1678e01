"""What a comparison knows of each of its answers, folded from the engine's events."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parley.domain.events import ComparisonStarted, Phase, TurnDelta, TurnEnded, TurnPhase, TurnStarted
from parley.domain.message import Conversation, Message, Role, Status
from parley.ui.comparisons import Comparison, Comparisons

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from parley.domain.events import AppEvent

TALK = Conversation(id=1, title="", created_at=0, updated_at=0)
QUESTION = Message(10, 1, None, Role.USER, "Which?", 0)


def answer(ident: int, model: str, text: str = "") -> Message:
    return Message(ident, 1, QUESTION.id, Role.ASSISTANT, text, 0, Status.STREAMING, model=model)


def starting(*models: str) -> list[AppEvent]:
    answers = [answer(11 + number, model) for number, model in enumerate(models)]
    turns = tuple(one.id for one in answers)
    started = [TurnStarted(one.id, TALK, QUESTION if one is answers[0] else None, one) for one in answers]
    return [ComparisonStarted(TALK, QUESTION, turns), *started]


def ended(ident: int, model: str, text: str, elapsed: int = 0) -> TurnEnded:
    return TurnEnded(ident, TALK, replace(answer(ident, model), text=text, status=Status.COMPLETE), elapsed)


@pytest.fixture
def comparisons(qtbot: QtBot) -> Comparisons:
    del qtbot
    return Comparisons()


def begun(comparisons: Comparisons) -> Comparison:
    found = comparisons.find(TALK.id)
    assert found is not None
    return found


def test_it_begins_once_with_a_lane_for_each_model_in_their_order(comparisons: Comparisons) -> None:
    heard: list[Comparison] = []
    comparisons.begun.connect(heard.append)
    comparisons.apply(starting("a", "b", "c"))
    assert [lane.model for lane in heard[0].lanes] == ["a", "b", "c"]
    assert len(heard) == 1


def test_text_goes_to_its_own_lane_and_is_there_for_who_comes_later(comparisons: Comparisons) -> None:
    comparisons.apply([*starting("a", "b"), TurnDelta(12, "Hel"), TurnDelta(11, "Good "), TurnDelta(12, "lo")])
    first, second = begun(comparisons).lanes
    assert (first.message().text, second.message().text) == ("Good ", "Hello")


def test_the_first_word_and_the_whole_are_timed(comparisons: Comparisons) -> None:
    phases = [TurnPhase(11, Phase.WAITING, 2_000), TurnPhase(11, Phase.WRITING, 2_400)]
    comparisons.apply([*starting("a", "b"), *phases, ended(11, "a", "Done.", 3_100)])
    first, second = begun(comparisons).lanes
    assert (first.first_word, first.total, first.running) == (2_400, 3_100, False)
    assert (second.first_word, second.total, second.running) == (None, None, True)


def test_another_try_takes_its_models_lane_and_the_first_try_is_not_forgotten(comparisons: Comparisons) -> None:
    comparisons.apply([*starting("a", "b"), ended(11, "a", "First."), ended(12, "b", "Second.")])
    comparisons.apply([TurnStarted(13, TALK, None, answer(13, "a")), TurnDelta(13, "Again")])
    comparison = begun(comparisons)
    first, second = comparison.lanes
    assert first.message().text == "Again"
    assert first.running
    assert set(comparison.others(second)) == {11, 13}


def test_a_continued_answer_begins_with_what_it_continues(comparisons: Comparisons) -> None:
    comparisons.apply([*starting("a", "b"), ended(11, "a", "Half"), ended(12, "b", "Second.")])
    comparisons.apply([TurnStarted(13, TALK, None, answer(13, "a", "Half")), TurnDelta(13, " and whole")])
    assert begun(comparisons).lanes[0].message().text == "Half and whole"


def test_what_happens_elsewhere_is_not_its_business(comparisons: Comparisons) -> None:
    comparisons.apply(starting("a", "b"))
    elsewhere = Message(99, 2, 98, Role.ASSISTANT, "", 0, Status.STREAMING, model="a")
    comparisons.apply([TurnStarted(99, replace(TALK, id=2), None, elsewhere), TurnDelta(99, "Hello")])
    assert [lane.answer.id for lane in begun(comparisons).lanes] == [11, 12]


def test_once_decided_it_is_over_and_late_words_are_no_ones(comparisons: Comparisons) -> None:
    comparisons.apply(starting("a", "b"))
    comparison = begun(comparisons)
    comparisons.forget(comparison)
    comparisons.apply([TurnDelta(11, "late"), ended(12, "b", "late")])
    assert comparisons.find(TALK.id) is None
    assert comparison.lanes[0].message().text == ""
