"""What a person does to whole conversations and to folders, as values: each can be done, undone and done again.

The store performs one and gives back the one that undoes it (`store.changes`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .message import Message


@dataclass(frozen=True, slots=True)
class Rename:
    """Give a conversation a title. `mine` False gives one back to Parley, to undo a first renaming."""

    conversation_id: int
    title: str
    mine: bool = True


@dataclass(frozen=True, slots=True)
class Pin:
    """Pin or unpin: (conversation id, pinned)."""

    states: tuple[tuple[int, bool], ...]

    @classmethod
    def all(cls, conversation_ids: Iterable[int], pinned: bool) -> Pin:
        return cls(tuple((ident, pinned) for ident in conversation_ids))


@dataclass(frozen=True, slots=True)
class Archive:
    """Put into the archive or take out: (conversation id, archived)."""

    states: tuple[tuple[int, bool], ...]

    @classmethod
    def all(cls, conversation_ids: Iterable[int], archived: bool) -> Archive:
        return cls(tuple((ident, archived) for ident in conversation_ids))


@dataclass(frozen=True, slots=True)
class Trash:
    """Put into the trash or restore: (conversation id, trashed)."""

    states: tuple[tuple[int, bool], ...]

    @classmethod
    def all(cls, conversation_ids: Iterable[int], trashed: bool) -> Trash:
        return cls(tuple((ident, trashed) for ident in conversation_ids))


@dataclass(frozen=True, slots=True)
class BringIn:
    """Have these conversations, which came from a file, in the list; undone, they are in the trash."""

    conversation_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Put into a folder: (conversation id, folder id; None: into no folder)."""

    places: tuple[tuple[int, int | None], ...]

    @classmethod
    def all(cls, conversation_ids: Iterable[int], folder_id: int | None) -> Move:
        return cls(tuple((ident, folder_id) for ident in conversation_ids))


@dataclass(frozen=True, slots=True)
class CreateFolder:
    """Make a folder and put conversations into it. `folder_id` is set to bring a deleted one back as it was."""

    name: str
    conversation_ids: tuple[int, ...] = ()
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class RenameFolder:
    """Give a folder another name."""

    folder_id: int
    name: str


@dataclass(frozen=True, slots=True)
class DeleteFolder:
    """Take a folder away. The conversations in it stay, in no folder."""

    folder_id: int


@dataclass(frozen=True, slots=True)
class DeleteBranch:
    """Take a message away with all below it, other versions included. `holds` says how many that are."""

    message_id: int
    holds: int = 1


@dataclass(frozen=True, slots=True)
class RestoreBranch:
    """Put back messages that were taken away and show the branch that runs through the message `shown`."""

    messages: tuple[Message, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class Together:
    """Several changes that count as one, in this order."""

    changes: tuple[LibraryChange, ...]


LibraryChange = (
    Rename
    | Pin
    | Archive
    | Trash
    | BringIn
    | Move
    | CreateFolder
    | RenameFolder
    | DeleteFolder
    | DeleteBranch
    | RestoreBranch
    | Together
)


def changes_nothing(change: LibraryChange) -> bool:
    """Whether a change names nothing to do, as what undoes it does when nothing was changed."""
    match change:
        case Pin(states) | Archive(states) | Trash(states):
            return not states
        case Move(places):
            return not places
        case Together(changes):
            return all(changes_nothing(part) for part in changes)
        case _:
            return False
