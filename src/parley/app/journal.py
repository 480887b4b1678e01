"""What the log says of each answer: times, sizes and how it ended. Its words only if the person wants that."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from parley.domain.events import SavingFailed, TurnEnded, TurnRefused, TurnStarted
from parley.domain.settings import LOG_MESSAGE_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.events import AppEvent
    from parley.domain.message import Message
    from parley.domain.settings import Settings

log = logging.getLogger("parley.turns")

LONGEST = 10_000  # characters of a message: a log is turned over only between its entries


class Journal:
    """Stands between the engine and the window: notes each event and passes it on."""

    def __init__(self, emit: Callable[[AppEvent], None], settings: Settings) -> None:
        self._emit = emit
        self.settings = settings

    def emit(self, event: AppEvent) -> None:
        match event:
            case TurnStarted():
                self._begin(event)
            case TurnEnded():
                self._end(event)
            case TurnRefused() | SavingFailed():
                log.info("%s: %s", type(event).__name__, event.failure.cause)
            case _:
                pass
        self._emit(event)

    def _begin(self, event: TurnStarted) -> None:
        log.info("turn %d begins, model %s", event.turn_id, event.answer.model)
        if event.question is not None:
            self._note("question", event.question)

    def _end(self, event: TurnEnded) -> None:
        why = "" if event.answer.failure is None else f", {event.answer.failure.cause}"
        log.info("turn %d is %s after %.1f s%s", event.turn_id, event.answer.status, event.elapsed_ms / 1000, why)
        self._note("answer", event.answer)

    def _note(self, what: str, message: Message) -> None:
        if self.settings[LOG_MESSAGE_TEXT]:
            log.info("%s %d: %s", what, message.id, message.text[:LONGEST])
        else:
            log.info("%s %d: %d characters, %d files", what, message.id, len(message.text), len(message.attachments))
