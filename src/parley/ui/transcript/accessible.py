"""The transcript for those who do not see it: every message is an item whose name is its whole text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from parley.domain.message import Role, Status
from parley.markup.parser import parse
from parley.markup.plain import plain_text

from .area import Area
from .note_row import NOTE_ID, note_words

if TYPE_CHECKING:
    from parley.domain.message import Message

# Beyond this many characters Markdown is read as it was written: reading it for its plain text takes too long.
_PARSED: int = 60_000


@lru_cache(maxsize=1)
def install() -> None:
    """Tell Qt how to make the transcript accessible. Once in a process is enough.

    Qt deletes what is made when its widget goes, a little after Python would have, if the widget held it. So all of it
    is held here, for as long as the process.
    """
    kept: list[AccessibleTranscript] = []

    def make(_key: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, Area):
            return None
        made = AccessibleTranscript(thing)
        kept.append(made)
        return made

    QAccessible.installFactory(make)


def tell_reordered(area: Area) -> None:
    """Messages came or went."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(area, QAccessible.Event.ObjectReorder))


class AccessibleTranscript(QAccessibleWidget):
    """The page: its own widgets first, then one child for each message."""

    def __init__(self, area: Area) -> None:
        super().__init__(area, QAccessible.Role.List, area.accessibleName())
        self._area = area
        self._messages: dict[int, AccessibleMessage] = {}

    def _own(self) -> int:
        return int(super().childCount())

    def childCount(self) -> int:
        return self._own() + len(self._area.flow)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes a null, PySide's stubs do not say so
        own = self._own()
        if index < own:
            return super().child(index)
        number = index - own
        if number >= len(self._area.flow):
            return None
        if number not in self._messages:
            self._messages[number] = AccessibleMessage(self, self._area, number)
        return self._messages[number]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        if isinstance(child, AccessibleMessage):
            return self._own() + child.number
        return int(super().indexOfChild(child))


class AccessibleMessage(QAccessibleInterface):
    """One message, by its place in the conversation."""

    def __init__(self, page: AccessibleTranscript, area: Area, number: int) -> None:
        super().__init__()
        self._page = page
        self._area = area
        self.number = number

    def isValid(self) -> bool:
        """Who asks may have heard of it before the conversation changed, or before its page was closed."""
        return shiboken6.isValid(self._area) and self.number < len(self._area.flow)

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes a null, PySide's stubs do not say so
        return None

    def parent(self) -> QAccessibleInterface:
        return self._page

    def childCount(self) -> int:
        return 0

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes a null, PySide's stubs do not say so
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes a null, PySide's stubs do not say so
        return None

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        made = QAccessible.State()
        made.readOnly = True
        made.multiLine = True
        made.invalid = not self.isValid()
        made.busy = self.isValid() and self._area.flow.message(self.number).status is Status.STREAMING
        return made

    def text(self, kind: QAccessible.Text) -> str:
        if kind is not QAccessible.Text.Name or not self.isValid():
            return ""
        return spoken(self._area.flow.message(self.number), self._area.flow.text(self.number))

    def setText(self, _kind: QAccessible.Text, _text: str) -> None:
        """Messages are read only."""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        flow = self._area.flow
        top = flow.top(self.number) - self._area.top()
        height = flow.top(self.number + 1) - flow.top(self.number)
        corner = self._area.viewport().mapToGlobal(QPoint(self._area.column_left(), top))
        return QRect(corner.x(), corner.y(), self._area.column_width(), height)


def spoken(message: Message, text: str) -> str:
    """Who says it, and the text without its markup."""
    if message.role is Role.USER:
        return QCoreApplication.translate("Transcript", "You: {text}").format(text=text)
    if message.id == NOTE_ID:
        return ": ".join(filter(None, [note_words(text), text]))
    said = plain_text(parse(text)) if len(text) <= _PARSED else text
    return QCoreApplication.translate("Transcript", "Answer: {text}").format(text=said)
