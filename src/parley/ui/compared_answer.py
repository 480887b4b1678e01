"""A column of the page that compares, with a transcript of its own for the one answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from .compare.column import Column
from .compare.words import first_word, summary
from .transcript.view import TranscriptView

if TYPE_CHECKING:
    from parley.domain.errors import Action
    from parley.domain.message import Message

    from .comparisons import Lane
    from .theme import Theme

_LONGEST_NAME = 16  # characters: there is room for time, tokens and price beside it


class ComparedAnswer(QObject):
    """Leads between a lane and its column. It lives as long as the column, which the page owns."""

    stopRequested = Signal(object)  # Lane
    keepRequested = Signal(object)  # Lane
    againRequested = Signal(object)  # Lane
    continueRequested = Signal(object)  # Lane
    codeRequested = Signal(object)  # Lane
    actionRequested = Signal(object, object)  # Lane, Action of a failure's button

    def __init__(self, lane: Lane, theme: Theme, service_name: str) -> None:
        self.transcript = TranscriptView()
        self.column = Column(lane.model, self.transcript)
        super().__init__(self.column)
        self.lane = lane
        self.transcript.be_one_of_several(self.tr("Answer of {model}").format(model=lane.model))
        self.transcript.set_service_name(service_name)
        self.transcript.set_theme(theme)
        self.column.stopRequested.connect(self._stop)
        self.column.keepRequested.connect(self._keep)
        self.transcript.regenerateRequested.connect(self._again)
        self.transcript.continueRequested.connect(self._continue)
        self.transcript.actionRequested.connect(self._act)
        self.transcript.codeRequested.connect(self._show_code)
        self.show()

    # What is shown

    def show(self) -> None:
        """Show the lane from the beginning, as it now stands."""
        self.transcript.show_messages([self._bare()])
        self.transcript.set_phase(self.lane.answer.id, self.lane.phase)
        self.column.set_running(self.lane.running)
        self.show_first_word()
        if not self.lane.running:
            self._show_end()

    def append(self, text: str) -> None:
        self.transcript.append_text(self.lane.answer.id, text)

    def show_phase(self) -> None:
        self.transcript.set_phase(self.lane.answer.id, self.lane.phase)
        self.show_first_word()

    def show_waiting(self, seconds: int) -> None:
        self.transcript.set_waiting(self.lane.answer.id, seconds)

    def end(self) -> None:
        """The answer is settled."""
        self.transcript.set_phase(self.lane.answer.id, None)
        self.transcript.update_message(self._bare())
        self.column.set_running(False)
        self._show_end()

    def show_first_word(self) -> None:
        moment = self.lane.first_word
        self.column.set_first_word("" if moment is None else first_word(moment))

    def _show_end(self) -> None:
        answer, total = self.lane.answer, self.lane.total
        self.column.set_summary(summary(answer, total, longest_name=_LONGEST_NAME), summary(answer, total))
        self.column.set_keepable(bool(self.lane.answer.text))

    def _bare(self) -> Message:
        """Without what the column's head and foot say already."""
        return replace(self.lane.message(), model="", usage=None, cost=None, position=1, siblings=1)

    # What the person wants. Methods, not lambdas, which would keep this alive after its column

    def _stop(self) -> None:
        self.stopRequested.emit(self.lane)

    def _keep(self) -> None:
        self.keepRequested.emit(self.lane)

    def _again(self, _message_id: int) -> None:
        self.againRequested.emit(self.lane)

    def _continue(self, _message_id: int) -> None:
        self.continueRequested.emit(self.lane)

    def _show_code(self, _message_id: int) -> None:
        self.codeRequested.emit(self.lane)

    def _act(self, _message_id: int, action: Action) -> None:
        self.actionRequested.emit(self.lane, action)
