"""The rows of the list of models, and how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from parley.ui.icons import icon
from parley.ui.kit.labels import is_mirrored, plain_tip, reading_side
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, RADIUS, SMALL, body_font, small_font

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtCore import QAbstractItemModel, QObject

    from parley.ui.model_picker_rows import ModelRow
    from parley.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
_ROW_ROLE = Qt.ItemDataRole.UserRole
_STARRED_ROLE = Qt.ItemDataRole.UserRole + 1


class ModelRows(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ModelRow] = []
        self._favourites: Collection[str] = ()

    def set_rows(self, rows: list[ModelRow], favourites: Collection[str]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._favourites = favourites
        self.endResetModel()

    def place_of(self, model: str) -> int:
        return next((place for place, row in enumerate(self._rows) if model and row.model == model), -1)

    def row_at(self, index: Index) -> ModelRow | None:
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def step_from(self, place: int, steps: int) -> int:
        """The place so many models further up or down; headings are passed over."""
        models = [number for number, row in enumerate(self._rows) if not row.heading]
        if not models:
            return -1
        at = models.index(place) if place in models else -1
        return models[max(0, min(at + steps, len(models) - 1))]

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_at(index)
        if row is not None and row.heading:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.heading or (self.tr("Use “{name}”").format(name=row.model) if row.typed else row.model)
            case Qt.ItemDataRole.AccessibleTextRole:
                starred = self.tr("favourite") if row.model in self._favourites else ""
                return ", ".join(filter(None, [str(self.data(index)), starred, row.detail]))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(row.model) if row.model else None
            case _:
                return self._own_data(row, role)

    def _own_data(self, row: ModelRow, role: int) -> object:
        if role == _ROW_ROLE:
            return row
        return row.model in self._favourites if role == _STARRED_ROLE else None


class RowPainter(QStyledItemDelegate):
    """Draws a row, and says when its star is pressed."""

    starPressed = Signal(str)  # the model

    def __init__(self, theme: Theme, current: str, parent: QObject | None = None, *, stars: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stars = stars
        self._font = body_font(theme)
        self._small = small_font(theme)
        self._current = current

    @property
    def has_stars(self) -> bool:
        return self._stars

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetrics(self._small).height()
        if index.data(_ROW_ROLE).heading:
            return QSize(0, small + (LARGE if index.row() else SMALL))
        return QSize(0, QFontMetrics(self._font).height() + small + LARGE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(_ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.heading:
            self._paint_heading(painter, option.rect, row.heading)
        else:
            self._paint_row(painter, option, index, row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRect, words: str) -> None:
        font = QFont(self._small)
        font.setWeight(QFont.Weight.DemiBold)
        line = area.adjusted(MEDIUM, area.height() - QFontMetrics(font).height(), -MEDIUM, 0)
        self._paint_line(painter, line, words, font, self._theme.quiet)

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: ModelRow) -> None:
        area = option.rect
        under = option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        if under:
            chosen = option.state & QStyle.StateFlag.State_Selected
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.pressed if chosen else self._theme.hover))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        starred = bool(index.data(_STARRED_ROLE))
        if self._stars and (starred or under):
            name, colour = ("star-filled", self._theme.accent) if starred else ("star", self._theme.quiet)
            icon(name, colour).paint(painter, star_place(area))
        room = _without_end(area.adjusted(MEDIUM, 0, -MEDIUM, 0), ICON_SIZE + SMALL if self._stars else 0)
        if row.model == self._current:
            room = self._paint_check(painter, room)
        self._paint_words(painter, room.adjusted(0, SMALL, 0, -SMALL), str(index.data()), row.detail)

    def _paint_check(self, painter: QPainter, room: QRect) -> QRect:
        icon("check", self._theme.accent).paint(painter, _at_end(room))
        return _without_end(room, ICON_SIZE + SMALL)

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

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(_ROW_ROLE)
        if (
            self._stars
            and isinstance(event, QMouseEvent)
            and not row.heading
            and _on_star(event.position().toPoint(), option.rect)
        ):
            if event.type() == QEvent.Type.MouseButtonRelease:
                self.starPressed.emit(row.model)
            return True
        return super().editorEvent(event, model, option, index)


class ModelList(QListView):
    """The list; a press on a star does not choose its model."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.star_pressed = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        painter = self.itemDelegate()
        starred = isinstance(painter, RowPainter) and painter.has_stars
        self.star_pressed = starred and index.isValid() and _on_star(event.position().toPoint(), self.visualRect(index))
        super().mousePressEvent(event)


def star_place(area: QRect) -> QRect:
    """Where the star of a row stands: at the end of its line."""
    return _at_end(area.adjusted(MEDIUM, 0, -MEDIUM, 0))


def _on_star(point: QPoint, area: QRect) -> bool:
    return star_place(area).adjusted(-SMALL, -area.height(), MEDIUM, area.height()).contains(point)


def _at_end(room: QRect) -> QRect:
    place = QRect(0, 0, ICON_SIZE, ICON_SIZE)
    place.moveCenter(room.center())
    if is_mirrored():
        place.moveLeft(room.left())
    else:
        place.moveRight(room.right())
    return place


def _without_end(room: QRect, used: int) -> QRect:
    return room.adjusted(used, 0, 0, 0) if is_mirrored() else room.adjusted(0, 0, -used, 0)
