"""Searches bytes, files and processes for a key, in every form a key could hide in.

Written apart from `parley.domain.redaction`: what looks for leaks must not share a mistake with what prevents them.
"""

from __future__ import annotations

import base64
import gzip
import json
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_from_bytes, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_ANY_CASE = frozenset({"URL-encoded", "URL-encoded, plus", "every character percent-encoded", "hexadecimal"})


@dataclass(frozen=True, slots=True)
class Leak:
    """One hit: where, and in which form."""

    where: str
    form: str


@cache
def forms(key: str) -> Mapping[str, bytes]:
    """By name, the bytes that would give `key` away."""
    plain = {
        "plain": key.encode(),
        "UTF-16 little-endian": key.encode("utf-16-le"),
        "UTF-16 big-endian": key.encode("utf-16-be"),
        "URL-encoded": quote(key, safe="").encode(),
        "URL-encoded, plus": quote_plus(key).encode(),
        "every character percent-encoded": "".join(f"%{ord(c):02X}" for c in key).encode(),
        "JSON": json.dumps(key)[1:-1].encode(),
        "JSON, slashes escaped": json.dumps(key)[1:-1].replace("/", "\\/").encode(),
        "hexadecimal": key.encode().hex().encode(),
        "backwards": key[::-1].encode(),
    }
    for name, data in (("base64", key.encode()), ("base64 of UTF-16", key.encode("utf-16-le"))):
        for offset in range(3):
            inside = _inside_base64(data, offset)
            plain[f"{name}, {offset} bytes in"] = inside
            plain[f"{name}, {offset} bytes in, URL-safe"] = inside.translate(bytes.maketrans(b"+/", b"-_"))
            plain[f"{name}, {offset} bytes in, URL-encoded"] = quote_from_bytes(inside, safe="").encode()
    return plain


def _inside_base64(data: bytes, offset: int) -> bytes:
    """What is the same in every base64 text in which `data` begins at a multiple of three plus `offset` bytes."""
    encoded = base64.b64encode(b"\0" * offset + data + b"\0" * 3)
    whole = (offset + len(data)) // 3 * 4  # what follows is shared with the bytes after the key
    return encoded[4 if offset else 0 : whole]


def leaks_in(where: str, data: bytes, keys: Sequence[str]) -> list[Leak]:
    """Every form of `keys` in `data`, and in what `data` unpacks to."""
    found = []
    small = data.lower()
    for key in keys:
        for name, form in forms(key).items():
            if form in data or (name in _ANY_CASE and form.lower() in small):
                found.append(Leak(where, name))
    for kind, unpacked in _unpacked(data):
        found += leaks_in(f"{where} ({kind})", unpacked, keys)
    return found


def _unpacked(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What is packed in it: gzip as a whole, and every stream of a PDF."""
    if data.startswith(b"\x1f\x8b"):
        yield "gzip", gzip.decompress(data)
    if data.startswith(b"%PDF"):
        for part in data.split(b"stream\n")[1:]:
            unpacker = zlib.decompressobj()
            try:
                yield "PDF stream", unpacker.decompress(part)
            except zlib.error:
                continue  # not packed: it has been searched as it is


def leaks_in_files(folders: Iterable[Path], keys: Sequence[str]) -> list[Leak]:
    """The same for each file below `folders`, hidden ones included, and for their names."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            found += leaks_in(f"the name {path}", str(path).encode(), keys)
            if path.is_file():
                found += leaks_in(str(path), path.read_bytes(), keys)
    return found


def leaks_in_processes(pids: Iterable[int], keys: Sequence[str]) -> list[Leak]:
    """The command line and the environment of each process. Linux only."""
    found = []
    for pid in pids:
        for name in ("cmdline", "environ"):
            data = Path(f"/proc/{pid}/{name}").read_bytes()
            assert data, f"/proc/{pid}/{name} says nothing, so nothing was searched"
            found += leaks_in(f"/proc/{pid}/{name}", data, keys)
    return found
