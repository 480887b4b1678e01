"""The sidebar: finding, opening and keeping order among the conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.domain.conversation_row import Shelf
from parley.ui.kit.announce import announce
from parley.ui.kit.cards import Line
from parley.ui.kit.themed import theme_below
from parley.ui.sidebar.list_view import ConversationList
from parley.ui.sidebar.model import Kind, RowsModel
from parley.ui.sidebar.shown import Shown
from parley.ui.sidebar.top import TopBar
from parley.ui.sidebar.ways_out import WaysOut
from parley.ui.sidebar.words import found_words, nothing_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.conversation_row import ConversationRow, Folder
    from parley.domain.search_filters import Filters
    from parley.ui.sidebar.foot import Foot
    from parley.ui.sidebar.menu import RowMenu
    from parley.ui.sidebar.model import Entry
    from parley.ui.sidebar.orders import Orders
    from parley.ui.sidebar.over_list import OverList
    from parley.ui.theme import Theme


class Sidebar(QWidget):
    """Shows the conversations it is given, says what the person wants, and changes nothing by itself.

    Rows come in pages: `set_rows` replaces what is shown (of the shelf that `shelfChosen` named last), `add_rows` adds
    the page that `moreRequested` asked for. While something is searched for, `set_search_results` is shown instead.
    What the first paint does not show is made when it is first needed.
    """

    newChatRequested = Signal()
    conversationChosen = Signal(int, object)  # id, the message to go to or None
    changeRequested = Signal(object)  # LibraryChange
    deleteForeverRequested = Signal(list)  # ids
    emptyTrashRequested = Signal()
    exportRequested = Signal(list, str)  # ids, key of the format
    importRequested = Signal()
    filesDropped = Signal(list)  # paths of files that may hold conversations
    searchChanged = Signal(str)
    filtersChanged = Signal(object)  # Filters
    modelsWanted = Signal()  # to filter by
    moreRequested = Signal()
    shelfChosen = Signal(object)  # Shelf
    foldersFolded = Signal(bool)
    undoRequested = Signal()
    redoRequested = Signal()
    settingsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Shown()
        self._day = QDate.currentDate()
        self._models: dict[Kind, RowsModel] = {}
        self._busy: frozenset[int] = frozenset()
        self._foot: Foot | None = None
        self._over: OverList | None = None
        self._make_parts()
        self._orders: Orders | None = None
        self._lay_out()
        self._connect()
        self.setMinimumWidth(200)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # its surface is in the style sheet

    def _make_parts(self) -> None:
        self._top = TopBar()
        self._list = ConversationList(self._model(Kind.CONVERSATIONS), self._shown.theme)
        self._ways_out = WaysOut()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(Line())
        self._column.addWidget(self._ways_out)

    def _connect(self) -> None:
        self._top.newChatRequested.connect(self.newChatRequested)
        search = self._top.search
        search.searchChanged.connect(self._on_search)
        search.ended.connect(self._end_search)
        search.downPressed.connect(self._list.enter)
        search.enterPressed.connect(self._list.choose_first)
        self._list.chosen.connect(self._on_chosen)
        self._list.folderChosen.connect(self._enter_folder)
        self._list.foldersToggled.connect(self._toggle_folders)
        self._list.selectionCounted.connect(self._count_selection)
        self._list.moreRequested.connect(self.moreRequested)
        self._ways_out.trashRequested.connect(self._enter_trash)
        self._ways_out.archiveRequested.connect(self._enter_archive)
        self._ways_out.settingsRequested.connect(self.settingsRequested)

    # What is made when it is needed

    def get_ready(self) -> Orders:
        """Take orders from now on. Until then, which is until the first paint, one can only look and search."""
        if self._orders is None:
            from parley.ui.sidebar.orders import Orders

            self._orders = orders = Orders(self._shown, self._list, self._foot_bars, self._over_list, self)
            orders.changeRequested.connect(self.changeRequested)
            orders.deleteForeverRequested.connect(self.deleteForeverRequested)
            orders.emptyTrashRequested.connect(self.emptyTrashRequested)
            orders.exportRequested.connect(self.exportRequested)
            orders.importRequested.connect(self.importRequested)
            self._list.filesDropped.connect(self.filesDropped)
        return self._orders

    def _model(self, kind: Kind) -> RowsModel:
        if kind not in self._models:
            made = self._models[kind] = RowsModel(kind, self)
            made.set_busy(self._busy)
            made.renamed.connect(self._rename)
        return self._models[kind]

    def _foot_bars(self) -> Foot:
        """The bars under the list."""
        if self._foot is None:
            from parley.ui.sidebar.foot import Foot

            self._foot = foot = Foot()
            self._column.insertWidget(self._column.indexOf(self._list) + 1, foot)
            foot.undo.undoRequested.connect(self.undoRequested)
            foot.undo.redoRequested.connect(self.redoRequested)
            self.get_ready().connect_foot(foot)
            theme_below(foot, self._shown.theme)
            foot.show()
        return self._foot

    def _over_list(self) -> OverList:
        """What may stand between the search field and the list."""
        if self._over is None:
            from parley.ui.sidebar.over_list import OverList

            self._over = over = OverList()
            self._column.insertWidget(self._column.indexOf(self._list), over)
            over.shelf_top.backRequested.connect(self._leave_shelf)
            self.get_ready().connect_over(over)
            over.filters.filtersChanged.connect(self._on_filters)
            over.filters.modelsWanted.connect(self.modelsWanted)
            over.name_bar.closed.connect(self._list.setFocus)
            theme_below(over, self._shown.theme)
            over.show()
        return self._over

    # What comes in

    def set_folders(self, folders: Sequence[Folder], has_archive: bool) -> None:
        """Which folders there are, and whether the archive holds anything. Shows with the next `set_rows`."""
        self._shown.folders = folders
        self._model(Kind.CONVERSATIONS).folders = folders
        self._ways_out.set_has_archive(has_archive)
        self._follow_folder()

    def set_folded(self, folded: bool) -> None:
        """Whether the folders are hidden under their heading. Shows with the next `set_rows`."""
        self._model(Kind.CONVERSATIONS).folded = folded

    def set_rows(self, rows: Sequence[ConversationRow], more: bool) -> None:
        """Show these conversations of the shelf that is open. `more`: there are more to ask for."""
        self._list.fill(self._base_model(), rows, more=more)
        self._show_hint()

    def set_head(self, rows: Sequence[ConversationRow]) -> None:
        """A long list begins with these now; what followed them still does."""
        model = self._base_model()
        self._list.refill(model, lambda: model.set_head(rows))

    def add_rows(self, rows: Sequence[ConversationRow], more: bool) -> None:
        self._list.extend(self._base_model(), rows, more=more)

    def set_search_results(self, rows: Sequence[ConversationRow], text: str) -> None:
        """Show what was found for `text`. Ignored when the person has typed on since."""
        if text != self._top.search.wanted() or self._on_shelf():
            return
        results = self._model(Kind.RESULTS)
        self._list.fill(results, rows, more=False)
        if self._list.rows_model() is not results:
            self._list.show_model(results)
        self._list.verticalScrollBar().setValue(0)
        self._list.catch_up()
        self._show_hint()
        announce(self._list, found_words(len(rows)))

    def set_filter_models(self, models: Sequence[str]) -> None:
        """The models that can be filtered by."""
        self._over_list().filters.set_models(models)

    def set_current(self, conversation_id: int | None) -> None:
        """Mark the open conversation. None: a new one, not saved yet."""
        self._list.set_current(conversation_id)

    def set_busy_ids(self, ids: Iterable[int]) -> None:
        """Which conversations have an answer running."""
        self._busy = frozenset(ids)
        for model in self._models.values():
            model.set_busy(self._busy)

    def set_export_formats(self, formats: Iterable[tuple[str, str]]) -> None:
        """(key, label) of each format, in the order of the menu."""
        self._shown.formats = tuple(formats)

    def show_undo(self, text: str, action: str) -> None:
        """Say what was done; `action` is what undoing it is called."""
        self._foot_bars().undo.offer_undo(text, action)

    def show_redo(self) -> None:
        """Say that something was undone, and offer to do it again."""
        self._foot_bars().undo.offer_redo()

    def search_text(self) -> str:
        """What is searched for now."""
        return self._top.search.text()

    def focus_search(self) -> None:
        if self._on_shelf():
            self._leave_shelf()
        self._top.search.setFocus()
        self._top.search.selectAll()

    def row_count(self) -> int:
        """How many conversations are loaded."""
        return len(self._base_model().rows())

    def set_theme(self, theme: Theme) -> None:
        self._shown.theme = theme
        self._top.search.set_theme(theme)
        self._list.set_theme(theme)
        theme_below(self, theme)

    # Shelves

    def _on_shelf(self) -> bool:
        return self._shown.shelf != Shelf()

    def _base_model(self) -> RowsModel:
        shelf = self._shown.shelf
        if shelf.folder is not None:
            return self._model(Kind.FOLDER)
        kind = Kind.TRASH if shelf.trashed else Kind.ARCHIVE if shelf.archived else Kind.CONVERSATIONS
        return self._model(kind)

    def _enter_trash(self) -> None:
        self._show_shelf(Shelf(trashed=True))

    def _enter_archive(self) -> None:
        self._show_shelf(Shelf(archived=True))

    def _enter_folder(self, folder: Folder) -> None:
        self._model(Kind.FOLDER).set_rows((), more=False)  # not those of another folder, not even for a moment
        self._show_shelf(Shelf(folder=folder))

    def _leave_shelf(self) -> None:
        self._show_shelf(Shelf())

    def _show_shelf(self, shelf: Shelf) -> None:
        if self._searching():
            self._top.search.give_up()
        self._shown.shelf = shelf
        on_shelf = self._on_shelf()
        self._top.setVisible(not on_shelf)
        over = self._over_list()
        over.close_name_bar()
        over.show_shelf(shelf if on_shelf else None)
        self._ways_out.set_on_shelf(on_shelf)
        if self._foot is not None:
            self._foot.confirm.hide()
        self._list.show_model(self._base_model())
        self.shelfChosen.emit(shelf)
        self._show_hint()
        self._list.enter()

    def _follow_folder(self) -> None:
        """The folder that is open may have another name by now, or be gone."""
        open_one = self._shown.shelf.folder
        if open_one is None or open_one in self._shown.folders:
            return
        renamed = next((folder for folder in self._shown.folders if folder.id == open_one.id), None)
        if renamed is None:
            self._leave_shelf()
        else:
            self._shown.shelf = Shelf(folder=renamed)
            self._over_list().show_shelf(self._shown.shelf)

    def _show_hint(self) -> None:
        model = self._list.rows_model()
        empty = model.filled and model.rowCount() == 0
        self._list.set_hint(nothing_words(model.kind) if empty else "")
        if self._shown.shelf.trashed:
            self._over_list().shelf_top.empty.setVisible(model.rowCount() > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and QDate.currentDate() != self._day:
            self._day = QDate.currentDate()
            model = self._model(Kind.CONVERSATIONS)
            self._list.fill(model, model.rows(), more=model.more)

    # Searching

    def _searching(self) -> bool:
        return bool(self._top.search.wanted()) or (self._over is not None and bool(self._over.filters.filters))

    def _on_search(self, text: str) -> None:
        self._list.set_outdated(self._searching())
        self._follow_search()
        self.searchChanged.emit(text)

    def _on_filters(self, filters: Filters) -> None:
        self._top.search.narrowed = bool(filters)
        self._list.set_outdated(self._searching())
        self._follow_search()
        self.filtersChanged.emit(filters)

    def _follow_search(self) -> None:
        """Show the filters while something is searched for, and the list again when nothing is."""
        if self._searching():
            self._over_list().filters.show()
            return
        if self._over is not None:
            if self._over.filters.isAncestorOf(self.focusWidget() or self):
                self._top.search.setFocus()
            self._over.filters.hide()
        self._list.show_model(self._base_model())
        self._show_hint()

    def _end_search(self) -> None:
        if self._over is not None:
            self._over.filters.clear()

    # What the person does

    def make_menu(self, entry: Entry | None = None) -> RowMenu:
        """The menu for a folder, or for what is selected now."""
        return self.get_ready().make_menu(entry)

    def _rename(self, conversation_id: int, title: str) -> None:
        self.get_ready().rename(conversation_id, title)

    def _on_chosen(self, row: ConversationRow) -> None:
        if not self._shown.shelf.trashed:
            self.conversationChosen.emit(row.id, row.message_id)

    def _toggle_folders(self) -> None:
        model = self._model(Kind.CONVERSATIONS)
        model.folded = not model.folded
        self._list.fill(model, model.rows(), more=model.more)
        self.foldersFolded.emit(model.folded)

    def _count_selection(self, number: int) -> None:
        if number > 1:
            self._foot_bars().selection.show_count(number, self._list.rows_model().kind)
        elif self._foot is not None:
            self._foot.selection.hide()
