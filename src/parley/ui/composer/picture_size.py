"""Makes a picture as large as the API looks at it, before it is kept and sent: what is larger only costs time.

OpenAI's guide "Images and vision": at high detail a picture is scaled to fit a square of 2,048 pixels, and further
down by the model; PNG, JPEG, WebP and GIF that does not move are taken. Any thread.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter

from parley.llm.image_tokens import LARGEST_SIDE

_PHOTO_QUALITY = 90
_HEAVY = 4 * 2**20  # bytes; a picture of this size without loss is a photograph, whatever its format


def as_sent(image: QImage, data: bytes, mime: str, *, moves: bool) -> tuple[bytes, str]:
    """`data` (of `image`, read and turned upright) and its type as they are sent: unchanged where that will do.

    Of a picture that moves, its first moment. A photograph is written anew also when it carries notes of its own
    (EXIF): they can tell where it was taken.
    """
    large = max(image.width(), image.height()) > LARGEST_SIDE
    if not (large or moves or _has_notes(data, mime)):
        return data, mime
    if large:
        room = Qt.AspectRatioMode.KeepAspectRatio
        image = image.scaled(LARGEST_SIDE, LARGEST_SIDE, room, Qt.TransformationMode.SmoothTransformation)
    return _encoded(image, photo=mime == "image/jpeg" and not image.hasAlphaChannel())


def _encoded(image: QImage, *, photo: bool) -> tuple[bytes, str]:
    if not photo:
        data = _written(image, "png")
        if len(data) <= _HEAVY or image.hasAlphaChannel():
            return data, "image/png"
    return _written(image, "jpeg"), "image/jpeg"


def _written(image: QImage, image_format: str) -> bytes:
    for key in image.textKeys():
        image.setText(key, "")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(image_format.encode()))
    if image_format == "jpeg":
        writer.setQuality(_PHOTO_QUALITY)
    writer.write(image)
    return bytes(buffer.data().data())


def _has_notes(data: bytes, mime: str) -> bool:
    """Whether a photograph says more than its picture: EXIF stands among the first segments."""
    return mime == "image/jpeg" and b"Exif\0\0" in data[: 1 << 16]
