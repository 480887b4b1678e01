"""Where the sent part of a conversation begins: what stands above is greyed, and a note says what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from parley.domain.message import Message, Role, Status

from .note_row import NOTE_ID
from .reading_place import place_of, show_place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import Summary

    from .area import Area


class LeftOut(QObject):
    """Keeps the note and the grey where they belong, whatever is shown."""

    undoRequested = Signal()

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._first: int | None = None
        self._summary: Summary | None = None
        area.sendAgainRequested.connect(self.undoRequested)

    def show(self, first: int | None, summary: Summary | None) -> None:
        """The messages before the one with the id `first` are not sent; `summary` goes in their place."""
        if (first, summary) == (self._first, self._summary):
            return
        had = self._area.flow.number_of(NOTE_ID) is not None
        self._first, self._summary = first, summary
        if had or (first is not None and self._area.flow.number_of(first) is not None):
            self._set_again()

    def marked(self, messages: Sequence[Message]) -> Sequence[Message]:
        """`messages` with the note where the sent ones begin."""
        place = next((place for place, message in enumerate(messages) if message.id == self._first), 0)
        self._area.left_out = place
        return [*messages[:place], self._note(), *messages[place:]] if place else messages

    def _note(self) -> Message:
        summary = self._summary
        return Message(
            NOTE_ID,
            0,
            None,
            Role.SYSTEM,
            summary.text if summary else "",
            0,
            Status.COMPLETE,
            model=summary.model if summary else "",
        )

    def _set_again(self) -> None:
        flow = self._area.flow
        shown = [replace(flow.message(number), text=flow.text(number)) for number in range(len(flow))]
        place, following = place_of(self._area), self._area.following
        self._area.set_messages(self.marked([message for message in shown if message.id != NOTE_ID]))
        if not following:
            show_place(self._area, place)
