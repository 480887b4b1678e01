"""Counts what would be sent now: the line under the composer, and how much of the context window it fills."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.attachment import AttachmentKind
from parley.domain.message import Message, Role
from parley.domain.money import PriceBook, Usage, words_for_tokens
from parley.domain.request import CompletionRequest, build_request
from parley.domain.settings import PRACTICE_MODEL_FILE

from .kit.money import money_text
from .model_facts import ModelFacts, model_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment

    from .conversation_controller import ConversationController
    from .engine_thread import EngineThread
    from .preferences import Preferences
    from .session import Session

PAUSE_MS = 250  # counted when the typing pauses
_ROUGH = 2.5  # bytes a token has at least, in most text: what is small by this is not counted before it must be
_SMALL_WINDOW = 4_096  # tokens; few models that are still used have a smaller one
_TRUSTED = 200  # tokens; what a service counts for less is mostly what surrounds the messages
_MOST_OFF = 2.0  # a service that counts more than twice or less than half as many counts something else


@dataclass(frozen=True, slots=True)
class Measured:
    """What would be sent now, in tokens. `answer` is the room that was set aside for the answer.

    `in_words`: the line under the composer says the number as well.
    """

    tokens: int
    answer: int
    facts: ModelFacts
    in_words: bool = False


class Estimate(QObject):
    """Counts the text in the composer, its attachments and everything that goes along with them."""

    changed = Signal(str)
    measured = Signal(object)  # Measured; None while there is nothing worth counting

    def __init__(
        self,
        engine: EngineThread,
        session: Session,
        conversation: ConversationController,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._session = session
        self._conversation = conversation
        self._preferences = preferences
        self._prices = PriceBook()
        self._text = ""
        self._attachments: tuple[Attachment, ...] = ()
        self._counting: CompletionRequest | None = None
        self._compared: tuple[str, ...] = ()  # the models the message goes to, where it goes to several
        self._truth: dict[str, float] = {}  # by model: what the service counts for each token counted here
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._count)

    # What comes in

    def set_prices(self, book: PriceBook) -> None:
        self._prices = book
        self._timer.start()

    def set_text(self, text: str) -> None:
        """Take the text in the composer; the line follows when the typing pauses."""
        self._text = text
        self._timer.start()

    def set_attachments(self, attachments: Sequence[Attachment]) -> None:
        self._attachments = tuple(attachments)
        self._timer.start()

    def set_compared(self, models: tuple[str, ...]) -> None:
        """The message goes to all of these; to the conversation's own model when there are none."""
        self._compared = models
        self._timer.start()

    def refresh(self) -> None:
        """Count again: another model, other instructions, other messages."""
        self._timer.start()

    def learn(self, answer: Message) -> None:
        """Compare what the service counted for an answer with what is counted here: other models have other tokens."""
        if answer.usage is None or answer.usage.prompt_tokens < _TRUSTED:
            return
        before = [message for message in self._session.messages if message.id < answer.id]
        request = build_request(self._conversation.settings_for(self._preferences.service), before)
        told = answer.usage.prompt_tokens

        def compare(counted: int) -> None:
            ratio = told / max(1, counted)
            if 1 / _MOST_OFF <= ratio <= _MOST_OFF:
                self._truth[request.model] = ratio
            self._timer.start()

        self._engine.post(lambda backend: backend.count_request(request), done=compare)

    # What is asked

    @property
    def prices(self) -> PriceBook:
        return self._prices

    def facts(self) -> ModelFacts:
        """What is known of the model that answers next."""
        service = self._preferences.service
        settings = self._conversation.settings_for(service)
        own_file = bool(self._preferences[PRACTICE_MODEL_FILE])
        return model_facts(settings.model, service, self._prices, own_file=own_file)

    # Counting

    def _count(self) -> None:
        request, facts = self._request(), self.facts()
        self._counting = request
        if not self._writes() and not _may_matter(request, facts):
            self.changed.emit("")
            self.measured.emit(None)
            return
        self._engine.post(
            lambda backend: backend.count_request(request),
            done=lambda counted: self._show(request, facts, counted),
        )

    def _writes(self) -> bool:
        return bool(self._text.strip() or self._attachments)

    def _request(self) -> CompletionRequest:
        settings = self._conversation.settings_for(self._preferences.service)
        history = list(self._conversation.history)
        if self._writes():
            history.append(Message(sys.maxsize, 0, None, Role.USER, self._text, 0, attachments=self._attachments))
        return build_request(settings, history)

    def _show(self, request: CompletionRequest, facts: ModelFacts, counted: int) -> None:
        if request is not self._counting:
            return  # more was typed meanwhile: the next count is on its way
        tokens = round(counted * self._truth.get(request.model, 1.0))
        writes = self._writes()
        self.changed.emit(self._line(tokens, request.model) if writes else "")
        self.measured.emit(Measured(tokens, request.max_tokens or 0, facts, in_words=writes))

    def _line(self, tokens: int, model: str) -> str:
        line = self.tr("{tokens} tokens").format(tokens=f"{tokens:,}")
        if all(attachment.kind is AttachmentKind.TEXT for attachment in self._attachments):
            words = f"{words_for_tokens(tokens):,}"
            line = self.tr("{tokens} tokens, about {words} words").format(tokens=f"{tokens:,}", words=words)
        if self._compared:
            return line + self._price_of_all(tokens)
        cost = self._prices.cost(model, Usage(tokens, 0))
        if cost is not None:
            line += self.tr(" · {price} to send, plus the answer").format(price=money_text(cost))
        return line

    def _price_of_all(self, tokens: int) -> str:
        """What it costs to send the same to every model; nothing is said when a price is not known."""
        costs = [self._prices.cost(model, Usage(tokens, 0)) for model in self._compared]
        known = [cost for cost in costs if cost is not None]
        if len(known) < len(costs):
            return ""
        words = self.tr(" · {price} to send to {number} models, plus the answers")
        return words.format(price=money_text(sum(known)), number=len(costs))


def _may_matter(request: CompletionRequest, facts: ModelFacts) -> bool:
    """Whether the conversation alone may fill half of the window: else it is not counted until something is written.

    A window nobody knows may be a small one.
    """
    window = _SMALL_WINDOW if facts.window is None else facts.window
    files = sum(len(a.data) for prompt in request.prompts for a in prompt.attachments)
    rough = sum(len(prompt.text.encode("utf-8", "replace")) for prompt in request.prompts) + files
    return rough / _ROUGH > window / 2
