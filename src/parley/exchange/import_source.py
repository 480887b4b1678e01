"""A file that is imported: opened to read only, bounded, and known how far it has been read."""

from __future__ import annotations

import errno
import lzma
import stat
import struct
import zipfile
import zlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from parley.domain.arrival import ImportStoppedError
from parley.domain.errors import AppError, Cause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

LARGEST = 4 * 2**30  # bytes, also of what is packed in a ZIP file
_HEAD = 64 * 1024  # bytes by which a format is recognised

# What is raised by unpacking a file that is damaged, encrypted, packed in an odd way, or made to do harm.
_ZIP_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    RuntimeError,
    EOFError,
    ValueError,
    OverflowError,
)


def _never() -> bool:
    return False


class Source:
    """One file. `share` says how much of it was read, 0 to 1; `given_up` is asked again and again."""

    def __init__(self, path: Path, given_up: Callable[[], bool] = _never) -> None:
        self.path = path
        self.given_up = given_up
        self.share = 0.0
        self.taken = 0  # bytes, unpacked

    @property
    def name(self) -> str:
        """What the person knows it by."""
        return self.path.name

    def changed_at(self) -> int:
        """When the file was last written, ms since 1970. Raises AppError."""
        with self.translated():
            return self.path.stat().st_mtime_ns // 1_000_000

    def head(self) -> bytes:
        """How it begins. Raises AppError FILE_UNREADABLE, IMPORT_TOO_LARGE."""
        with self.translated():
            found = self.path.stat()
            if not stat.S_ISREG(found.st_mode):  # one that never ends, say
                raise AppError(Cause.FILE_UNREADABLE, "not a file", path=self.name)
            if found.st_size > LARGEST:
                raise self.too_large()
            with self.path.open("rb") as file:
                return file.read(_HEAD)

    @contextmanager
    def opened(self) -> Iterator[Bounded]:
        """The file's bytes. Raises AppError; reading raises it too, and ImportStoppedError."""
        with self.translated(), self.path.open("rb") as file:
            yield Bounded(self, file, self.path.stat().st_size)

    def members(self, wanted: Callable[[str], bool]) -> list[str]:
        """The names of the files packed in this one that are `wanted`. Raises AppError, IMPORT_UNREADABLE too."""
        with self.translated(), closing(self._archive()) as archive:
            return sorted(name for name in archive.namelist() if wanted(name))

    @contextmanager
    def opened_member(self, name: str) -> Iterator[Bounded]:
        """The bytes of one file packed in this one. As `opened`."""
        with self.translated(), closing(self._archive()) as archive:
            with self._unpacking():
                member = archive.open(name)
            with member:
                yield Bounded(self, member, archive.getinfo(name).file_size)

    def _archive(self) -> zipfile.ZipFile:
        with self._unpacking():
            return zipfile.ZipFile(self.path)

    @contextmanager
    def _unpacking(self) -> Iterator[None]:
        try:
            yield
        except _ZIP_FAULTS as error:
            raise self.unreadable(f"{type(error).__name__}: {error}") from error

    def stop_if_given_up(self) -> None:
        if self.given_up():
            raise ImportStoppedError

    def unreadable(self, details: str) -> AppError:
        return AppError(Cause.IMPORT_UNREADABLE, details, path=self.name)

    def too_large(self) -> AppError:
        return AppError(Cause.IMPORT_TOO_LARGE, path=self.name, limit=f"{LARGEST // 2**30} GB")

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raise what the system says as AppError."""
        try:
            yield
        except OSError as error:
            if error.errno in (None, errno.EINVAL):  # said of what is in the file, not of the file
                raise self.unreadable(str(error)) from error
            raise AppError(Cause.FILE_UNREADABLE, str(error), path=self.name) from error


class Bounded:
    """Reads on until there is too much, or nobody wants it any more."""

    def __init__(self, source: Source, file: IO[bytes], size: int) -> None:
        self._source = source
        self._file = file
        self._size = max(1, size)
        self._read = 0

    def read(self, size: int, /) -> bytes:
        """Raises AppError IMPORT_TOO_LARGE, ImportStoppedError."""
        self._source.stop_if_given_up()
        try:
            data = self._file.read(size)
        except _ZIP_FAULTS as error:
            raise self._source.unreadable(f"{type(error).__name__}: {error}") from error
        self._read += len(data)
        self._source.share = min(1.0, self._read / self._size)
        self._source.taken += len(data)
        if self._source.taken > LARGEST:
            raise self._source.too_large()
        return data
