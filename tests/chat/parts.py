"""Stand-ins for the engine's neighbours, so that a test can say exactly when which of them fails.

`MemoryStore` keeps the contract of `TurnStore` without a file; test_engine_with_store.py uses the real one.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from parley.chat.engine import Engine
from parley.chat.pace import Pace
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import AppError, Cause
from parley.domain.events import Checked, CompletionEvent, Delta, Finished, TurnDelta, TurnEnded, TurnStarted
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.request import OPENAI, CompletionRequest, Service
from parley.llm.json_check import check

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence

    from parley.chat.ports import Completions
    from parley.domain.attachment import Attachment
    from parley.domain.events import AppEvent

E = TypeVar("E")
Step = CompletionEvent | BaseException | float | asyncio.Event

SETTINGS = ChatSettings(model="gpt-4")
QUICK = Pace(waiting_after=0.02, still_waiting_after=0.05, save_every=0.01, end_within=0.5)
NOW = 1_700_000_000_000  # 14 November 2023


class MemoryStore:
    """A `TurnStore` in a dictionary. `failing` names methods that raise; `log` lists the calls."""

    def __init__(self) -> None:
        self.conversations: dict[int, Conversation] = {}
        self.messages: dict[int, Message] = {}
        self.failing: dict[str, BaseException] = {}
        self.log: list[str] = []
        self.spent = 0

    def _call(self, name: str) -> None:
        self.log.append(name)
        if name in self.failing:
            raise self.failing[name]

    @contextmanager
    def transaction(self) -> Iterator[None]:
        before = dict(self.conversations), dict(self.messages)
        try:
            yield
        except BaseException:  # raised on, as the store does
            self.conversations, self.messages = before
            raise

    def create_conversation(self, settings: ChatSettings) -> Conversation:
        self._call("create_conversation")
        new = Conversation(len(self.conversations) + 1, "", NOW, NOW, settings)
        self.conversations[new.id] = new
        return new

    def conversation(self, conversation_id: int) -> Conversation:
        self._call("conversation")
        costs = [m.cost or 0 for m in self.messages.values() if m.conversation_id == conversation_id]
        return replace(self.conversations[conversation_id], cost=sum(costs))

    def begin_turn(
        self, conversation_id: int, *, text: str, attachments: Sequence[Attachment], parent_id: int | None, model: str
    ) -> tuple[Message, Message]:
        self._call("begin_turn")
        question = self._add(
            Message(0, conversation_id, parent_id, Role.USER, text, NOW, attachments=tuple(attachments))
        )
        return question, self._answer(question, model)

    def begin_answer(self, question_id: int, *, model: str, shown: bool = True) -> Message:
        del shown  # there is no screen
        self._call("begin_answer")
        return self._answer(self.messages[question_id], model)

    def path_to(self, message_id: int) -> list[Message]:
        self._call("path_to")
        path: list[Message] = []
        at: int | None = message_id
        while at is not None:
            path.insert(0, self.messages[at])
            at = self.messages[at].parent_id
        return path

    def save_partial(self, answer_id: int, text: str) -> None:
        self._call("save_partial")
        self.messages[answer_id] = replace(self.messages[answer_id], text=text)

    def settle(self, answer: Message) -> Message:
        self._call("settle")
        self.messages[answer.id] = answer
        return answer

    def set_automatic_title(self, conversation_id: int, title: str) -> Conversation:
        self._call("set_automatic_title")
        self.conversations[conversation_id] = replace(self.conversations[conversation_id], title=title)
        return self.conversations[conversation_id]

    def spent_since(self, moment: int) -> int:
        del moment
        self._call("spent_since")
        return self.spent

    def _answer(self, question: Message, model: str) -> Message:
        return self._add(
            Message(
                0,
                question.conversation_id,
                question.id,
                Role.ASSISTANT,
                "",
                NOW,
                Status.STREAMING,
                model=model,
            )
        )

    def _add(self, message: Message) -> Message:
        stored = replace(message, id=len(self.messages) + 1)
        self.messages[stored.id] = stored
        return stored


class Script:
    """`Completions` that plays steps: events are yielded, exceptions raised, numbers slept, asyncio.Events awaited."""

    def __init__(self, *steps: Step) -> None:
        self.steps = steps
        self.requests: list[CompletionRequest] = []
        self.log: list[str] = []
        self.closed_streams = 0

    async def stream(self, request: CompletionRequest) -> AsyncIterator[CompletionEvent]:
        self.requests.append(request)
        self.log.append("request")
        try:
            for step in self.steps:
                if isinstance(step, BaseException):
                    raise step
                if isinstance(step, asyncio.Event):
                    await step.wait()
                elif isinstance(step, int | float):
                    await asyncio.sleep(step)
                else:
                    yield step
        finally:
            self.closed_streams += 1

    async def check(self, request: CompletionRequest, text: str) -> Checked | None:
        return await check(text, request.schema) if request.json_answer else None

    async def models(self) -> tuple[str, ...]:
        return ("gpt-4",)

    async def close(self) -> None:
        return None


class OneConnection:
    """`Connections` to one script, or to one failure."""

    def __init__(self, script: Completions | BaseException) -> None:
        self.script = script

    async def open(self, service: Service) -> Completions:
        del service
        if isinstance(self.script, BaseException):
            raise self.script
        return self.script


class Stage:
    """An engine with its neighbours and everything it said."""

    def __init__(self, *steps: Step, instead: Completions | BaseException | None = None, budget: int = 0) -> None:
        self.store = MemoryStore()
        self.script = Script(*steps)
        self.script.log = self.store.log  # one log shows what came before what
        self.events: list[AppEvent] = []
        self.bugs: list[BaseException] = []
        self.engine = Engine(
            self.store,
            OneConnection(instead or self.script),
            self.events.append,
            clock=lambda: NOW,
            pace=QUICK,
        )
        self.engine.set_budget(budget)

    def play(self, act: Callable[[Stage], Awaitable[None]]) -> Stage:
        """Run `act` on a loop of its own and wait for every turn to end."""

        async def whole() -> None:
            loop = asyncio.get_running_loop()
            loop.set_exception_handler(lambda _loop, context: self.bugs.append(context["exception"]))
            await act(self)
            await self.finished()

        asyncio.run(whole())
        return self

    async def finished(self) -> None:
        tasks = [task for task in asyncio.all_tasks() if task.get_name().startswith("turn ")]
        await asyncio.gather(*tasks, return_exceptions=True)

    async def send(self, text: str = "Hello?", *, settings: ChatSettings = SETTINGS, service: Service = OPENAI) -> int:
        """Send into a new conversation; returns the turn's id, 0 when it was refused."""
        await self.engine.send(None, text=text, parent_id=None, settings=settings, service=service)
        started = self.of(TurnStarted)
        return started[-1].turn_id if started else 0

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    @property
    def end(self) -> TurnEnded:
        (ended,) = self.of(TurnEnded)
        return ended

    @property
    def answer(self) -> Message:
        return self.end.answer

    def shown(self) -> str:
        """The text of the last turn as the window would have it: what it began with and every delta."""
        start = self.of(TurnStarted)[-1]
        return start.answer.text + "".join(e.text for e in self.of(TurnDelta) if e.turn_id == start.turn_id)


def words(*texts: str) -> list[CompletionEvent]:
    """An answer that arrives in these pieces and ends well."""
    return [*(Delta(text) for text in texts), Finished("stop")]


def no_key() -> AppError:
    return AppError(Cause.NO_KEY, host="OpenAI")
