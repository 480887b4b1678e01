"""Where data, logs and resources live: from source, installed, and frozen."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one run."""

    data: Path
    logs: Path

    @property
    def database(self) -> Path:
        return self.data / "parley.db"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def starters(self) -> Path:
        """The person's own, a file each. The folder is made with the first."""
        return self.data / "starters"

    @property
    def lock(self) -> Path:
        return self.data / "parley.lock"

    @property
    def starts(self) -> Path:
        """How many starts in a row went wrong (`app.starts`)."""
        return self.data / "parley.starts"


def find_paths(data_dir: Path | None = None) -> Paths:
    """The person's own folders, or everything under `data_dir` when it is given."""
    if data_dir is not None:
        data = data_dir.expanduser().absolute()
        return Paths(data, data / "logs")
    import platformdirs  # with --data-dir it is not needed

    dirs = platformdirs.PlatformDirs("Parley", appauthor=False, roaming=False)
    return Paths(Path(dirs.user_data_dir), Path(dirs.user_log_dir))


def make_private(folder: Path) -> None:
    """Create `folder` for this person alone (0700). Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


@cache
def resources() -> Path:
    """The folder with fonts, icons, translations and starters."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen) / "resources"
    here = Path(__file__).resolve().parent
    installed = here / "resources"
    return installed if installed.is_dir() else here.parents[1] / "resources"
