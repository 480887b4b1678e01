"""What a turn writes is there for a second connection at once, and every answer that was ever made stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.store.talk import ask, chat, settle, texts

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings, Example, Mode
from parley.domain.errors import AppError, Cause, Failure
from parley.domain.message import Role, Status
from parley.domain.money import Usage
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = Attachment(AttachmentKind.IMAGE, "cat.png", "image/png", b"\x89PNG", "")


def test_the_message_is_on_disk_before_the_answer_begins(store: Store, database: Path) -> None:
    conversation = store.create_conversation(ChatSettings())
    store.begin_turn(conversation.id, text="Hello", attachments=[], parent_id=None, model="gpt-4o")

    reader = Store.open_reader(database)
    question, answer = reader.messages(conversation.id)
    reader.close()
    assert (question.text, question.role, question.status) == ("Hello", Role.USER, Status.COMPLETE)
    assert (answer.text, answer.role, answer.status) == ("", Role.ASSISTANT, Status.STREAMING)
    assert answer.model == "gpt-4o"


def test_a_settled_answer_is_kept_with_everything_about_it(store: Store) -> None:
    conversation = store.create_conversation(ChatSettings())
    _, answer = store.begin_turn(conversation.id, text="Hello", attachments=[], parent_id=None, model="m")
    failure = Failure(Cause.BROKEN_STREAM, {"service": "OpenAI"}, "closed")
    store.save_partial(answer.id, "Hi th")
    settled = store.settle(
        replace(
            answer,
            text="Hi there",
            status=Status.INCOMPLETE,
            usage=Usage(5, 7, 1, 2),
            cost=120,
            finish_reason="length",
            failure=failure,
        )
    )

    assert store.messages(conversation.id)[1] == settled
    assert (settled.text, settled.status, settled.failure) == ("Hi there", Status.INCOMPLETE, failure)
    assert (settled.usage, settled.cost, settled.finish_reason) == (Usage(5, 7, 1, 2), 120, "length")


def test_a_late_partial_does_not_overwrite_a_settled_answer(store: Store) -> None:
    conversation = chat(store, "Hello", "Hi there")
    answer = store.messages(conversation.id)[1]
    store.save_partial(answer.id, "Hi")
    assert texts(store, conversation.id) == ["Hello", "Hi there"]


def test_answers_that_were_streaming_at_the_end_are_incomplete_at_the_next_start(store: Store) -> None:
    conversation = store.create_conversation(ChatSettings())
    _, answer = store.begin_turn(conversation.id, text="Hello", attachments=[], parent_id=None, model="m")
    store.save_partial(answer.id, "Once upon a")

    assert store.mark_interrupted() == 1
    left = store.messages(conversation.id)[1]
    assert (left.text, left.status) == ("Once upon a", Status.INCOMPLETE)
    assert left.failure == Failure(Cause.INTERRUPTED)
    assert store.search("upon", 5)
    assert store.mark_interrupted() == 0


def test_an_edit_and_another_answer_make_siblings(store: Store) -> None:
    conversation = chat(store, "One", "1", "Two", "2")
    first_answer = store.messages(conversation.id)[1]
    ask(store, conversation.id, "Zwei", "zwei", parent=first_answer.id)
    again = store.begin_answer(store.messages(conversation.id)[2].id, model="other")
    settle(store, again.id, "deux")

    shown = store.messages(conversation.id)
    assert [m.text for m in shown] == ["One", "1", "Zwei", "deux"]
    assert [(m.position, m.siblings) for m in shown] == [(1, 1), (1, 1), (2, 2), (2, 2)]


def test_a_changed_first_message_is_another_root(store: Store) -> None:
    conversation = chat(store, "One", "1")
    ask(store, conversation.id, "Uno", "un", parent=None)
    assert texts(store, conversation.id) == ["Uno", "un"]
    root = store.messages(conversation.id)[0]
    assert (root.position, root.siblings) == (2, 2)
    store.step_branch(root.id, -1)
    assert texts(store, conversation.id) == ["One", "1"]


def test_going_back_to_a_branch_shows_what_was_shown_in_it(store: Store) -> None:
    conversation = chat(store, "One", "1", "Two", "2")
    question = store.messages(conversation.id)[2]
    settle(store, store.begin_answer(question.id, model="m").id, "2b")
    store.step_branch(store.messages(conversation.id)[3].id, -1)
    ask(store, conversation.id, "Other", "o", parent=question.parent_id)
    store.step_branch(store.messages(conversation.id)[2].id, -1)
    assert texts(store, conversation.id) == ["One", "1", "Two", "2"]


def test_a_hidden_message_can_be_shown_with_its_branch(store: Store) -> None:
    conversation = chat(store, "One", "1", "Two", "2")
    hidden = store.messages(conversation.id)[3]
    ask(store, conversation.id, "Uno", "un", parent=None)
    store.choose_branch(hidden.id)
    assert texts(store, conversation.id) == ["One", "1", "Two", "2"]


def test_the_path_to_a_message_comes_with_its_pictures(store: Store) -> None:
    conversation = store.create_conversation(ChatSettings())
    answer = ask(store, conversation.id, "Look", "A cat", attachments=[PICTURE, PICTURE])
    question, _ = store.path_to(answer.id)
    assert [a.data for a in question.attachments] == [b"\x89PNG", b"\x89PNG"]
    assert store.number("SELECT count(*) FROM content") == 1
    assert store.messages(conversation.id)[0].attachments == question.attachments


def test_a_message_cannot_hang_in_another_conversation(store: Store) -> None:
    other = chat(store, "One", "1")
    conversation = store.create_conversation(ChatSettings())
    with pytest.raises(AppError):
        ask(store, conversation.id, "Two", parent=store.messages(other.id)[1].id)
    assert store.messages(conversation.id) == []


def test_costs_count_hidden_answers_and_outlive_what_is_deleted(store: Store) -> None:
    conversation = store.create_conversation(ChatSettings())
    first = ask(store, conversation.id, "One", cost=100)
    again = store.begin_answer(first.parent_id or 0, model="m")
    settle(store, again.id, "1", cost=23)
    assert store.conversation(conversation.id).cost == 123
    assert store.spent_since(first.created_at) == 123
    assert store.spent_since(again.created_at + 1) == 0
    store.delete_forever([conversation.id])
    assert store.spent_since(0) == 123


def test_a_title_the_person_wrote_is_never_replaced(store: Store) -> None:
    conversation = chat(store, "One", "1")
    assert store.set_automatic_title(conversation.id, "Numbers").title == "Numbers"
    assert store.rename(conversation.id, "Mine").title_is_mine
    assert store.set_automatic_title(conversation.id, "Numbers again").title == "Mine"
    store.rename(conversation.id, "Numbers", mine=False)
    assert store.set_automatic_title(conversation.id, "Counting").title == "Counting"


def test_every_chat_setting_comes_back(store: Store) -> None:
    every = ChatSettings("m", "Be brief", (Example("a", "b"),), 0.0, 5, True, Mode.COMPLETION, 3)
    assert store.create_conversation(every).settings == every
    plain = store.create_conversation(ChatSettings())
    assert store.update_settings(plain.id, every).settings == every


def test_what_is_gone_is_an_error_with_a_sentence(store: Store) -> None:
    for call in (
        lambda: store.conversation(9),
        lambda: store.begin_answer(9, model="m"),
        lambda: settle(store, 9, "x"),
        lambda: store.step_branch(9, 1),
        lambda: store.rename(9, "x"),
    ):
        with pytest.raises(AppError) as caught:
            call()
        assert caught.value.cause is Cause.UNEXPECTED
    store.save_partial(9, "x")
    assert store.path_to(9) == []


class LaterTroubleError(Exception):
    """Something goes wrong when the turn is already written."""


def _failing_step(store: Store, conversation_id: int) -> None:
    with store.transaction():
        store.rename(conversation_id, "half")
        store.begin_answer(999, model="m")


def _begin(store: Store, text: str, trouble: Exception | None = None) -> None:
    with store.transaction():
        conversation = store.create_conversation(ChatSettings())
        with pytest.raises(AppError):  # a step within fails, and takes only itself along
            _failing_step(store, conversation.id)
        store.begin_turn(conversation.id, text=text, attachments=[], parent_id=None, model="m")
        if trouble is not None:
            raise trouble


def test_what_is_written_together_is_there_together_or_not_at_all(store: Store, database: Path) -> None:
    with pytest.raises(LaterTroubleError):
        _begin(store, "Undone", LaterTroubleError())
    _begin(store, "Kept")

    reader = Store.open_reader(database)
    rows = reader.conversations(limit=10)
    assert [row.title for row in rows] == [""]
    assert [message.text for message in reader.messages(rows[0].id)] == ["Kept", ""]
    reader.close()
