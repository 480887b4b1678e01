"""A conversation as a list shows it. On its own, since the window's first paint needs it and little else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ConversationRow:
    """What the sidebar shows of one conversation.

    `snippet` is set in search results, each hit in it between \\x02 and \\x03.
    """

    id: int
    title: str
    updated_at: int
    pinned: bool = False
    snippet: str = ""
    message_id: int | None = None  # of the hit
    archived: bool = False
    folder_id: int | None = None


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder, into which the person puts conversations."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Which conversations a list shows: the trash, the archive, a folder; else those that are in none of them."""

    trashed: bool = False
    archived: bool = False
    folder: Folder | None = None
