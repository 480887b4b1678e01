"""Painting what stands around the rows: cards, markers, quote bars and the quiet line under a message."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from parley.markup.leaves import Container
from parley.ui import theme as look

from .row_factory import fitted_marker, indents

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from parley.markup.leaves import Leaf
    from parley.ui.theme import Theme

    from .item import MessageItem
    from .rows import Row


_BOX: Final = 14  # the side of the box of a task, in pixels


@lru_cache(maxsize=16)
def _font(theme: Theme, small: bool) -> QFont:
    return look.small_font(theme) if small else look.body_font(theme)


@lru_cache(maxsize=16)
def _metrics(theme: Theme, small: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(theme, small))


def paint_card(painter: QPainter, theme: Theme, item: MessageItem, left: int) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.border) if item.is_note else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.side if item.is_note else theme.tint))
    room = item.note_card(left).adjusted(0.5, 0.5, -0.5, -0.5) if item.is_note else item.card(left)
    painter.drawRoundedRect(room, look.RADIUS + 2, look.RADIUS + 2)


def paint_surroundings(
    painter: QPainter, theme: Theme, leaf: Leaf, row: Row, before: Row | None, x: int, width: int
) -> None:
    """The bars and the marker of `row`, whose text begins at `x` and is `width` wide; the painter is at its top.

    A quote's bar reaches up to the row `before` when that stands in the same quote.
    """
    at = 0
    edge = x - row.indent
    inside_before = before.leaf.inside if before is not None and before.leaf is not None else ()
    widths = indents(theme, leaf.inside, leaf.widest)
    for depth, container in enumerate(leaf.inside):
        if container is Container.QUOTE:
            above = row.gap if inside_before[: depth + 1] == leaf.inside[: depth + 1] else 0
            bar_x = x + width + row.indent - at - 3 if row.rtl else edge + at
            painter.fillRect(QRectF(bar_x, -above, 3, row.height + above), QColor(theme.border))
        at += widths[depth]
    if leaf.marker:
        last = widths[leaf.marked]
        beyond = sum(widths[leaf.marked + 1 :])  # of a quote in the item
        room = QRectF(x + width + beyond if row.rtl else x - beyond - last, 0, last, row.height)
        _paint_marker(painter, theme, row, leaf.marker, leaf.checked, room)


def _paint_marker(painter: QPainter, theme: Theme, row: Row, marker: str, checked: bool | None, room: QRectF) -> None:
    base = row.rect_of(0).bottom() - _metrics(theme, False).descent()
    shown, wide = fitted_marker(theme, marker) if checked is None else ("", _BOX)
    x = room.left() + look.SMALL if row.rtl else room.right() - wide - look.SMALL
    if checked is not None:
        _paint_box(painter, theme, QPointF(x, base - 12), checked)
        return
    painter.setFont(_font(theme, False))
    painter.setPen(QColor(theme.quiet))
    usual = painter.layoutDirection()
    painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if row.rtl else Qt.LayoutDirection.LeftToRight)
    painter.drawText(QPointF(x, base), shown)
    painter.setLayoutDirection(usual)


def _paint_box(painter: QPainter, theme: Theme, at: QPointF, checked: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(at.x() + 0.5, at.y() + 0.5, _BOX - 1, _BOX - 1)
    painter.setPen(QPen(QColor(theme.accent if checked else theme.outline), 1))
    painter.setBrush(QColor(theme.accent) if checked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 3, 3)
    if checked:
        painter.setPen(QPen(QColor(theme.on_accent), 1.6))
        corner = box.topLeft()
        painter.drawPolyline([corner + QPointF(3, 6.8), corner + QPointF(5.6, 9.4), corner + QPointF(10.2, 3.8)])


def paint_strip(painter: QPainter, theme: Theme, text: str, room: QRectF, *, mine: bool, warn: bool) -> None:
    """The quiet line under a message."""
    painter.setFont(_font(theme, True))
    painter.setPen(QColor(theme.warning if warn else theme.quiet))
    side = Qt.AlignmentFlag.AlignRight if mine else Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)


@lru_cache(maxsize=64)
def strip_width(theme: Theme, text: str) -> int:
    return int(_metrics(theme, True).horizontalAdvance(text)) if text else 0
