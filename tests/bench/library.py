"""A data folder with many conversations in it, written through the real store."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley import paths
from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Status
from parley.domain.money import Usage
from parley.domain.settings import SERVICE_ADDRESS, SERVICE_KIND, Settings
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

TOPICS = ("Sorting a list", "A poem about rain", "Dinner for six", "Letter to the landlord", "Holiday in Portugal")
ANSWER = (
    "Here is **one way** to do it:\n\n1. Begin with the largest.\n2. Go on with the rest.\n\n"
    "```python\nprint(sorted([3, 1, 2], reverse=True))\n```\n\nTell me if it should be `in place`.\n"
)


def fill(data: Path, conversations: int) -> None:
    """Make sure that `data` holds at least so many conversations, each with one question and one answer."""
    places = paths.find_paths(data)
    paths.make_private(places.data)
    store = Store.open(places.database, places.backups)
    try:
        # A service has been chosen, so the window opens as it does every day; nothing answers there.
        store.save_settings(Settings({SERVICE_KIND.key: "other", SERVICE_ADDRESS.key: "http://127.0.0.1:9/v1"}))
        for number in range(store.count(), conversations):
            _talk(store, number)
    finally:
        store.close()


def _talk(store: Store, number: int) -> None:
    topic = f"{TOPICS[number % len(TOPICS)]}, part {number}"
    talk = store.create_conversation(ChatSettings(model="gpt-4o"))
    _, answer = store.begin_turn(talk.id, text=f"{topic}, please", attachments=(), parent_id=None, model="gpt-4o")
    store.settle(
        replace(answer, text=ANSWER, status=Status.COMPLETE, usage=Usage(20, 60), cost=1_200, finish_reason="stop")
    )
    store.set_automatic_title(talk.id, topic)
