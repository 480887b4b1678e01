"""Names and writing of exported files, on every system."""

from __future__ import annotations

import errno
import os
import re
import secrets
import unicodedata
from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause

if TYPE_CHECKING:
    from pathlib import Path

# What Windows forbids in names, the rest being forbidden or awkward somewhere else.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
# Windows opens a device for these, whatever suffix follows.
_DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
_LONGEST = 180  # bytes: below the 255 of most file systems, with room for a suffix and " (2)"
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def file_name(title: str, suffix: str, *, untitled: str = "Conversation") -> str:
    """A name for a file about `title` that Windows, macOS and Linux all take. `suffix` comes with its dot."""
    return (_safe(title) or _safe(untitled) or "Conversation") + suffix


def _safe(title: str) -> str:
    spaced = "".join(" " if char.isspace() else char for char in unicodedata.normalize("NFC", title))
    # Control, format and private characters go: one of them (U+202E) can make a name look like another.
    printable = "".join(char for char in spaced if unicodedata.category(char)[0] != "C")
    name = " ".join(_FORBIDDEN.sub(" ", printable).split()).strip(" .")
    name = name.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore").strip(" .")
    return f"_{name}" if _DEVICE.match(name) else name


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`: all of it, or the file stays as it was. Raises AppError (disk full, not writable)."""
    try:
        target = path.resolve()  # a link keeps pointing where it points
        temporary = target.with_name(f".parley-{secrets.token_hex(8)}.tmp")
        try:
            _write_synced(temporary, data)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise not_written(error, path) from error


def not_written(error: OSError, path: Path) -> AppError:
    """What to raise where `path` could not be changed."""
    return AppError(Cause.DISK_FULL if error.errno in _FULL else Cause.NOT_WRITABLE, str(error), path=str(path))


def _write_synced(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
