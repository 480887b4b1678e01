"""The session folds the engine's events into the conversation on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import Cause, Failure
from parley.domain.events import TurnDelta, TurnEnded, TurnRefused, TurnStarted
from parley.domain.message import Conversation, Message, Role, Status
from parley.ui.session import Session

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TALK = Conversation(id=1, title="", created_at=0, updated_at=0)
OTHER = Conversation(id=2, title="Other", created_at=0, updated_at=0)


def question(message_id: int, parent: int | None, conversation: int = 1) -> Message:
    return Message(message_id, conversation, parent, Role.USER, f"Question {message_id}", 0)


def answer(message_id: int, parent: int, conversation: int = 1, text: str = "") -> Message:
    status = Status.COMPLETE if text else Status.STREAMING
    return Message(message_id, conversation, parent, Role.ASSISTANT, text, 0, status)


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    del qtbot
    return Session()


def started(first: int, parent: int | None = None, conversation: Conversation = TALK) -> TurnStarted:
    asked = question(first, parent, conversation.id)
    return TurnStarted(first + 1, conversation, asked, answer(first + 1, first, conversation.id))


def ended(turn: TurnStarted, text: str) -> TurnEnded:
    return TurnEnded(turn.turn_id, turn.conversation, replace(turn.answer, text=text, status=Status.COMPLETE))


def test_a_new_conversation_takes_the_screen_when_it_was_expected(session: Session) -> None:
    session.begin_new(ChatSettings(model="m"))
    session.expect_new()
    session.apply([started(1)])
    assert session.conversation is not None
    assert session.conversation.id == 1
    assert [m.id for m in session.messages] == [1, 2]


def test_it_does_not_take_the_screen_from_another_that_was_opened_meanwhile(session: Session) -> None:
    session.begin_new(ChatSettings())
    session.expect_new()
    session.show(OTHER, [question(7, None, 2)])
    session.apply([started(1)])
    assert session.conversation == OTHER
    assert [m.id for m in session.messages] == [7]


def test_coming_back_to_a_conversation_shows_what_was_written_meanwhile(session: Session) -> None:
    session.show(TALK, [])
    turn = started(1)
    session.apply([turn, TurnDelta(2, "Half ")])
    session.show(OTHER, [])
    session.apply([TurnDelta(2, "an answer")])
    assert turn.question is not None
    session.show(TALK, [turn.question, turn.answer])
    assert session.messages[1].text == "Half an answer"
    assert session.turn_id == 2


def test_editing_replaces_what_followed(session: Session) -> None:
    session.show(TALK, [question(1, None), answer(2, 1, text="A"), question(3, 2), answer(4, 3, text="B")])
    replaced: list[list[int]] = []
    session.messagesReplaced.connect(lambda messages: replaced.append([m.id for m in messages]))
    session.apply([started(5, parent=2)])
    assert replaced == [[1, 2, 5, 6]]


def test_another_answer_takes_the_place_of_the_first(session: Session) -> None:
    session.show(TALK, [question(1, None), answer(2, 1, text="A")])
    session.apply([TurnStarted(3, TALK, None, answer(3, 1))])
    assert [m.id for m in session.messages] == [1, 3]


def test_late_events_of_an_ended_turn_are_dropped(session: Session) -> None:
    session.show(TALK, [])
    turn = started(1)
    texts: list[str] = []
    session.textAdded.connect(lambda _id, text: texts.append(text))
    session.apply([turn, TurnDelta(2, "All"), ended(turn, "All"), TurnDelta(2, " late"), ended(turn, "wrong")])
    assert texts == ["All"]
    assert session.messages[1].text == "All"
    assert session.turn_id is None


def test_settings_changed_while_an_answer_runs_survive_its_end(session: Session) -> None:
    session.show(TALK, [])
    turn = started(1)
    session.apply([turn])
    session.change_settings(ChatSettings(temperature=0.5))
    session.apply([ended(turn, "Done")])
    assert session.conversation is not None
    assert session.conversation.settings.temperature == 0.5


def test_a_refusal_leaves_the_screen_as_it_was(session: Session) -> None:
    session.show(OTHER, [question(7, None, 2)])
    refused: list[Failure] = []
    session.refused.connect(refused.append)
    session.apply([TurnRefused(2, Failure(Cause.NO_KEY))])
    assert [failure.cause for failure in refused] == [Cause.NO_KEY]
    assert [m.id for m in session.messages] == [7]
