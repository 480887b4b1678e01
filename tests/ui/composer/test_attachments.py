from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from parley.domain.attachment import AttachmentKind
from parley.domain.errors import AppError, Cause
from parley.ui.composer.attachments import (
    IMAGE_LIMIT,
    TEXT_LIMIT,
    from_bytes,
    from_image,
    from_text,
    read_file,
    thumbnail,
)

if TYPE_CHECKING:
    from pathlib import Path


def picture(width: int = 8, height: int = 4) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def encoded(image_format: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(image_format)).write(picture())
    return bytes(buffer.data().data())


GIF = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")


def cause_of(path: Path) -> Cause:
    with pytest.raises(AppError) as caught:
        read_file(path)
    return caught.value.cause


@pytest.mark.parametrize(
    ("data", "mime"),
    [
        (encoded(b"PNG"), "image/png"),
        (encoded(b"JPG"), "image/jpeg"),
        (encoded(b"WEBP"), "image/webp"),
        (GIF, "image/gif"),
    ],
    ids=["png", "jpeg", "webp", "gif"],
)
def test_an_image_is_known_by_its_content(tmp_path: Path, data: bytes, mime: str) -> None:
    path = tmp_path / "holiday.txt"
    path.write_bytes(data)
    attachment = read_file(path)
    assert attachment.kind is AttachmentKind.IMAGE
    assert attachment.mime == mime
    assert attachment.name == "holiday.txt"
    assert attachment.data == data
    assert attachment.sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_kept_as_utf_8(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes("Grüße\n日本語 😀".encode(encoding))
    attachment = read_file(path)
    assert attachment.kind is AttachmentKind.TEXT
    assert attachment.mime == "text/plain"
    assert attachment.data.decode() == "Grüße\n日本語 😀"


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x02\x01\x01\0\0\0", b"caf\xe9 in Latin-1", b"PK\x03\x04\x14\0", b"RIFF\x24\0\0\0WAVEfmt "],
    ids=["program", "latin-1", "zip", "sound"],
)
def test_what_is_neither_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "picture.png"
    path.write_bytes(data)
    assert cause_of(path) is Cause.FILE_KIND


def test_a_folder_and_a_device_are_refused(tmp_path: Path) -> None:
    assert cause_of(tmp_path) is Cause.FILE_KIND
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert cause_of(pipe) is Cause.FILE_KIND


def test_a_missing_file_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(AppError) as caught:
        read_file(tmp_path / "gone.txt")
    assert caught.value.failure.facts == {"path": "gone.txt"}


def test_a_broken_image_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(encoded(b"PNG")[:40])
    assert cause_of(path) is Cause.FILE_UNREADABLE


def test_too_much_text_is_refused_and_the_limit_said(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    path.write_bytes(b"a" * TEXT_LIMIT)
    assert len(read_file(path).data) == TEXT_LIMIT
    path.write_bytes(b"a" * (TEXT_LIMIT + 1))
    with pytest.raises(AppError) as caught:
        read_file(path)
    assert caught.value.cause is Cause.FILE_TOO_LARGE
    assert caught.value.failure.facts["limit"] == "1 MB"


def test_too_large_an_image_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(encoded(b"PNG") + b"\0" * IMAGE_LIMIT)
    assert cause_of(path) is Cause.FILE_TOO_LARGE


def test_a_small_file_that_would_be_a_giant_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    data = bytearray(encoded(b"PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = crc32(data[12:29]).to_bytes(4, "big")
    path.write_bytes(data)
    assert cause_of(path) is Cause.FILE_TOO_LARGE


def test_a_picture_from_the_clipboard_becomes_png() -> None:
    attachment = from_image(picture(), "Pasted picture.png")
    assert attachment.mime == "image/png"
    assert QImage.fromData(attachment.data) == picture()


def test_an_empty_picture_is_refused() -> None:
    with pytest.raises(AppError):
        from_image(QImage(), "Pasted picture.png")


def test_the_small_picture_is_small() -> None:
    small = thumbnail(from_image(picture(2000, 1000), "wide.png").data)
    assert small.height() == 96
    assert small.width() == 192


@given(st.text(max_size=200))
def test_any_text_can_be_attached(text: str) -> None:
    assert from_text(text, "a.txt").kind is AttachmentKind.TEXT


@pytest.mark.qt_log_ignore(".*JPEG.*", extend=True)  # Qt's reader says what is wrong with the picture
@given(st.binary(max_size=300))
def test_any_bytes_are_an_attachment_or_a_clear_refusal(data: bytes) -> None:
    with suppress(AppError):
        attachment = from_bytes(data, "file")
        assert attachment.sha256 == sha256(attachment.data).hexdigest()
