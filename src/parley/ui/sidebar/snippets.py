"""Painting the snippet of a search result: two lines at most, every hit marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from parley.ui.kit.labels import reading_side

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPainter

    from parley.ui.sidebar.hits import Snippet
    from parley.ui.theme import Theme

_LINES = 2  # RowDelegate.sizeHint makes room for as many


def paint_snippet(painter: QPainter, room: QRect, snippet: Snippet, font: QFont, theme: Theme) -> None:
    """Paint into `room`; what does not fit on the lines ends in an ellipsis."""
    layout = _lay_out(snippet.text, snippet, room.width(), font, theme)
    last = layout.lineAt(layout.lineCount() - 1) if layout.lineCount() else None
    units = snippet.text.encode("utf-16-le", "surrogatepass")
    if last is not None and 2 * (end := last.textStart() + last.textLength()) < len(units):
        kept = units[: 2 * max(0, end - 2)].decode("utf-16-le", "ignore").rstrip()
        layout = _lay_out(kept + "…", snippet, room.width(), font, theme)
    painter.setPen(QColor(theme.quiet))
    layout.draw(painter, QPointF(room.topLeft()))


def _lay_out(text: str, snippet: Snippet, width: int, font: QFont, theme: Theme) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption(reading_side())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setFormats([_hit_format(start, length, theme) for start, length in snippet.hits])
    layout.beginLayout()
    top = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _hit_format(start: int, length: int, theme: Theme) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    style.setForeground(QColor(theme.text))
    style.setBackground(QColor(theme.selection))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made
