"""A list whose rows are all equally high, so that no row but the visible ones is ever looked at.

QListView goes through every row whenever one is added, which takes a second at 100,000. For Qt and for screen readers
this still is a QListView; only where a row stands is our own arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem

from parley.ui.kit.viewport import own_viewport

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    Index = QModelIndex | QPersistentModelIndex


_EDGE = 24  # pixels
_EDGE_MS = 40  # a row


class FixedRowsView(QListView):
    """Rows from the top down, each as high as the delegate says of any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self._edge = 0  # -1 and 1: something is dragged at the upper or the lower edge
        self._edge_timer = QTimer(self, interval=_EDGE_MS)
        self._edge_timer.timeout.connect(self._scroll_on)

    def row_height(self) -> int:
        return max(1, self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height())

    def _row_count(self) -> int:
        model = self.model()
        return 0 if model is None else model.rowCount()

    # Where a row stands

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        height = self.row_height()
        return QRect(0, index.row() * height - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = (point.y() + self.verticalOffset()) // self.row_height()
        inside = 0 <= point.x() < self.viewport().width() and 0 <= row < self._row_count()
        return self.model().index(row, 0) if inside else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid():
            return
        self.executeDelayedItemsLayout()
        bar, rect, height = self.verticalScrollBar(), self.visualRect(index), self.viewport().height()
        centred = hint == QAbstractItemView.ScrollHint.PositionAtCenter
        if centred:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.top() < 0 or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() >= height or hint == QAbstractItemView.ScrollHint.PositionAtBottom:
            bar.setValue(bar.value() + rect.bottom() + 1 - height)

    def scroll_at_edge(self, point: QPoint | None) -> None:
        """What is dragged at the upper or lower edge brings more of the list into view. None: it has left."""
        above = point is not None and point.y() < _EDGE
        below = point is not None and point.y() > self.viewport().height() - _EDGE
        self._edge = int(below) - int(above)
        if self._edge and not self._edge_timer.isActive():
            self._edge_timer.start()

    def _scroll_on(self) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._edge * self.row_height())
        if not self._edge or bar.value() in {bar.minimum(), bar.maximum()}:
            self._edge_timer.stop()

    # What QListView would go through all rows for

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        height, room = self.row_height(), self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setSingleStep(height)
        bar.setPageStep(room)
        bar.setRange(0, max(0, self._row_count() * height - room))
        QAbstractItemView.updateGeometries(self)

    def viewportSizeHint(self) -> QSize:
        return QSize(0, 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows that `rect` (of the viewport) touches."""
        height, offset = self.row_height(), self.verticalOffset()
        rect = rect.normalized()
        first = max(0, (rect.top() + offset) // height)
        last = min(self._row_count() - 1, (rect.bottom() + offset) // height)
        model = self.model()
        chosen = QItemSelection(model.index(first, 0), model.index(last, 0)) if first <= last else QItemSelection()
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        del selection
        return QRegion(self.viewport().rect())  # everything that can be seen is painted in a millisecond

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The row that a key leads to; headings are stepped over."""
        moves = QAbstractItemView.CursorAction
        count, page = self._row_count(), max(1, self.viewport().height() // self.row_height())
        row = self.currentIndex().row()
        if action in {moves.MoveHome, moves.MoveEnd}:
            start, step = (0, 1) if action == moves.MoveHome else (count - 1, -1)
        else:
            steps = {moves.MovePageUp: -page, moves.MovePageDown: page, moves.MoveUp: -1, moves.MovePrevious: -1}
            by = steps.get(action, 1)
            start, step = (0, 1) if row < 0 else (max(0, min(count - 1, row + by)), 1 if by > 0 else -1)
        found = self._next_enabled(start, step)
        if not found.isValid():
            found = self._next_enabled(start, -step)
        return found

    def _next_enabled(self, start: int, step: int) -> QModelIndex:
        model, row = self.model(), start
        while 0 <= row < self._row_count():
            index = model.index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsEnabled:
                return index
            row += step
        return QModelIndex()

    # What a screen reader is told: QListView would tell a place in a layout that is not there

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus():
            self._tell("Focus", current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for one, word in ((selected, "Selection"), (deselected, "SelectionRemove")):
            if one.count():
                self._tell(word, one.first().top())

    def _tell(self, event: str, row: int) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleEvent  # types the first paint can do without

        if QAccessible.isActive():
            told = QAccessibleEvent(self, QAccessible.Event[event])
            told.setChild(row)
            QAccessible.updateAccessibility(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        height, offset, model = self.row_height(), self.verticalOffset(), self.model()
        first = max(0, (event.rect().top() + offset) // height)
        last = min(self._row_count() - 1, (event.rect().bottom() + offset) // height)
        option = QStyleOptionViewItem()
        painter = QPainter(self.viewport())
        for row in range(first, last + 1):
            index = model.index(row, 0)
            option.rect = self.visualRect(index)
            self.itemDelegate().paint(painter, option, index)
        painter.end()
