"""Where the sent part of a conversation begins: what stands above is greyed, and a note says what became of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from parley.domain.message import Message, Role, Status
from parley.ui import theme as look
from parley.ui.kit.buttons import Button

from .reading_place import place_of, show_place
from .rows import Range, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from parley.domain.chat_settings import Summary

    from .area import Area
    from .page import Page

NOTE_ID: Final = -1  # the note stands among the messages under this id, which no message has


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


def note_words(summary: str) -> str:
    """The note in words."""
    if summary:
        return QCoreApplication.translate("Transcript", "Sent in this summary: all messages above")
    return QCoreApplication.translate("Transcript", "Not sent any more: all messages above")


class NoteRow(Row):
    """The line under what is not sent any more, with the way to take it back."""

    def __init__(self, summary: str, page: Page) -> None:
        super().__init__()
        self._words = note_words(summary)
        self._page = page
        self._button: Button | None = None
        self.height = look.CONTROL_HEIGHT

    def lay_out(self, _width: int) -> int:
        return look.CONTROL_HEIGHT

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        theme = self._page.theme
        painter.setFont(look.small_font(theme))
        painter.setPen(QColor(theme.quiet))
        room = QRectF(0, 0, self._width - self._button_width() - look.SMALL, self.height)
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _made(self) -> Button:
        if self._button is None:
            words = QCoreApplication.translate("Transcript", "Send everything again")
            self._button = Button(words, self._page.parent, look="quiet")
            self._button.setAccessibleDescription(self._words)
            self._button.clicked.connect(self._page.send_again)
            self._button.hide()
        return self._button

    def _button_width(self) -> int:
        return self._made().sizeHint().width()

    def widgets(self, _page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        wide = self._button_width()
        return ((self._made(), QRectF(self._width - wide, 0, wide, look.CONTROL_HEIGHT)),)

    def release(self) -> None:
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
            self._button = None
