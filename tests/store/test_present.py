"""A conversation from a file is known again, as it was and as it was some time ago, and no other is taken for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from tests.exchange.arriving import arrivals
from tests.store.talk import ask, chat

from parley.domain.arrival import Arrival
from parley.domain.library_changes import Trash
from parley.store.present import Present

if TYPE_CHECKING:
    from parley.store.store import Store


def as_it_is(store: Store, ident: int) -> Arrival:
    return Arrival(store.conversation(ident), tuple(store.tree(ident)))


def test_the_same_and_an_older_state_of_it_are_here(store: Store) -> None:
    talk = chat(store, "One", "1")
    older = as_it_is(store, talk.id)
    ask(store, talk.id, "Two", "2", parent=older.messages[-1].id)
    present = Present(store)
    assert present.holds(older)
    assert present.holds(as_it_is(store, talk.id))


def test_a_later_state_is_not(store: Store) -> None:
    talk = chat(store, "One", "1")
    late = as_it_is(store, talk.id)
    more = replace(late.messages[-1], id=99, parent_id=late.messages[-1].id, text="Written elsewhere")
    assert not Present(store).holds(replace(late, messages=(*late.messages, more)))


def test_the_same_words_at_another_time_are_another(store: Store) -> None:
    talk = as_it_is(store, chat(store, "One", "1").id)
    at_another = replace(talk.conversation, created_at=talk.conversation.created_at + 1)
    assert not Present(store).holds(replace(talk, conversation=at_another))


def test_what_is_in_the_trash_counts_only_for_its_like(store: Store) -> None:
    talk = chat(store, "One", "1")
    wanted = as_it_is(store, talk.id)
    store.change_library(Trash.all([talk.id], True))
    present = Present(store)
    assert not present.holds(wanted)
    assert present.holds(as_it_is(store, talk.id))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(arrivals())
def test_whatever_was_taken_in_is_here(store: Store, arrival: Arrival) -> None:
    present = Present(store)
    [ident] = store.add_arrivals([arrival])
    present.add(ident, arrival)
    assert present.holds(arrival)
    assert Present(store).holds(arrival)
    kept = store.tree(ident)
    assert [(m.text, m.role, m.status, m.usage, m.cost, m.failure) for m in kept] == [
        (m.text, m.role, m.status, m.usage, m.cost, m.failure) for m in arrival.messages
    ]
    shown = store.messages(ident)
    assert not arrival.messages or shown
