"""A row: one leaf of a message on the page. It knows its height, paints itself and says what is where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPalette, QTextCharFormat, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QPainter, QTextDocument, QTextLine
    from PySide6.QtWidgets import QWidget

    from parley.markup.leaves import Leaf
    from parley.ui.theme import Theme

    from .page import Page
    from .side_scroll import SideScroll


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of a row to paint behind its text."""

    start: int
    end: int
    colour: str


def _nothing() -> None:
    pass


class Row:
    """Everything a row can do; most rows do less. Places are counted as Qt counts characters."""

    gap = 0  # distance to what stands above
    indent = 0
    rtl = False
    has_formulas = False
    length = 0

    def __init__(self) -> None:
        self.height = 0  # an estimate until `measure`
        self._width = -1
        self.leaf: Leaf | None = None
        self.changed: Callable[[], None] = _nothing  # the view sets it: this row has another height now

    @property
    def side(self) -> SideScroll | None:
        """How far a row is scrolled sideways, if it can be wider than the page."""
        return None

    def estimate(self, width: int) -> None:
        """Guess the height at `width` without laying anything out."""

    def measure(self, width: int) -> bool:
        """Lay out for `width`. Whether the height is another one now."""
        if width == self._width:
            return False
        before = self.height
        self._width = width
        self.height = self.lay_out(width)
        return self.height != before

    @property
    def measured(self) -> bool:
        return self._width >= 0

    @property
    def fresh_from(self) -> int:
        """Down to where laying out the last time left the row looking as it did."""
        return 0

    def forget_width(self) -> None:
        """The height is an estimate again; what does not depend on the width is kept."""
        self._width = -1

    def forget(self) -> None:
        """Drop what can be made again, and keep the height."""
        self._width = -1

    def lay_out(self, width: int) -> int:
        raise NotImplementedError

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        """Paint with the row's corner at the origin. `clip` is the part that can be seen."""

    def place_at(self, _point: QPointF) -> int:
        return 0

    def link_at(self, _point: QPointF) -> str:
        return ""

    def link_text(self, _point: QPointF) -> str:
        """The text of the link under a point, as it is shown."""
        return ""

    def rect_of(self, _place: int) -> QRectF:
        """Where the character at `place` stands."""
        return QRectF(0, 0, 1, self.height)

    def vertical(self, _place: int, _x: float, _step: int) -> int | None:
        """The place one line further (`step` -1 or 1) at about `x`; None: outside of this row."""
        return None

    def text(self) -> str:
        """What is shown, character for character as places are counted."""
        return ""

    def cut(self, _start: int, _end: int) -> Leaf | None:
        """The part between two places, for copying. A row that has no text of its own is copied whole."""
        return self.leaf

    def widgets(self, _page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        """The real controls of this row and where they go; made when the row comes near the window."""
        return ()

    def release(self) -> None:
        """The row went out of sight: drop its controls."""


def draw_document(
    painter: QPainter, document: QTextDocument, theme: Theme, clip: QRectF, ranges: Sequence[Range]
) -> None:
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = clip
    context.palette = _palette(theme.text)
    if ranges:
        context.selections = [_selection(document, found) for found in ranges]
    document.documentLayout().draw(painter, context)


@lru_cache(maxsize=4)
def _palette(text: str) -> QPalette:
    made = QPalette()
    made.setColor(QPalette.ColorRole.Text, QColor(text))
    return made


def _selection(document: QTextDocument, found: Range) -> QAbstractTextDocumentLayout.Selection:
    cursor = QTextCursor(document)
    last = document.characterCount() - 1
    cursor.setPosition(min(found.start, last))
    cursor.setPosition(min(found.end, last), QTextCursor.MoveMode.KeepAnchor)
    made = QAbstractTextDocumentLayout.Selection()
    made.cursor = cursor
    look = QTextCharFormat()
    look.setBackground(QColor(found.colour))
    made.format = look
    return made


def place_in(document: QTextDocument, point: QPointF) -> int:
    return max(0, document.documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit))


def rect_in(document: QTextDocument, place: int) -> QRectF:
    """The upright line before the character at `place`."""
    block = document.findBlock(place)
    layout = block.layout()
    line = layout.lineForTextPosition(place - block.position())
    if not line.isValid():
        return QRectF(0, 0, 1, 16)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    return QRectF(origin.x() + x_in(line, place - block.position()), origin.y() + line.y(), 1, line.height())


def x_in(line: QTextLine, place: int) -> float:
    """How far along its line the character at `place` stands."""
    found: object = line.cursorToX(place)  # PySide gives a pair, whatever its stubs say
    x = found[0] if isinstance(found, tuple) else found
    return float(x) if isinstance(x, int | float) else 0.0


def vertical_in(document: QTextDocument, place: int, x: float, step: int) -> int | None:
    """The place one line further. Lines are counted: how high each is says nothing of where the next one begins."""
    block = document.findBlock(place)
    number = block.layout().lineForTextPosition(place - block.position()).lineNumber() + step
    if not 0 <= number < block.layout().lineCount():
        block = block.next() if step > 0 else block.previous()
        number = 0 if step > 0 else block.layout().lineCount() - 1 if block.isValid() else 0
    if not block.isValid():
        return None
    left = document.documentLayout().blockBoundingRect(block).left()
    return block.position() + block.layout().lineAt(number).xToCursor(x - left)
