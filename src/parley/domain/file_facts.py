"""What can be told of a picture or a PDF from its bytes alone: how large it is, how many pages it has."""

from __future__ import annotations

import re
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .attachment import Attachment

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})  # the markers that begin a frame
_JPEG_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
_COUNT = re.compile(rb"/Count\s+(\d{1,6})")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_PAGE = re.compile(rb"/Type\s*/Page\b(?!s)")
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b.{0,400}?stream\r?\n", re.DOTALL)
_NEAR = 2_000  # bytes around "/Type /Pages" in which its count stands
_MOST_UNPACKED = 8_000_000  # bytes of packed objects that are looked into


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, JPEG, GIF or WebP; None when the bytes do not say."""
    try:
        if data.startswith(_PNG):
            width, height = struct.unpack_from(">II", data, 16)
            return width, height
        if data.startswith((b"GIF87a", b"GIF89a")):
            width, height = struct.unpack_from("<HH", data, 6)
            return width, height
        if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
            return _webp_size(data)
        return _jpeg_size(data) if data.startswith(b"\xff\xd8\xff") else None
    except (struct.error, IndexError):  # it ends too early
        return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker in _JPEG_SIZES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        if marker == 0xFF:  # a byte that only fills
            at += 1
        elif marker in _JPEG_ALONE:
            at += 2
        else:
            (length,) = struct.unpack_from(">H", data, at + 2)
            at += 2 + length
    return None


def pdf_is_locked(data: bytes) -> bool:
    """Whether a PDF asks for a password, which no service can give."""
    return b"/Encrypt" in data[-4_096:] or b"/Encrypt" in data[:4_096]


def pdf_pages(data: bytes) -> int | None:
    """How many pages a PDF says it has (ISO 32000: the root of the page tree counts them all)."""
    counts, single = [], 0
    for part in _parts(data):
        single += len(_PAGE.findall(part))
        for found in _PAGES.finditer(part):
            near = part[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            start = near.rfind(b"<<", 0, min(found.start(), _NEAR))
            counts += [int(count) for count in _COUNT.findall(near[max(0, start) :])[:1]]
    return max([*counts, 0]) or single or None


def pages_of(attachment: Attachment) -> int | None:
    """How many pages a PDF has; None when it does not say. Looks only when nobody has before."""
    known = attachment.pages
    return (pdf_pages(attachment.data) if known is None else known) or None


def _parts(data: bytes) -> Iterator[bytes]:
    """The file, and the objects that are packed in it."""
    yield data
    room = _MOST_UNPACKED
    for found in _OBJECTS.finditer(data):
        unpacker = zlib.decompressobj()
        try:
            part = unpacker.decompress(data[found.end() :], room)
        except zlib.error:  # packed in another way, or encrypted
            continue
        room -= len(part)
        yield part
        if room <= 0:
            return
