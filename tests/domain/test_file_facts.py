"""What pictures and PDFs say of themselves, held against Qt, which wrote them."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter, QPdfWriter

from parley.domain.file_facts import image_size, pdf_is_locked, pdf_pages


def encoded(image_format: bytes, width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(image_format)).write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("image_format", [b"PNG", b"JPG", b"WEBP"])
@pytest.mark.parametrize("size", [(1, 1), (300, 20), (257, 1025)])
def test_the_size_of_a_picture(image_format: bytes, size: tuple[int, int]) -> None:
    assert image_size(encoded(image_format, *size)) == size


def test_the_size_of_a_gif_and_of_a_large_webp() -> None:
    assert image_size(bytes.fromhex("474946383961 0500 0300 800000")) == (5, 3)
    extended = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0" + bytes.fromhex("1f0300 570200")
    assert image_size(extended) == (800, 600)
    lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + (799 | 599 << 14).to_bytes(4, "little")
    assert image_size(lossless) == (800, 600)


@given(st.binary(max_size=60))
@example(b"\xff\xd8\xff")
@example(b"\xff\xd8\xff\xe0\0\x02\xff")
@example(b"\x89PNG\r\n\x1a\n")
@example(b"RIFF0000WEBPVP8L")
def test_any_bytes_have_a_size_or_none(data: bytes) -> None:
    for start in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8X"):
        size = image_size(start + data)
        assert size is None or min(size) >= 0


@pytest.mark.parametrize("pages", [1, 3, 40])
def test_the_pages_of_a_pdf(qapp: QGuiApplication, pages: int) -> None:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for page in range(pages):
        painter.drawText(100, 100, f"Page {page}")
        if page < pages - 1:
            writer.newPage()
    painter.end()
    data = bytes(buffer.data().data())
    assert (pdf_pages(data), pdf_is_locked(data)) == (pages, False)


def test_pages_in_packed_objects_are_found() -> None:
    packed = zlib.compress(b"1 0 2 60 << /Type /Pages /Kids [3 0 R] /Count 12 >> << /Type /Pages /Count 5 >>")
    data = b"%PDF-1.5\n9 0 obj << /Type /ObjStm /N 2 /Filter /FlateDecode >>\nstream\r\n" + packed + b"\nendstream"
    assert pdf_pages(data) == 12


def test_a_locked_pdf_says_so() -> None:
    assert pdf_is_locked(b"%PDF-1.4\n trailer << /Encrypt 5 0 R >>")


@given(st.binary(max_size=80))
@example(b"/Type /ObjStm stream\nxx")
@example(b"/Type/Pages /Count 99999999999")
def test_any_bytes_are_a_pdf_of_some_pages_or_of_unknown(data: bytes) -> None:
    pages = pdf_pages(b"%PDF-1.4 " + data)
    assert pages is None or pages > 0
