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


def start_logging(folder: Path) -> None:
    """Write warnings and our own notes to `folder`. Raises AppError when it cannot be written."""
    try:
        make_private(folder)
        faulthandler.enable((folder / "fault.log").open("a", encoding="utf-8"))
    except OSError as error:
        raise AppError(Cause.NOT_WRITABLE, str(error), path=str(folder)) from error
    handler = RotatingFileHandler(folder / "parley.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(_Redacted("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("parley").setLevel(logging.INFO)
