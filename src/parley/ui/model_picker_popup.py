"""The list that opens under the model picker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from parley.ui.icons import icon
from parley.ui.kit.labels import Label, plain_tip, reading_side
from parley.ui.kit.themed import set_look
from parley.ui.model_picker_rows import ModelRow, detail, model_rows
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, RADIUS, SMALL, TINY, body_font, small_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent

    from parley.domain.money import PriceBook
    from parley.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_ROW_ROLE = Qt.ItemDataRole.UserRole
_WIDTH, _TALLEST = 440, 420


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []

    def set_rows(self, rows: list[ModelRow]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def place_of(self, model: str) -> int:
        return next((place for place, row in enumerate(self._rows) if row.model == model), -1)

    def row_at(self, index: Index) -> ModelRow | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        if role == _ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Use “{name}”").format(name=row.model) if row.typed else row.model
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, [str(self.data(index)), row.detail]))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.model)
        return None


class _RowPainter(QStyledItemDelegate):
    def __init__(self, theme: Theme, current: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font = body_font(theme)
        self._small = small_font(theme)
        self._current = current

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        lines = QFontMetrics(self._font).height() + QFontMetrics(self._small).height()
        return QSize(0, lines + LARGE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.pressed if chosen else self._theme.hover))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        room = area.adjusted(MEDIUM, 0, -MEDIUM, 0)
        if row.model == self._current:
            room = self._paint_check(painter, room)
        self._paint_words(painter, room.adjusted(0, SMALL, 0, -SMALL), str(index.data()), row.detail)
        painter.restore()

    def _paint_check(self, painter: QPainter, room: QRect) -> QRect:
        place = QRect(0, 0, ICON_SIZE, ICON_SIZE)
        place.moveCenter(room.center())
        mirrored = bool(reading_side() & Qt.AlignmentFlag.AlignRight)
        if mirrored:
            place.moveLeft(room.left())
        else:
            place.moveRight(room.right())
        icon("check", self._theme.accent).paint(painter, place)
        used = ICON_SIZE + SMALL
        return room.adjusted(used, 0, 0, 0) if mirrored else room.adjusted(0, 0, -used, 0)

    def _paint_words(self, painter: QPainter, room: QRect, name: str, detail: str) -> None:
        top = QRect(room.left(), room.top(), room.width(), QFontMetrics(self._font).height())
        if detail:
            self._paint_line(painter, top, name, self._font, self._theme.text)
            below = room.adjusted(0, top.height() + 2, 0, 0)
            self._paint_line(painter, below, detail, self._small, self._theme.quiet)
        else:
            self._paint_line(painter, room, name, self._font, self._theme.text)

    def _paint_line(self, painter: QPainter, room: QRect, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(reading_side() | Qt.AlignmentFlag.AlignVCenter), shown)


class ModelPopup(QFrame):
    """A search field over the models. What is typed may also be the name of a model that is not listed."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, current: str, parent: QWidget, words: str = "") -> None:
        """`words` say which models are shown, when not all are."""
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_look(self, "popup")
        self._current = current
        self._models: Sequence[str] = ()
        self._recent: Sequence[str] = ()
        self._prices: PriceBook | None = None
        self._first: Sequence[str] | None = None  # shown while nothing is typed
        self._words = Label(words, look="small")
        self._words.setVisible(bool(words))
        self._rows = _Rows(self)
        self._field = QLineEdit()
        self._list = QListView()
        self._hint = Label("", look="small")
        self._configure(theme)
        self._field.textChanged.connect(self._filter)
        self._list.clicked.connect(self._choose)

    def _configure(self, theme: Theme) -> None:
        self._field.setPlaceholderText(self.tr("Search, or type the name of a model"))
        self._field.setAccessibleName(self.tr("Search models"))
        self._list.setModel(self._rows)
        self._list.setItemDelegate(_RowPainter(theme, self._current, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setAccessibleName(self.tr("Models"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        for widget in (self._field, self._words, self._hint, self._list):
            column.addWidget(widget)

    def offer(
        self, models: Sequence[str], recent: Sequence[str], prices: PriceBook, first: Sequence[str] | None = None
    ) -> None:
        """Show `models`; with `first`, only those until something is typed."""
        self._models, self._recent, self._prices, self._first = models, recent, prices, first
        self._filter("")

    def open_under(self, button: QWidget) -> None:
        """Show it under `button`, within the screen."""
        screen = button.screen().availableGeometry()
        width = min(_WIDTH, screen.width() - 2 * SMALL)
        row = max(1, self._list.sizeHintForRow(0))
        wanted = self._field.sizeHint().height() + 4 * SMALL + row * max(2, self._rows.rowCount())
        self.resize(width, min(wanted, _TALLEST))
        corner = button.rect().bottomRight() if button.isRightToLeft() else button.rect().bottomLeft()
        place = button.mapToGlobal(corner)
        left = place.x() - width if button.isRightToLeft() else place.x()
        left = max(screen.left() + SMALL, min(left, screen.right() - width - SMALL))
        self.move(left, min(place.y() + TINY, screen.bottom() - self.height() - SMALL))
        self.show()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _filter(self, text: str) -> None:
        if self._prices is None:
            return
        if self._first is not None and not text.strip():
            self._rows.set_rows([ModelRow(model, detail(model, self._prices)) for model in self._first])
        else:
            self._rows.set_rows(model_rows(self._models, self._recent, self._prices, text))
        place = 0 if text else max(0, self._rows.place_of(self._current))
        self._list.setCurrentIndex(self._rows.index(place))
        nothing = self.tr("The list of models has not arrived. You can type the name of a model.")
        self._hint.setText(nothing)
        self._hint.setVisible(self._rows.rowCount() == 0)

    def _choose(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index)
        if row is not None:
            self.close()
            self.chosen.emit(row.model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys the field does not use: they move in the list."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self._list.currentIndex())
        elif event.key() in steps:
            last = self._rows.rowCount() - 1
            place = self._list.currentIndex().row() + steps[Qt.Key(event.key())]
            self._list.setCurrentIndex(self._rows.index(max(0, min(place, last))))
        else:
            super().keyPressEvent(event)
