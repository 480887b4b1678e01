"""The log: small, rotating, for this person alone, without message texts and without keys."""

from __future__ import annotations

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause
from parley.paths import make_private

if TYPE_CHECKING:
    from io import TextIOWrapper

    from parley.domain.known_keys import KnownKeys

SIZE = 512 * 1024  # bytes
KEPT = 3
OURS = "parley"

_OWNER = 0o600  # rights


class _Redacted(logging.Formatter):
    """What is formatted includes the traceback of a record that has one."""

    def __init__(self, keys: KnownKeys) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")
        self._keys = keys

    def format(self, record: logging.LogRecord) -> str:
        return self._keys.redact(super().format(record))


class _PrivateFile(RotatingFileHandler):
    """Files that only their owner may read, whatever the folder allows."""

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).touch(_OWNER)
        return super()._open()


class Logs:
    """The open log files of one run."""

    def __init__(self, folder: Path, keys: KnownKeys) -> None:
        """Begin to write warnings and our own notes to `folder`. Raises AppError when it cannot be written."""
        faults = folder / "fault.log"
        try:
            make_private(folder)
            _start_anew_if_large(faults)
            faults.touch(_OWNER)
            self._faults = faults.open("a", encoding="utf-8")
        except OSError as error:
            raise AppError(Cause.NOT_WRITABLE, str(error), path=str(folder)) from error
        faulthandler.enable(self._faults)
        self._handler = _PrivateFile(
            folder / "parley.log", maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True
        )
        self._handler.setFormatter(_Redacted(keys))
        self._handler.addFilter(_is_wanted)
        logging.getLogger().addHandler(self._handler)
        logging.getLogger(OURS).setLevel(logging.INFO)

    def close(self) -> None:
        faulthandler.disable()
        self._faults.close()
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()


def _is_wanted(record: logging.LogRecord) -> bool:
    """Our own notes, and of others only warnings: OPENAI_LOG=debug would write every message to our file."""
    return record.levelno >= logging.WARNING or record.name == OURS or record.name.startswith(f"{OURS}.")


def _start_anew_if_large(file: Path) -> None:
    """Nothing rotates what faulthandler writes."""
    if file.exists() and file.stat().st_size > SIZE:
        file.unlink()
