"""The scrolling page: lays out what is near the window, keeps the reader's place, and paints."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from parley.ui import theme as look
from parley.ui.kit.centred import centred_place

from .anchor import anchored_value, find_anchor
from .built_items import BuiltItems
from .code_tools import ToolsPool
from .controls import Controls
from .flow import Flow
from .formulas import FormulaSetter
from .item import STRIP
from .item_painting import paint_item
from .page import Page
from .reading_on import ReadingOn
from .selection import Place
from .simple_rows import PictureRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from parley.domain.message import Message
    from parley.ui.theme import Theme

    from .item import MessageItem
    from .rows import Range
    from .selection import Selection

_PASSES: Final = 8


class Area(QAbstractScrollArea):
    """Shows items. Knows nothing of turns or services."""

    followingChanged = Signal(bool)
    viewChanged = Signal()  # something moved: overlays should look again where they belong
    actRequested = Signal(int, object)
    pictureRequested = Signal(str)
    attachmentRequested = Signal(object, str)  # Attachment, "open" or "save"
    sendAgainRequested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = Flow()
        self.left_out = 0  # so many messages at the beginning are not sent any more: they are greyed
        self.selection: Selection | None = None
        self.marks: dict[tuple[int, int], list[Range]] = {}
        self._theme = theme
        self._formulas = FormulaSetter(self)
        self._formulas.ready.connect(self._set_formulas)
        self._pictures: dict[str, QImage] = {}
        self._service_name = "OpenAI"
        self._page = self._new_page()
        self._reading = ReadingOn(self, self)
        self._reading.hasRead.connect(self.item_changed)
        self._letter = 7.0
        self._following = True
        self._top = 0  # the scroll bar's value, and the viewport's size: they are asked for very often
        self._room = QSize()
        self._settling = False
        self._built = BuiltItems(self.flow)
        self._bar_for = (-1, -1)  # heights of the page and of the window that the scroll bar knows
        self._controls = Controls()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _new_page(self) -> Page:
        return Page(
            theme=self._theme,
            parent=self.viewport(),
            tools=ToolsPool(self._theme, self.viewport()),
            formulas=self._formulas,
            pictures=self._pictures,
            show_picture=self.pictureRequested.emit,
            changed=self.settle,
            act=self.actRequested.emit,
            attach=self.attachmentRequested.emit,
            send_again=self.sendAgainRequested.emit,
            service_name=self._service_name,
        )

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def page(self) -> Page:
        return self._page

    def set_theme(self, theme: Theme) -> None:
        self._drop_all()
        self._page.tools.clear()
        self._theme = theme
        self._page = self._new_page()
        self._letter = QFontMetricsF(look.body_font(theme)).averageCharWidth()
        self.settle()

    def set_service_name(self, name: str) -> None:
        """What failures call the service. Counts for those that are shown from now on."""
        self._service_name = name
        self._page = replace(self._page, service_name=name)

    def _drop_all(self) -> None:
        self._built.drop_all()
        self._controls.forget()

    # Content

    def set_messages(self, messages: Sequence[Message]) -> None:
        self._drop_all()
        self.selection = None
        self.marks = {}
        self._room = self.viewport().size()
        width = self.column_width()
        self.flow.set_messages(messages, width, self._letter)
        self._set_following(True)
        self.settle()

    def add_message(self, message: Message) -> None:
        self.flow.add(message)
        self.settle()

    def item_changed(self, number: int) -> None:
        """The rows of an item are others now."""
        self.flow.changed(number)
        self.settle()

    def _set_formulas(self) -> None:
        for number in self.visible_items():
            self.flow.item(number).set_again(self.visible_rows(number))
        self.settle()

    def show_picture(self, address: str, image: QImage) -> None:
        """Show an image the person asked for in place of its card."""
        self._pictures[address] = image
        for item in self._built:
            for row in item.rows:
                if isinstance(row, PictureRow):
                    row.forget()
                    row.release()
        self.settle()

    # Geometry. The text stands where the composer does, which has no scroll bar beside it: that takes of the margin.

    def column_width(self) -> int:
        return max(160, self._place()[1])

    def column_left(self) -> int:
        return self._place()[0] - self.viewport().x()

    def _place(self) -> tuple[int, int]:
        return centred_place(self.width(), mirrored=self.isRightToLeft(), beside=look.LARGE)

    def top(self) -> int:
        """What height of the page stands at the top of the window."""
        return self._top

    def visible_items(self) -> range:
        if not len(self.flow):
            return range(0)
        first = self.flow.at(self._top)
        last = self.flow.at(self._top + self._room.height())
        return range(first, last + 1)

    def visible_rows(self, number: int) -> range:
        """The rows of a built item that can be seen."""
        return self.rows_between(number, 0, self._room.height())

    def rows_between(self, number: int, top: int, bottom: int) -> range:
        """The rows of a built item that stand at these heights of the window."""
        item = self.flow.item(number)
        if not item.rows:
            return range(0)
        above = self.flow.top(number) - self._top
        return range(item.row_at(top - above), item.row_at(bottom - above) + 1)

    def row_origin(self, number: int, row: int) -> QPoint:
        """Where a row stands in the window."""
        item = self.flow.item(number)
        return QPoint(item.row_left(row, self.column_left()), self.flow.top(number) + item.top_of(row) - self._top)

    def strip_rect(self, number: int) -> QRectF:
        item = self.flow.item(number)
        y = self.flow.top(number) + item.strip_top() - self.top()
        return QRectF(self.column_left(), y + 2, self.column_width(), STRIP - 8)

    # Laying out

    def settle(self) -> None:
        """Lay out what can be seen, without moving what the reader is looking at, and paint all of it again."""
        if self.lay_out():
            self.viewport().update()
            self.settled()

    def settled(self) -> None:
        """Everything stands where it belongs: bring along what stands on top of it."""
        self._controls.place(self)
        self.viewChanged.emit()

    def lay_out(self) -> bool:
        """Give what can be seen its place. False when that is being done already, or there is no room to see it in."""
        self._room = self.viewport().size()
        if self._settling or self._room.width() < 2:
            return False
        self._settling = True
        try:
            for _ in range(_PASSES):
                if not (self._measure_end() if self._following else self._measure_here()):
                    break
            self._update_bar()
        finally:
            self._settling = False
        self._built.drop_far(self.visible_items())
        self._reading.look()
        return True

    def _measure_end(self) -> bool:
        """Lay out what is seen at the end. Whether the end is elsewhere now."""
        self._top = max(0, self.flow.total - self._room.height())  # the bar follows when all is done
        return self._measure_visible()

    def _measure_here(self) -> bool:
        """Lay out what is seen, and keep in place what the reader looks at. Whether anything moved."""
        anchor = find_anchor(self)
        self._update_bar()
        moved = self._measure_visible()
        if moved:
            self._update_bar()
            if anchor is not None:
                self.verticalScrollBar().setValue(anchored_value(self.flow, anchor))
        return moved

    def _update_bar(self) -> None:
        bar = self.verticalScrollBar()
        total, height = heights = self.flow.total, self._room.height()
        if heights != self._bar_for:
            self._bar_for = heights
            bar.setRange(0, max(0, total - height))
            bar.setPageStep(max(40, height - 48))
            bar.setSingleStep(48)
        if self._following:
            bar.setValue(bar.maximum())

    def _measure_visible(self) -> bool:
        """Build and lay out what can be seen now. Whether that moved anything."""
        moved = False
        for number in self.visible_items():
            moved = moved or not self.flow.item(number).built
            item = self.built_item(number)
            for row in self.visible_rows(number):
                moved = item.measure(row) or moved
            if item.settle():
                self.flow.changed(number)
        return moved

    # Scrolling

    @property
    def following(self) -> bool:
        """Whether the reader is at the end and goes along with it."""
        return self._following

    def _set_following(self, following: bool) -> None:
        if following != self._following:
            self._following = following
            self.followingChanged.emit(following)

    def _scrolled(self, value: int) -> None:
        self._top = value
        if self._settling:
            return
        self.follow_if_at_end()
        self._formulas.postpone()
        self.settle()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """`settle` repaints."""

    def leave_end(self) -> None:
        """Stop going along with the end: the reader looks at something else."""
        self._set_following(False)

    def follow_if_at_end(self) -> None:
        """Go along with the end from now on if that is where the reader is."""
        self._set_following(self._top >= self.verticalScrollBar().maximum() - 4)

    def jump_to_end(self) -> None:
        self._set_following(True)
        self.settle()

    def show_item(self, number: int) -> None:
        """Bring the beginning of an item to the top of the window."""
        self._set_following(False)
        for _ in range(2):  # the first time its neighbours get their true heights
            self.verticalScrollBar().setValue(self.flow.top(number))
            self.settle()

    def show_place(self, place: Place) -> None:
        """Scroll as little as it takes to see a place."""
        rect = self.rect_of(place)
        room = self._room.height()
        if rect.top() < look.SMALL:
            self.verticalScrollBar().setValue(self.top() + int(rect.top()) - look.HUGE)
        elif rect.bottom() > room - look.SMALL:
            self.verticalScrollBar().setValue(self.top() + int(rect.bottom()) - room + look.HUGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._room = self.viewport().size()
        width = self.column_width()
        anchor = None if self._following else find_anchor(self)
        self.flow.set_width(width, self._letter)
        self._update_bar()
        if anchor is not None:
            self.verticalScrollBar().setValue(anchored_value(self.flow, anchor))
        self.settle()

    # Places

    def place_at(self, point: QPointF) -> Place | None:
        """The place in the text under a point of the window, or the nearest."""
        if not len(self.flow):
            return None
        y = point.y() + self.top()
        number = self.flow.at(y)
        item = self.flow.item(number)
        if not item.rows:
            return Place(number, 0, 0)
        row = item.row_at(y - self.flow.top(number))
        item.measure(row)
        local = point - self.row_origin(number, row).toPointF()
        return Place(number, row, item.rows[row].place_at(local))

    def rect_of(self, place: Place) -> QRectF:
        item = self.built_item(place.item)
        if not item.rows:
            return QRectF(0, self.flow.top(place.item) - self.top(), 1, 16)
        item.measure(place.row)
        if item.settle():
            self.flow.changed(place.item)
        origin = self.row_origin(place.item, place.row)
        return item.rows[place.row].rect_of(place.at).translated(origin)

    def built_item(self, number: int) -> MessageItem:
        """The item with its rows made."""
        item = self.flow.item(number)
        if not item.built:
            item.build(self._page, self.column_width())
            self._built.add(number)
            self.flow.changed(number)
        return item

    def set_selection(self, selection: Selection | None) -> None:
        self.selection = selection
        self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._theme.page))
        for number in self.visible_items():
            paint_item(self, painter, number, event.region())
        painter.end()
