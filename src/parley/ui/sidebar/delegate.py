"""Painting one row. Only what is visible is ever painted or measured: all rows of a list are equally high."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from parley.domain.conversation_row import ConversationRow, Folder
from parley.ui.icons import icon
from parley.ui.kit.labels import is_mirrored, plain_tip, reading_side
from parley.ui.kit.themed import set_look
from parley.ui.sidebar.model import BUSY_ROLE, ROW_ROLE, FoldersHeading, Index, Kind
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, RADIUS, SMALL, TINY, small_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from parley.ui.theme import Theme

MORE_WIDTH = 32  # pixels at the end of a row, where the menu button shows under the pointer
_SNIPPET_LINES = 2


class RowDelegate(QStyledItemDelegate):
    """Paints conversations, folders, search results and headings; edits titles."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = Kind.CONVERSATIONS
        self.end_margin = SMALL
        self.shows_focus = False  # only to those who use the keyboard
        self.drop_target: Folder | None = None  # where what is dragged would fall
        self.state_of: Callable[[Index], tuple[bool, bool, bool]] | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._font = small_font(theme)
        self._strong = QFont(self._font)
        self._strong.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetrics(self._font)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        line = self._metrics.height()
        if self.kind is Kind.RESULTS:
            return QSize(0, line * (1 + _SNIPPET_LINES) + LARGE + TINY)
        return QSize(0, line + LARGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area(option.rect)
        if isinstance(entry, ConversationRow):
            self._paint_row(painter, area, index, entry)
        elif entry is None:
            self._paint_heading(painter, area, str(index.data()))
        else:
            self._paint_folder_part(painter, area, index, entry)
        painter.restore()

    def area(self, rect: QRect) -> QRect:
        """The visible part of an item: its margin at the end gives way to the scroll bar."""
        if is_mirrored():
            return rect.adjusted(self.end_margin, 0, -SMALL, 0)
        return rect.adjusted(SMALL, 0, -self.end_margin, 0)

    def _paint_heading(self, painter: QPainter, area: QRect, words: str) -> None:
        painter.setFont(self._strong)
        painter.setPen(QColor(self.theme.quiet))
        room = area.adjusted(MEDIUM, 0, -MEDIUM, -TINY)
        shown = QFontMetrics(self._strong).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(reading_side() | Qt.AlignmentFlag.AlignBottom), shown)

    def _paint_row(self, painter: QPainter, area: QRect, index: Index, row: ConversationRow) -> None:
        selected, hovered, ringed = self._state(index)
        self._paint_surface(painter, area, selected, hovered, ringed)
        room = area.adjusted(MEDIUM, 0, -MEDIUM, 0)
        if hovered:
            self._paint_more(painter, area)
            room = _shortened(room, MORE_WIDTH - MEDIUM)
        elif index.data(BUSY_ROLE):
            self._paint_busy(painter, area)
            room = _shortened(room, ICON_SIZE)
        if self.kind is Kind.RESULTS:
            self._paint_result(painter, room, str(index.data()), row)
        else:
            self._paint_title(painter, room, str(index.data()), self._font)

    def _paint_folder_part(self, painter: QPainter, area: QRect, index: Index, entry: object) -> None:
        from parley.ui.sidebar.folder_painting import (  # many have no folders
            paint_drop_target,
            paint_folder,
            paint_folders_heading,
        )

        words = str(index.data())
        _selected, hovered, ringed = self._state(index)
        self._paint_surface(painter, area, False, hovered, ringed)
        if not isinstance(entry, Folder):
            folded = isinstance(entry, FoldersHeading) and entry.folded
            paint_folders_heading(painter, area, words, self._strong, self.theme, folded)
        else:
            if entry == self.drop_target:
                paint_drop_target(painter, area, self.theme)
            room = area.adjusted(MEDIUM, 0, -MEDIUM, 0)
            paint_folder(painter, _shortened(room, MORE_WIDTH - MEDIUM), words, self._font, self.theme)
        if hovered:
            self._paint_more(painter, area, "ellipsis" if isinstance(entry, Folder) else "plus")

    def _state(self, index: Index) -> tuple[bool, bool, bool]:
        """Whether the row is chosen, under the pointer, and has the ring."""
        return self.state_of(index) if self.state_of is not None else (False, False, False)

    def _paint_surface(self, painter: QPainter, area: QRect, selected: bool, hovered: bool, ringed: bool) -> None:
        shape = QRectF(area).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(QColor(self.theme.pressed if selected else self.theme.hover))
            painter.drawRoundedRect(shape, RADIUS, RADIUS)
        if selected:
            self._paint_mark(painter, area)
        if ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.theme.focus), 2))
            painter.drawRoundedRect(shape, RADIUS, RADIUS)

    def _paint_mark(self, painter: QPainter, area: QRect) -> None:
        """The bar at the start of the chosen row: 3:1 against it, where the tint alone is not."""
        height = min(LARGE, area.height() - LARGE)
        left = area.right() - 6 if is_mirrored() else area.left() + 4
        painter.setBrush(QColor(self.theme.accent))
        painter.drawRoundedRect(QRectF(left, area.center().y() - height / 2 + 0.5, 3, height), 1.5, 1.5)

    def _paint_more(self, painter: QPainter, area: QRect, name: str = "ellipsis") -> None:
        place = QRect(0, 0, ICON_SIZE, ICON_SIZE)
        place.moveCenter(more_area(area).center())
        icon(name, self.theme.quiet).paint(painter, place)

    def _paint_busy(self, painter: QPainter, area: QRect) -> None:
        centre = QPointF(more_area(area).center())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.accent))
        painter.drawEllipse(centre, 4, 4)

    def _paint_title(self, painter: QPainter, room: QRect, title: str, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        shown = QFontMetrics(font).elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # as the title itself runs
        painter.drawText(room, int(reading_side() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_result(self, painter: QPainter, room: QRect, title: str, row: ConversationRow) -> None:
        from parley.ui.sidebar.hits import read_snippet  # not needed for the first paint
        from parley.ui.sidebar.snippets import paint_snippet

        line = self._metrics.height()
        top = room.adjusted(0, SMALL, 0, 0)
        title_room = QRect(top.left(), top.top(), top.width(), line)
        self._paint_title(painter, title_room, title, self._strong)
        paint_snippet(painter, top.adjusted(0, line + 2, 0, 0), read_snippet(row.snippet), self._font, self.theme)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell the whole title where it is cut."""
        title = str(index.data() or "")
        room = self.area(option.rect).width() - 2 * MEDIUM
        cut = QFontMetrics(self._strong).horizontalAdvance(title) > room
        QToolTip.showText(event.globalPos(), plain_tip(title) if cut else "", view)
        return True

    # Renaming in place

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        set_look(editor, "inline")
        editor.setMaxLength(200)
        editor.setAccessibleName(self.tr("Title"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.setSelection(len(editor.text()), -len(editor.text()))  # all of it, with its beginning in view

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(self.area(option.rect).adjusted(1, 1, -1, -1))


def more_area(row_area: QRect) -> QRect:
    """The part of a row that holds its menu button."""
    if is_mirrored():
        return QRect(row_area.left(), row_area.top(), MORE_WIDTH, row_area.height())
    return QRect(row_area.right() - MORE_WIDTH + 1, row_area.top(), MORE_WIDTH, row_area.height())


def _shortened(room: QRect, by: int) -> QRect:
    return room.adjusted(by, 0, 0, 0) if is_mirrored() else room.adjusted(0, 0, -by, 0)
