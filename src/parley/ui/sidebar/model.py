"""What the list shows: conversations and, between them, the headings of their days."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from parley.domain.conversation_row import ConversationRow
from parley.ui.sidebar.days import day_words, heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

Index = QModelIndex | QPersistentModelIndex
Entry = ConversationRow | str  # a str is a heading

_LONGEST_TITLE = 500  # characters that are shown
NO_INDEX = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
BUSY_ROLE = Qt.ItemDataRole.UserRole + 1


class Kind(IntEnum):
    """What the rows are, which decides their height, their headings and what one can do with them."""

    CONVERSATIONS = 0
    RESULTS = 1
    TRASH = 2


class RowsModel(QAbstractListModel):
    """The rows that are loaded so far. The order is the store's; this only puts headings between."""

    renamed = Signal(int, str)

    def __init__(self, kind: Kind, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.more = False
        self.filled = False
        self._entries: list[Entry] = []
        self._places: dict[int, int] = {}  # conversation id: index in _entries
        self._busy: frozenset[int] = frozenset()
        self._last_heading = ""

    # What comes in

    def set_rows(self, rows: Sequence[ConversationRow], *, more: bool) -> None:
        self.beginResetModel()
        self._entries = []
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

    def set_busy(self, ids: frozenset[int]) -> None:
        changed = self._busy ^ ids
        self._busy = ids
        for conversation_id in changed:
            index = self.index_of(conversation_id)
            if index.isValid():
                self.dataChanged.emit(index, index, [BUSY_ROLE])

    def rows(self) -> list[ConversationRow]:
        return [entry for entry in self._entries if isinstance(entry, ConversationRow)]

    def row_at(self, index: Index) -> ConversationRow | None:
        """The conversation at `index`; None for a heading."""
        entry = self._entries[index.row()] if 0 <= index.row() < len(self._entries) else None
        return entry if isinstance(entry, ConversationRow) else None

    def index_of(self, conversation_id: int | None) -> QModelIndex:
        place = None if conversation_id is None else self._places.get(conversation_id)
        return NO_INDEX if place is None else self.index(place)

    def _with_headings(self, rows: Iterable[ConversationRow]) -> list[Entry]:
        if self.kind is not Kind.CONVERSATIONS:
            return list(rows)
        today = datetime.now().astimezone().date()
        entries: list[Entry] = []
        for row in rows:
            words = heading(row, today)
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
        if self.row_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return usual if self.kind is Kind.TRASH else usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return self._heading_data(index, role)
        if role == ROW_ROLE:
            return row
        if role == BUSY_ROLE:
            return row.id in self._busy
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.title(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _heading_data(self, index: Index, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and index.isValid():
            return self._entries[index.row()]
        return None

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
