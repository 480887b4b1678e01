"""The owner of the comparisons that are going on: one message, and for each model the answer as far as it has come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.events import ComparisonStarted, Phase, TurnDelta, TurnEnded, TurnPhase, TurnStarted, TurnWaiting
from parley.domain.message import Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.events import AppEvent
    from parley.domain.message import Message


@dataclass(slots=True, eq=False)
class Lane:
    """One model's part in a comparison. Times are milliseconds since the answer was asked for."""

    answer: Message
    phase: Phase | None = Phase.CONNECTING
    first_word: int | None = None
    total: int | None = None
    earlier: list[int] = field(default_factory=list)  # ids of tries before this one
    parts: list[str] = field(default_factory=list)

    @property
    def model(self) -> str:
        return self.answer.model

    @property
    def running(self) -> bool:
        return self.answer.status is Status.STREAMING

    def message(self) -> Message:
        """The answer with all that has arrived."""
        if not self.running:
            return self.answer
        self.parts = ["".join(self.parts)]
        return replace(self.answer, text=self.parts[0])


@dataclass(slots=True, eq=False)
class Comparison:
    """One message and the answers to it, in the order in which the models were chosen."""

    conversation_id: int
    question: Message
    lanes: list[Lane] = field(default_factory=list)

    @property
    def running(self) -> bool:
        return any(lane.running for lane in self.lanes)

    def others(self, kept: Lane) -> list[int]:
        """The ids of every answer but the one in `kept`."""
        ids = [ident for lane in self.lanes for ident in (*lane.earlier, lane.answer.id)]
        return [ident for ident in ids if ident != kept.answer.id]


class Comparisons(QObject):
    """Folds what the engine says of answers that are compared, until the person has chosen."""

    begun = Signal(object)  # Comparison
    laneBegan = Signal(object)  # Lane: its model tries again
    textAdded = Signal(object, str)  # Lane, delta
    phaseChanged = Signal(object)  # Lane
    waitingChanged = Signal(object, int)  # Lane, seconds left
    laneEnded = Signal(object)  # Lane

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: dict[int, Comparison] = {}  # by conversation
        self._lanes: dict[int, Lane] = {}  # by turn
        self._awaited: set[int] = set()  # turns that are about to begin

    def find(self, conversation_id: int) -> Comparison | None:
        """The comparison in this conversation that the person has not decided yet."""
        return self._open.get(conversation_id)

    def forget(self, comparison: Comparison) -> None:
        """The person has decided. What is still being written is the conversation's own business."""
        self._open.pop(comparison.conversation_id, None)
        gone = {id(lane) for lane in comparison.lanes}
        self._lanes = {turn: lane for turn, lane in self._lanes.items() if id(lane) not in gone}

    def apply(self, events: Sequence[AppEvent]) -> None:
        """Take what the engine said; anything that is not about a comparison is not ours."""
        for event in events:
            match event:
                case ComparisonStarted():
                    self._expect(event)
                case TurnStarted() if event.turn_id in self._awaited:
                    self._begin(event)
                case TurnStarted() if event.question is None:
                    self._try_again(event)
                case TurnDelta() if event.turn_id in self._lanes:
                    self._add_text(event)
                case TurnPhase() if event.turn_id in self._lanes:
                    self._change_phase(event)
                case TurnWaiting() if event.turn_id in self._lanes:
                    self.waitingChanged.emit(self._lanes[event.turn_id], event.seconds)
                case TurnEnded() if event.turn_id in self._lanes:
                    self._end(event)
                case _:
                    pass

    def _expect(self, event: ComparisonStarted) -> None:
        self._open[event.conversation.id] = Comparison(event.conversation.id, event.question)
        self._awaited = set(event.turn_ids)

    def _begin(self, event: TurnStarted) -> None:
        comparison = self._open[event.conversation.id]
        lane = Lane(event.answer)
        comparison.lanes.append(lane)
        self._lanes[event.turn_id] = lane
        self._awaited.discard(event.turn_id)
        if not self._awaited:
            self.begun.emit(comparison)

    def _try_again(self, event: TurnStarted) -> None:
        """Another answer to the message that is compared takes the place of its model's last one."""
        comparison = self._open.get(event.conversation.id)
        if comparison is None or event.answer.parent_id != comparison.question.id:
            return
        lane = next((one for one in comparison.lanes if one.model == event.answer.model and not one.running), None)
        if lane is None:
            return
        lane.earlier.append(lane.answer.id)
        lane.answer, lane.parts = event.answer, [event.answer.text]
        lane.phase, lane.first_word, lane.total = Phase.CONNECTING, None, None
        self._lanes[event.turn_id] = lane
        self.laneBegan.emit(lane)

    def _add_text(self, event: TurnDelta) -> None:
        lane = self._lanes[event.turn_id]
        lane.parts.append(event.text)
        self.textAdded.emit(lane, event.text)

    def _change_phase(self, event: TurnPhase) -> None:
        lane = self._lanes[event.turn_id]
        lane.phase = event.phase
        if event.phase is Phase.WRITING and lane.first_word is None:
            lane.first_word = event.elapsed_ms
        self.phaseChanged.emit(lane)

    def _end(self, event: TurnEnded) -> None:
        lane = self._lanes.pop(event.turn_id)
        lane.answer, lane.phase, lane.total = event.answer, None, event.elapsed_ms
        lane.parts = []
        self.laneEnded.emit(lane)
