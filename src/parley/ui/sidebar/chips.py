"""Small rounded buttons that narrow something: quiet when off, in the accent's colour when on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from parley.ui.icons import icon
from parley.ui.kit.labels import plain_tip
from parley.ui.kit.themed import Themed
from parley.ui.theme import LIGHT, MEDIUM, SMALL, TINY, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from parley.ui.theme import Theme

_HEIGHT = 26
_ARROW = 12
_WIDEST = 180  # pixels of words


class Chip(QAbstractButton, Themed):
    """A filter that is on or off."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = LIGHT
        self._has_arrow = False
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self.setFont(small_font(theme))
        self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        """Change what it says."""
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = min(metrics.horizontalAdvance(self.text()), _WIDEST) + 2 * MEDIUM - 2
        return QSize(width + (_ARROW + TINY if self._has_arrow else 0), max(_HEIGHT, metrics.height() + SMALL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, on = self.theme, self.isChecked()
        shape = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.focus), 2))
        else:
            painter.setPen(QPen(QColor(theme.accent if on else theme.border), 1))
        unlit = theme.pressed if self.underMouse() else theme.hover
        painter.setBrush(QColor(theme.tint if on else unlit))
        painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2)
        self._paint_words(painter, theme.accent if on else theme.text)

    def _paint_words(self, painter: QPainter, colour: str) -> None:
        room = self.rect().adjusted(MEDIUM - 1, 0, -MEDIUM + 1, 0)
        if self._has_arrow:
            place = QRect(0, 0, _ARROW, _ARROW)
            place.moveCenter(room.center())
            if self.isRightToLeft():
                place.moveLeft(room.left() - 2)
                room.adjust(_ARROW + TINY, 0, 0, 0)
            else:
                place.moveRight(room.right() + 2)
                room.adjust(0, 0, -_ARROW - TINY, 0)
            icon("chevron-down", colour).paint(painter, place)
        painter.setFont(self.font())
        painter.setPen(QColor(colour))
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width() + 2)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), shown)


class MenuChip(Chip):
    """A filter with several values. Pressing it shows them; the first is that it does not matter."""

    chosen = Signal(object)  # the value, None when it does not matter
    opened = Signal()  # before the menu is shown, for those whose values are read then

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._name = name
        self._has_arrow = True
        self._values: Sequence[tuple[str, str, object]] = ()
        self._value: object = None
        self.setCheckable(False)
        self.clicked.connect(self.open)
        self.show_value(None)

    def set_values(self, values: Sequence[tuple[str, str, object]]) -> None:
        """(words in the menu, words on the chip, value) of each; the first for when it does not matter."""
        self._values = values

    def isChecked(self) -> bool:
        return self._value is not None

    def show_value(self, value: object) -> None:
        self._value = value
        words = next((said for _menu, said, known in self._values if known == value), "")
        self.show_words(words if value is not None and words else self._name)
        in_menu = next((menu for menu, _said, known in self._values if known == value), "")
        self.setAccessibleName(f"{self._name}: {in_menu}" if in_menu else self._name)
        self.setToolTip(plain_tip(self._name) if value is not None else "")

    def open(self) -> None:
        self.opened.emit()
        menu = self.make_menu()
        corner = self.rect().bottomRight() if self.isRightToLeft() else self.rect().bottomLeft()
        place = self.mapToGlobal(corner + QPoint(0, TINY))
        menu.popup(place - QPoint(menu.sizeHint().width(), 0) if self.isRightToLeft() else place)

    def make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, _said, value in self._values:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.triggered.connect(lambda _=False, value=value: self._choose(value))
        return menu

    def _choose(self, value: object) -> None:
        if value != self._value:
            self.show_value(value)
            self.chosen.emit(value)


class ChipRow(QWidget):
    """Chips from the beginning of the line to its end, and on the next line what does not fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[QWidget] = []

    def add(self, chip: QWidget) -> None:
        chip.setParent(self)
        self._chips.append(chip)

    def arrange(self) -> None:
        """Place them anew: the words of one have changed, or one is shown or hidden."""
        width, x, y, height = self.width(), SMALL, 0, 0
        for chip in self._chips:
            if chip.isHidden():
                continue
            hint = chip.sizeHint()
            chip_width = min(hint.width(), width - 2 * SMALL)
            if x > SMALL and x + chip_width > width - SMALL:
                x, y = SMALL, y + height + TINY + 2
            height = hint.height()
            left = width - x - chip_width if self.isRightToLeft() else x
            chip.setGeometry(left, y, chip_width, height)
            x += chip_width + TINY + 2
        self.setFixedHeight(y + height + SMALL)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
