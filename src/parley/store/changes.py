"""Doing what a person does to the library, and saying what would undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

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

from .arrivals import Arrivals
from .clean import clean, int_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_FLAGS: dict[type[Pin | Archive | Trash], str] = {
    Pin: "pinned",
    Archive: "archived",
    Trash: "trashed_at IS NOT NULL",
}


class Changes(Arrivals):
    """Performs `LibraryChange`s. What names a conversation or a folder that is gone does nothing."""

    def change_library(self, change: LibraryChange) -> LibraryChange:
        """Do `change`, all of it or nothing. Returns the change that undoes it. Raises AppError."""
        with self.transaction():
            return self._do(change)

    def _do(self, change: LibraryChange) -> LibraryChange:
        match change:
            case Rename():
                return self._do_rename(change)
            case Pin():
                return Pin(self._set_flags(Pin, change.states, "pinned = ?2"))
            case Archive():
                return Archive(self._set_flags(Archive, change.states, "archived = ?2"))
            case Trash():
                now = self.now()
                what = f"trashed_at = CASE WHEN ?2 THEN coalesce(trashed_at, {now}) END"
                return Trash(self._set_flags(Trash, change.states, what))
            case BringIn(ids):
                return self._do(Trash.all(ids, False))
            case Move():
                return self._do_move(change)
            case DeleteBranch():
                return self._do_delete_branch(change)
            case RestoreBranch():
                self.restore_branch(change.messages)
                self.choose_branch(change.shown)
                return DeleteBranch(change.messages[0].id, len(change.messages))
            case Together():
                undoing = [self._do(part) for part in change.changes]
                return Together(tuple(reversed(undoing)))
            case _:
                return self._do_to_folder(change)

    def _do_to_folder(self, change: CreateFolder | RenameFolder | DeleteFolder) -> LibraryChange:
        match change:
            case CreateFolder():
                return self._do_create_folder(change)
            case RenameFolder():
                return self._do_rename_folder(change)
            case DeleteFolder():
                return self._do_delete_folder(change)

    def _do_rename(self, change: Rename) -> LibraryChange:
        found = self.row(
            "SELECT CAST(title AS BLOB), title_is_mine FROM conversation WHERE id = ?", [change.conversation_id]
        )
        if found is None:
            return Together(())
        self._set_title(change.conversation_id, change.title)
        self.rows("UPDATE conversation SET title_is_mine = ? WHERE id = ?", [int(change.mine), change.conversation_id])
        return Rename(change.conversation_id, text_of(found[0]), mine=bool(found[1]))

    def _set_flags(
        self, kind: type[Pin | Archive | Trash], states: Iterable[tuple[int, bool]], what: str
    ) -> tuple[tuple[int, bool], ...]:
        """Set one flag of each conversation. Returns what those that changed had before."""
        before: list[tuple[int, bool]] = []
        for ident, state in states:
            found = self.row(f"SELECT {_FLAGS[kind]} FROM conversation WHERE id = ?", [ident])
            if found is not None and bool(found[0]) != state:
                self.rows(f"UPDATE conversation SET {what} WHERE id = ?1", [ident, int(state)])
                before.append((ident, not state))
        return tuple(before)

    def _do_move(self, change: Move) -> Move:
        before: list[tuple[int, int | None]] = []
        for ident, folder in change.places:
            found = self.row("SELECT folder_id FROM conversation WHERE id = ?", [ident])
            if found is None or found[0] == folder or not self._folder_exists(folder):
                continue
            self.rows("UPDATE conversation SET folder_id = ? WHERE id = ?", [folder, ident])
            before.append((ident, found[0] if isinstance(found[0], int) else None))
        return Move(tuple(before))

    def _folder_exists(self, folder_id: int | None) -> bool:
        return folder_id is None or self._exists("folder", folder_id) is not None

    def _do_create_folder(self, change: CreateFolder) -> LibraryChange:
        made = self.number(
            "INSERT INTO folder (id, name) VALUES (?, ?) RETURNING id", [change.folder_id, clean(change.name)]
        )
        moved = self._do_move(Move.all(change.conversation_ids, made))
        return Together((moved, DeleteFolder(made))) if moved.places else DeleteFolder(made)

    def _do_rename_folder(self, change: RenameFolder) -> LibraryChange:
        name = self._folder_name(change.folder_id)
        if name is None:
            return Together(())
        self.rows("UPDATE folder SET name = ? WHERE id = ?", [clean(change.name), change.folder_id])
        return RenameFolder(change.folder_id, name)

    def _do_delete_folder(self, change: DeleteFolder) -> LibraryChange:
        name = self._folder_name(change.folder_id)
        if name is None:
            return Together(())
        held = self.rows("SELECT id FROM conversation WHERE folder_id = ?", [change.folder_id])
        self.rows("DELETE FROM folder WHERE id = ?", [change.folder_id])
        return CreateFolder(name, tuple(int_of(row[0]) for row in held), change.folder_id)

    def _do_delete_branch(self, change: DeleteBranch) -> LibraryChange:
        if self._exists("message", change.message_id) is None:
            return Together(())
        shown = [message.id for message in self.messages(self._conversation_of(change.message_id))]
        taken = self.delete_branch(change.message_id)
        return RestoreBranch(tuple(taken), shown[-1] if change.message_id in shown else change.message_id)

    def _folder_name(self, folder_id: int) -> str | None:
        found = self.row("SELECT CAST(name AS BLOB) FROM folder WHERE id = ?", [folder_id])
        return None if found is None else text_of(found[0])
