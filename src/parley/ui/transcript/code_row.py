"""A block of code: its language, Copy, colours, and a fold when it is long."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextCursor, QTextLayout, QTextOption

from parley.markup.blocks import Code
from parley.markup.cleaning import reveal, revealed
from parley.ui import theme as look
from parley.ui.syntax import colour_formats

from .box import paint_box
from .documents import block_format, new_document, slice_utf16, utf16
from .highlight import Highlighter
from .rows import Range, Row, draw_document, place_in, rect_in, vertical_in
from .side_scroll import SideScroll

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextDocument
    from PySide6.QtWidgets import QWidget

    from parley.markup.leaves import Leaf, LeafBlock
    from parley.ui.theme import Theme

    from .code_tools import CodeTools, ToolsPool
    from .page import Page

HEADER: Final = 36
PAD: Final = look.MEDIUM
FOLD_LINES: Final = 30
_LINE_HEIGHT: Final = 1.4
# Code runs from left to right whatever the language of the interface.
_MIDDLE_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class CodeRow(Row):
    """Code is never wrapped unless the person asks: it scrolls sideways within its own box."""

    def __init__(self, leaf: Leaf, theme: Theme, *, may_fold: bool) -> None:
        super().__init__()
        self.leaf: Leaf = leaf
        self._code = _code(leaf)
        self._theme = theme
        self._document: QTextDocument | None = None
        self._tools: CodeTools | None = None
        self._pool: ToolsPool | None = None
        self._highlighter: Highlighter | None = None
        self._formats: dict[str, QTextCharFormat] = {}
        self._written = ""
        self._shown: Code | None = None  # what the document shows
        self._fresh_line = 0
        self._widest = 0.0  # pixels, of the lines before `_lines_known`
        self._lines_known = 0
        self._side = SideScroll()
        self.wrapped = False
        self._may_fold = may_fold
        self.folded = self._folds(self._code)

    def _folds(self, code: Code) -> bool:
        return self._may_fold and code.text.count("\n") >= FOLD_LINES

    @property
    def side(self) -> SideScroll:
        return self._side

    @property
    def code(self) -> Code:
        return self._code

    @property
    def length(self) -> int:  # type: ignore[override]  # worked out when asked for, where the base has a value
        return utf16(self.text())

    def grow(self, code: LeafBlock) -> bool:
        """Show `code` from now on, if it is the same code with more at its end."""
        if not isinstance(code, Code) or code.language != self._code.language:
            return False
        if not code.text.startswith(self._code.text):
            return False
        if not self.measured:  # nobody has seen it, or unfolded it
            self.folded = self._folds(code)
        self._code = code
        self._width = -1
        return True

    def set_folded(self, folded: bool) -> None:
        self.folded = folded
        self.forget()

    def set_wrapped(self, wrapped: bool) -> None:
        self.wrapped = wrapped
        self._side.offset = 0
        self.forget()

    def _shown_source(self) -> str:
        if not self.folded:
            return self._code.text
        return "\n".join(self._code.text.split("\n", FOLD_LINES)[:FOLD_LINES])

    def estimate(self, _width: int) -> None:
        lines = self._code.text.count("\n") + 1
        if self.folded:
            lines = FOLD_LINES
        self.height = HEADER + ceil(lines * self._theme.code_size * 1.32 * _LINE_HEIGHT) + PAD + self._foot

    @property
    def _foot(self) -> int:
        return look.CONTROL_HEIGHT + look.SMALL if self.folded else 0

    def lay_out(self, width: int) -> int:
        document = self._made()
        wrap_at = width - 2 * PAD if self.wrapped else -1
        if document.textWidth() != wrap_at:
            document.setTextWidth(wrap_at)
        self._measure_lines(document)
        height = HEADER + ceil(document.size().height()) + PAD + self._foot
        room = width - 2 * PAD
        more = 0.0 if self.wrapped else self._widest - room
        self._side.fit(left=PAD, top=height - 9 - self._foot, room=room, more=more)
        return height

    @property
    def fresh_from(self) -> int:
        if self._document is None or not self._fresh_line:
            return 0
        line = self._document.documentLayout().blockBoundingRect(self._document.findBlockByNumber(self._fresh_line))
        return HEADER + int(line.top())

    def _measure_lines(self, document: QTextDocument) -> None:
        """Take in the widths of lines that are new. The document's own `idealWidth` looks at all of them each time."""
        document.size()  # lays out what is not laid out yet
        block = document.findBlockByNumber(self._lines_known)
        while block.isValid():
            layout = block.layout()
            if layout.lineCount():
                self._widest = max(self._widest, layout.lineAt(0).naturalTextWidth())
            block = block.next()
        self._lines_known = max(0, document.blockCount() - 1)  # the last one may grow

    def _made(self) -> QTextDocument:
        if self._document is not None and self._shown is self._code:
            return self._document
        source = revealed(self._shown_source())
        if self._document is None or not source.startswith(self._written):
            wrap = QTextOption.WrapMode.WrapAnywhere if self.wrapped else QTextOption.WrapMode.NoWrap
            self._document = new_document(wrap)
            self._document.setDefaultFont(look.mono_font(self._theme))
            cursor = QTextCursor(self._document)
            cursor.setBlockFormat(block_format(_LINE_HEIGHT, Qt.AlignmentFlag.AlignLeft))
            self._highlighter = Highlighter(self._code.language)
            self._formats = colour_formats(self._theme)
            self._written = ""
            self._fresh_line = 0
            self._widest = 0.0
            self._lines_known = 0
        if source != self._written:
            self._write(self._document, source)
        self._shown = self._code
        return self._document

    def _write(self, document: QTextDocument, source: str) -> None:
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # or new lines are laid out twice, before and after they have their colours
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(source[len(self._written) :].replace("\u2029", " "), _plain(self._theme))
        is_growing = not self._may_fold  # painted as soon as it is laid out: glyphs that are kept are not shaped twice
        last = self._written.count("\n")  # the line that grows
        self._written = source
        assert self._highlighter is not None  # noqa: S101 - made together with the document
        first, lines = self._highlighter.colour(source, last)
        self._fresh_line = min(first, last)
        block = document.findBlockByNumber(first)
        changed = block.position()
        for line in lines:
            if not block.isValid():
                break
            layout = block.layout()
            layout.setCacheEnabled(is_growing)
            layout.setFormats([_range(self._formats, part) for part in line])
            block = block.next()
        document.markContentsDirty(changed, document.characterCount() - changed)
        cursor.endEditBlock()

    def forget(self) -> None:
        super().forget()
        self._document = None
        self._written = ""

    def paint(self, painter: QPainter, clip: QRectF, ranges: Sequence[Range]) -> None:
        theme = self._theme
        paint_box(painter, theme, QRect(0, 0, self._width, self.height), clip.top(), clip.bottom())
        if clip.top() < HEADER:
            self._paint_language(painter)
        painter.save()
        inner = QRectF(PAD, HEADER, self._width - 2 * PAD, self.height - HEADER - PAD - self._foot + 6)
        painter.setClipRect(inner, Qt.ClipOperation.IntersectClip)
        painter.translate(PAD - self._side.offset, HEADER)
        draw_document(painter, self._made(), theme, clip.translated(-PAD + self._side.offset, -HEADER), ranges)
        painter.restore()
        self._side.paint(painter, theme.outline)

    def _paint_language(self, painter: QPainter) -> None:
        font = QFont(look.TEXT_FAMILY)
        font.setPixelSize(self._theme.small_size)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.quiet))
        room = QRectF(PAD, 0, self._width - 2 * PAD - 120, HEADER)
        name = painter.fontMetrics().elidedText(
            revealed(self._code.language), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _MIDDLE_LEFT, name)

    def place_at(self, point: QPointF) -> int:
        return place_in(self._made(), point + QPointF(self._side.offset - PAD, -HEADER))

    def rect_of(self, place: int) -> QRectF:
        return rect_in(self._made(), place).translated(PAD - self._side.offset, HEADER)

    def vertical(self, place: int, x: float, step: int) -> int | None:
        return vertical_in(self._made(), place, x + self._side.offset - PAD, step)

    def text(self) -> str:
        return revealed(self._shown_source())

    def cut(self, start: int, end: int) -> Leaf:
        """Code that is folded away belongs to a selection that reaches the last line shown."""
        if start <= 0 and end >= self.length:
            return self.leaf
        text = ""
        at = 0
        for shown, meant in reveal(self._shown_source()):
            size = utf16(shown)
            if at < end and at + size > start:
                same = shown == meant
                text += slice_utf16(meant, max(0, start - at), end - at) if same else meant
            at += size
        return replace(self.leaf, block=replace(self._code, text=text))

    def widgets(self, page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        if self._tools is None:
            self._pool = page.tools
            self._tools = page.tools.lend(self)
        return self._tools.placed(self._width, self.height)

    def release(self) -> None:
        if self._tools is not None and self._pool is not None:
            self._pool.take_back(self._tools)
        self._tools = None


def _code(leaf: Leaf) -> Code:
    assert isinstance(leaf.block, Code)  # noqa: S101 - row_factory has chosen by type
    return leaf.block


def _plain(theme: Theme) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(look.mono_font(theme))
    made.setForeground(QColor(theme.text))
    return made


def _range(formats: dict[str, QTextCharFormat], part: tuple[int, int, str]) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = part[0], part[1]
    made.format = formats[part[2]]
    return made
