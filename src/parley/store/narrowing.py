"""Filters of a search as SQL, and as few messages to look at as the indexes allow.

SQLite is told which index to use: it keeps no statistics here, and would rather read the messages from the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import apsw

    from parley.domain.search_filters import Filters

    from .connection import Database

_FEW = 5_000  # ids that are cheaper to gather than the messages to go through

_NONE: tuple[apsw.SQLiteValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Where to look: `conditions` on the message m, and on the ids that come into question.

    `ids` is SQL for all ids that an index says may fit, newest first, "" when no index knows; `few` whether there are
    so few of them that gathering them pays.
    """

    conditions: list[str]
    values: list[apsw.SQLiteValue]
    first: int = 1
    last: int = 2**62
    ids: str = ""
    ids_values: tuple[apsw.SQLiteValue, ...] = ()
    few: bool = False

    @property
    def impossible(self) -> bool:
        """Whether it is clear that nothing fits."""
        return self.last < self.first


def narrow(database: Database, filters: Filters) -> Narrowing:
    """Ask the indexes what they know. A few milliseconds at most."""
    conditions, values = _conditions(filters)
    first, last = _range(database, filters)
    ids, ids_values = "", _NONE
    for sql, bound, ordered in _sources(filters):
        count = database.number(f"SELECT count(*) FROM ({sql} LIMIT {_FEW})", bound)
        if count == 0:
            return Narrowing(conditions, values, last=0)
        if count < _FEW:
            return Narrowing(conditions, values, first, last, sql, bound, few=True)
        if ordered and not ids:
            ids, ids_values = sql, bound
    return Narrowing(conditions, values, first, last, ids, ids_values)


def _sources(filters: Filters) -> list[tuple[str, tuple[apsw.SQLiteValue, ...], bool]]:
    """For each filter that has an index: the ids in it, what is bound, and whether they come in their order."""
    found: list[tuple[str, tuple[apsw.SQLiteValue, ...], bool]] = []
    if filters.has_image:
        sql = "SELECT DISTINCT message_id AS id FROM attachment INDEXED BY attachment_image WHERE kind = 'image'"
        found.append((sql, (), True))
    if filters.has_code:
        sql = "SELECT id FROM message INDEXED BY message_code WHERE instr(text, '```') > 0"
        found.append((sql, (), True))
    if filters.model:
        sql = "SELECT id FROM message INDEXED BY message_model WHERE model = ? AND model <> ''"
        found.append((sql, (filters.model,), True))
    if filters.cost_above is not None:
        sql = "SELECT id FROM message INDEXED BY message_cost WHERE cost > ? AND cost > 0"
        found.append((sql, (filters.cost_above,), False))
    return found


def _range(database: Database, filters: Filters) -> tuple[int, int]:
    """The ids between which everything of the wanted time is: newer messages have greater ids, imported ones apart."""
    first, last = 1, 2**62
    dated = "FROM message INDEXED BY message_created WHERE created_at"
    if filters.since is not None:
        first = database.number(f"SELECT min(id) {dated} >= ?", [filters.since]) or last + 1
    if filters.until is not None:
        last = database.number(f"SELECT max(id) {dated} < ?", [filters.until])
    return first, last


def _conditions(filters: Filters) -> tuple[list[str], list[apsw.SQLiteValue]]:
    pairs: list[tuple[str, apsw.SQLiteValue]] = [
        ("m.role = ?", None if filters.role is None else filters.role.value),
        ("m.model = ?", filters.model),
        ("m.created_at >= ?", filters.since),
        ("m.created_at < ?", filters.until),
        ("m.cost > ?", filters.cost_above),
        (
            "EXISTS (SELECT 1 FROM attachment a WHERE a.message_id = m.id AND a.kind = ?)",
            "image" if filters.has_image else None,
        ),
        ("instr(m.text, ?) > 0", "```" if filters.has_code else None),
    ]
    chosen = [(sql, value) for sql, value in pairs if value is not None]
    return [sql for sql, _ in chosen], [value for _, value in chosen]
