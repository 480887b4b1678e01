"""What an import needs of the formats and of the store, put together. Loaded with the first import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.exchange.import_formats import ImportOutside, recognise
from parley.exchange.import_source import Source
from parley.store.foreign import read_foreign, sweep
from parley.store.present import Present
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from parley.domain.arrival import Arrival, Unread


class AppIntake:
    """Fits `ui.import_run.Intake`."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._reader = Store.open_reader(database)
        try:
            self._present = Present(self._reader)
        except BaseException:  # raised on: nobody else would close it
            self._reader.close()
            raise
        sweep(database)

    def found(
        self, path: Path, given_up: Callable[[], bool], told: Callable[[float], None]
    ) -> Iterator[Arrival | Unread]:
        source = Source(path, given_up)
        outside = ImportOutside(read_database=self._read_database)
        for found in recognise(source).read(source, outside):
            told(source.share)
            yield found

    def is_here(self, arrival: Arrival) -> bool:
        return self._present.holds(arrival)

    def note(self, ident: int, arrival: Arrival) -> None:
        self._present.add(ident, arrival)

    def close(self) -> None:
        self._reader.close()

    def _read_database(self, source: Source) -> Iterator[Arrival | Unread]:
        def told(share: float) -> None:
            source.stop_if_given_up()
            source.share = share

        return read_foreign(source.path, self._database, told)
