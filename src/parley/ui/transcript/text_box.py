"""One paragraph of spans, laid out line by line: much lighter than a text document for each."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from parley.markup.blocks import Mark
from parley.ui.theme import is_joined

from .documents import char_format, cut, pieces_of, slice_utf16
from .rows import x_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter

    from parley.markup.blocks import Span, Spans

    from .documents import Piece, Style
    from .formula import Formula
    from .rows import Range

_READING_SIDE: Final = Qt.AlignmentFlag(0)
_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_FEW: Final = 2  # stretches of text
_ORIGIN: Final = QPointF(0, 0)
_TALL: Final = 1_000_000.0  # "no limit" for a line's width, in pixels


@lru_cache(maxsize=16)
def _option(alignment: Qt.AlignmentFlag, right_to_left: bool) -> QTextOption:
    if not alignment:
        side = Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft
        alignment = side | Qt.AlignmentFlag.AlignAbsolute
    made = QTextOption(alignment)
    made.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    made.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return made


@lru_cache(maxsize=16)
def _word_option(alignment: Qt.AlignmentFlag, right_to_left: bool) -> QTextOption:
    """With any other way of wrapping, Qt says of the shortest width that it is that of a letter."""
    made = QTextOption(_option(alignment, right_to_left))
    made.setWrapMode(QTextOption.WrapMode.WordWrap)
    return made


@lru_cache(maxsize=64)
def _metrics(style: Style) -> tuple[float, float]:
    """Height of a line of `style` and where its base line stands in it, in pixels."""
    metrics = QFontMetricsF(char_format(style, Mark.PLAIN, False).font())
    height = metrics.height() * style.line_height / 1.21
    return height, (height - metrics.height()) / 2 + metrics.ascent()


@lru_cache(maxsize=64)
def _pen(style: Style) -> QPen:
    return QPen(char_format(style, Mark.PLAIN, False).foreground().color())


class TextBox:
    """Lays out at a width, paints, and says what is where. Places are counted as Qt counts characters."""

    __slots__ = (
        "_alignment",
        "_begins_left",
        "_formulas",
        "_layout",
        "_lines",
        "_width",
        "height",
        "natural_width",
        "pieces",
        "rtl",
        "style",
        "text",
    )

    def __init__(
        self,
        spans: Spans,
        style: Style,
        *,
        alignment: Qt.AlignmentFlag = _READING_SIDE,
        right_to_left: bool = False,
        formulas: Callable[[Span], Formula | None] | None = None,
    ) -> None:
        self.style = style
        self.rtl = right_to_left
        self._alignment = alignment
        self._formulas: dict[int, Formula] = {}
        self.text, self.pieces = pieces_of(spans, formulas)
        self._layout = QTextLayout(self.text, char_format(style, Mark.PLAIN, False).font())
        self._layout.setTextOption(_option(alignment, right_to_left))
        self._layout.setCacheEnabled(True)
        self._layout.setFormats([self._range(piece) for piece in self.pieces])
        self._lines: list[QTextLine] = []
        self._width = -1.0
        self._begins_left = not right_to_left and alignment in (_READING_SIDE, _LEFT)
        self.height = 0
        self.natural_width = 0

    def _range(self, piece: Piece) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = piece.start, piece.end - piece.start
        made.format = char_format(self.style, piece.span.marks, bool(piece.span.link), is_joined(piece.span.text))
        if piece.formula is not None:
            self._formulas[piece.start] = piece.formula
            made.format = piece.formula.room(made.format)
        return made

    @property
    def length(self) -> int:
        return self.pieces[-1].end if self.pieces else 0

    @property
    def formula_width(self) -> float:
        """The width of the widest formula."""
        return max((formula.width for formula in self._formulas.values()), default=0.0)

    def lay_out(self, width: float) -> int:
        """Break into lines of at most `width`. The height it takes."""
        if width == self._width or (self._begins_left and self._width == _TALL and self.natural_width < width):
            return self.height
        self._width = width
        height, base = _metrics(self.style)
        layout = self._layout
        lines = []
        top = widest = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            above, below = self._room_for(line, base, height - base) if self._formulas else (base, height - base)
            line.setPosition(QPointF(0, top + above - line.ascent()))
            top += above + below
            widest = max(widest, line.naturalTextWidth())
            lines.append(line)
        layout.endLayout()
        self._lines = lines
        self.natural_width = ceil(widest)
        self.height = ceil(top)
        return self.height

    def _room_for(self, line: QTextLine, above: float, below: float) -> tuple[float, float]:
        """What a line needs over and under its base line when formulas stand in it."""
        for start, formula in self._formulas.items():
            if line.textStart() <= start < line.textStart() + line.textLength():
                above = max(above, formula.ascent + 3)
                below = max(below, formula.descent + 3)
        return above, below

    def measure_natural(self) -> int:
        """The width on one line per line break."""
        self.lay_out(_TALL)
        return self.natural_width

    def measure_word(self) -> int:
        """The width of the longest word."""
        self._layout.setTextOption(_word_option(self._alignment, self.rtl))
        self._width = -1.0
        self.lay_out(_TALL)
        self._layout.setTextOption(_option(self._alignment, self.rtl))
        return ceil(self._layout.minimumWidth())

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range], corner: QPointF = _ORIGIN) -> None:
        """Paint with the upper left corner at `corner`; `clip` is the part that can be seen."""
        painter.setPen(_pen(self.style))
        if len(ranges) > _FEW:
            self._paint_by_line(painter, clip, ranges, corner)
        else:
            self._layout.draw(painter, corner, [_selected(found) for found in ranges], clip)
        for start, formula in self._formulas.items():
            line = self._layout.lineForTextPosition(start)
            if line.isValid():
                formula.paint(painter, corner + QPointF(_left_of(line, start), line.y() + line.ascent()))

    def _paint_by_line(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range], corner: QPointF) -> None:
        """Paint where there is much behind the text. For each stretch of it Qt draws all lines in the clip again."""
        first, last = (self._number_at(edge - corner.y()) for edge in (clip.top(), clip.bottom()))
        below = clip.top()
        for number in range(first, last + 1):
            line, is_last = self._lines[number], number == last
            above, below = below, clip.bottom() if is_last else floor(corner.y() + self._lines[number + 1].y())
            start, end = line.textStart(), line.textStart() + line.textLength()
            here = [_selected(found) for found in ranges if found.start <= end and found.end >= start]
            band = QRectF(clip.left(), above, clip.width(), below - above)
            painter.save()
            painter.setClipRect(band, Qt.ClipOperation.IntersectClip)  # what is drawn is whole lines, those beside too
            self._layout.draw(painter, corner, here, band)
            painter.restore()

    def _number_at(self, y: float) -> int:
        """The number of the line at a height, or of the nearest."""
        return max(0, bisect_right(self._lines, y, key=QTextLine.y) - 1)

    def _line_at(self, y: float) -> QTextLine | None:
        return self._lines[self._number_at(y)] if self._lines else None

    def place_at(self, point: QPointF) -> int:
        line = self._line_at(point.y())
        return 0 if line is None else line.xToCursor(point.x())

    def rect_of(self, place: int) -> QRectF:
        line = self._layout.lineForTextPosition(min(place, self.length))
        if not line.isValid():
            return QRectF(0, 0, 1, _metrics(self.style)[0])
        return QRectF(x_in(line, place), line.y(), 1, line.height())

    def vertical(self, place: int, x: float, step: int) -> int | None:
        line = self._layout.lineForTextPosition(min(place, self.length))
        number = line.lineNumber() + step if line.isValid() else -1
        return self._lines[number].xToCursor(x) if 0 <= number < len(self._lines) else None

    def span_at(self, point: QPointF) -> Span | None:
        """The span under a point, if there is text there."""
        line = self._line_at(point.y())
        if line is None or not line.naturalTextRect().adjusted(0, -2, 0, 2).contains(point):
            return None
        place = line.xToCursor(point.x(), QTextLine.CursorPosition.CursorOnCharacter)
        return next((piece.span for piece in self.pieces if piece.start <= place < piece.end), None)

    def cut(self, start: int, end: int) -> Spans:
        return cut(self.pieces, start, end)

    def shown(self, start: int, end: int) -> str:
        return slice_utf16(self.text, start, end)


def _left_of(line: QTextLine, place: int) -> float:
    """Where the character at `place` begins on its left. `x_in` gives its right side within text from right to left."""
    glyphs = line.glyphRuns(place, 1)
    return glyphs[0].positions()[0].x() if glyphs else x_in(line, place)


@lru_cache(maxsize=8)
def _background(colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setBackground(QColor(colour))
    return made


def _selected(found: Range) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = found.start, found.end - found.start
    made.format = _background(found.colour)
    return made
