"""Whether there is room where keyrings keep their files."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

_PROBE = 65_536  # bytes: a keyring is written anew as a whole
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def has_room() -> bool:
    """False only if a small file cannot be written in the person's own folder for want of room.

    Tried and not asked: a quota can be used up on a disk that has room.
    """
    try:
        with tempfile.TemporaryFile(dir=_folder()) as file:
            file.write(b"\0" * _PROBE)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno not in _FULL
    return True


def _folder() -> Path:
    """Where GNOME Keyring and KWallet have theirs, or the home folder, on the same disk as all the others."""
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return data if data.is_dir() else Path.home()
