"""What the person orders for the selected conversations and for folders, by menu, key, bar or dragging."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from parley.domain.conversation_row import ConversationRow, Folder, Shelf
from parley.domain.library_changes import Archive, CreateFolder, DeleteFolder, Move, Rename, RenameFolder, Trash
from parley.ui.sidebar import menus
from parley.ui.sidebar.menu import RowMenu
from parley.ui.sidebar.menus import Wishes
from parley.ui.sidebar.model import FoldersHeading

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.ui.sidebar.foot import Foot
    from parley.ui.sidebar.list_view import ConversationList
    from parley.ui.sidebar.model import Entry
    from parley.ui.sidebar.over_list import OverList
    from parley.ui.sidebar.shown import Shown


class Orders(QObject):
    """Turns what is done with the list into what is wanted. Asks where something would be gone for good."""

    changeRequested = Signal(object)  # LibraryChange
    deleteForeverRequested = Signal(list)  # ids
    emptyTrashRequested = Signal()
    exportRequested = Signal(list, str)  # ids, key of the format
    importRequested = Signal()

    def __init__(
        self,
        shown: Shown,
        rows: ConversationList,
        foot: Callable[[], Foot],
        over: Callable[[], OverList],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._shown = shown
        self._list = rows
        self._foot = foot
        self._over = over
        rows.newFolderRequested.connect(self.ask_for_folder)
        rows.menuRequested.connect(self._show_menu)
        rows.renamePressed.connect(self.rename_folder)
        rows.deletePressed.connect(self._delete_pressed)
        rows.dropped.connect(self._drop)

    def connect_foot(self, foot: Foot) -> None:
        """The bars under the list are there now."""
        selection = foot.selection
        selection.moveRequested.connect(self._show_move_menu)
        selection.archiveRequested.connect(self._archive)
        selection.restoreRequested.connect(self._restore_selected)
        selection.deleteRequested.connect(self._delete_selected)
        selection.menuRequested.connect(self._show_selection_menu)
        foot.deletionConfirmed.connect(self._on_confirmed)

    def connect_over(self, over: OverList) -> None:
        """What stands over the list is there now."""
        over.shelf_top.emptyRequested.connect(lambda: self._foot().ask_to_empty())
        over.shelf_top.menuRequested.connect(self._show_shelf_menu)

    # One by one

    def rename(self, conversation_id: int, title: str) -> None:
        self.changeRequested.emit(Rename(conversation_id, title))

    def delete(self, ids: Sequence[int]) -> None:
        """Into the trash without a question; from there, with one, for good."""
        if ids and self._shown.shelf.trashed:
            self._foot().ask_to_delete(list(ids))
        elif ids:
            self.changeRequested.emit(Trash.all(ids, True))

    def restore(self, ids: Sequence[int]) -> None:
        """Out of the trash, or out of the archive."""
        if ids:
            self.changeRequested.emit(Trash.all(ids, False) if self._shown.shelf.trashed else Archive.all(ids, False))

    def ask_for_folder(self, ids: Sequence[int] = ()) -> None:
        """Make a folder, and put these conversations into it."""

        def make(name: str) -> None:
            self.changeRequested.emit(CreateFolder(name, tuple(ids)))

        self._over().ask_name(self.tr("Name of the new folder"), self.tr("Create"), "", make)

    def rename_folder(self, folder: Folder) -> None:
        def take(name: str) -> None:
            if name != folder.name:
                self.changeRequested.emit(RenameFolder(folder.id, name))

        self._over().ask_name(self.tr("New name of the folder"), self.tr("Rename"), folder.name, take)

    def _archive(self) -> None:
        if ids := self._selected():
            self.changeRequested.emit(Archive.all(ids, True))

    def _delete_pressed(self, entry: Entry | None) -> None:
        if isinstance(entry, Folder) and not self._selected():
            self.changeRequested.emit(DeleteFolder(entry.id))
        else:
            self._delete_selected()

    def _delete_selected(self) -> None:
        self.delete(self._selected())

    def _restore_selected(self) -> None:
        self.restore(self._selected())

    def _drop(self, ids: list[int], folder: Folder) -> None:
        self.changeRequested.emit(Move.all(ids, folder.id))

    def _on_confirmed(self, ids: list[int]) -> None:
        if ids:
            self.deleteForeverRequested.emit(ids)
        else:
            self.emptyTrashRequested.emit()
        self._list.setFocus()

    def _selected(self) -> list[int]:
        return [row.id for row in self._list.selected_rows()]

    # Menus

    def make_menu(self, entry: Entry | None = None) -> RowMenu:
        """The menu of a folder, of the list itself, or of conversations: the one given, and all if it is selected."""
        rows = self._list.selected_rows()
        if isinstance(entry, ConversationRow) and entry not in rows:
            rows = [entry]
        menu, wishes = RowMenu(self._shown.theme, self._list), self._wishes(rows)
        if isinstance(entry, Folder):
            menus.fill_folder_menu(menu, entry, wishes)
        elif isinstance(entry, FoldersHeading) or not rows:
            menus.fill_list_menu(menu, wishes)
        elif self._shown.shelf.trashed:
            menus.fill_trash_menu(menu, wishes)
        else:
            menus.fill_rows_menu(menu, rows, self._shown.folders, self._shown.formats, wishes)
        return menu

    def _wishes(self, rows: Sequence[ConversationRow]) -> Wishes:
        ids = [row.id for row in rows]
        return Wishes(
            change=self.changeRequested.emit,
            rename=lambda: self._list.rename_row(ids[0]),
            rename_folder=self.rename_folder,
            new_folder=self.ask_for_folder,
            export=lambda ids, key: self.exportRequested.emit(list(ids), key),
            bring_in=self.importRequested.emit,
            delete=lambda: self.delete(ids),
            restore=lambda: self.restore(ids),
        )

    def _show_menu(self, point: QPoint, entry: Entry | None) -> None:
        if entry is None and self._shown.shelf != Shelf():
            return
        menu = self.make_menu(entry)
        self._list.mark_menu(entry)
        menu.aboutToHide.connect(lambda: self._list.mark_menu(None))
        menu.popup(point)

    def _show_selection_menu(self, corner: QPoint) -> None:
        _popup_above(self.make_menu(), corner)

    def _show_shelf_menu(self, point: QPoint) -> None:
        if self._shown.shelf.folder is not None:
            self.make_menu(self._shown.shelf.folder).popup(point)

    def _show_move_menu(self, corner: QPoint) -> None:
        menu = RowMenu(self._shown.theme, self._list)
        rows = self._list.selected_rows()
        menus.fill_move_menu(menu, rows, self._shown.folders, self._wishes(rows))
        _popup_above(menu, corner)


def _popup_above(menu: RowMenu, corner: QPoint) -> None:
    menu.popup(corner - QPoint(0, menu.sizeHint().height()))
