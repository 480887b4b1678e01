"""Runs turns: keeps the message, asks, streams, saves, and settles each answer exactly once.

Lives on one asyncio loop and is called on it only. Before a turn has begun a failure is a `TurnRefused`: nothing was
sent or kept, the text stays where it was typed. Once it has begun, the person's message is on disk, so every failure
(a missing key too) settles the answer under it, and the answer is made again from there: nothing is typed twice.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters
from parley.domain.errors import AppError, Cause, Failure
from parley.domain.events import AnswerBeside, ComparisonStarted, SavingFailed, TurnEnded, TurnRefused, TurnStarted
from parley.domain.money import PriceBook
from parley.domain.request import build_request, without_pictures

from .budget import check_budget
from .continuation import continuation_request
from .pace import Pace
from .seam import Seam
from .streaming import Stream
from .titles import title_from
from .turn import Ending, Turn, outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.events import AppEvent
    from parley.domain.message import Conversation, Message
    from parley.domain.request import Service

    from .ports import Connections, TurnStore


def _now() -> int:
    return time.time_ns() // 1_000_000


class Engine:
    """Runs any number of turns at once and tells of them through `emit`."""

    def __init__(
        self,
        store: TurnStore,
        connections: Connections,
        emit: Callable[[AppEvent], None],
        *,
        clock: Callable[[], int] = _now,
        pace: Pace | None = None,
    ) -> None:
        """`clock` gives milliseconds since 1970."""
        self._store = store
        self._connections = connections
        self._emit = emit
        self._budget = 0
        self._clock = clock
        self._pace = pace or Pace()
        self._prices = PriceBook()
        self._turns: dict[int, Turn] = {}
        self._closing = False

    def set_prices(self, book: PriceBook) -> None:
        """The prices by which answers are charged from now on."""
        self._prices = book

    def set_budget(self, monthly_budget: int) -> None:
        """Micro-dollars a month; 0 is no budget. Running answers go on."""
        self._budget = monthly_budget

    @property
    def running(self) -> frozenset[int]:
        """The ids of the turns that have not ended."""
        return frozenset(self._turns)

    async def send(
        self,
        conversation_id: int | None,
        *,
        text: str,
        attachments: Sequence[Attachment] = (),
        parent_id: int | None,
        settings: ChatSettings,
        service: Service,
    ) -> asyncio.Task[None] | None:
        """Keep the person's message and begin its answer, in a new conversation when there is none yet.

        Returns the turn's task once everything is on disk, or None when the turn was refused.
        """
        try:
            self._check(settings, service)
            with self._store.transaction():  # synced once; a conversation whose first turn fails is never there
                conversation, question, answer = self._begin(conversation_id, text, attachments, parent_id, settings)
        except AppError as error:
            self._refuse(conversation_id, error)
            return None
        return self._start(Turn(conversation, question, answer, settings, service), question)

    async def compare(
        self,
        conversation_id: int | None,
        *,
        text: str,
        attachments: Sequence[Attachment] = (),
        parent_id: int | None,
        choices: Sequence[ChatSettings],
        service: Service,
    ) -> list[asyncio.Task[None]]:
        """Keep the person's message and begin an answer to it by each of `choices`, all at once, as siblings.

        Each model gives one answer. The first choice stays the setting of a conversation that begins with it. From
        here on every answer is a turn of its own: it fails, is stopped and is settled without the others. Returns
        their tasks; none when refused.
        """
        choices = [replace(settings, more=replace(settings.more, answers=None)) for settings in choices]
        try:
            for settings in choices:
                self._check(settings, service)
            with self._store.transaction():
                conversation, question, first = self._begin(conversation_id, text, attachments, parent_id, choices[0])
                others = [self._store.begin_answer(question.id, model=settings.model) for settings in choices[1:]]
        except AppError as error:
            self._refuse(conversation_id, error)
            return []
        answers = [first, *others]
        self._emit(ComparisonStarted(conversation, question, tuple(answer.id for answer in answers)))
        return [
            self._start(Turn(conversation, question, answer, settings, service), question if answer is first else None)
            for answer, settings in zip(answers, choices, strict=True)
        ]

    async def answer_again(
        self, question_id: int, settings: ChatSettings, service: Service
    ) -> asyncio.Task[None] | None:
        """Another answer beside those the message `question_id` already has (regenerate, retry)."""
        conversation_id = None
        try:
            question = self._store.path_to(question_id)[-1]
            conversation_id = question.conversation_id
            self._check(settings, service)
            conversation = self._store.conversation(conversation_id)
            answer = self._store.begin_answer(question_id, model=settings.model)
        except AppError as error:
            self._refuse(conversation_id, error)
            return None
        return self._start(Turn(conversation, question, answer, settings, service), None)

    async def continue_answer(
        self, answer_id: int, settings: ChatSettings, service: Service
    ) -> asyncio.Task[None] | None:
        """Another answer that begins with all of `answer_id` and goes on from there; the old one stays as it is."""
        conversation_id = None
        try:
            path = self._store.path_to(answer_id)
            question, old = path[-2:]
            conversation_id = old.conversation_id
            self._check(settings, service)
            conversation = self._store.conversation(conversation_id)
            answer = self._store.begin_answer(question.id, model=settings.model)
        except AppError as error:
            self._refuse(conversation_id, error)
            return None
        turn = Turn(conversation, question, replace(answer, text=old.text), settings, service)
        if old.text:
            # llama.cpp writes on by itself, from the very character: there is nothing to join.
            turn.request = continuation_request(settings, path, writes_on=service.local)
            turn.whole = build_request(settings, path[:-1])
            turn.parts = [old.text]
            turn.seam = Seam("" if service.local else old.text)
        return self._start(turn, None)

    async def stop(self, turn_id: int) -> None:
        """End a turn and keep what arrived. Returns once it is settled; a turn that has ended already is no error."""
        turn = self._turns.get(turn_id)
        if turn is not None:
            await self._end([turn], Ending.STOP)

    async def shutdown(self) -> None:
        """End and settle every turn, and begin no other."""
        self._closing = True
        await self._end(list(self._turns.values()), Ending.SHUTDOWN)

    def _check(self, settings: ChatSettings, service: Service) -> None:
        if self._closing:
            raise AppError(Cause.INTERRUPTED)
        if service.local:
            return  # one model, no cost
        if not settings.model:
            raise AppError(Cause.NO_MODEL)
        check_budget(self._store, self._budget, self._clock())

    def _begin(
        self,
        conversation_id: int | None,
        text: str,
        attachments: Sequence[Attachment],
        parent_id: int | None,
        settings: ChatSettings,
    ) -> tuple[Conversation, Message, Message]:
        """The conversation, a new one when there is none yet; the person's message in it; its answer, empty still."""
        if conversation_id is None:
            conversation = self._store.create_conversation(settings)
        else:
            conversation = self._store.conversation(conversation_id)
        conversation = self._titled(conversation, text)
        question, answer = self._store.begin_turn(
            conversation.id,
            text=whole_characters(text),
            attachments=attachments,
            parent_id=parent_id,
            model=settings.model,
        )
        return conversation, question, answer

    def _refuse(self, conversation_id: int | None, error: AppError) -> None:
        self._emit(TurnRefused(conversation_id, error.failure))

    def _start(self, turn: Turn, question: Message | None) -> asyncio.Task[None]:
        self._turns[turn.id] = turn
        turn.task = asyncio.get_running_loop().create_task(self._run(turn), name=f"turn {turn.id}")
        turn.task.add_done_callback(_report)
        self._emit(TurnStarted(turn.id, turn.conversation, question, turn.answer))
        return turn.task

    async def _end(self, turns: list[Turn], ending: Ending) -> None:
        for turn in turns:
            turn.ending = turn.ending or ending
            # A task cancelled before its first step never runs, so it would never settle: it looks by itself.
            if turn.task is not None and turn.entered:
                turn.task.cancel()
        tasks = [turn.task for turn in turns if turn.task is not None]
        if tasks:
            await asyncio.wait(tasks, timeout=self._pace.end_within)
        for turn in turns:
            self._settle(turn)  # only a service that would not let go in time leaves anything to do here

    async def _run(self, turn: Turn) -> None:
        """One turn from the request to its end. The `finally` settles it, however it ends."""
        turn.entered = True
        try:
            if turn.ending is None:
                await self._ask(turn)
        except asyncio.CancelledError:
            if turn.ending is None:  # not ours: the loop is being taken down
                turn.ending = Ending.SHUTDOWN
                raise
        except AppError as error:
            if turn.ending is None:  # else it only says that we hung up
                turn.failure = error.failure
        except BaseException as bug:  # raised on: the answer is settled as one that a bug ended
            turn.failure = Failure(Cause.UNEXPECTED, {"service": turn.service.name}, type(bug).__name__)
            raise
        finally:
            self._settle(turn)

    async def _ask(self, turn: Turn) -> None:
        if turn.request is None:
            turn.request = build_request(turn.settings, self._store.path_to(turn.question.id))
        if turn.service.local:  # the practice model reads text only, whatever its file is called
            turn.request = replace(turn.request, prompts=tuple(map(without_pictures, turn.request.prompts)))
        stream = Stream(turn, self._emit, self._pace, lambda: self._save(turn), lambda place: self._beside(turn, place))
        await stream.run(self._connections, turn.request)

    def _beside(self, turn: Turn, place: int) -> Turn | None:
        """The answer at `place` beside the turn's own, a sibling that begins with its first word.

        None when the disk does not take it: the first answer goes on without.
        """
        if place in turn.beside:
            return turn.beside[place]
        try:
            answer = self._store.begin_answer(turn.question.id, model=turn.settings.model, shown=False)
        except AppError as error:
            self._say_saving_failed(turn, error)
            return None
        turn.beside[place] = Turn(turn.conversation, turn.question, answer, turn.settings, turn.service)
        self._emit(AnswerBeside(turn.id, answer))
        return turn.beside[place]

    def _save(self, turn: Turn) -> None:
        """Write what has arrived. A full disk does not end the stream: the words stay on the screen."""
        if turn.settled:
            return
        try:
            for each in (turn, *turn.beside.values()):
                self._store.save_partial(each.id, each.text())
        except AppError as error:
            self._say_saving_failed(turn, error)

    def _settle(self, turn: Turn) -> None:
        """Write the end of the turn and tell of it, once, whatever happens on the way."""
        if turn.settled:
            return
        turn.settled = True
        self._turns.pop(turn.id, None)
        self._settle_beside(turn)
        text = turn.text()
        status, failure = outcome(turn, text)
        answer = replace(
            turn.answer,
            text=text,
            status=status,
            usage=turn.usage,
            cost=0 if turn.service.local else self._prices.cost(turn.settings.model, turn.usage),
            finish_reason=turn.finish_reason,
            failure=failure,
            fits_schema=turn.check is not None and turn.check.fits,
        )
        conversation = turn.conversation
        try:
            answer = self._store.settle(answer)
            conversation = self._titled(self._store.conversation(conversation.id), text)
        except AppError as error:
            self._say_saving_failed(turn, error)
        finally:
            self._emit(TurnEnded(turn.id, conversation, answer, turn.elapsed_ms()))

    def _settle_beside(self, turn: Turn) -> None:
        """End the other answers of the request before its own, which then knows how many siblings it has.

        Services count the tokens of all of them together, so what they cost stands with the first.
        """
        for other in turn.beside.values():
            other.ending, other.failure, other.saving_failed = turn.ending, turn.failure, turn.saving_failed
            self._settle(other)

    def _titled(self, conversation: Conversation, text: str) -> Conversation:
        """`conversation` with a title from `text` if it has none. A title is not worth failing a turn for."""
        title = "" if conversation.title or conversation.title_is_mine else title_from(whole_characters(text))
        if not title:
            return conversation
        try:
            return self._store.set_automatic_title(conversation.id, title)
        except AppError as error:
            self._emit(SavingFailed(error.failure))
            return conversation

    def _say_saving_failed(self, turn: Turn, error: AppError) -> None:
        if not turn.saving_failed:
            turn.saving_failed = True
            self._emit(SavingFailed(error.failure))


def _report(task: asyncio.Task[None]) -> None:
    """Hand a bug to the loop's exception handler at once, not when the task is collected."""
    if not task.cancelled() and (bug := task.exception()) is not None:
        context = {"message": f"{task.get_name()} failed", "exception": bug, "task": task}
        task.get_loop().call_exception_handler(context)
