"""Counts the starts that did not get far, so that a conversation Parley cannot open does not lock the person out."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger("parley.starts")

STEADY_MS = 6_000  # milliseconds after which a start has succeeded
OFFER_AFTER = 2  # starts in a row that did not; one alone may have been a power cut


class StartCount:
    """A number in a file: written when a start begins, taken away once it has succeeded or Parley ended as asked."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._failed_before = _read(file)
        self._counts = False

    @property
    def went_wrong_repeatedly(self) -> bool:
        """Whether to offer a safe start."""
        return self._failed_before >= OFFER_AFTER

    def begin(self) -> None:
        """From now on an end that nobody asked for counts."""
        self._counts = True
        self._write(str(self._failed_before + 1))

    def keep(self) -> None:
        """Something went wrong, although Parley goes on: this start counts, however it ends."""
        self._counts = False

    def succeed(self) -> None:
        """The start is over, or Parley was closed. Once it has succeeded nothing counts any more."""
        if self._counts:
            self._counts = False
            self._write("")

    def _write(self, text: str) -> None:
        try:
            if text:
                self._file.write_text(text, encoding="ascii")
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the count of starts was not written: %s", error)  # the start itself is more important


def _read(file: Path) -> int:
    """How many starts in a row went wrong; 0 where nothing sensible stands."""
    try:
        text = file.read_bytes()[:8]
    except OSError:  # not there, as after every good start
        return 0
    return int(text) if text.isdigit() else 0
