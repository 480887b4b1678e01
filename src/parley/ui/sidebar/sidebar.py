"""The sidebar: finding, opening and keeping order among the conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, with_shortcut
from parley.ui.kit.cards import Line
from parley.ui.kit.themed import theme_below
from parley.ui.sidebar.bars import ConfirmBar, UndoBar
from parley.ui.sidebar.list_view import ConversationList
from parley.ui.sidebar.menu import RowMenu
from parley.ui.sidebar.model import Kind, RowsModel
from parley.ui.sidebar.top import TopBar, TrashTop
from parley.ui.theme import LIGHT, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.conversation_row import ConversationRow
    from parley.ui.theme import Theme


class Sidebar(QWidget):
    """Shows the conversations it is given, says what the person wants, and changes nothing by itself.

    Rows come in pages: `set_rows` replaces what is shown (the trash while it is open), `add_rows` adds the page that
    `moreRequested` asked for. While something is searched for, `set_search_results` is shown instead.
    """

    newChatRequested = Signal()
    conversationChosen = Signal(int, object)  # id, the message to go to or None
    renameRequested = Signal(int, str)
    pinRequested = Signal(int, bool)
    trashRequested = Signal(list)  # ids
    restoreRequested = Signal(list)
    deleteForeverRequested = Signal(list)
    emptyTrashRequested = Signal()
    exportRequested = Signal(int, str)  # id, key of the format
    searchChanged = Signal(str)
    moreRequested = Signal()
    trashShown = Signal(bool)
    undoRequested = Signal()
    settingsRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._formats: tuple[tuple[str, str], ...] = ()
        self._confirmed: list[int] = []  # what ConfirmBar asks about; empty: the whole trash
        self._day = QDate.currentDate()
        self._make_models()
        self._make_parts()
        self._lay_out()
        self._connect()
        self.setMinimumWidth(200)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)  # its surface is in the style sheet
        self._show_mode()

    def _make_models(self) -> None:
        self._conversations = RowsModel(Kind.CONVERSATIONS, self)
        self._results = RowsModel(Kind.RESULTS, self)
        self._trash = RowsModel(Kind.TRASH, self)
        self._in_trash = False

    def _make_parts(self) -> None:
        self._top = TopBar()
        self._trash_top = TrashTop()
        self._list = ConversationList(self._conversations, self._theme)
        self._undo = UndoBar()
        self._confirm = ConfirmBar()
        self._trash_button = Button(self.tr("Trash"), look="row", icon_name="trash-2")
        self._settings_button = Button(self.tr("Settings"), look="row", icon_name="settings")
        keys = QKeySequence(QKeySequence.StandardKey.Preferences)
        self._settings_button.setToolTip(with_shortcut(self.tr("Settings"), keys))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top)
        column.addWidget(self._trash_top)
        column.addWidget(self._list, 1)
        bars = _padded(self._undo, self._confirm)
        column.addLayout(bars)
        column.addWidget(Line())
        column.addLayout(_padded(self._trash_button, self._settings_button))

    def _connect(self) -> None:
        self._top.newChatRequested.connect(self.newChatRequested)
        self._top.search.searchChanged.connect(self._on_search)
        self._top.search.downPressed.connect(self._list.enter)
        self._top.search.enterPressed.connect(self._list.choose_first)
        self._trash_top.backRequested.connect(self._leave_trash)
        self._trash_top.emptyRequested.connect(self._ask_to_empty)
        self._list.chosen.connect(self._on_chosen)
        self._list.menuRequested.connect(self._show_menu)
        self._list.deletePressed.connect(self._delete)
        self._list.undoPressed.connect(self._undo.request)
        self._list.moreRequested.connect(self.moreRequested)
        for model in (self._conversations, self._results):
            model.renamed.connect(self.renameRequested)
        self._undo.undoRequested.connect(self.undoRequested)
        self._confirm.confirmed.connect(self._on_confirmed)
        self._trash_button.clicked.connect(self._enter_trash)
        self._settings_button.clicked.connect(self.settingsRequested)

    # What comes in

    def set_rows(self, rows: Sequence[ConversationRow], more: bool) -> None:
        """Show these conversations, or these in the trash while it is open. `more`: there are more to ask for."""
        self._list.fill(self._base_model(), rows, more=more)
        self._show_hint()

    def add_rows(self, rows: Sequence[ConversationRow], more: bool) -> None:
        self._list.extend(self._base_model(), rows, more=more)

    def set_search_results(self, rows: Sequence[ConversationRow], text: str) -> None:
        """Show what was found for `text`. Ignored when the person has typed on since."""
        if text != self._top.search.wanted() or self._in_trash:
            return
        self._list.fill(self._results, rows, more=False)
        if self._list.rows_model() is not self._results:
            self._list.show_model(self._results)
        self._list.verticalScrollBar().setValue(0)
        self._show_hint()
        announce(self._list, self._found_words(len(rows)))

    def _found_words(self, number: int) -> str:
        if number == 0:
            return self.tr("Nothing found")
        return self.tr("1 conversation found") if number == 1 else self.tr("%n conversations found", "", number)

    def set_current(self, conversation_id: int | None) -> None:
        """Mark the open conversation. None: a new one, not saved yet."""
        self._list.set_current(conversation_id)

    def set_busy_ids(self, ids: Iterable[int]) -> None:
        """Which conversations have an answer running."""
        for model in (self._conversations, self._results):
            model.set_busy(frozenset(ids))

    def set_export_formats(self, formats: Iterable[tuple[str, str]]) -> None:
        """(key, label) of each format, in the order of the menu."""
        self._formats = tuple(formats)

    def show_undo(self, text: str) -> None:
        self._undo.show_text(text)

    def search_text(self) -> str:
        """What is searched for now."""
        return self._top.search.text()

    def focus_search(self) -> None:
        if self._in_trash:
            self._leave_trash()
        self._top.search.setFocus()
        self._top.search.selectAll()

    def row_count(self) -> int:
        """How many conversations are loaded, so that a refresh can ask for as many again."""
        return len(self._base_model().rows())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._top.search.set_theme(theme)
        self._list.set_theme(theme)
        theme_below(self, theme)

    # Modes: conversations, results, trash

    def _base_model(self) -> RowsModel:
        return self._trash if self._in_trash else self._conversations

    def _show_mode(self) -> None:
        self._top.setVisible(not self._in_trash)
        self._trash_top.setVisible(self._in_trash)
        self._trash_button.setVisible(not self._in_trash)
        self._confirm.hide()
        self._list.show_model(self._base_model())
        self._show_hint()

    def _on_search(self, text: str) -> None:
        if not text:
            self._list.show_model(self._base_model())
            self._show_hint()
        self.searchChanged.emit(text)

    def _enter_trash(self) -> None:
        self._top.search.clear()
        self._in_trash = True
        self._show_mode()
        self.trashShown.emit(True)
        self._list.enter()

    def _leave_trash(self) -> None:
        self._in_trash = False
        self._show_mode()
        self.trashShown.emit(False)
        self._list.enter()

    def _show_hint(self) -> None:
        model = self._list.rows_model()
        empty = model.filled and model.rowCount() == 0
        words = {
            Kind.CONVERSATIONS: self.tr("Your conversations will be here. Write a message to begin the first."),
            Kind.RESULTS: self.tr("Nothing found. Try fewer words, or the beginning of one."),
            Kind.TRASH: self.tr("The trash is empty. Conversations you delete can be restored from here."),
        }
        self._list.set_hint(words[model.kind] if empty else "")
        self._trash_top.empty.setVisible(self._trash.rowCount() > 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and QDate.currentDate() != self._day:
            self._day = QDate.currentDate()
            model = self._conversations
            self._list.fill(model, model.rows(), more=model.more)

    # What the person does

    def _on_chosen(self, row: ConversationRow) -> None:
        if not self._in_trash:
            self.conversationChosen.emit(row.id, row.message_id)

    def _delete(self) -> None:
        ids = [row.id for row in self._list.selected_rows()]
        if ids and self._in_trash:
            self._ask_to_delete(ids)
        elif ids:
            self.trashRequested.emit(ids)

    def _restore(self) -> None:
        if ids := [row.id for row in self._list.selected_rows()]:
            self.restoreRequested.emit(ids)

    def _ask_to_delete(self, ids: list[int]) -> None:
        self._confirmed = ids
        question = (
            self.tr("Delete this conversation forever? It cannot be brought back.")
            if len(ids) == 1
            else self.tr("Delete %n conversations forever? They cannot be brought back.", "", len(ids))
        )
        self._confirm.ask(question, self.tr("Delete forever"))

    def _ask_to_empty(self) -> None:
        self._confirmed = []
        question = self.tr("Delete everything in the trash forever? It cannot be brought back.")
        self._confirm.ask(question, self.tr("Empty trash"))

    def _on_confirmed(self) -> None:
        if self._confirmed:
            self.deleteForeverRequested.emit(self._confirmed)
        else:
            self.emptyTrashRequested.emit()
        self._list.setFocus()

    def _show_menu(self, point: QPoint) -> None:
        self.make_menu().popup(point)

    def make_menu(self) -> RowMenu:
        """The menu for what is selected now."""
        rows = self._list.selected_rows()
        menu = RowMenu(self._theme, self)
        if self._in_trash:
            menu.add(self.tr("Restore"), "archive-restore", self._restore)
            menu.add(self.tr("Delete forever"), "trash-2", self._delete, "Del")
            return menu
        if len(rows) == 1:
            self._add_single(menu, rows[0])
        menu.add(self.tr("Delete"), "trash-2", self._delete, "Del")
        return menu

    def _add_single(self, menu: RowMenu, row: ConversationRow) -> None:
        menu.add(self.tr("Rename"), "pencil", self._list.rename_current, "F2")
        if row.pinned:
            menu.add(self.tr("Unpin"), "pin-off", lambda: self.pinRequested.emit(row.id, False))
        else:
            menu.add(self.tr("Pin"), "pin", lambda: self.pinRequested.emit(row.id, True))
        if self._formats:
            menu.add_exports(self._formats, lambda key: self.exportRequested.emit(row.id, key))
        menu.addSeparator()


def _padded(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return column
