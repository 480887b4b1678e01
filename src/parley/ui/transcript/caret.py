"""Selecting with the keyboard: where the caret goes with each key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeySequence

from .selection import Place, Selection
from .text_tools import step

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from .area import Area

_FAR: Final = 1_000_000.0  # pixels: beyond any line
_STEPS = {
    QKeySequence.StandardKey.SelectNextChar: (1, False),
    QKeySequence.StandardKey.SelectPreviousChar: (-1, False),
    QKeySequence.StandardKey.SelectNextWord: (1, True),
    QKeySequence.StandardKey.SelectPreviousWord: (-1, True),
}
_LINES = {
    QKeySequence.StandardKey.SelectNextLine: 1,
    QKeySequence.StandardKey.SelectPreviousLine: -1,
}


def select_by_key(area: Area, event: QKeyEvent) -> bool:
    """Extend the selection if `event` asks for it."""
    if not len(area.flow):
        return False
    target = _target(area, event)
    if target is None:
        return False
    anchor = existing(area, area.selection.anchor) if area.selection is not None else _first_visible(area)
    area.set_selection(Selection(anchor, target))
    area.show_place(target)
    return True


def _target(area: Area, event: QKeyEvent) -> Place | None:
    caret = existing(area, area.selection.caret) if area.selection is not None else _first_visible(area)
    for key, (by, words) in _STEPS.items():
        if event.matches(key):
            return _sideways(area, caret, by, words=words)
    for key, by in _LINES.items():
        if event.matches(key):
            return _vertical(area, caret, by)
    if event.matches(QKeySequence.StandardKey.SelectStartOfDocument):
        return Place(0, 0, 0)
    if event.matches(QKeySequence.StandardKey.SelectEndOfDocument):
        return end_of(area, len(area.flow) - 1)
    if event.matches(QKeySequence.StandardKey.SelectStartOfLine):
        return _end_of_line(area, caret, -1)
    if event.matches(QKeySequence.StandardKey.SelectEndOfLine):
        return _end_of_line(area, caret, 1)
    return None


def everything(area: Area) -> Selection | None:
    """The whole transcript."""
    if not len(area.flow):
        return None
    return Selection(Place(0, 0, 0), end_of(area, len(area.flow) - 1))


def end_of(area: Area, number: int) -> Place:
    rows = area.built_item(number).rows
    last = max(0, len(rows) - 1)
    return Place(number, last, rows[last].length if rows else 0)


def existing(area: Area, place: Place) -> Place:
    """`place`, or the nearest before it that there is: rows become fewer when an answer is finished or read on."""
    last = len(area.flow) - 1
    if place.item > last:
        return end_of(area, last) if last >= 0 else Place(0, 0, 0)
    rows = area.built_item(place.item).rows
    if place.row >= len(rows):
        return end_of(area, place.item)
    return place._replace(at=min(place.at, rows[place.row].length))


def _first_visible(area: Area) -> Place:
    for number in area.visible_items():
        for row in area.visible_rows(number):
            return Place(number, row, 0)
    return Place(0, 0, 0)


def _length(area: Area, item: int, row: int) -> int:
    rows = area.built_item(item).rows
    return rows[row].length if row < len(rows) else 0


def _sideways(area: Area, caret: Place, by: int, *, words: bool) -> Place:
    rows = area.built_item(caret.item).rows
    if rows:
        at = step(rows[caret.row].text(), caret.at, by, words=words)
        if 0 <= at <= rows[caret.row].length:
            return Place(caret.item, caret.row, at)
    beyond = _next_row(area, caret, by)
    if beyond is None:
        return caret
    return Place(*beyond, 0 if by > 0 else _length(area, *beyond))


def _vertical(area: Area, caret: Place, by: int) -> Place:
    rows = area.built_item(caret.item).rows
    x = area.rect_of(caret).x()
    if rows:
        local = x - area.row_origin(caret.item, caret.row).x()
        at = rows[caret.row].vertical(caret.at, local, by)
        if at is not None:
            return Place(caret.item, caret.row, at)
    beyond = _next_row(area, caret, by)
    if beyond is None:  # the first line, or the last
        return Place(caret.item, caret.row, 0 if by < 0 else _length(area, caret.item, caret.row))
    return Place(*beyond, 0 if by > 0 else _length(area, *beyond))


def _end_of_line(area: Area, caret: Place, by: int) -> Place:
    """Where the line that is seen begins or ends."""
    rows = area.built_item(caret.item).rows
    if not rows:
        return caret
    row, seen = rows[caret.row], area.rect_of(caret)
    y = seen.center().y() - area.row_origin(caret.item, caret.row).y()
    x = -_FAR if (by < 0) is not row.rtl else _FAR
    return Place(caret.item, caret.row, row.place_at(QPointF(x, y)))


def _next_row(area: Area, caret: Place, by: int) -> tuple[int, int] | None:
    row = caret.row + by
    if 0 <= row < len(area.built_item(caret.item).rows):
        return caret.item, row
    item = caret.item + by
    if not 0 <= item < len(area.flow):
        return None
    rows = area.built_item(item).rows
    return item, 0 if by > 0 else max(0, len(rows) - 1)


def scroll_by_key(area: Area, event: QKeyEvent) -> bool:
    """Page Up, Home and the like."""
    bar = area.verticalScrollBar()
    match event.key():
        case Qt.Key.Key_Home:
            bar.setValue(0)
        case Qt.Key.Key_End:
            area.jump_to_end()
        case Qt.Key.Key_PageUp:
            bar.setValue(bar.value() - bar.pageStep())
        case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
            bar.setValue(bar.value() + bar.pageStep())
        case Qt.Key.Key_Up:
            bar.setValue(bar.value() - bar.singleStep())
        case Qt.Key.Key_Down:
            bar.setValue(bar.value() + bar.singleStep())
        case _:
            return False
    return True
