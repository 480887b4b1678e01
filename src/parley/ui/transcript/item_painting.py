"""Painting one message of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF

from .painting import paint_card, paint_strip, paint_surroundings, strip_width
from .rows import Range
from .status import roomiest_text, status_text

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
    top = area.flow.top(number) - area.top()
    if item.in_card:
        painter.save()
        painter.translate(0, top)
        paint_card(painter, area.theme, item, area.column_left())
        painter.restore()
    _paint_rows(area, painter, number, top, region)
    text = status_text(item)
    if text:
        paint_strip(painter, area.theme, text, area.strip_rect(number), mine=item.is_mine, warn=item.broken_off)


def _paint_rows(area: Ground, painter: QPainter, number: int, top: int, region: QRegion) -> None:
    """Paint the rows of the message `number`, which begins at the height `top` of the window."""
    item = area.flow.item(number)
    clip = region.boundingRect()
    has_holes = region.rectCount() > 1
    column = area.column_left()
    has_ranges = bool(area.marks or area.selection)
    seen = area.rows_between(number, clip.top(), clip.bottom())
    for row_number in range(seen.start, min(seen.stop + 1, len(item.rows))):  # one more: what is above it may be seen
        row = item.rows[row_number]
        y = top + item.top_of(row_number)
        if not row.measured or y - row.gap > clip.bottom():
            continue
        # Over the whole width and the gap above: there are the bars and markers of what the row stands in.
        if has_holes and not region.intersects(QRect(clip.left(), y - row.gap, clip.width(), row.height + row.gap)):
            continue
        x = item.row_left(row_number, column)
        painter.save()
        painter.translate(0, y)
        if row.leaf is not None and row.leaf.inside:
            before = item.rows[row_number - 1] if row_number else None
            paint_surroundings(painter, area.theme, row.leaf, row, before, x, item.row_width(row))
        painter.translate(x, 0)
        ranges = list(_ranges(area, number, row_number, row)) if has_ranges else ()
        row.paint(painter, QRectF(clip.translated(-x, -y)), ranges)
        painter.restore()


def status_width(area: Ground, number: int) -> int:
    """How wide the words under the message `number` are, in pixels."""
    return strip_width(area.theme, status_text(area.flow.item(number)))


def room_for_status(area: Ground, number: int) -> int:
    """How much room the words under the message `number` have before its actions, in pixels."""
    return max(status_width(area, number), strip_width(area.theme, roomiest_text(area.flow.item(number))))


def _ranges(area: Ground, number: int, row_number: int, row: Row) -> Iterator[Range]:
    yield from area.marks.get((number, row_number), ())
    if area.selection:
        part = area.selection.within(number, row_number, row.length)
        if part is not None:
            yield Range(*part, area.theme.selection)
