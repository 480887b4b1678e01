"""What services refused by name: a line for each, a bounded number of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.refusals import MOST_KEPT, Refusal

from .clean import clean, int_of, text_of

if TYPE_CHECKING:
    from .connection import Database, Row

_COLUMNS = "address, model, parameter, value, refused_at"
# As bytes: what a hostile or damaged file calls text need not be any.
_READ = ", ".join(f"CAST({name} AS BLOB)" for name in ("address", "model", "parameter", "value")) + ", refused_at"


class RefusalTable:
    """Used from the thread of the database it was made for. All raise AppError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, refusal: Refusal) -> None:
        """Keep one more, or the same with its new date. The oldest beyond `MOST_KEPT` go."""
        with self._database.transaction():
            self._database.rows(
                f"INSERT OR REPLACE INTO refusal ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)",
                [
                    clean(refusal.address),
                    clean(refusal.model),
                    clean(refusal.parameter),
                    clean(refusal.value),
                    refusal.at,
                ],
            )
            self._database.rows(
                "DELETE FROM refusal WHERE (address, model, parameter, value) NOT IN"
                " (SELECT address, model, parameter, value FROM refusal ORDER BY refused_at DESC LIMIT ?)",
                [MOST_KEPT],
            )

    def between(self, first: int, last: int) -> list[Refusal]:
        """Those refused from `first` to `last` (milliseconds since 1970), the latest first, at most `MOST_KEPT`."""
        rows = self._database.rows(
            f"SELECT {_READ} FROM refusal WHERE refused_at BETWEEN ? AND ? ORDER BY refused_at DESC LIMIT ?",
            [first, last, MOST_KEPT],
        )
        return [_read(row) for row in rows]

    def remove(self, refusal: Refusal) -> None:
        with self._database.transaction():
            self._database.rows(
                "DELETE FROM refusal WHERE address = ? AND model = ? AND parameter = ? AND value = ?",
                [clean(refusal.address), clean(refusal.model), clean(refusal.parameter), clean(refusal.value)],
            )

    def forget_before(self, moment: int) -> None:
        with self._database.transaction():
            self._database.rows("DELETE FROM refusal WHERE refused_at < ?", [moment])


def _read(row: Row) -> Refusal:
    address, model, parameter, value, at = row
    return Refusal(text_of(address), text_of(model), text_of(parameter), text_of(value), int_of(at))
