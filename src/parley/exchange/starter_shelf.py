"""Where starters are kept: those that come with Parley in its resources, the person's own in the data folder.

The person's own are files too, one each, in the form in which they are exported: they can be copied, carried and
mended without Parley, and one that is damaged takes no other with it.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause

from .files import file_name, not_written, write_file
from .starter_file import LARGEST, SUFFIX, read_starter, write_starter

if TYPE_CHECKING:
    from pathlib import Path

    from parley.domain.errors import Failure
    from parley.domain.starter import Starter

MOST = 1_000  # of the person's own that are read


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was found: the person's own, the last changed first, then those that come with Parley."""

    starters: tuple[Starter, ...] = ()
    failures: tuple[Failure, ...] = ()  # of files that could not be read; they stay where they are


class StarterShelf:
    """Reads and writes both folders. Usable from any one thread; `own` is made when it is first needed."""

    def __init__(self, included: Path, own: Path, language: str = "en") -> None:
        self._included = included
        self._own = own
        self._language = language

    def load(self) -> Shelf:
        """Everything there is. Raises nothing: what cannot be read is among the failures."""
        starters: list[Starter] = []
        failures: list[Failure] = []
        own = sorted(self._own.glob(f"*{SUFFIX}"), key=_changed_at, reverse=True)[:MOST]
        for file in (*own, *sorted(self._included.glob("*.json"))):
            try:
                starters.append(self._read(file, own=file.parent == self._own))
            except AppError as error:
                failures.append(error.failure)
        return Shelf(tuple(starters), tuple(failures))

    def save(self, starter: Starter) -> Starter:
        """Keep one of the person's own, a new one (without `id`) under a name of its own. Raises AppError."""
        kept = replace(starter, own=True, id=starter.id or f"{file_name(starter.name, '')} {secrets.token_hex(4)}")
        data = write_starter(kept)
        read_starter(data, name=kept.name)  # what could not be read again is refused now, while it is on the screen
        try:
            self._own.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(error, self._own) from error
        write_file(self._file(kept.id), data)
        return kept

    def delete(self, id_: str) -> None:
        """Remove one of the person's own; one that is gone already is no error. Raises AppError."""
        file = self._file(id_)
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            raise not_written(error, file) from error

    def read_file(self, file: Path) -> Starter:
        """A starter that someone exported, ready to be saved as the person's own. Raises AppError."""
        return replace(self._read(file, own=True), id="")

    def _file(self, id_: str) -> Path:
        return self._own / (file_name(id_, "") + SUFFIX)

    def _read(self, file: Path, *, own: bool) -> Starter:
        try:
            with file.open("rb") as opened:
                data = opened.read(LARGEST + 1)
        except OSError as error:
            raise AppError(Cause.FILE_UNREADABLE, str(error), path=file.name) from error
        id_ = file.name.removesuffix(SUFFIX).removesuffix(".json")
        return read_starter(data, name=file.name, language=self._language, own=own, id_=id_)


def _changed_at(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0  # gone meanwhile: reading it says so
