"""The branch that is shown: read in one go, each message understood when it is looked at, equal to any other."""

from __future__ import annotations

import copy
import hashlib
import pickle
import random
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from tests.store.talk import ask, chat, texts

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import Cause, Failure
from parley.domain.message import Message, Status
from parley.domain.money import Usage

if TYPE_CHECKING:
    from parley.store.store import Store

DATA = b"Apples"
NOTES = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", DATA, hashlib.sha256(DATA).hexdigest())


def plain(message: Message) -> Message:
    """The same values in an object of its own."""
    return Message(**{field.name: getattr(message, field.name) for field in fields(Message)})


@pytest.fixture
def conversation_id(store: Store) -> int:
    """Some of everything: files, a failure, what was used, and versions of a question and of an answer."""
    made = chat(store, "One", "1", "Two", "2", title="T")
    first = store.messages(made.id)[1]
    ask(store, made.id, "Three", "3", parent=first.id, cost=7, attachments=[NOTES])
    _, answer = store.begin_turn(made.id, text="Four", attachments=[], parent_id=first.id, model="gpt-4o")
    store.settle(
        replace(
            answer,
            text="Half",
            status=Status.INCOMPLETE,
            usage=Usage(1, 2, 3, 4),
            finish_reason="length",
            failure=Failure(Cause.INTERRUPTED, {"host": "here"}),
            fits_schema=True,
        )
    )
    return made.id


def test_the_shown_branch_is_the_path_to_its_last_message(store: Store, conversation_id: int) -> None:
    for message in store.tree(conversation_id):
        store.choose_branch(message.id)
        shown = store.messages(conversation_id)
        assert message.id in {one.id for one in shown}
        assert shown == store.path_to(shown[-1].id)


def test_with_very_many_versions_each_knows_its_place(store: Store) -> None:
    conversation = chat(store, "One", "1")
    question = store.messages(conversation.id)[0]
    others = [store.begin_answer(question.id, model="m", shown=False).id for _ in range(50)]
    for chosen in random.Random(3).sample(others, 5):  # noqa: S311 - nothing secret
        store.choose_branch(chosen)
        last = store.messages(conversation.id)[-1]
        assert (last.id, last.position, last.siblings) == (chosen, others.index(chosen) + 2, 51)


def test_a_message_from_the_file_is_as_good_as_any_other(store: Store, conversation_id: int) -> None:
    for place, message in enumerate(store.messages(conversation_id)):
        twin = plain(store.messages(conversation_id)[place])
        assert type(twin) is Message
        assert store.messages(conversation_id)[place] == twin
        assert twin == store.messages(conversation_id)[place]
        if twin.failure is None:  # which has no hash
            assert hash(store.messages(conversation_id)[place]) == hash(twin)
        assert replace(message, text="Other") == replace(twin, text="Other") != twin
        assert copy.copy(store.messages(conversation_id)[place]) == twin
        assert copy.deepcopy(store.messages(conversation_id)[place]) == twin
        assert pickle.loads(pickle.dumps(store.messages(conversation_id)[place])) == twin  # noqa: S301 - our own
        assert not hasattr(message, "nothing")


def test_it_cannot_be_changed(store: Store, conversation_id: int) -> None:
    message = store.messages(conversation_id)[0]
    with pytest.raises(AttributeError):
        message.text = "Other"  # type: ignore[misc] # what is tested


def test_what_is_shown_next_never_leads_to_another_conversation(store: Store) -> None:
    mine, other = chat(store, "Mine", "Yes"), chat(store, "Other", "No")
    last, foreign = store.messages(mine.id)[-1], store.messages(other.id)[0]
    store.rows("UPDATE message SET shown_child = ? WHERE id = ?", [foreign.id, last.id])
    assert texts(store, mine.id) == ["Mine", "Yes"]
    store.rows("UPDATE conversation SET shown_root = ? WHERE id = ?", [foreign.id, mine.id])
    assert texts(store, mine.id) == []
