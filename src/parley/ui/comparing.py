"""Comparing models: the choice of models, the answers side by side, and what the person keeps of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from parley.domain.errors import Action
from parley.domain.events import PricesLoaded
from parley.domain.message import Status

from .choosing_models import ChoosingModels
from .comparisons import Comparison, Comparisons, Lane
from .kept_answers import KeptAnswers
from .main_window import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.events import AppEvent
    from parley.domain.message import Message

    from .compare.page import ComparePage
    from .compared_answer import ComparedAnswer
    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .links import Links
    from .main_window import MainWindow
    from .preferences import Preferences
    from .session import Session

_ENOUGH = 2  # complete answers, to say which of them is ahead


class Comparing(QObject):
    """Shows the page in place of the conversation, from the choice of the models until the person has kept an answer.

    The engine's part is in `chat/engine.py`: every answer is a turn of its own. While nothing is chosen, all answers
    are kept; opening the conversation again leads back to the page.
    """

    modelsChosen = Signal(object)  # tuple[str, ...] that get the next message; none: the conversation's own
    modelsWanted = Signal()  # the models of the service are about to be chosen from
    exportRequested = Signal(int, int)  # conversation id, message id: all up to there
    codeRequested = Signal(int, str)  # id of the message that is compared, model
    failed = Signal(object)  # Failure

    def __init__(
        self,
        window: MainWindow,
        engine: EngineThread,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        links: Links,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._engine = engine
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._links = links
        self._comparisons = Comparisons(self)
        self._choosing = ChoosingModels(window, preferences, self)
        self._kept = KeptAnswers(window, engine, session, conversation)
        self._then: Callable[[Lane], object] | None = None  # once the person's decision is on disk
        self._page: ComparePage | None = None
        self._is_choosing = False
        self._shown: Comparison | None = None
        self._answers: dict[int, ComparedAnswer] = {}  # by id() of their lane
        self._connect()

    def _connect(self) -> None:
        self._window.header.compareRequested.connect(self.open)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self._window, self.open)
        self._session.messagesReplaced.connect(self._follow)
        self._choosing.chosen.connect(self._take_choice)
        self._kept.decided.connect(self._on_decided)
        self._kept.failed.connect(self.failed)
        comparisons = self._comparisons
        comparisons.begun.connect(self._begin)
        comparisons.laneBegan.connect(self._show_lane)
        comparisons.textAdded.connect(self._add_text)
        comparisons.phaseChanged.connect(self._show_phase)
        comparisons.waitingChanged.connect(self._show_waiting)
        comparisons.laneEnded.connect(self._end_lane)

    # What comes in

    def apply(self, events: Sequence[AppEvent]) -> None:
        """What the engine said. The session must have heard it before."""
        self._comparisons.apply(events)
        for event in events:
            if isinstance(event, PricesLoaded):
                self._choosing.set_prices(event.book)

    def set_models(self, models: tuple[str, ...]) -> None:
        """The models the service offers."""
        self._choosing.set_models(models)

    def set_theme(self) -> None:
        if self._page is not None:
            self._page.set_theme(self._window.theme)
        for answer in self._answers.values():
            answer.transcript.set_theme(self._window.theme)

    # The choice of models

    def open(self) -> None:
        """Let the person choose which models get the next message."""
        if self._is_choosing:
            self.cancel()
            return
        self._say_state()
        if self._preferences.service is None or self._window.page is Page.WELCOME or self._shown is not None:
            return
        self._is_choosing = True
        self.modelsWanted.emit()
        page = self._made_page()
        page.show_choice()
        self._window.show_instead(page, composer=False)
        self._choosing.begin(self._session.settings.model, single=self._preferences.service.local)
        self._say_state()

    def cancel(self) -> None:
        """Back to the conversation, with the model it had."""
        self._leave()
        self._window.composer.focus_input()

    def _leave(self) -> None:
        self._is_choosing = False
        self._shown = None
        self._answers = {}
        self._send_to(())
        if self._page is not None:
            self._page.show_answers("", ())
        self._window.show_instead(None)
        self._say_state()

    def _say_state(self) -> None:
        self._window.header.set_comparing(self._is_choosing, answering=self._shown is not None)

    def _take_choice(self, models: tuple[str, ...]) -> None:
        """The message goes to these; with too few there is nothing to write it in."""
        if self._is_choosing:
            self._send_to(models)
            self._window.show_instead(self._page, composer=bool(models))

    def _send_to(self, models: tuple[str, ...]) -> None:
        self._conversation.compare_with(models)
        self.modelsChosen.emit(models)

    # The answers

    def _follow(self, _messages: Sequence[Message]) -> None:
        """Another conversation or branch is on the screen, or the same one anew."""
        shown = self._session.conversation_id
        found = self._comparisons.find(shown) if shown is not None else None
        if found is None:
            if self._is_choosing or self._shown is not None:
                self._leave()
        elif found is not self._shown:
            self._show(found)

    def _begin(self, comparison: Comparison) -> None:
        if self._session.conversation_id == comparison.conversation_id:
            self._show(comparison)

    def _show(self, comparison: Comparison) -> None:
        self._is_choosing = False
        self._send_to(())
        self._shown = comparison
        page = self._made_page()
        made = [self._made_answer(lane) for lane in comparison.lanes]
        self._answers = {id(answer.lane): answer for answer in made}
        page.show_answers(comparison.question.text, [answer.column for answer in made])
        self._window.show_instead(page, composer=False, find=self._open_find)
        self._say_state()
        self._say_running()
        self._mark_best()
        made[0].transcript.setFocus()

    def _made_answer(self, lane: Lane) -> ComparedAnswer:
        from .compared_answer import ComparedAnswer  # when there is something to compare

        service = self._preferences.service
        answer = ComparedAnswer(lane, self._window.theme, service.name if service is not None else "OpenAI")
        answer.stopRequested.connect(self._stop)
        answer.keepRequested.connect(self._keep)
        answer.againRequested.connect(self._again)
        answer.continueRequested.connect(self._continue)
        answer.actionRequested.connect(self._act)
        answer.codeRequested.connect(self._show_code)
        answer.transcript.linkActivated.connect(self._links.open)
        answer.transcript.exportRequested.connect(self._export)
        return answer

    def _made_page(self) -> ComparePage:
        if self._page is None:
            from .compare.page import ComparePage  # only for those who compare

            page = self._page = ComparePage()
            page.set_theme(self._window.theme)
            self._choosing.fill(page.choice)
            page.choice.cancelRequested.connect(self.cancel)
            page.stopAllRequested.connect(self._stop_all)
            page.keepAllRequested.connect(self._keep_all)
        return self._page

    def _open_find(self) -> None:
        """Find text in the answer that has the focus, else in the first."""
        focused = self._window.focusWidget()
        answers = list(self._answers.values())
        own = [one for one in answers if focused is not None and one.column.isAncestorOf(focused)]
        for answer in (own or answers)[:1]:
            answer.transcript.open_find()

    # What the engine says of them

    def _show_lane(self, lane: Lane) -> None:
        if id(lane) in self._answers:
            self._answers[id(lane)].show()
            self._say_running()
            self._mark_best()

    def _add_text(self, lane: Lane, text: str) -> None:
        if id(lane) in self._answers:
            self._answers[id(lane)].append(text)

    def _show_phase(self, lane: Lane) -> None:
        if id(lane) in self._answers:
            self._answers[id(lane)].show_phase()

    def _show_waiting(self, lane: Lane, seconds: int) -> None:
        if id(lane) in self._answers:
            self._answers[id(lane)].show_waiting(seconds)

    def _end_lane(self, lane: Lane) -> None:
        if id(lane) in self._answers:
            self._answers[id(lane)].end()
            self._say_running()
            self._mark_best()

    def _say_running(self) -> None:
        if self._page is not None and self._shown is not None:
            self._page.set_running(self._shown.running)

    def _mark_best(self) -> None:
        """Say which complete answer was the fastest and which the cheapest, once all have ended."""
        done = [one for one in self._answers.values() if one.lane.answer.status is Status.COMPLETE]
        if len(done) < _ENOUGH or self._shown is None or self._shown.running:
            return
        times = [one.lane.total for one in done]
        costs = [one.lane.answer.cost for one in done]
        for one in done:
            marks = [self.tr("Fastest")] if _is_least(one.lane.total, times) else []
            marks += [self.tr("Cheapest")] if _is_least(one.lane.answer.cost, costs) else []
            one.column.set_mark(" · ".join(marks))

    # What the person wants with them

    def _stop(self, lane: Lane) -> None:
        turn_id = lane.answer.id
        self._engine.post(lambda backend: backend.stop(turn_id), failed=self.failed.emit)

    def _stop_all(self) -> None:
        for lane in self._shown.lanes if self._shown is not None else ():
            if lane.running:
                self._stop(lane)

    def _again(self, lane: Lane) -> None:
        """The same model once more; its earlier try stays until the person chooses."""
        service, question_id = self._preferences.service, lane.answer.parent_id
        if service is None or question_id is None or lane.running:
            return
        settings = self._settings_of(lane)
        self._engine.post(lambda backend: backend.answer_again(question_id, settings, service), failed=self.failed.emit)

    def _continue(self, lane: Lane) -> None:
        service, answer_id = self._preferences.service, lane.answer.id
        if service is None or lane.running:
            return
        settings = self._settings_of(lane)
        self._engine.post(
            lambda backend: backend.continue_answer(answer_id, settings, service), failed=self.failed.emit
        )

    def _settings_of(self, lane: Lane) -> ChatSettings:
        shown = self._session.settings
        return replace(shown, model=lane.model, more=replace(shown.more, answers=None))

    def _act(self, lane: Lane, action: Action) -> None:
        """The button of a failure. What is not about this one answer is done in the conversation, at this answer."""
        if action in (Action.RETRY, Action.TRY_AGAIN):
            self._again(lane)
        elif action is Action.CONTINUE:
            self._continue(lane)
        elif action is Action.STOP_WAITING:
            self._stop(lane)
        elif action in (Action.EDIT_MESSAGE, Action.RAISE_LIMIT, Action.DROP_OLDEST):
            self._decide(lane, [], then=lambda kept: self._conversation.act(kept.answer.id, action))
        else:
            self._conversation.actionWanted.emit(action)

    def _show_code(self, lane: Lane) -> None:
        if self._shown is not None:
            self.codeRequested.emit(self._shown.question.id, lane.model)

    def _export(self, message_id: int) -> None:
        if self._shown is not None:
            self.exportRequested.emit(self._shown.conversation_id, message_id)

    def _keep(self, lane: Lane) -> None:
        if self._shown is not None:
            dropped = self._shown.others(lane)
            self._decide(lane, dropped, then=lambda kept: self._conversation.go_on_with(kept.model))

    def _keep_all(self) -> None:
        if self._shown is not None:
            whole = [lane for lane in self._shown.lanes if lane.answer.status is Status.COMPLETE]
            self._decide((whole or self._shown.lanes)[0], [])

    def _decide(self, lane: Lane, dropped: list[int], then: Callable[[Lane], object] | None = None) -> None:
        if self._shown is not None:
            self._then = then
            self._kept.keep(self._shown, lane, dropped)

    def _on_decided(self, comparison: Comparison, lane: Lane) -> None:
        self._comparisons.forget(comparison)
        if self._session.conversation_id != comparison.conversation_id:
            return
        self._conversation.reload()
        then, self._then = self._then, None
        if then is not None:
            then(lane)
        self._window.composer.focus_input()


def _is_least(value: int | None, values: Sequence[int | None]) -> bool:
    """Whether `value` is known and smaller than every other."""
    known = sorted(one for one in values if one is not None)
    return value is not None and len(known) == len(values) and known[0] == value and known[0] < known[1]
