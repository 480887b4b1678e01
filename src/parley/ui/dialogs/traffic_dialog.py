"""What left this computer: each request of the last thirty days, with its address, sizes, model and time."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from parley.ui.dialogs.traffic_rows import ROW_ROLE, Heading, RequestRow, TrafficModel, rows_of, summary_of
from parley.ui.kit.buttons import PrimaryButton
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import Themed, theme_below
from parley.ui.screen_room import within_screen
from parley.ui.theme import LARGE, MEDIUM, RADIUS, SMALL, TINY, XLARGE, body_font, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.traffic import SentRequest
    from parley.ui.theme import Theme

AnyIndex = QModelIndex | QPersistentModelIndex


class TrafficDialog(QDialog):
    """Shows a list that somebody else keeps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What left this computer"))
        self.list = TrafficList(self.tr("Requests"))
        self.summary = Label()
        self._pages = QStackedWidget()
        self._close = PrimaryButton(self.tr("Close"))
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self._lay_out()
        self.resize(within_screen(self, 640, 600))
        self.setMinimumSize(380, 360)

    def show_requests(self, requests: Sequence[SentRequest], started: int, today: date | None = None) -> None:
        """`requests` with the latest first; `started` is when Parley was opened, in milliseconds since 1970."""
        self.list.rows.set_rows(rows_of(requests, today or datetime.now().astimezone().date()))
        self.summary.setText(summary_of(requests, started) if requests else "")
        self.summary.setVisible(bool(requests))
        self._pages.setCurrentIndex(0 if requests else 1)

    @property
    def is_empty(self) -> bool:
        return self._pages.currentIndex() == 1

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, XLARGE, XLARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(Label(self.tr("What left this computer"), look="title"))
        text = self.tr(
            "Every request Parley sent in the last thirty days. Only where it went, when and how large it was is kept, "
            "never what was in it."
        )
        column.addWidget(Label(text, look="quiet"))
        column.addSpacing(TINY)
        column.addWidget(self.summary)
        column.addSpacing(TINY)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self._empty_page())
        column.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, MEDIUM, 0, 0)
        foot.setSpacing(MEDIUM)
        foot.addWidget(Label(self.tr("Sizes are those before the encryption."), look="small"), 1)
        foot.addWidget(self._close)
        column.addLayout(foot)

    def _empty_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(SMALL)
        column.addStretch(2)
        picture = Picture("shield", 40, tone="quiet")
        heading = Label(self.tr("Nothing has left this computer"), look="heading")
        text = Label(self.tr("Each request will be listed here once you send a message or check a key."), look="quiet")
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (heading, text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addStretch(3)
        return page


class TrafficList(QListView, Themed):
    """The requests under their days."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = TrafficModel()
        self._delegate = TrafficDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.viewport().setAutoFillBackground(False)

    def set_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.scheduleDelayedItemsLayout()


class TrafficDelegate(QStyledItemDelegate):
    """Paints a day, or a request in two lines: where to and when, what for and how much."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = 1 if isinstance(index.data(ROW_ROLE), Heading) else 2
        return QSize(200, self._line() * lines + (MEDIUM if lines == 1 else 2 * SMALL))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        theme, row = self.theme, index.data(ROW_ROLE)
        if theme is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect
        if isinstance(row, Heading):
            self._paint_heading(painter, theme, area, row.text)
        else:
            state: QStyle.StateFlag = option.state
            self._paint_surface(painter, theme, area.adjusted(1, 1, -1, -1), state)
            self._paint_request(painter, theme, area.adjusted(SMALL, SMALL, -SMALL, -SMALL), row)
        painter.restore()

    def _line(self) -> int:
        return 20 if self.theme is None else round(self.theme.body_size * 1.4)

    def _paint_heading(self, painter: QPainter, theme: Theme, area: QRect, text: str) -> None:
        font = small_font(theme)
        font.setWeight(QFont.Weight.DemiBold)
        self._write(painter, area.adjusted(SMALL, SMALL, -SMALL, 0), text, font, theme.quiet)

    @staticmethod
    def _paint_surface(painter: QPainter, theme: Theme, area: QRect, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover) if state & QStyle.StateFlag.State_MouseOver else Qt.BrushStyle.NoBrush)
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme.focus), 2))
        painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_request(self, painter: QPainter, theme: Theme, area: QRect, row: RequestRow) -> None:
        first, second = area.adjusted(0, 0, 0, -self._line()), area.adjusted(0, self._line(), 0, 0)
        body, small = body_font(theme), small_font(theme)
        used = self._write(painter, first, row.aside, small, theme.quiet, at_end=True)
        self._write(painter, self._shortened(painter, first, used), row.name, body, theme.text)
        used = self._write(painter, second, row.sizes, small, theme.quiet, at_end=True)
        self._write(painter, self._shortened(painter, second, used), row.detail, small, theme.quiet)

    @staticmethod
    def _shortened(painter: QPainter, area: QRect, used: int) -> QRect:
        """`area` without what was written at its end."""
        if painter.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return area.adjusted(used + MEDIUM, 0, 0, 0)
        return area.adjusted(0, 0, -used - MEDIUM, 0)

    @staticmethod
    def _write(painter: QPainter, area: QRect, text: str, font: QFont, colour: str, *, at_end: bool = False) -> int:
        """Write one line at the start of `area`, or at its end. Returns how wide it became."""
        painter.setFont(font)
        painter.setPen(QColor(colour))
        at_right = (painter.layoutDirection() == Qt.LayoutDirection.RightToLeft) is not at_end
        side = Qt.AlignmentFlag.AlignRight if at_right else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, area.width())
        painter.drawText(area, int(flags), f"\u2068{shown}\u2069")  # in its own direction, whichever the window has
        return painter.fontMetrics().horizontalAdvance(shown)
