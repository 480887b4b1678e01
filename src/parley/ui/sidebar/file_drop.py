"""Files that are dropped on the list: those that may hold conversations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.exchange.import_formats import IMPORT_SUFFIXES

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData


def files_in(data: QMimeData) -> list[str]:
    """Their paths; empty when there is none among what is dragged."""
    paths = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.lower().endswith(IMPORT_SUFFIXES)]
