"""The menus of conversations and folders: what they offer, and what each choice asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.domain.library_changes import Archive, DeleteFolder, LibraryChange, Move, Pin

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from parley.domain.conversation_row import ConversationRow, Folder
    from parley.ui.sidebar.menu import RowMenu


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a choice in a menu may ask for."""

    change: Callable[[LibraryChange], None]
    rename: Callable[[], None]
    rename_folder: Callable[[Folder], None]
    new_folder: Callable[[Sequence[int]], None]  # for these conversations
    export: Callable[[Sequence[int], str], None]  # with the key of a format
    bring_in: Callable[[], None]  # from files
    delete: Callable[[], None]
    restore: Callable[[], None]


def fill_trash_menu(menu: RowMenu, wishes: Wishes) -> None:
    menu.add(QCoreApplication.translate("Sidebar", "Restore"), "archive-restore", wishes.restore)
    menu.add(QCoreApplication.translate("Sidebar", "Delete forever"), "trash-2", wishes.delete, "Del")


def fill_rows_menu(
    menu: RowMenu,
    rows: Sequence[ConversationRow],
    folders: Sequence[Folder],
    formats: Sequence[tuple[str, str]],
    wishes: Wishes,
) -> None:
    """What can be done with these conversations, which are not in the trash."""
    ids = [row.id for row in rows]
    if len(rows) == 1:
        menu.add(QCoreApplication.translate("Sidebar", "Rename"), "pencil", wishes.rename, "F2")
    if all(row.pinned for row in rows):
        unpin = QCoreApplication.translate("Sidebar", "Unpin")
        menu.add(unpin, "pin-off", lambda: wishes.change(Pin.all(ids, False)))
    else:
        menu.add(QCoreApplication.translate("Sidebar", "Pin"), "pin", lambda: wishes.change(Pin.all(ids, True)))
    fill_move_menu(
        menu.add_menu(QCoreApplication.translate("Sidebar", "Move to folder"), "folder"), rows, folders, wishes
    )
    if all(row.archived for row in rows):
        take_out = QCoreApplication.translate("Sidebar", "Take out of the archive")
        menu.add(take_out, "archive-restore", lambda: wishes.change(Archive.all(ids, False)))
    else:
        archive = QCoreApplication.translate("RowMenu", "Archive")  # not "Sidebar": there it is the place
        menu.add(archive, "archive", lambda: wishes.change(Archive.all(ids, True)))
    if formats:
        menu.add_exports(formats, lambda key: wishes.export(ids, key))
    menu.addSeparator()
    menu.add(QCoreApplication.translate("Sidebar", "Delete"), "trash-2", wishes.delete, "Del")


def fill_move_menu(menu: QMenu, rows: Sequence[ConversationRow], folders: Sequence[Folder], wishes: Wishes) -> None:
    """Every folder, a new one, and none. The one they are all in is marked."""
    ids = [row.id for row in rows]
    places = {row.folder_id for row in rows}
    for folder in folders:
        action = menu.addAction(folder.name.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(places == {folder.id})
        action.triggered.connect(lambda _=False, ident=folder.id: wishes.change(Move.all(ids, ident)))
    if folders:
        menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Sidebar", "New folder…")).triggered.connect(
        lambda: wishes.new_folder(ids)
    )
    if places != {None}:
        menu.addAction(QCoreApplication.translate("Sidebar", "Take out of the folder")).triggered.connect(
            lambda: wishes.change(Move.all(ids, None))
        )


def fill_folder_menu(menu: RowMenu, folder: Folder, wishes: Wishes) -> None:
    rename = QCoreApplication.translate("Sidebar", "Rename folder")
    menu.add(rename, "pencil", lambda: wishes.rename_folder(folder), "F2")
    delete = QCoreApplication.translate("Sidebar", "Delete folder, keep its conversations")
    menu.add(delete, "trash-2", lambda: wishes.change(DeleteFolder(folder.id)), "Del")


def fill_list_menu(menu: RowMenu, wishes: Wishes) -> None:
    """What the list offers where no conversation is."""
    menu.add(QCoreApplication.translate("Sidebar", "New folder…"), "folder", lambda: wishes.new_folder(()))
    menu.add(QCoreApplication.translate("Sidebar", "Import…"), "upload", wishes.bring_in)
