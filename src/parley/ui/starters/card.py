"""A starter as a card to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QWidget

from parley import paths
from parley.domain.starter import USUAL_ICON
from parley.ui.icons import icon
from parley.ui.kit.labels import plain_tip
from parley.ui.kit.themed import Themed
from parley.ui.theme import ICON_SIZE, LIGHT, MEDIUM, RADIUS, SMALL, TINY, body_font, small_font

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QPaintEvent

    from parley.domain.starter import Starter
    from parley.ui.theme import Theme

_SUMMARY_LINES = 2


def icon_of(starter: Starter) -> str:
    """The starter's icon, or the usual one where Parley has none of that name."""
    known = (paths.resources() / "icons" / f"{starter.icon}.svg").is_file()
    return starter.icon if known else USUAL_ICON


class StarterCard(QAbstractButton, Themed):
    """Its icon and name, and what it is for in two lines. Painted as one: there are several on a page."""

    chosen = Signal(object)  # Starter

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.starter = starter
        self._theme = LIGHT
        self._icon = icon_of(starter)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setText(starter.name.replace("&", "&&"))
        self.setAccessibleName(starter.name)
        self.setAccessibleDescription(starter.summary)
        self.setToolTip(plain_tip(starter.summary))
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def _choose(self) -> None:
        self.chosen.emit(self.starter)

    def sizeHint(self) -> QSize:
        return QSize(220, 92)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: object) -> None:
        del event
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as each text itself runs
        self._paint_surface(painter)
        inside = self.rect().adjusted(MEDIUM, MEDIUM, -MEDIUM, -MEDIUM)
        self._paint_name(painter, inside)
        self._paint_summary(painter, inside)

    def _paint_surface(self, painter: QPainter) -> None:
        theme = self._theme
        pressed, hovered = self.isDown(), self.underMouse()
        painter.setBrush(QColor(theme.pressed if pressed else theme.hover if hovered else theme.raised))
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(theme.focus if focused else theme.border), 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), RADIUS, RADIUS)

    def _paint_name(self, painter: QPainter, inside: QRect) -> None:
        font = body_font(self._theme)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        line = painter.fontMetrics().lineSpacing()
        square = QRect(inside.left(), inside.top() + (line - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        room = QRect(inside.left() + ICON_SIZE + SMALL, inside.top(), inside.width() - ICON_SIZE - SMALL, line)
        if self.isRightToLeft():
            square.moveRight(inside.right())
            room.moveLeft(inside.left())
        icon(self._icon, self._theme.accent).paint(painter, square)
        painter.setPen(QColor(self._theme.text))
        name = painter.fontMetrics().elidedText(self.starter.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_leading(self) | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_summary(self, painter: QPainter, inside: QRect) -> None:
        painter.setFont(small_font(self._theme))
        painter.setPen(QColor(self._theme.quiet))
        top = inside.top() + self.fontMetrics().lineSpacing() + TINY
        for line in _lines(self.starter.summary, painter, inside.width()):
            height = painter.fontMetrics().lineSpacing()
            painter.drawText(QRect(inside.left(), top, inside.width(), height), int(_leading(self)), line)
            top += height


def _leading(widget: QWidget) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if widget.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _lines(text: str, painter: QPainter, width: int) -> list[str]:
    """`text` broken into the lines there is room for; the last ends in an ellipsis where more would follow."""
    layout = QTextLayout(text, painter.font())
    layout.setTextOption(QTextOption())
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < _SUMMARY_LINES and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        starts.append(line.textStart())
    layout.endLayout()
    units = text.encode("utf-16-le")  # Qt counts in these
    pieces = [units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(starts, [*starts[1:], len(units)], strict=True)]
    return [painter.fontMetrics().elidedText(piece.strip(), Qt.TextElideMode.ElideRight, width) for piece in pieces]
