"""The log: small, rotating, for this person alone, without message texts."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause
from parley.domain.redaction import redact
from parley.paths import make_private

if TYPE_CHECKING:
    from pathlib import Path

SIZE = 512 * 1024  # bytes
KEPT = 3


class _Redacted(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class Logs:
    """The open log files of one run."""

    def __init__(self, folder: Path) -> None:
        """Begin to write warnings and our own notes to `folder`. Raises AppError when it cannot be written."""
        try:
            make_private(folder)
            self._faults = (folder / "fault.log").open("a", encoding="utf-8")
        except OSError as error:
            raise AppError(Cause.NOT_WRITABLE, str(error), path=str(folder)) from error
        faulthandler.enable(self._faults)
        file = folder / "parley.log"
        self._handler = RotatingFileHandler(file, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
        self._handler.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s %(message)s"))
        root = logging.getLogger()
        root.addHandler(self._handler)
        logging.getLogger("parley").setLevel(logging.INFO)

    def close(self) -> None:
        faulthandler.disable()
        self._faults.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()
