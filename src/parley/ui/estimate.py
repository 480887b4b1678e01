"""The line under the composer: how much a message is, in tokens, words and money, before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from parley.domain.money import PriceBook, Usage, money_text, words_for_tokens

if TYPE_CHECKING:
    from .engine_thread import EngineThread
    from .session import Session

PAUSE_MS = 250  # counted when the typing pauses


class Estimate(QObject):
    """Counts what would be sent now: the text in the composer and everything that goes along with it."""

    changed = Signal(str)

    def __init__(self, engine: EngineThread, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._session = session
        self._prices = PriceBook()
        self._text = ""
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._count)

    def set_prices(self, book: PriceBook) -> None:
        self._prices = book
        self._timer.start()

    def set_text(self, text: str) -> None:
        """Take the text in the composer; the line follows when the typing pauses."""
        self._text = text
        self._timer.start()

    def refresh(self) -> None:
        """Count again: another model, other instructions."""
        self._timer.start()

    def _count(self) -> None:
        if not self._text.strip():
            self.changed.emit("")
            return
        model, fresh, known = self._session.settings.model, self._text, self._known_tokens()
        along = "" if known else self._everything_else()
        self._engine.post(
            lambda backend: backend.count_tokens(fresh + along, model),
            done=lambda counted: self._show(fresh, counted + known, model),
        )

    def _known_tokens(self) -> int:
        """Tokens of the conversation so far, as the service counted them with the last answer; 0 when it did not."""
        for message in reversed(self._session.messages):
            if message.usage is not None:
                return message.usage.total_tokens
        return 0

    def _everything_else(self) -> str:
        settings = self._session.settings
        examples = [text for example in settings.examples for text in (example.question, example.answer)]
        return "\n".join(["", settings.instructions, *examples, *(m.text for m in self._session.messages)])

    def _show(self, text: str, tokens: int, model: str) -> None:
        if text != self._text:
            return  # more was typed meanwhile: the next count is on its way
        line = self.tr("{tokens} tokens, about {words} words").format(
            tokens=f"{tokens:,}", words=f"{words_for_tokens(tokens):,}"
        )
        cost = self._prices.cost(model, Usage(tokens, 0))
        if cost is not None:
            line += self.tr(" · {price} to send, plus the answer").format(price=money_text(cost))
        self.changed.emit(line)
