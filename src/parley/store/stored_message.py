"""A message that has been read from the file as far as it is usually looked at.

Of ten thousand messages a few dozen are ever on the screen. Of the others the window wants to know who said what; to
understand the rest of their rows, the JSON above all, takes several times as long as to fetch them. So that waits until
somebody asks, message by message.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from parley.domain.message import Message

from .clean import text_of
from .rows import read_others, read_role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from parley.domain.attachment import Attachment

    from .connection import Row

_FIELDS = tuple(Message.__dataclass_fields__)
_values = attrgetter(*_FIELDS)
_put = object.__setattr__  # the way into a frozen dataclass, as its own __init__ goes


class StoredMessage(Message):
    """Equal to the `Message` with the same values, and safe to look at from any thread."""

    __slots__ = ("_row",)
    _row: tuple[Row, int, int]  # the columns MESSAGE but for the text, its position, its siblings

    def __getattr__(self, name: str) -> object:
        """Only called for what is not there: read the rest of the row."""
        if name not in _FIELDS:
            raise AttributeError(name)
        row, position, siblings = self._row
        for field, value in read_others(row).items():
            _put(self, field, value)
        _put(self, "position", position)
        _put(self, "siblings", siblings)
        return getattr(self, name)

    def __eq__(self, other: object) -> bool:
        return bool(_values(self) == _values(other)) if isinstance(other, Message) else NotImplemented

    __hash__ = Message.__hash__


def stored_messages(
    rows: Iterable[tuple[Row, int, int]], attachments: Mapping[object, Sequence[Attachment]]
) -> list[Message]:
    """From the columns MESSAGE of each (what follows them is left alone), its position and the number of its siblings;
    `attachments` by the id of their message."""
    made: list[Message] = []
    for row, position, siblings in rows:
        message = StoredMessage.__new__(StoredMessage)
        _put(message, "id", row[0])
        _put(message, "role", read_role(row[3]))
        _put(message, "text", text_of(row[4]))
        _put(message, "attachments", tuple(attachments.get(row[0], ())))
        _put(message, "_row", (row[:4] + row[5:13], position, siblings))  # one copy of the text is enough
        made.append(message)
    return made
