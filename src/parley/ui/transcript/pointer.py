"""The mouse over the transcript: selecting, following links, scrolling wide tables and code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent

from parley.markup.cleaning import revealed
from parley.ui.kit.labels import plain_tip

from .caret import existing
from .links import shown_host
from .selection import Place, Selection
from .standing import rows_in_window
from .text_tools import word_around

if TYPE_CHECKING:
    from .area import Area
    from .rows import Row
    from .side_scroll import SideScroll

_EDGE_MS: Final = 30
_CLICK_DISTANCE: Final = 4


def row_under(area: Area, point: QPointF) -> tuple[Row, QPointF] | None:
    """The row under a point of the window, and the point within it."""
    left = area.column_left()
    for _number, item, number, row, top in rows_in_window(area):
        local = point - QPointF(item.row_left(number, left), top)
        if 0 <= local.y() < row.height and 0 <= local.x() < item.row_width(row):
            return row, local
    return None


class Pointer(QObject):
    """Turns mouse events of the viewport into selections and intents."""

    linkClicked = Signal(str, str)  # address, the text it is shown as
    hovered = Signal(int)  # number of the item under the pointer, -1: none

    def __init__(self, area: Area) -> None:
        super().__init__(area)
        self._area = area
        self._pressed: QPointF | None = None
        self._bar: SideScroll | None = None  # the bar that is being dragged
        self._bar_from = 0.0  # where its row begins, and where in its handle it is held
        self._bar_held = 0.0
        self._unit = 1  # 1 letters, 2 words, 3 rows
        self._first: Selection | None = None
        self._edge = QTimer(self, interval=_EDGE_MS)
        self._edge.timeout.connect(self._scroll_at_edge)
        self._at = QPointF()
        self._busy = False
        area.viewport().installEventFilter(self)

    def set_busy(self, busy: bool) -> None:
        """Show that something is being done, which the person waits for."""
        self._busy = busy
        self._show_what_is_at(self._at)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QWheelEvent):
            return self._wheel(event)
        if event.type() == QEvent.Type.Leave:
            self.hovered.emit(-1)
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                if not self._take_bar(event.position()):
                    self._press(event, 3 if self._unit == 2 and self._is_near(event.position()) else 1)
            case QEvent.Type.MouseButtonDblClick if event.button() == Qt.MouseButton.LeftButton:
                if not self._take_bar(event.position()):
                    self._press(event, 2)
            case QEvent.Type.MouseMove if self._bar is not None:
                self._drag_bar(self._bar, event.position().x())
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease if self._bar is not None:
                self._bar = None
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                self._release(event)
            case _:
                return False
        return True

    def _take_bar(self, point: QPointF) -> bool:
        """Whether the press takes the bar of a row that scrolls sideways."""
        found = row_under(self._area, point)
        if found is None or found[0].side is None or not found[0].side.holds(found[1]):
            return False
        self._bar, self._bar_from = found[0].side, point.x() - found[1].x()
        self._bar_held = self._bar.grab(found[1].x())
        self._area.viewport().update()
        return True

    def _drag_bar(self, bar: SideScroll, x: float) -> None:
        bar.drag(x - self._bar_from, self._bar_held)
        self._area.viewport().update()

    def _is_near(self, point: QPointF) -> bool:
        return (point - self._at).manhattanLength() < _CLICK_DISTANCE and self._triple.isActive()

    @property
    def _triple(self) -> QTimer:
        timer = self.findChild(QTimer, "triple")
        if timer is None:
            timer = QTimer(self, singleShot=True, interval=400)
            timer.setObjectName("triple")
        return timer

    def _press(self, event: QMouseEvent, unit: int) -> None:
        self._area.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed = self._at = event.position()
        self._unit = unit
        if unit == 2:
            self._triple.start()
        place = self._area.place_at(event.position())
        if place is None:
            return
        old = self._area.selection
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and old is not None:
            anchor = existing(self._area, old.anchor)
            self._first = Selection(anchor, anchor)
            self._extend(event.position())
            return
        self._first = self._whole(place)
        self._area.set_selection(self._first)

    def _whole(self, place: Place) -> Selection:
        """The word or row at `place`, as the kind of click asks."""
        rows = self._area.built_item(place.item).rows
        if self._unit == 1 or not rows:
            return Selection(place, place)
        row = rows[place.row]
        start, end = (0, row.length) if self._unit == 3 else word_around(row.text(), place.at)
        return Selection(Place(place.item, place.row, start), Place(place.item, place.row, end))

    def _extend(self, point: QPointF) -> None:
        place = self._area.place_at(point)
        if place is None or self._first is None:
            return
        here = self._whole(place)
        start, end = existing(self._area, self._first.start), existing(self._area, self._first.end)
        if here.start < start:
            self._area.set_selection(Selection(end, here.start))
        else:
            self._area.set_selection(Selection(start, max(here.end, end)))

    def _forget_if_replaced(self) -> None:
        """Other messages have no selection: what was pressed is not among them."""
        if self._area.selection is None:
            self._pressed = self._first = None
            self._edge.stop()

    def _move(self, event: QMouseEvent) -> None:
        self._at = event.position()
        self._forget_if_replaced()
        if self._pressed is None:
            self._hover(event.position())
            return
        self._extend(event.position())
        inside = 0 <= self._at.y() < self._area.viewport().height()
        if inside:
            self._edge.stop()
        elif not self._edge.isActive():
            self._edge.start()

    def _hover(self, point: QPointF) -> None:
        self.hovered.emit(self._area.flow.at(point.y() + self._area.top()) if len(self._area.flow) else -1)
        self._show_what_is_at(point)

    def _show_what_is_at(self, point: QPointF) -> None:
        found = row_under(self._area, point)
        address = found[0].link_at(found[1]) if found else ""
        if self._busy:
            shape = Qt.CursorShape.BusyCursor
        elif found is None or (found[0].side is not None and found[0].side.holds(found[1])):
            shape = Qt.CursorShape.ArrowCursor
        else:
            shape = Qt.CursorShape.PointingHandCursor if address else Qt.CursorShape.IBeamCursor
        self._area.viewport().setToolTip(
            plain_tip(f"{shown_host(address)}\n{revealed(address[:200])}") if address else ""
        )
        self._area.viewport().setCursor(shape)

    def _release(self, event: QMouseEvent) -> None:
        self._edge.stop()
        self._forget_if_replaced()
        pressed, self._pressed = self._pressed, None
        if pressed is None or (event.position() - pressed).manhattanLength() >= _CLICK_DISTANCE:
            return
        found = row_under(self._area, event.position())
        if found is not None and not self._area.selection:
            address = found[0].link_at(found[1])
            if address:
                self.linkClicked.emit(address, found[0].link_text(found[1]))

    def _scroll_at_edge(self) -> None:
        self._forget_if_replaced()
        if self._pressed is None:
            return
        y = self._at.y()
        room = self._area.viewport().height()
        by = y if y < 0 else y - room
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + int(by / 2))
        self._extend(QPointF(self._at.x(), min(max(0.0, y), room - 1.0)))

    def _wheel(self, event: QWheelEvent) -> bool:
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        sideways = -delta.x()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not sideways:
            sideways = -delta.y()
        elif abs(delta.y()) >= abs(delta.x()):
            return False
        found = row_under(self._area, event.position())
        if found is None or found[0].side is None:
            return False
        found[0].side.by(sideways)
        self._area.viewport().update()
        return True
