"""The one door to the outside: opens a web page or the data folder with the program the person uses for it."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BILLING = "https://platform.openai.com/settings/organization/billing/overview"
ALLOWED_SCHEMES = frozenset({"https", "http", "mailto"})


class Links(QObject):
    """Opens what is allowed and nothing else."""

    def __init__(self, data_folder: Path, log_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._data_folder = data_folder
        self._log_folder = log_folder

    def open(self, address: str) -> bool:
        """Open a link the person clicked. False when its kind is not allowed or nothing could open it."""
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if not url.isValid() or url.scheme().lower() not in ALLOWED_SCHEMES:
            return False
        with _own_libraries():
            return QDesktopServices.openUrl(url)

    def open_file(self, path: Path) -> bool:
        """Open a file or a folder of the person's own. False when nothing could."""
        with _own_libraries():
            return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def open_billing(self) -> None:
        self.open(BILLING)

    def open_data_folder(self) -> None:
        self.open_file(self._data_folder)

    def open_log_folder(self) -> None:
        self.open_file(self._log_folder)


@contextmanager
def _own_libraries() -> Iterator[None]:
    """The frozen program's library path would break the browser it starts (facts.md, PyInstaller)."""
    if not getattr(sys, "frozen", False):
        yield
        return
    ours = os.environ.pop("LD_LIBRARY_PATH", None)
    original = os.environ.get("LD_LIBRARY_PATH_ORIG")
    if original is not None:
        os.environ["LD_LIBRARY_PATH"] = original
    try:
        yield
    finally:
        if ours is not None:
            os.environ["LD_LIBRARY_PATH"] = ours
