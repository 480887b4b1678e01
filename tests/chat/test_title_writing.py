"""A title by the model: only if it is wanted, once, never over one the person wrote, and what it costs is counted."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from tests.chat.parts import OneConnection, Script, Step, words
from tests.store.talk import ask, chat

from parley.chat.title_writing import TitleWriting
from parley.chat.titles import LONGEST_TITLE, clean_title
from parley.domain.errors import AppError, Cause
from parley.domain.events import LibraryChanged, TitleWritten, TurnEnded, Used
from parley.domain.message import Status
from parley.domain.money import ModelPrice, PriceBook, Rate, Usage
from parley.domain.request import OPENAI, Service
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from parley.domain.events import AppEvent
    from parley.domain.message import Conversation, Message

PRICES = PriceBook({"gpt-4o": ModelPrice("gpt-4o", Rate(2_500_000, 10_000_000))})
USED = Used(Usage(100, 10))
COST = 350  # micro-dollars, of USED
ROOM = 32  # tokens


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "data" / "parley.db", tmp_path / "data" / "backups")
    yield opened
    opened.close()


async def all_asked() -> None:
    await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == "title"))


class Scene:
    """A conversation with one exchange, and a model that is asked for its title."""

    def __init__(self, store: Store, *steps: Step) -> None:
        self.store = store
        self.script = Script(*(steps or (*words("Baking ", "bread"), USED)))
        self.events: list[AppEvent] = []
        self.conversation = chat(store, "How do I bake bread?", "With time.", title="How do I bake bread?")
        self.titles = TitleWriting(store, OneConnection(self.script), self.events.append, lambda _model: ROOM)
        self.titles.on = True
        self.titles.service = OPENAI
        self.titles.prices = PRICES

    def answer(self) -> Message:
        return self.store.messages(self.conversation.id)[-1]

    def end(self, answer: Message | None = None) -> Conversation:
        """The answer has ended; what the conversation is once nothing is asked any more."""

        async def run() -> None:
            shown = answer or self.answer()
            self.titles.look_at(TurnEnded(shown.id, self.store.conversation(self.conversation.id), shown))
            await all_asked()

        asyncio.run(run())
        return self.store.conversation(self.conversation.id)


def test_the_title_is_used_and_its_cost_counted(store: Store) -> None:
    scene = Scene(store)
    named = scene.end()
    assert (named.title, named.title_is_mine, named.cost) == ("Baking bread", False, COST)
    assert store.spent_since(0) == COST
    assert scene.events == [TitleWritten(named), LibraryChanged()]
    assert [row.id for row in store.search("baking", 5)] == [named.id]


def test_the_request_is_small(store: Store) -> None:
    scene = Scene(store)
    scene.end()
    (request,) = scene.script.requests
    assert (request.model, request.max_tokens) == ("gpt-4o", ROOM)
    (prompt,) = request.prompts
    assert "How do I bake bread?" in prompt.text
    assert "With time." in prompt.text


def test_off_nothing_is_asked(store: Store) -> None:
    scene = Scene(store)
    scene.titles.on = False
    assert scene.end().title == "How do I bake bread?"
    assert scene.script.requests == []


def test_the_model_on_this_computer_is_not_asked(store: Store) -> None:
    scene = Scene(store)
    scene.titles.service = Service("practice", "practice model", local=True)
    scene.end()
    assert scene.script.requests == []


def test_it_is_asked_once(store: Store) -> None:
    scene = Scene(store)
    scene.end()
    again = ask(store, scene.conversation.id, "How do I bake bread?", "With yeast.")
    scene.end(again)
    assert len(scene.script.requests) == 1


def test_later_exchanges_ask_for_nothing(store: Store) -> None:
    scene = Scene(store)
    later = ask(store, scene.conversation.id, "And rolls?", "The same.", parent=scene.answer().id)
    scene.end(later)
    assert scene.script.requests == []


@pytest.mark.parametrize("status", [Status.STOPPED, Status.INCOMPLETE, Status.FAILED])
def test_an_exchange_that_did_not_end_well_asks_for_nothing(store: Store, status: Status) -> None:
    scene = Scene(store)
    scene.end(replace(scene.answer(), status=status))
    assert scene.script.requests == []


def test_a_title_of_the_persons_own_is_never_replaced(store: Store) -> None:
    scene = Scene(store)
    store.rename(scene.conversation.id, "Mine")
    assert scene.end().title == "Mine"
    assert scene.script.requests == []


def test_nor_one_that_is_written_while_the_model_thinks(store: Store) -> None:
    scene = Scene(store)
    asked = asyncio.Event()
    scene.script.steps = (asked, *words("Baking bread"), USED)

    async def run() -> None:
        answer = scene.answer()
        scene.titles.look_at(TurnEnded(answer.id, scene.conversation, answer))
        await asyncio.sleep(0.01)
        store.rename(scene.conversation.id, "Mine")
        asked.set()
        await all_asked()

    asyncio.run(run())
    named = store.conversation(scene.conversation.id)
    assert (named.title, named.title_is_mine, named.cost) == ("Mine", True, COST)


@pytest.mark.parametrize("steps", [(AppError(Cause.OFFLINE),), (*words(""), USED), (*words('""'),)])
def test_what_goes_wrong_leaves_the_local_title(store: Store, steps: tuple[Step, ...]) -> None:
    scene = Scene(store, *steps)
    assert scene.end().title == "How do I bake bread?"


def test_a_budget_that_is_used_up_is_not_passed(store: Store) -> None:
    scene = Scene(store)
    store.count_spending(1000)
    scene.titles.monthly_budget = 1000
    scene.end()
    assert scene.script.requests == []


def test_closing_gives_up(store: Store) -> None:
    scene = Scene(store, asyncio.Event())

    async def run() -> None:
        answer = scene.answer()
        scene.titles.look_at(TurnEnded(answer.id, scene.conversation, answer))
        await asyncio.sleep(0.01)
        await scene.titles.close()
        assert len(asyncio.all_tasks()) == 1

    asyncio.run(run())
    assert scene.script.closed_streams == 1


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Baking bread", "Baking bread"),
        ('"Baking bread."', "Baking bread"),
        ("Title: Baking bread", "Baking bread"),
        ("**Title:** „Brot backen“", "Brot backen"),
        ("\n\n# Baking bread\n\nHope this helps.", "Baking bread"),
        ("标题", "标题"),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_a_model_says_becomes_a_title(said: str, title: str) -> None:
    assert clean_title(said) == title


def test_a_title_is_never_long() -> None:
    assert len(clean_title("word " * 1000)) <= LONGEST_TITLE
