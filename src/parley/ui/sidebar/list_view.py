"""The list itself: pointer, keyboard, paging and the menu of a row."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QCursor
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from parley.domain.conversation_row import ConversationRow, Folder
from parley.ui.kit.labels import Label
from parley.ui.sidebar.delegate import RowDelegate, more_area
from parley.ui.sidebar.drop_view import DropView
from parley.ui.sidebar.model import FoldersHeading, Kind
from parley.ui.theme import LARGE, SMALL, XLARGE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QItemSelection, QPoint
    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QResizeEvent,
    )

    from parley.ui.sidebar.model import Entry, Index, RowsModel
    from parley.ui.theme import Theme

# The key that says Delete on a Mac is the one that is Backspace elsewhere.
_DELETE = Qt.Key.Key_Backspace if sys.platform == "darwin" else Qt.Key.Key_Delete
_SETTLE_MS = 150  # how long an arrow key rests on a row before it is opened
_NEARLY_THE_END = 2  # pages of the list


class ConversationList(DropView):
    """Shows one RowsModel at a time. Says what the person wants; changes nothing by itself."""

    chosen = Signal(object)  # ConversationRow
    folderChosen = Signal(object)  # Folder
    foldersToggled = Signal()
    newFolderRequested = Signal()
    menuRequested = Signal(object, object)  # QPoint on the screen, the Entry it is for or None
    renamePressed = Signal(object)  # Folder; conversations are renamed in their place
    deletePressed = Signal(object)  # Entry the keyboard is on
    selectionCounted = Signal(int)  # how many conversations are selected now
    moreRequested = Signal()

    def __init__(self, shown: RowsModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._delegate = RowDelegate(theme, self)
        self._delegate.state_of = self._state_of
        self._hint = Label("", self.viewport(), look="small")
        self._asked_for_more = False
        self._paging = False
        self._return_to = 0  # where the list was scrolled to before its rows were read again
        self._late: tuple[RowsModel, Callable[[], None]] | None = None
        self._current: int | None = None
        self._menu_about: Entry | None = None  # what a menu is open for, unless that is chosen
        self._outdated = False
        self._waiting: Callable[[], None] | None = None  # what a key in the search field is to do
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._configure()
        self._settle.timeout.connect(self._open_current)
        self.clicked.connect(self._on_click)
        self.verticalScrollBar().valueChanged.connect(self._page)
        self.show_model(shown)

    def _configure(self) -> None:
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setAccessibleName(self.tr("Conversations"))
        self.setMouseTracking(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._hint.hide()

    # What comes in

    def rows_model(self) -> RowsModel:
        return self._shown

    def show_model(self, model: RowsModel) -> None:
        self._settle.stop()
        self._delegate.kind = model.kind
        self._asked_for_more = False
        self._shown = model
        self.setModel(model)
        self._select_current()
        self._count_selected()

    def fill(self, model: RowsModel, rows: Sequence[ConversationRow], *, more: bool) -> None:
        """Give `model` new rows. A title that is being edited, the selection and the place stay."""
        self.refill(model, lambda: model.set_rows(rows, more=more))

    def refill(self, model: RowsModel, change: Callable[[], None]) -> None:
        """As `fill`, for whatever `change` does to the rows of `model`."""
        if self.state() == QAbstractItemView.State.EditingState and model is self._shown:
            self._late = (model, change)
            return
        place = self.verticalScrollBar().value()
        selected = {row.id for row in self.selected_rows()} if model is self._shown else set()
        focused = model.entry_at(self.currentIndex()) if model is self._shown else None
        change()
        if model is self._shown:
            self._asked_for_more = False
            self._restore(selected, focused)
            self._return_to = place
            self._page()
            self.executeDelayedItemsLayout()
            self._return_to = 0
            self.verticalScrollBar().setValue(place)
            self._count_selected()

    def extend(self, model: RowsModel, rows: Sequence[ConversationRow], *, more: bool) -> None:
        model.add_rows(rows, more=more)
        self._asked_for_more = False
        self._page()

    def set_current(self, conversation_id: int | None) -> None:
        """Show which conversation is open. Emits nothing."""
        self._current = conversation_id
        self._settle.stop()
        self._select_current()

    def set_hint(self, text: str) -> None:
        """What stands in the place of the rows when there are none."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._place_hint()

    def set_theme(self, theme: Theme) -> None:
        self._delegate.set_theme(theme)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    # What is asked of it

    def selected_rows(self) -> list[ConversationRow]:
        indexes = sorted(self.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [row for row in map(self._shown.row_at, indexes) if row is not None]

    def current_entry(self) -> Entry | None:
        """What the keyboard is on."""
        return self._shown.entry_at(self.currentIndex())

    def rename_current(self) -> None:
        if isinstance(entry := self.current_entry(), Folder):
            self.renamePressed.emit(entry)
        elif isinstance(entry, ConversationRow):
            self.rename_row(entry.id)

    def rename_row(self, conversation_id: int) -> None:
        """Edit the title of a conversation where it stands."""
        index = self._shown.index_of(conversation_id)
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.scrollTo(index)
            self.edit(index)

    def mark_menu(self, entry: Entry | None) -> None:
        """Show what the menu that is open is about; what is chosen shows it already. None: it is closed."""
        self._menu_about = None if entry in self.selected_rows() else entry
        self.viewport().update()

    def set_outdated(self, outdated: bool) -> None:
        """Whether other rows have been asked for: what the search field's keys do waits for them."""
        self._outdated = outdated
        self._waiting = None

    def catch_up(self) -> None:
        """The rows that were asked for are here."""
        waiting = self._waiting
        self.set_outdated(False)
        if waiting is not None:
            waiting()

    def choose_first(self) -> None:
        """Open the first row (Enter in the search field)."""
        if self._outdated:
            self._waiting = self.choose_first
        elif rows := self._shown.rows()[:1]:
            self.chosen.emit(rows[0])

    def enter(self) -> None:
        """Take the keyboard, with a row to stand on."""
        if self._outdated:
            self._waiting = self.enter
            return
        if not self.currentIndex().isValid() and (rows := self._shown.rows()[:1]):
            self.setCurrentIndex(self._shown.index_of(rows[0].id))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    # Selecting

    def _count_selected(self) -> None:
        self.selectionCounted.emit(len(self.selectionModel().selectedIndexes()))

    def _select_current(self) -> None:
        index = self._shown.index_of(self._current)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        else:
            self.selectionModel().clearSelection()  # the keyboard stays where it is

    def _restore(self, selected: set[int], focused: Entry | None) -> None:
        model = self._shown
        places = [index for index in map(model.index_of, selected) if index.isValid()]
        if not places:
            places = [index for index in [model.index_of(self._current)] if index.isValid()]
        for index in places:
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.Select)
        standing = model.index_of_entry(focused)
        if not standing.isValid() and places:
            standing = places[0]
        self.selectionModel().setCurrentIndex(standing, QItemSelectionModel.SelectionFlag.NoUpdate)

    def select_only_current(self) -> None:
        """Give up selecting several."""
        self._select_current()

    def _on_click(self, index: QModelIndex) -> None:
        entry = self._shown.entry_at(index)
        if isinstance(entry, ConversationRow):
            if self.selected_rows() == [entry]:
                self._settle.stop()
                self.chosen.emit(entry)
        else:
            self._enter_folder(entry)

    def _enter_folder(self, entry: Entry | None) -> None:
        if isinstance(entry, Folder):
            self.folderChosen.emit(entry)
        elif isinstance(entry, FoldersHeading):
            self.foldersToggled.emit()

    def _open_current(self) -> None:
        rows = self.selected_rows()
        if len(rows) == 1:
            self.chosen.emit(rows[0])

    def _state_of(self, index: Index) -> tuple[bool, bool, bool]:
        """Whether a row is chosen, under the pointer, and where the keyboard or a menu about it is."""
        port = self.viewport()
        hovered = port.underMouse() and self.visualRect(index).contains(port.mapFromGlobal(QCursor.pos()))
        chosen = self.selectionModel()
        is_open = not chosen.hasSelection() and index == self._shown.index_of(self._current)
        has_menu = self._menu_about is not None and index == self._shown.index_of_entry(self._menu_about)
        has_keyboard = self._delegate.shows_focus and self.hasFocus() and index == self.currentIndex()
        return chosen.isSelected(index) or is_open, hovered or has_menu, has_menu or has_keyboard

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_F2: self.rename_current,
            Qt.Key.Key_Return: self._open_now,
            Qt.Key.Key_Enter: self._open_now,
            _DELETE: self._press_delete,
        }
        if isinstance(self.current_entry(), FoldersHeading):
            actions[Qt.Key.Key_Space] = self._open_now
        if len(self.selected_rows()) > 1:
            actions[Qt.Key.Key_Escape] = self.select_only_current
        action = actions.get(Qt.Key(event.key()))
        if action is not None and self.state() != QAbstractItemView.State.EditingState:
            action()
            return
        self._delegate.shows_focus = True
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before and len(self.selected_rows()) == 1:
            self._settle.start()

    def _press_delete(self) -> None:
        self.deletePressed.emit(self.current_entry())

    def _open_now(self) -> None:
        self._settle.stop()
        entry = self.current_entry()
        if not isinstance(entry, ConversationRow):
            self._enter_folder(entry)
        elif len(self.selected_rows()) <= 1:
            self.chosen.emit(entry)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._delegate.shows_focus = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        }
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._delegate.shows_focus = False
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._is_on_more(index, event.position().toPoint()):
            self._press_more(index, event.globalPosition().toPoint())
            return
        super().mousePressEvent(event)

    def _press_more(self, index: QModelIndex, point: QPoint) -> None:
        entry = self._shown.entry_at(index)
        if isinstance(entry, FoldersHeading):
            self.newFolderRequested.emit()
            return
        if self.is_chosen_by(Qt.MouseButton.RightButton) and not self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.menuRequested.emit(point, entry)

    def _is_on_more(self, index: QModelIndex, point: QPoint) -> bool:
        if not self._shown.flags(index) & Qt.ItemFlag.ItemIsEnabled:
            return False
        return more_area(self._delegate.area(self.visualRect(index))).contains(point)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        point, index = event.globalPos(), self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            point = self.viewport().mapToGlobal(self.visualRect(index).center())
        entry = self._shown.entry_at(index)
        self.menuRequested.emit(point, None if isinstance(entry, str) else entry)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self._count_selected()
        self.viewport().update()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if self._late is not None:
            model, change = self._late
            self._late = None
            self.refill(model, change)

    def is_chosen_by(self, button: Qt.MouseButton) -> bool:
        """What is chosen is what is open: a menu about another row leaves it. In the trash nothing is opened."""
        return button == Qt.MouseButton.LeftButton or self._shown.kind is Kind.TRASH

    # Dragging onto a folder

    def dragged(self) -> tuple[list[int], str]:
        rows = self.selected_rows()
        words = self._shown.title(rows[0]) if len(rows) == 1 else self.tr("%n conversations", "", len(rows))
        return [row.id for row in rows], words

    def folder_at(self, point: QPoint) -> Folder | None:
        entry = self._shown.entry_at(self.indexAt(point))
        return entry if isinstance(entry, Folder) else None

    def mark_target(self, folder: Folder | None) -> None:
        if folder != self._delegate.drop_target:
            self._delegate.drop_target = folder
            self.viewport().update()

    def shown_theme(self) -> Theme:
        return self._delegate.theme

    # Paging and layout

    def _page(self) -> None:
        """Ask for pages while they are wanted and come at once; one that comes later goes on from `extend`."""
        if self._paging:
            return
        self._paging = True
        try:
            while self._wants_more():
                self._asked_for_more = True
                self.moreRequested.emit()
        finally:
            self._paging = False

    def _wants_more(self) -> bool:
        if self._asked_for_more or not self._shown.more:
            return False
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        place = max(bar.value(), self._return_to)
        return bar.maximum() - place <= _NEARLY_THE_END * max(1, self.viewport().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._delegate.end_margin = 0 if self.verticalScrollBar().maximum() > 0 else SMALL
        self._place_hint()

    def _place_hint(self) -> None:
        width = max(0, self.viewport().width() - 2 * LARGE)
        self._hint.setGeometry(QRect(LARGE, XLARGE, width, self._hint.heightForWidth(width)))
