"""What the list shows: folders, conversations and, between them, the headings of their days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from itertools import dropwhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from parley.domain.conversation_row import ConversationRow, Folder
from parley.ui.sidebar.days import day_words, heading, reaches_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class FoldersHeading:
    """The heading over the folders, which hides and shows them."""

    folded: bool


Index = QModelIndex | QPersistentModelIndex
Entry = ConversationRow | Folder | FoldersHeading | str  # a str is the heading of a day

_FIRST = (True, 2**63, 0)  # before every row
_LONGEST_TITLE = 500  # characters that are shown
NO_INDEX = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
BUSY_ROLE = Qt.ItemDataRole.UserRole + 1


class Kind(IntEnum):
    """What the rows are, which decides their height, their headings and what one can do with them."""

    CONVERSATIONS = 0
    RESULTS = 1
    TRASH = 2
    ARCHIVE = 3
    FOLDER = 4


_WITHOUT_DAYS = {Kind.RESULTS, Kind.TRASH}


class RowsModel(QAbstractListModel):
    """The rows that are loaded so far. The order is the store's; this only puts folders before and headings between."""

    renamed = Signal(int, str)

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.more = False
        self.filled = False
        self.folders: Sequence[Folder] = ()  # these two show with the next rows
        self.folded = False
        self._entries: list[Entry] = []
        self._places: dict[int, int] = {}  # conversation id: index in _entries
        self._busy: frozenset[int] = frozenset()
        self._last_heading = ""

    # What comes in

    def set_rows(self, rows: Sequence[ConversationRow], *, more: bool) -> None:
        self.beginResetModel()
        self._entries = self._folder_entries()
        self._places = {}
        self._last_heading = ""
        self._extend(self._with_headings(rows))
        self.more = more
        self.filled = True
        self.endResetModel()

    def add_rows(self, rows: Sequence[ConversationRow], *, more: bool) -> None:
        """Add a page at the end. Rows that are there already (one moved between two pages) are left out."""
        self.more = more
        made = self._with_headings(row for row in rows if row.id not in self._places)
        if not made:
            return
        first = len(self._entries)
        self.beginInsertRows(NO_INDEX, first, first + len(made) - 1)
        self._extend(made)
        self.endInsertRows()

    def set_head(self, rows: Sequence[ConversationRow]) -> None:
        """The list begins with these now. What stood behind them stays, but for what is among them."""
        known, last = {row.id for row in rows}, _order(rows[-1]) if rows else _FIRST
        loaded = (entry for entry in self._entries if isinstance(entry, ConversationRow))
        behind = dropwhile(lambda row: _order(row) >= last, loaded)
        self.set_rows([*rows, *(row for row in behind if row.id not in known)], more=self.more)

    def set_busy(self, ids: frozenset[int]) -> None:
        changed = self._busy ^ ids
        self._busy = ids
        for conversation_id in changed:
            index = self.index_of(conversation_id)
            if index.isValid():
                self.dataChanged.emit(index, index, [BUSY_ROLE])

    # What is asked of it

    def rows(self) -> list[ConversationRow]:
        return [entry for entry in self._entries if isinstance(entry, ConversationRow)]

    def entry_at(self, index: Index) -> Entry | None:
        return self._entries[index.row()] if 0 <= index.row() < len(self._entries) else None

    def row_at(self, index: Index) -> ConversationRow | None:
        """The conversation at `index`; None for anything else."""
        entry = self.entry_at(index)
        return entry if isinstance(entry, ConversationRow) else None

    def index_of(self, conversation_id: int | None) -> QModelIndex:
        place = None if conversation_id is None else self._places.get(conversation_id)
        return NO_INDEX if place is None else self.index(place)

    def index_of_entry(self, wanted: Entry | None) -> QModelIndex:
        """Where a conversation, a folder (by their ids) or the folders' heading stands now."""
        if isinstance(wanted, ConversationRow):
            return self.index_of(wanted.id)
        for place, entry in enumerate(self._entries[: len(self.folders) + 1]):
            if isinstance(wanted, Folder) and isinstance(entry, Folder) and entry.id == wanted.id:
                return self.index(place)
            if isinstance(wanted, FoldersHeading) and isinstance(entry, FoldersHeading):
                return self.index(place)
        return NO_INDEX

    def _folder_entries(self) -> list[Entry]:
        if not self.folders:
            return []
        return [FoldersHeading(self.folded), *(() if self.folded else self.folders)]

    def _with_headings(self, rows: Iterable[ConversationRow]) -> list[Entry]:
        if self.kind in _WITHOUT_DAYS:
            return list(rows)
        today = datetime.now().astimezone().date()
        entries: list[Entry] = []
        words, pinned, floor = "", False, _FIRST[1]
        for row in rows:
            if row.updated_at < floor or row.pinned != pinned:
                words, pinned = heading(row, today), row.pinned
                floor = -_FIRST[1] if pinned else reaches_to(row, today)
            if words != self._last_heading:
                entries.append(words)
                self._last_heading = words
            entries.append(row)
        return entries

    def _extend(self, entries: Sequence[Entry]) -> None:
        first = len(self._entries)
        self._entries.extend(entries)
        for place, entry in enumerate(entries, first):
            if isinstance(entry, ConversationRow):
                self._places[entry.id] = place

    # What Qt asks

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        entry = self.entry_at(index)
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if isinstance(entry, FoldersHeading):
            return enabled
        if isinstance(entry, Folder):
            return enabled | Qt.ItemFlag.ItemIsDropEnabled
        if entry is None or isinstance(entry, str):
            return Qt.ItemFlag.NoItemFlags
        usual = enabled | Qt.ItemFlag.ItemIsSelectable
        if self.kind is Kind.TRASH:
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index)
        if role == ROW_ROLE:
            return None if isinstance(entry, str) else entry
        if not isinstance(entry, ConversationRow):
            return self._other_data(entry, role)
        if role == BUSY_ROLE:
            return entry.id in self._busy
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.title(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        return None

    def _other_data(self, entry: Entry | None, role: int) -> object:
        spoken = role == Qt.ItemDataRole.AccessibleTextRole
        if entry is None or not (spoken or role == Qt.ItemDataRole.DisplayRole):
            return None
        if isinstance(entry, Folder):
            name = " ".join(entry.name[:_LONGEST_TITLE].split())
            return self.tr("{name}, folder").format(name=name) if spoken else name
        if isinstance(entry, FoldersHeading):
            if spoken:
                return self.tr("Folders, closed") if entry.folded else self.tr("Folders, open")
            return self.tr("Folders")
        return entry

    def title(self, row: ConversationRow) -> str:
        return " ".join(row.title[:_LONGEST_TITLE].split()) or self.tr("New chat")

    def _spoken(self, row: ConversationRow) -> str:
        parts = [self.title(row), day_words(row.updated_at)]
        if row.pinned:
            parts.append(self.tr("pinned"))
        if row.id in self._busy:
            parts.append(self.tr("answering"))
        if row.snippet:
            from parley.ui.sidebar.hits import read_snippet  # not needed for the first paint

            parts.append(read_snippet(row.snippet).text)
        return ", ".join(parts)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title. The list shows it when the store has it."""
        row = self.row_at(index)
        title = " ".join(str(value).split())
        if row is None or role != Qt.ItemDataRole.EditRole or not title or title == row.title:
            return False
        self.renamed.emit(row.id, title)
        return True


def _order(row: ConversationRow) -> tuple[bool, int, int]:
    """Rows stand by this, greatest first, as the store gives them."""
    return row.pinned, row.updated_at, row.id
