"""What is said of an attached file: how large it is, in the measure that fits its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.attachment import AttachmentKind
from parley.domain.file_facts import image_size, pages_of

if TYPE_CHECKING:
    from parley.domain.attachment import Attachment

_ROUND = 10 * 2**20  # bytes


def facts_text(attachment: Attachment) -> str:
    """As in "1024 × 768 · 120 KB" or "PDF, 12 pages · 1.2 MB"."""
    return " · ".join(filter(None, [_measure(attachment), size_text(len(attachment.data))]))


def size_text(size: int) -> str:
    """A number of bytes as people read it."""
    exact = size < _ROUND and size >= 2**20  # 1.2 MB, but 12 MB and 12 KB
    return QLocale().formattedDataSize(size, 1 if exact else 0, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def _measure(attachment: Attachment) -> str:
    if attachment.kind is AttachmentKind.IMAGE:
        size = image_size(attachment.data)
        return f"{size[0]} × {size[1]}" if size else ""
    if attachment.kind is AttachmentKind.PDF:
        return _pages(pages_of(attachment))
    return ""


def _pages(pages: int | None) -> str:
    if pages is None:
        return QCoreApplication.translate("Files", "PDF")
    if pages == 1:
        return QCoreApplication.translate("Files", "PDF, 1 page")
    return QCoreApplication.translate("Files", "PDF, {pages} pages").format(pages=QLocale().toString(pages))
