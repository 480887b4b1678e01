"""Chat settings, end to end on the real llama.cpp: engine, store, client and the practice model as they ship.

At temperature 0 the model says the same every time, so what a setting does can be told from what is said.
"""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from parley.chat.engine import Engine
from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import ChatSettings, Example, MoreSettings
from parley.domain.errors import Cause
from parley.domain.events import TurnEnded, TurnParameterDropped
from parley.domain.message import Message, Status
from parley.domain.request import Service
from parley.llm.client import OpenAICompletions
from parley.llm.practice import PracticeModel, find_weights
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from pathlib import Path

    from parley.domain.events import AppEvent

    Act = Callable[["Talk"], Awaitable[None]]
    Run = Callable[[Act], None]

pytestmark = pytest.mark.skipif(find_weights() is None, reason="the practice model is not installed")

STEADY = ChatSettings("practice", temperature=0.0, max_tokens=16)
SCHEMA = AnswerSchema(
    used=True,
    name="joke",
    text='{"type": "object", "properties": {"joke": {"type": "string", "maxLength": 80}, "rating": {"enum": [1, 2]}},'
    ' "required": ["joke", "rating"], "additionalProperties": false}',
)


class Talk:
    """One person, one engine and the practice model."""

    def __init__(self, engine: Engine, store: Store, service: Service, events: list[AppEvent]) -> None:
        self.engine = engine
        self.store = store
        self.service = service
        self.events = events

    async def say(self, text: str, settings: ChatSettings) -> Message:
        """The answer to `text`, alone in a conversation of its own."""
        task = await self.engine.send(None, text=text, parent_id=None, settings=settings, service=self.service)
        assert task is not None
        await task
        assert not [event for event in self.events if isinstance(event, TurnParameterDropped)]
        return self.last

    @property
    def last(self) -> Message:
        return [event.answer for event in self.events if isinstance(event, TurnEnded)][-1]


class _Connection:
    def __init__(self, client: OpenAICompletions) -> None:
        self._client = client

    async def open(self, service: Service) -> OpenAICompletions:
        del service
        return self._client


@asynccontextmanager
async def talking(folder: Path) -> AsyncIterator[Talk]:
    practice = PracticeModel()
    store = Store.open(folder / "parley.db", folder / "backups")
    try:
        service = Service(await practice.start(), "practice model", needs_key=False, local=True)
        client = OpenAICompletions(service, practice.key)
        events: list[AppEvent] = []
        engine = Engine(store, _Connection(client), events.append)
        yield Talk(engine, store, service, events)
        await engine.shutdown()
        await client.close()
    finally:
        await practice.stop()
        store.close()


@pytest.fixture
def talk(tmp_path: Path) -> Run:
    def run(act: Act) -> None:
        async def whole() -> None:
            async with talking(tmp_path) as made:
                await act(made)

        asyncio.run(whole())

    return run


def test_instructions_and_examples_reach_the_model(talk: Run) -> None:
    async def act(person: Talk) -> None:
        plain = await person.say("pig", STEADY)
        instructed = await person.say("pig", replace(STEADY, instructions="You are a pirate. Talk like a pirate."))
        assert instructed.text != plain.text
        assert instructed.usage is not None
        assert plain.usage is not None
        pairs = tuple(Example(animal, f"{animal.upper()}!") for animal in ("cat", "dog", "cow"))
        shown = await person.say("pig", replace(STEADY, examples=pairs))
        assert shown.text.strip() == "PIG!"

    talk(act)


def test_json_mode_gives_json_and_a_schema_gives_its_fields(talk: Run) -> None:
    async def act(person: Talk) -> None:
        in_json = replace(STEADY, json_answer=True, max_tokens=400)
        answer = await person.say("Give a person as JSON with name and age.", in_json)
        assert isinstance(json.loads(answer.text), dict)
        assert answer.failure is None
        joke = await person.say("Tell me a joke.", replace(in_json, schema=SCHEMA))
        assert json.loads(joke.text).keys() == {"joke", "rating"}
        assert joke.fits_schema

    talk(act)


def test_an_answer_cut_at_its_length_goes_on_where_it_stopped(talk: Run) -> None:
    async def act(person: Talk) -> None:
        question = "Tell me about the sea in three sentences."
        whole = await person.say(question, replace(STEADY, max_tokens=30))
        cut = await person.say(question, replace(STEADY, max_tokens=10))
        assert cut.failure is not None
        assert (cut.failure.cause, cut.finish_reason) == (Cause.CUT_OFF, "length")
        assert whole.text.startswith(cut.text)
        task = await person.engine.continue_answer(cut.id, replace(STEADY, max_tokens=15), person.service)
        assert task is not None
        await task
        joined = person.last.text
        assert joined.startswith(cut.text)
        assert len(joined) > len(cut.text) + 10
        assert joined[: len(whole.text)] == whole.text[: len(joined)], "as if it had never been cut"

    talk(act)


def test_it_stops_before_a_stop_sequence(talk: Run) -> None:
    async def act(person: Talk) -> None:
        question = "Count: one two three four five"
        free = await person.say(question, STEADY)
        word = free.text.split()[3]
        stopped = await person.say(question, replace(STEADY, more=MoreSettings(stop=(word,))))
        assert stopped.text == free.text[: free.text.index(word)]
        assert (stopped.finish_reason, stopped.status) == ("stop", Status.COMPLETE)

    talk(act)


def test_the_same_seed_gives_the_same_answer_and_another_another(talk: Run) -> None:
    async def act(person: Talk) -> None:
        lively = replace(STEADY, temperature=1.5)
        seeds = (7, 7, 8)
        first, again, other = [
            (await person.say("Tell me a story.", replace(lively, more=MoreSettings(seed=seed)))).text for seed in seeds
        ]
        assert first == again != other

    talk(act)


def test_several_answers_are_versions_of_one_another(talk: Run) -> None:
    async def act(person: Talk) -> None:
        lively = replace(STEADY, temperature=1.5, max_tokens=12)
        answer = await person.say("Name a colour.", replace(lively, more=MoreSettings(answers=3, seed=1)))
        assert (answer.position, answer.siblings) == (1, 3)
        texts = {event.answer.text for event in person.events if isinstance(event, TurnEnded)}
        assert len(texts) == 3

    talk(act)


def test_every_other_parameter_is_taken(talk: Run) -> None:
    async def act(person: Talk) -> None:
        more = MoreSettings(top_p=0.9, presence_penalty=0.5, frequency_penalty=-0.5, verbosity="low")
        answer = await person.say("Hello", replace(STEADY, more=replace(more, reasoning_effort="low")))
        assert answer.failure is None or answer.failure.cause is Cause.CUT_OFF
        assert answer.text.strip()

    talk(act)
