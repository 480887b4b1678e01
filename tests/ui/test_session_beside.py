"""Answers beside the one on the screen: written unseen, and shown as they stand when one steps to them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ui.test_session import TALK, answer, ended, question, started

from parley.domain.chat_settings import ChatSettings
from parley.domain.events import AnswerBeside, TurnDelta, TurnEnded
from parley.domain.message import Status
from parley.ui.session import Session


@pytest.fixture
def writing() -> tuple[Session, list[str]]:
    """A session in which answer 2 is being written, with answer 3 beside it, and what it said was added."""
    session = Session()
    session.begin_new(ChatSettings())
    session.expect_new()
    turn = started(1)
    session.apply([turn, AnswerBeside(2, answer(3, 1))])
    added: list[str] = []
    session.textAdded.connect(lambda _id, text: added.append(text))
    return session, added


def test_stop_means_the_turn_and_not_the_answer_beside_it(writing: tuple[Session, list[str]]) -> None:
    session, _ = writing
    assert session.turn_id == 2


def test_what_is_written_beside_is_there_when_one_steps_to_it(writing: tuple[Session, list[str]]) -> None:
    session, added = writing
    session.apply([TurnDelta(3, "Blue")])
    assert added == [], "nothing of it belongs on the screen"
    assert [message.id for message in session.messages] == [1, 2]
    session.show(TALK, [question(1, None), answer(3, 1)])
    assert session.messages[-1].text == "Blue"
    session.apply([TurnDelta(3, "!")])
    assert added == ["!"]
    settled = replace(answer(3, 1, text="Blue."), siblings=2, position=2)
    session.apply([TurnEnded(3, TALK, settled)])
    assert session.messages[-1] == settled


def test_when_all_have_ended_nothing_is_being_written(writing: tuple[Session, list[str]]) -> None:
    session, _ = writing
    beside = answer(3, 1, text="Blue")
    session.apply([TurnEnded(3, TALK, beside), ended(started(1), "Red")])
    assert session.turn_id is None
    assert session.messages[-1].status is Status.COMPLETE


def test_an_answer_beside_a_turn_that_has_ended_is_nothing(writing: tuple[Session, list[str]]) -> None:
    session, _ = writing
    session.apply([TurnEnded(3, TALK, answer(3, 1, text="Blue")), ended(started(1), "Red")])
    session.apply([AnswerBeside(2, answer(4, 1))])
    assert session.turn_id is None
