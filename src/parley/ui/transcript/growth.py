"""Showing more of an answer: what is already in the window is moved, and only the rest is painted."""

from __future__ import annotations

from math import ceil
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QRect, Qt, QTimer

from .standing import rows_in_window

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .area import Area
    from .rows import Row

_BATCH: Final = 0.033  # seconds: text that arrives within this time is laid out together
_SLOWEST_BATCH: Final = 0.080  # a slow or busy computer gets larger batches, up to this
_REST: Final = 14  # laying out takes at most a fourteenth of the time
_AT_ONCE: Final = 0.002  # seconds: not worth waking up for once more
_OVERHANG: Final = 3  # pixels: letters may reach so far out of their row


class Growth(QObject):
    """Gathers text that arrives, and shows it in batches."""

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._grown: set[int] = set()  # ids of messages with text that is not shown yet
        self._next = 0.0  # when the next batch is due, by `monotonic`
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show)

    def add(self, message_id: int, text: str) -> None:
        """More of a message, if it is on the page. It is shown within a batch's time, and at once where none was shown
        just before: somebody waits for the first word."""
        number = self._area.flow.number_of(message_id)
        if number is None:
            return
        self._area.flow.item(number).append(text)
        self._grown.add(message_id)
        self._area.page.formulas.postpone()
        if self._timer.isActive():
            return
        wait = self._next - monotonic()
        if wait < _AT_ONCE:
            self.show()
        else:
            self._timer.start(ceil(wait * 1000))

    def forget(self, message_id: int) -> None:
        """This message is shown in another way."""
        self._grown.discard(message_id)

    def show(self) -> None:
        """Show what has arrived."""
        began = monotonic()
        grown, self._grown = self._grown, set()
        show_growth(self._area, [number for one in grown if (number := self._area.flow.number_of(one)) is not None])
        self._timer.stop()
        self._next = began + min(max(_BATCH, (monotonic() - began) * _REST), _SLOWEST_BATCH)


def show_growth(area: Area, numbers: Iterable[int]) -> None:
    """Text has come to these items since they were painted: lay it out, and paint what is new or stands elsewhere."""
    before = dict(_measured(area))
    top = area.top()
    for number in numbers:
        item = area.flow.item(number)
        if item.built:
            item.refresh(area.page)
        area.flow.changed(number)
    same = {row for row in before if row.measured}  # the others are laid out again
    if not area.lay_out():
        return
    moved = area.top() - top
    if abs(moved) < area.viewport().height():
        area.viewport().scroll(0, -moved)
        shown = {row: (x, y - moved, row.height if row in same else row.fresh_from) for row, (x, y) in before.items()}
        good = max(0, _good(area, shown) - _OVERHANG)
        area.viewport().update(QRect(0, good, area.viewport().width(), area.viewport().height() - good))
    else:
        area.viewport().update()
    area.settled()


def _measured(area: Area) -> Iterator[tuple[Row, tuple[int, int]]]:
    """The rows in the window that are laid out, how far they are moved in, and at what height they begin."""
    return ((seen.row, (seen.row.indent, seen.top)) for seen in rows_in_window(area) if seen.row.measured)


def _good(area: Area, shown: dict[Row, tuple[int, int, int]]) -> int:
    """Down to where the window shows what it should. `shown`: where rows begin, and how much of each is right."""
    good = 0
    for row, (x, y) in _measured(area):
        x_before, y_before, right = shown.get(row, (-1, -1, 0))
        if (x_before, y_before) != (x, y) or row not in shown:
            break  # the gap above it is not right either
        good = y + right
        if right < row.height:
            break
    return good
