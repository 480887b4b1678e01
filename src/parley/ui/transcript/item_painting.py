"""Painting one message of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from .painting import paint_card, paint_strip, paint_surroundings, strip_width
from .rows import Range
from .status import status_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter, QRegion

    from .ground import Ground
    from .rows import Row


GREYED = 0.62  # of what is not sent any more: still readable, at 4.5:1


def paint_item(area: Ground, painter: QPainter, number: int, region: QRegion) -> None:
    """Paint what can be seen of the message `number` in a part of the window."""
    item = area.flow.item(number)
    painter.setOpacity(GREYED if number < area.left_out else 1.0)
    if item.in_card:
        painter.save()
        painter.translate(0, area.flow.top(number) - area.top())
        paint_card(painter, area.theme, item, area.column_left())
        painter.restore()
    room = region.boundingRect()
    seen = area.rows_between(number, room.top(), room.bottom())
    for row_number in range(seen.start, min(seen.stop + 1, len(item.rows))):  # one more: what is above it may be seen
        if item.rows[row_number].measured:
            _paint_row(area, painter, number, row_number, region)
    text = status_text(item)
    if text:
        paint_strip(painter, area.theme, text, area.strip_rect(number), mine=item.is_mine, warn=item.broken_off)


def status_width(area: Ground, number: int) -> int:
    """How wide the words under the message `number` are, in pixels."""
    return strip_width(area.theme, status_text(area.flow.item(number)))


def _paint_row(area: Ground, painter: QPainter, number: int, row_number: int, region: QRegion) -> None:
    item = area.flow.item(number)
    row = item.rows[row_number]
    origin = area.row_origin(number, row_number)
    clip = region.boundingRect()
    # Over the whole width and the gap above: there are the bars and markers of what the row stands in.
    if not region.intersects(QRect(clip.left(), origin.y() - row.gap, clip.width(), row.height + row.gap)):
        return
    painter.save()
    painter.translate(0, origin.y())
    before = item.rows[row_number - 1] if row_number else None
    paint_surroundings(painter, area.theme, row, before, origin.x(), item.row_width(row))
    painter.translate(origin.x(), 0)
    ranges = list(_ranges(area, number, row_number, row))
    row.paint(painter, QRectF(clip.translated(-origin)), ranges)
    painter.restore()


def _ranges(area: Ground, number: int, row_number: int, row: Row) -> Iterator[Range]:
    yield from area.marks.get((number, row_number), ())
    if area.selection:
        part = area.selection.within(number, row_number, row.length)
        if part is not None:
            yield Range(*part, area.theme.selection)
