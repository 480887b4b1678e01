"""The branch of a conversation that is shown, in one pass over the conversation.

To follow it in SQL takes SQLite two look-ups for each message, and two counts of its siblings: of ten thousand messages
half of the time. All versions of all messages come in one go instead, and are followed here.
"""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from .rows import MESSAGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .connection import Database, Row

_ID, _PARENT, _SHOWN_CHILD, _SHOWN_ROOT = 0, 2, -2, -1
_EVERY = (
    f"SELECT {MESSAGE}, m.shown_child, c.shown_root FROM conversation c"
    " CROSS JOIN message m ON m.conversation_id = c.id WHERE c.id = ? ORDER BY m.id"
)


def shown_branch(database: Database, conversation_id: int) -> list[tuple[Row, int, int]]:
    """The columns MESSAGE of each message that is shown, its position among its siblings, and their number."""
    rows = database.rows(_EVERY, [conversation_id])
    versions = _versions(rows)
    found = []
    for row in _follow({row[_ID]: row for row in rows}, rows[0][_SHOWN_ROOT] if rows else None):
        siblings = versions.get(row[_PARENT])
        found.append((row, siblings.index(row[_ID]) + 1, len(siblings)) if siblings else (row, 1, 1))
    return found


def _versions(rows: Sequence[Row]) -> dict[object, list[object]]:
    """The ids of the messages under each parent, where there are several."""
    counts = Counter(map(itemgetter(_PARENT), rows))
    versions: dict[object, list[object]] = {parent: [] for parent, count in counts.items() if count > 1}
    for row in rows if versions else ():
        if row[_PARENT] in versions:
            versions[row[_PARENT]].append(row[_ID])
    return versions


def _follow(rows: Mapping[object, Row], at: object) -> list[Row]:
    """The rows from the root `at` on. Each has one parent, the one before, and the root has none: it ends."""
    path: list[Row] = []
    before: object = None
    while (row := rows.get(at)) is not None and row[_PARENT] == before:
        path.append(row)
        before, at = row[_ID], row[_SHOWN_CHILD]
    return path
