"""How a change of the library is said: what was done, and what undoing it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.domain.library_changes import (
    Archive,
    BringIn,
    CreateFolder,
    DeleteBranch,
    DeleteFolder,
    LibraryChange,
    Move,
    Pin,
    Rename,
    RenameFolder,
    RestoreBranch,
    Together,
    Trash,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_LONGEST = 60  # characters of a title or a name within a sentence


def undo_words(change: LibraryChange) -> str:
    """What the button and the screen reader call undoing it."""
    match change:
        case Rename() | RenameFolder():
            return QCoreApplication.translate("Library", "Undo rename")
        case Pin(states):
            pinned = QCoreApplication.translate("Library", "Undo pin")
            return pinned if _first(states) else QCoreApplication.translate("Library", "Undo unpin")
        case Archive(states):
            archived = QCoreApplication.translate("Library", "Undo archive")
            return archived if _first(states) else QCoreApplication.translate("Library", "Undo unarchive")
        case Trash(states):
            deleted = QCoreApplication.translate("Library", "Undo delete")
            return deleted if _first(states) else QCoreApplication.translate("Library", "Undo restore")
        case BringIn():
            return QCoreApplication.translate("Library", "Undo import")
        case DeleteBranch() | RestoreBranch():
            return QCoreApplication.translate("Library", "Undo delete")
        case Together():
            return undo_words(change.changes[-1])
        case _:
            return _undo_folder_words(change)


def _undo_folder_words(change: CreateFolder | DeleteFolder | Move) -> str:
    match change:
        case CreateFolder(_, ()):
            return QCoreApplication.translate("Library", "Undo new folder")
        case Move() | CreateFolder():
            return QCoreApplication.translate("Library", "Undo move")
        case DeleteFolder():
            return QCoreApplication.translate("Library", "Undo delete folder")


def done_words(change: LibraryChange, folders: Mapping[int, str]) -> str:
    """What was done, in a few words. `folders`: names by id."""
    match change:
        case Rename(_, title):
            return QCoreApplication.translate("Library", "Renamed to “{title}”").format(title=_short(title))
        case Pin(states):
            return _pinned(len(states), _first(states))
        case Archive(states):
            return _archived(len(states), _first(states))
        case Trash(states):
            return _trashed(len(states), _first(states))
        case BringIn(ids):
            return _imported(len(ids))
        case Move(places):
            return _moved(len(places), folders.get(places[0][1] or 0, ""))
        case DeleteBranch() | RestoreBranch():
            return _branch_words(change)
        case Together():
            return done_words(change.changes[-1], folders)
        case _:
            return _folder_words(change)


def _branch_words(change: DeleteBranch | RestoreBranch) -> str:
    match change:
        case DeleteBranch(_, 1):
            return QCoreApplication.translate("Library", "Message deleted")
        case DeleteBranch(_, holds):
            return QCoreApplication.translate("Library", "%n messages deleted", "", holds)
        case RestoreBranch(messages):
            return QCoreApplication.translate("Library", "%n messages brought back", "", len(messages))


def _folder_words(change: CreateFolder | RenameFolder | DeleteFolder) -> str:
    match change:
        case CreateFolder(name, ids) if ids:
            return _moved(len(ids), name)
        case CreateFolder(name):
            return QCoreApplication.translate("Library", "Folder “{name}” created").format(name=_short(name))
        case RenameFolder(_, name):
            return QCoreApplication.translate("Library", "Folder renamed to “{name}”").format(name=_short(name))
        case DeleteFolder():
            return QCoreApplication.translate("Library", "Folder deleted. Its conversations are in the list.")


# Each with the words for one and for several: Qt finds the forms for a number only where `translate` itself gets it.


def _pinned(number: int, pinned: bool) -> str:
    on = (
        QCoreApplication.translate("Library", "Conversation pinned"),
        QCoreApplication.translate("Library", "%n conversations pinned", "", number),
    )
    off = (
        QCoreApplication.translate("Library", "Conversation unpinned"),
        QCoreApplication.translate("Library", "%n conversations unpinned", "", number),
    )
    return _of(number, on if pinned else off)


def _archived(number: int, archived: bool) -> str:
    on = (
        QCoreApplication.translate("Library", "Conversation archived"),
        QCoreApplication.translate("Library", "%n conversations archived", "", number),
    )
    off = (
        QCoreApplication.translate("Library", "Conversation taken out of the archive"),
        QCoreApplication.translate("Library", "%n conversations taken out of the archive", "", number),
    )
    return _of(number, on if archived else off)


def _trashed(number: int, trashed: bool) -> str:
    on = (
        QCoreApplication.translate("Library", "Conversation moved to the trash"),
        QCoreApplication.translate("Library", "%n conversations moved to the trash", "", number),
    )
    off = (
        QCoreApplication.translate("Library", "Conversation restored"),
        QCoreApplication.translate("Library", "%n conversations restored", "", number),
    )
    return _of(number, on if trashed else off)


def _imported(number: int) -> str:
    words = (
        QCoreApplication.translate("Library", "Conversation imported"),
        QCoreApplication.translate("Library", "%n conversations imported", "", number),
    )
    return _of(number, words)


def _moved(number: int, name: str) -> str:
    if not name:
        one = QCoreApplication.translate("Library", "Taken out of the folder")
        return one if number == 1 else QCoreApplication.translate("Library", "%n taken out of the folder", "", number)
    if number == 1:
        return QCoreApplication.translate("Library", "Moved to “{name}”").format(name=_short(name))
    return QCoreApplication.translate("Library", "%n moved to “{name}”", "", number).format(name=_short(name))


def _of(number: int, words: tuple[str, str]) -> str:
    one, many = words
    return one if number == 1 else many


def _first(states: tuple[tuple[int, bool], ...]) -> bool:
    return bool(states) and states[0][1]


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
