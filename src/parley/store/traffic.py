"""What left this computer: a line for each request, kept for thirty days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.traffic import SentRequest

from .clean import clean, int_of, text_of

if TYPE_CHECKING:
    from .connection import Database, Row

_COLUMNS = "made_at, address, model, sent, received, status"


class Traffic:
    """The table of requests. Used from the thread of the database it was made for."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, request: SentRequest) -> int:
        """Keep one more request. Returns its id. Raises AppError."""
        with self._database.transaction():
            return self._database.number(
                f"INSERT INTO request ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
                [
                    request.at,
                    clean(request.address),
                    clean(request.model),
                    request.sent,
                    request.received,
                    request.status,
                ],
            )

    def finish(self, ident: int, request: SentRequest) -> None:
        """Write what has become of the request `ident`. Raises AppError."""
        with self._database.transaction():
            self._database.rows(
                "UPDATE request SET sent = ?, received = ?, status = ? WHERE id = ?",
                [request.sent, request.received, request.status, ident],
            )

    def since(self, moment: int) -> list[SentRequest]:
        """The requests from `moment` (milliseconds since 1970) on, the latest first. Raises AppError."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM request WHERE made_at >= ? ORDER BY made_at DESC, id DESC", [moment]
        )
        return [_read(row) for row in rows]

    def forget_before(self, moment: int) -> None:
        """Drop what is older than `moment`. Raises AppError."""
        with self._database.transaction():
            self._database.rows("DELETE FROM request WHERE made_at < ?", [moment])


def _read(row: Row) -> SentRequest:
    at, address, model, sent, received, status = row
    return SentRequest(int_of(at), text_of(address), text_of(model), int_of(sent), int_of(received), int_of(status))
