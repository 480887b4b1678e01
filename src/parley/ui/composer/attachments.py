"""From a file or the clipboard to an Attachment: what it is, is decided by its content, never by its name.

Everything here may run on any thread.
"""

from __future__ import annotations

import codecs
from hashlib import sha256
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import AppError, Cause
from parley.ui.composer.picture_size import as_sent

if TYPE_CHECKING:
    from pathlib import Path

IMAGE_LIMIT = 20 * 1024 * 1024  # bytes
PDF_LIMIT = 50 * 1024 * 1024  # bytes; what OpenAI takes in one request (its guide "File inputs")
TEXT_LIMIT = 1024 * 1024  # bytes
PIXEL_LIMIT = 64_000_000  # a picture that would need more than 256 MB to show
_IMAGE_MIMES = {b"png": "image/png", b"jpeg": "image/jpeg", b"webp": "image/webp", b"gif": "image/gif"}
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"RIFF")
_PDF_WITHIN = 1024  # bytes; where a PDF may begin (ISO 32000, annex H)
_THUMBNAIL = 96  # pixels, for twice the 48 it is shown at


def read_file(path: Path) -> Attachment:
    """The file at `path` as an attachment.

    Raises AppError FILE_UNREADABLE, FILE_TOO_LARGE or FILE_KIND (neither a picture nor a PDF nor text).
    """
    try:
        if path.exists() and not path.is_file():  # a folder, or a device that never ends
            raise AppError(Cause.FILE_KIND, path=path.name)
        with path.open("rb") as file:
            data = file.read(PDF_LIMIT + 1)
    except OSError as error:
        raise AppError(Cause.FILE_UNREADABLE, str(error), path=path.name) from error
    return from_bytes(data, path.name)


def from_bytes(data: bytes, name: str) -> Attachment:
    """`data` as a picture, a PDF or a text. Raises AppError FILE_TOO_LARGE, FILE_KIND or FILE_UNREADABLE."""
    if data.startswith(_SIGNATURES):
        return _image(data, name)
    if data[:_PDF_WITHIN].find(b"%PDF-") >= 0:
        return _pdf(data, name)
    return from_text(_decoded(data, name), name)


def _pdf(data: bytes, name: str) -> Attachment:
    """A PDF as it is: the service reads its text and looks at its pages."""
    if len(data) > PDF_LIMIT:
        raise AppError(Cause.FILE_TOO_LARGE, path=name, limit="50 MB")
    return Attachment(AttachmentKind.PDF, name, "application/pdf", data, sha256(data).hexdigest())


def from_text(text: str, name: str) -> Attachment:
    """`text` as a text attachment, kept as UTF-8. Raises AppError FILE_TOO_LARGE."""
    data = text.encode("utf-8", "replace")
    if len(data) > TEXT_LIMIT:
        raise AppError(Cause.FILE_TOO_LARGE, path=name, limit="1 MB")
    return Attachment(AttachmentKind.TEXT, name, "text/plain", data, sha256(data).hexdigest())


def from_image(image: QImage, name: str) -> Attachment:
    """A picture from the clipboard, as PNG. Raises AppError FILE_TOO_LARGE or FILE_UNREADABLE."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return _image(bytes(buffer.data().data()), name)


def thumbnail(data: bytes) -> QImage:
    """A small picture of an image; a null one when it cannot be drawn."""
    buffer = _buffer(data)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _THUMBNAIL:
        room = QSize(_THUMBNAIL, _THUMBNAIL)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    return reader.read()


def _image(data: bytes, name: str) -> Attachment:
    if len(data) > IMAGE_LIMIT:
        raise AppError(Cause.FILE_TOO_LARGE, path=name, limit="20 MB")
    buffer = _buffer(data)
    reader = QImageReader(buffer)
    mime = _IMAGE_MIMES.get(bytes(reader.format().data()))
    if mime is None:
        raise AppError(Cause.FILE_KIND, path=name)
    size = reader.size()
    if size.width() * size.height() > PIXEL_LIMIT:
        limit = QCoreApplication.translate("Attachments", "64 megapixels")
        raise AppError(Cause.FILE_TOO_LARGE, f"{size.width()} × {size.height()}", path=name, limit=limit)
    reader.setAutoTransform(True)
    moves = reader.supportsAnimation() and reader.imageCount() > 1
    image = reader.read()
    if image.isNull():
        raise AppError(Cause.FILE_UNREADABLE, reader.errorString(), path=name)
    data, mime = as_sent(image, data, mime, moves=moves)
    return Attachment(AttachmentKind.IMAGE, name, mime, data, sha256(data).hexdigest())


def _buffer(data: bytes) -> QBuffer:
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return buffer


def _decoded(data: bytes, name: str) -> str:
    """UTF-8, or UTF-16 with its byte order mark. What is neither, or holds zero bytes, is not text."""
    if len(data) > 2 * TEXT_LIMIT + 2:  # as UTF-16 it could still be small enough
        raise AppError(Cause.FILE_TOO_LARGE if _begins_as_text(data) else Cause.FILE_KIND, path=name, limit="1 MB")
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise AppError(Cause.FILE_KIND, str(error), path=name) from error
    if "\0" in text:
        raise AppError(Cause.FILE_KIND, path=name)
    return text


def _begins_as_text(data: bytes) -> bool:
    start = data[:4096]
    return b"\0" not in start and bool(start.decode("utf-8", "ignore"))
