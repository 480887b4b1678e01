"""Decoding an attached image from its bytes, within limits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

_MEGABYTES: Final = 64  # of decoded pixels; a small file can claim to be huge
_LONGEST_SIDE: Final = 1280


def decode(data: bytes) -> QImage:
    """The image in `data`, no larger than is ever shown; a null image when it cannot be read or is too large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    before = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(_MEGABYTES)
    try:
        reader = QImageReader(buffer)
        reader.setAutoTransform(True)
        size = reader.size()
        if max(size.width(), size.height()) > _LONGEST_SIDE:
            reader.setScaledSize(size.scaled(QSize(_LONGEST_SIDE, _LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
        return reader.read()
    finally:
        QImageReader.setAllocationLimit(before)
