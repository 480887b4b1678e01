"""Finding: titles first, then messages by how much of them the hit is.

FTS5's own ranking counts every occurrence in the whole file to know how rare a word is, which takes half a second for
a common word in a million messages. Since every result holds every word anyway, ours leaves rarity out, and of very
many hits only the newest are ranked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .clean import text_of
from .connection import marks
from .narrowing import narrow
from .overview import ROW, read_conversation_row
from .text import Query, read_query, snippet

if TYPE_CHECKING:
    from collections.abc import Callable

    import apsw

    from parley.domain.conversation_row import ConversationRow
    from parley.domain.search_filters import Filters

    from .connection import Database, Row
    from .narrowing import Narrowing

_CANDIDATES = 200  # hits that are ranked; the newest when there are more
_USUAL_LENGTH = 100.0  # tokens of an ordinary message, for what counts as long
_LONGEST_SNIPPED = 50_000  # characters of a message looked through for its snippet


@dataclass(frozen=True, slots=True)
class Found:
    """One message that was found."""

    message_id: int
    conversation_id: int
    created_at: int
    snippet: str


class Search:
    """One search on one connection."""

    def __init__(self, database: Database, filters: Filters) -> None:
        self._database = database
        self._filters = filters
        self._narrowing = narrow(database, filters)

    def find(self, text: str, limit: int) -> list[ConversationRow]:
        """At most `limit` conversations, each once, trash left out. No word to look for and no filter: none."""
        query = read_query(text)
        if self._narrowing.impossible or not (query or self._filters):
            return []
        titles = [] if self._filters or not query else self._titles(query, limit)
        hits: dict[int, int] = {}
        for message_id, conversation_id in self._ranked(query):
            hits.setdefault(conversation_id, message_id)
        order = list(dict.fromkeys([*titles, *hits]))[:limit]
        texts = self._texts([hits[ident] for ident in order if ident in hits])
        rows = self._rows(order)
        return [self._with_snippet(rows[ident], query, hits.get(ident), texts) for ident in order if ident in rows]

    def find_messages(self, text: str, limit: int) -> list[Found]:
        """At most `limit` messages, best first."""
        query = read_query(text)
        if self._narrowing.impossible or not (query or self._filters):
            return []
        ranked = self._ranked(query)[:limit]
        texts = self._texts([message_id for message_id, _ in ranked])
        return [
            Found(message_id, conversation_id, texts[message_id][1], snippet(texts[message_id][0], query.pattern))
            for message_id, conversation_id in ranked
        ]

    def _titles(self, query: Query, limit: int) -> list[int]:
        """Conversations by title, pinned and newest first."""
        newest = sorted(
            self._enough(query, self._titled), key=lambda row: (_number(row[1]), _number(row[2])), reverse=True
        )
        return [_number(row[0]) for row in newest[:limit]]

    def _ranked(self, query: Query) -> list[tuple[int, int]]:
        """(message id, conversation id), best first; without words the newest first."""
        best = sorted(self._enough(query, self._candidates), key=_weight, reverse=True)
        return [(_number(message_id), _number(conversation_id)) for message_id, conversation_id, _ in best]

    def _enough(self, query: Query, look: Callable[[Query], list[Row]]) -> list[Row]:
        """What `look` finds.

        Where the last word, taken as a whole word, already gives enough, what it only begins is not looked for:
        gathering all the words that begin like a common one is what takes FTS5 longest.
        """
        if query.whole != query.words:
            rows = look(replace(query, words=query.whole))
            if len(rows) == _CANDIDATES:
                return rows
        return look(query)

    def _titled(self, query: Query) -> list[Row]:
        """The newest conversations whose title matches; it stands in the index under the negative id."""
        sql = _matching(query, "rowid < 0", ranked=False)
        return self._database.rows(
            f"SELECT c.id, c.pinned, c.updated_at FROM ({sql}) f CROSS JOIN conversation c ON c.id = -f.rowid"
            f" WHERE c.trashed_at IS NULL ORDER BY f.rowid LIMIT {_CANDIDATES}",
            _bound(query),
        )

    def _candidates(self, query: Query) -> list[Row]:
        """The newest messages that match: id, conversation, relevance."""
        narrowing = self._narrowing
        source, bindings = _matching_messages(query, narrowing) if query else _every_message(narrowing)
        wanted = " AND ".join(["c.trashed_at IS NULL", *narrowing.conditions])
        sql = (
            f"SELECT m.id, m.conversation_id, f.rank FROM ({source}) f CROSS JOIN message m ON m.id = f.rowid"
            f" CROSS JOIN conversation c ON c.id = m.conversation_id"
            f" WHERE {wanted} ORDER BY f.rowid DESC LIMIT {_CANDIDATES}"
        )
        return self._database.rows(sql, [*bindings, *narrowing.values])

    def _texts(self, message_ids: list[int]) -> dict[int, tuple[str, int]]:
        """Text and time of each message."""
        rows = self._database.rows(
            f"SELECT id, CAST(substr(text, 1, {_LONGEST_SNIPPED}) AS BLOB), created_at FROM message"
            f" WHERE id IN ({marks(message_ids)})",
            message_ids,
        )
        return {_number(ident): (text_of(text), _number(created_at)) for ident, text, created_at in rows}

    def _rows(self, conversation_ids: list[int]) -> dict[int, ConversationRow]:
        sql = f"SELECT {ROW} FROM conversation c WHERE c.id IN ({marks(conversation_ids)})"
        found = [read_conversation_row(row) for row in self._database.rows(sql, conversation_ids)]
        return {row.id: row for row in found}

    def _with_snippet(
        self, row: ConversationRow, query: Query, message_id: int | None, texts: dict[int, tuple[str, int]]
    ) -> ConversationRow:
        if message_id is None:
            return replace(row, snippet=snippet(row.title, query.pattern))
        return replace(row, snippet=snippet(texts[message_id][0], query.pattern), message_id=message_id)


def _matching_messages(query: Query, narrowing: Narrowing) -> tuple[str, list[apsw.SQLiteValue]]:
    """The messages that hold the words, of those that come into question."""
    area = f"rowid BETWEEN {narrowing.first} AND {narrowing.last}"
    bindings: list[apsw.SQLiteValue] = list(_bound(query))
    if narrowing.few:
        place = 1 if query.grams and query.words else len(bindings)
        bindings[place:place] = narrowing.ids_values
        area += f" AND +rowid IN ({narrowing.ids})"
    return _matching(query, area, ranked=True), bindings


def _every_message(narrowing: Narrowing) -> tuple[str, list[apsw.SQLiteValue]]:
    """All messages that come into question, without words."""
    ids = narrowing.ids or "SELECT id FROM message"
    area = f"id BETWEEN {narrowing.first} AND {narrowing.last}"
    return f"SELECT id AS rowid, 0 AS rank FROM ({ids}) WHERE {area}", list(narrowing.ids_values)


def _matching(query: Query, range_sql: str, *, ranked: bool) -> str:
    """The rows of the index that match, as SQL with one place per part of the query."""
    rank = ", relevance({0}) AS rank" if ranked else ""
    if not query.grams:
        return f"SELECT rowid{rank.format('words')} FROM words WHERE words MATCH ? AND {range_sql}"
    both = " AND rowid IN (SELECT rowid FROM words WHERE words MATCH ?)" if query.words else ""
    return f"SELECT rowid{rank.format('grams')} FROM grams WHERE grams MATCH ? AND {range_sql}{both}"


def _bound(query: Query) -> list[str]:
    return [part for part in (query.grams, query.words) if part]


def relevance(api: apsw.FTS5ExtensionApi, /, *_arguments: apsw.SQLiteValue) -> float:
    """How much of a message the hits are, between 0 and 1 (BM25 without the rarity of the words)."""
    hits = api.inst_count
    return hits / (hits + 1.2 * (0.25 + 0.75 * api.column_size() / _USUAL_LENGTH))


def _weight(row: Row) -> tuple[float, int]:
    message_id, _conversation, rank = row
    return (rank if isinstance(rank, float) else 0.0, _number(message_id))


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
