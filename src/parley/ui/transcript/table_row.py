"""A table. When it is wider than the page it scrolls sideways by itself."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from math import ceil, inf
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from parley.markup.blocks import Align, Mark, Paragraph, Span, Table
from parley.markup.plain import spans_text
from parley.ui import theme as look

from .documents import table_style, utf16
from .links import linked_text
from .rows import Range, Row
from .side_scroll import SideScroll
from .text_box import TextBox
from .text_row import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from parley.markup.blocks import Spans
    from parley.markup.leaves import Leaf, LeafBlock

    from .documents import Style
    from .formula import Formula
    from .page import Page

    FindFormula = Callable[[Span], Formula | None]

_PAD_X: Final = look.MEDIUM
_PAD_Y: Final = 6
_LEAST: Final = 72  # narrowest column that still wraps, in pixels
_EASY: Final = 224  # as narrow as text is set where there is no end of room
_WIDEST: Final = 420  # widest column before its text wraps
_ALIGNMENTS: Final = {
    Align.NONE: Qt.AlignmentFlag(0),
    Align.LEFT: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    Align.CENTER: Qt.AlignmentFlag.AlignHCenter,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}


class _Cell:
    """One cell, laid out by itself. `start` is its first place in the row.

    Widths: `wanted` on one line, `whole` without breaking a word, `least` to be readable.
    """

    __slots__ = ("_whole", "box", "least", "length", "spans", "start", "waiting", "wanted")

    def __init__(self, spans: Spans, style: Style, align: Align, find: FindFormula) -> None:
        self.spans = spans
        right_to_left = is_right_to_left(spans_text(spans))
        mathematics = [span for span in spans if span.marks & Mark.MATH]
        self.box = TextBox(
            spans,
            style,
            alignment=_ALIGNMENTS[align],
            right_to_left=right_to_left,
            formulas=find if mathematics else None,
        )
        solid = ceil(self.box.formula_width) + 1 if mathematics else 0  # it cannot be broken
        self.wanted = max(min(self.box.measure_natural() + 1, _WIDEST), solid) + 2 * _PAD_X
        self.least = max(_LEAST, solid) + 2 * _PAD_X
        self._whole = 0
        self.waiting = [span for span in mathematics if find(span) is None]  # mathematics that is shown as its source
        self.length = self.box.length
        self.start = 0

    @property
    def whole(self) -> int:
        """Measured when it is asked for: a table that fits does without."""
        self._whole = self._whole or max(self.least, min(self.box.measure_word() + 1, _WIDEST) + 2 * _PAD_X)
        return self._whole


class TableRow(Row):
    """Cells are kept between updates, so that a growing table lays out only its new cells."""

    def __init__(self, leaf: Leaf, page: Page) -> None:
        super().__init__()
        assert isinstance(leaf.block, Table)  # noqa: S101 - row_factory has chosen by type
        self.leaf: Leaf = leaf
        self._table = leaf.block
        self._theme = page.theme
        self._formulas = page.formulas
        self._cells: list[list[_Cell]] = []
        self._columns: list[int] = []
        self._left = 0
        self._tops: list[int] = [0]
        self._kept = 0  # rows that laying out the next time, and the last time, left as they were
        self._fresh_from = 0
        self._side = SideScroll()
        self.rtl = is_right_to_left(" ".join(map(spans_text, self._table.head)))

    @property
    def side(self) -> SideScroll:
        return self._side

    @property
    def table(self) -> Table:
        return self._table

    @property
    def length(self) -> int:  # type: ignore[override]  # worked out when asked for, where the base has a value
        if not self.measured:
            return utf16(self.text())
        last = self._cells[-1][-1]
        return last.start + last.length

    def grow(self, table: LeafBlock) -> bool:
        """Show `table` from now on, if it is this one with other last rows."""
        if not isinstance(table, Table) or table.head != self._table.head or table.aligns != self._table.aligns:
            return False
        same = 0
        for old, new in zip(self._table.rows, table.rows, strict=False):
            if old != new:
                break
            same += 1
        del self._cells[1 + same :]
        self._kept = min(self._kept, 1 + same)
        self._table = table
        self._width = -1
        return True

    def estimate(self, _width: int) -> None:
        self.height = (len(self._table.rows) + 1) * ceil(self._theme.body_size * 1.8 + 2 * _PAD_Y)

    def lay_out(self, width: int) -> int:
        self._fill()
        look_before = self._columns, self._left
        self._columns = self._share(width)
        self._tops = [0]
        start = 0
        for row in self._cells:
            height = 0
            for cell, column in zip(row, self._columns, strict=True):
                high = cell.box.lay_out(column - 2 * _PAD_X)
                cell.start = start
                start += cell.length + 1
                height = max(height, high)
            self._tops.append(self._tops[-1] + height + 2 * _PAD_Y)
        more = max(0, sum(self._columns) - width)
        height = self._tops[-1] + 1 + (look.MEDIUM if more else 0)
        from_right = self.rtl and not self._side.needed  # it is read from there
        self._side.fit(left=0, top=height - 6, room=width, more=more)
        if from_right:
            self._side.offset = more
        self._left = max(0, width - sum(self._columns)) if self.rtl else 0
        self._fresh_from = self._tops[self._kept] if look_before == (self._columns, self._left) else 0
        self._kept = len(self._cells)
        return height

    @property
    def fresh_from(self) -> int:
        return self._fresh_from

    def _fill(self) -> None:
        self._cells += map(self._made, range(len(self._cells), 1 + len(self._table.rows)))

    def _style(self, number: int) -> Style:
        return table_style(self._theme, bold=number == 0)

    def _made(self, number: int) -> list[_Cell]:
        """The cells of one row; the head is number 0."""
        style = self._style(number)
        find = self._formulas.within(style)
        row = self._table.rows[number - 1] if number else self._table.head
        padded = [*row, *((),) * (len(self._table.head) - len(row))]
        cells = [_Cell(spans, style, align, find) for spans, align in zip(padded, self._table.aligns, strict=True)]
        self.has_formulas = self.has_formulas or any(cell.waiting for cell in cells)
        return cells

    def _share(self, width: int) -> list[int]:
        """Column widths: what they ask for, or shrunk to fit, but never narrower than can be read.

        Words are broken only where that saves the table from having to be scrolled. One that is scrolled anyway needs
        no columns so narrow that their text becomes a tower.
        """
        columns = list(zip(*self._cells, strict=True))
        wanted = [max(cell.wanted for cell in column) for column in columns]
        if sum(wanted) <= width:
            return wanted
        least = [max(cell.least for cell in column) for column in columns]
        whole = [max(cell.whole for cell in column) for column in columns]
        if _total(wanted, whole) <= width:
            return _shrunk(wanted, whole, width)
        if _total(wanted, least) <= width:
            return _shrunk(wanted, least, width)
        return [min(want, max(narrow, _EASY)) for want, narrow in zip(wanted, whole, strict=True)]

    def _placed(self, top: float = 0.0, bottom: float = inf) -> Iterator[tuple[_Cell, QRectF]]:
        """The cells between two heights, and where each stands."""
        wide = sum(self._columns)
        first = max(0, bisect_right(self._tops, top) - 1)
        for number, row in enumerate(self._cells[first:], first):
            above = self._tops[number]
            if above > bottom:
                return
            x = 0
            for cell, column in zip(row, self._columns, strict=True):
                left = self._left + (wide - x - column if self.rtl else x)
                yield cell, QRectF(left, above, column, self._tops[number + 1] - above)
                x += column

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        painter.save()
        wide = sum(self._columns)
        painter.setClipRect(
            QRectF(self._left, 0, min(self._width, wide), self._tops[-1] + 1), Qt.ClipOperation.IntersectClip
        )
        painter.translate(-self._side.offset, 0)
        if clip.top() < self._tops[1]:
            painter.fillRect(QRectF(self._left, 0, wide, self._tops[1]), QColor(self._theme.code))
        for cell, box in self._placed(clip.top(), clip.bottom()):
            corner = QPointF(box.left() + _PAD_X, box.top() + _PAD_Y)
            cell.box.paint(painter, box, _within(cell, ranges) if ranges else (), corner)
        painter.setPen(QColor(self._theme.border))
        for top in self._tops[1:]:
            if clip.top() - 1 <= top <= clip.bottom():
                painter.drawLine(QPointF(self._left, top + 0.5), QPointF(self._left + wide, top + 0.5))
        painter.restore()
        self._side.paint(painter, self._theme.outline)

    def _cell_at(self, point: QPointF) -> tuple[_Cell, QRectF] | None:
        at = point + QPointF(self._side.offset, 0)
        best: tuple[_Cell, QRectF] | None = None
        for cell, box in self._placed(at.y(), at.y()):
            if box.top() <= at.y() < box.bottom():
                reached = at.x() < box.right() if self.rtl else at.x() >= box.left()
                if best is None or reached:
                    best = (cell, box)
        return best

    def place_at(self, point: QPointF) -> int:
        found = self._cell_at(point)
        if found is None:
            return 0 if point.y() < 0 else self.length
        cell, box = found
        local = point + QPointF(self._side.offset - box.left() - _PAD_X, -box.top() - _PAD_Y)
        return cell.start + cell.box.place_at(local)

    def _span_at(self, point: QPointF) -> tuple[_Cell, Span] | None:
        found = self._cell_at(point)
        if found is None:
            return None
        cell, box = found
        local = point + QPointF(self._side.offset - box.left() - _PAD_X, -box.top() - _PAD_Y)
        span = cell.box.span_at(local)
        return None if span is None else (cell, span)

    def link_at(self, point: QPointF) -> str:
        found = self._span_at(point)
        return "" if found is None else found[1].link

    def link_text(self, point: QPointF) -> str:
        found = self._span_at(point)
        return "" if found is None else linked_text([piece.span for piece in found[0].box.pieces], found[1])

    def rect_of(self, place: int) -> QRectF:
        top = self._tops[self._number_of(place)]
        for cell, box in self._placed(top, top):
            if cell.start <= place <= cell.start + cell.length:
                local = cell.box.rect_of(place - cell.start)
                return local.translated(box.left() + _PAD_X - self._side.offset, box.top() + _PAD_Y)
        return super().rect_of(place)

    def vertical(self, place: int, x: float, step: int) -> int | None:
        number = self._number_of(place)
        for cell, box in self._placed(self._tops[number], self._tops[number]):
            if cell.start <= place <= cell.start + cell.length:
                at = cell.box.vertical(place - cell.start, x + self._side.offset - box.left() - _PAD_X, step)
                if at is not None:
                    return cell.start + at
        y = self._tops[number + 1] + _PAD_Y + 1 if step > 0 else self._tops[number] - _PAD_Y - 1
        return self.place_at(QPointF(x, y)) if 0 <= y < self._tops[-1] else None

    def _number_of(self, place: int) -> int:
        """The row of cells a place stands in."""
        return max(0, bisect_right(self._cells, place, key=_start) - 1)

    def text(self) -> str:
        if not self._cells:
            self._fill()
        rows = ("\t".join(cell.box.text for cell in row) for row in self._cells)
        return "\n".join(rows).replace("\u2028", "\n")

    def cut(self, start: int, end: int) -> Leaf:
        """The rows that the stretch touches, with the head; within one cell, only its text."""
        touched: list[tuple[Spans, ...]] = []
        single: list[tuple[Span, ...]] = []
        for row in self._cells:
            cells = [cell for cell in row if cell.start < end and cell.start + cell.length >= start]
            if cells:
                touched.append(tuple(cell.spans for cell in row))
                single += [cell.box.cut(start - cell.start, end - cell.start) for cell in cells]
        if len(single) == 1:
            return replace(self.leaf, block=Paragraph(single[0]))
        if touched and touched[0] == self._table.head:
            touched = touched[1:]
        return replace(self.leaf, block=replace(self._table, rows=tuple(touched)))

    def forget(self) -> None:
        """Make the rows again whose mathematics was not set and can be now."""
        fresh = [number for number, row in enumerate(self._cells) if self._can_be_set(number, row)]
        for number in fresh:
            self._cells[number] = self._made(number)
        if fresh:
            super().forget()
            self._kept = min(self._kept, fresh[0])

    def _can_be_set(self, number: int, row: list[_Cell]) -> bool:
        find = self._formulas.within(self._style(number))
        return any(find(span) for cell in row for span in cell.waiting)


def _start(row: list[_Cell]) -> int:
    """The first place in a row of cells that is laid out."""
    return row[0].start


def _total(wanted: list[int], least: list[int]) -> int:
    """The narrowest that a table can be."""
    return sum(map(min, wanted, least))


def _shrunk(wanted: list[int], least: list[int], width: int) -> list[int]:
    """`wanted`, of which each gives of what it has over `least` in proportion, until all fit into `width`."""
    spare = [max(0, want - narrow) for want, narrow in zip(wanted, least, strict=True)]
    over, room = sum(wanted) - width, sum(spare)
    shrunk = []
    for want, give in zip(wanted, spare, strict=True):
        given = give if over >= room else ceil(over * give / room)
        shrunk.append(want - given)
        over -= given
        room -= give
    return shrunk


def _within(cell: _Cell, ranges: Sequence[Range]) -> list[Range]:
    """The parts of `ranges` that lie in `cell`, as its own places."""
    own = [Range(r.start - cell.start, r.end - cell.start, r.colour) for r in ranges]
    return [Range(max(0, r.start), r.end, r.colour) for r in own if r.end > 0 and r.start < cell.length]
