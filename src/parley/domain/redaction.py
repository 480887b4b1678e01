"""Takes keys out of text that is going to be seen, logged, stored or copied."""

from __future__ import annotations

import base64
import re
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterator

REMOVED = "[key removed]"

_SHORTEST = 6  # a shorter "key" is a word: taking it out would spoil the text and protect nothing

# What follows is only taken for a key when it has a digit in it or is long: "bearer authentication" is plain English.
_VALUE = r"(?=[^\s\"',;&}]*\d|[^\s\"',;&}]{24})[^\s\"',;&}]{8,}"

# "sk-" and what a key is made of (with the stars or dots a service puts in the middle of a key it repeats), whatever
# follows Bearer or Basic, and the values of headers and fields that hold keys.
_SHAPES = (
    (re.compile(r"\b(?:sk|sess|rk|pk)(?:[-_]|%2[Dd])[A-Za-z0-9_\-%*.…+/=]{6,}"), REMOVED),
    (re.compile(rf"(?i)\b(bearer|basic)((?:\s|%20|\+)+){_VALUE}"), rf"\1\2{REMOVED}"),
    (
        re.compile(rf"(?i)((?:api[-_]?key|authorization|access[-_]?token)[\"']?\s*[:=]\s*[\"']?){_VALUE}"),
        rf"\1{REMOVED}",
    ),
    (re.compile(r"(://)[^/\s@:]*:[^/\s@]+@"), rf"\1{REMOVED}@"),  # as in the address of a proxy
)

# What `redact` takes for a key in a technical text ("sk-learn-style", "basic knowledge") may be what a conversation is
# about. This cannot be anything else: long, and with both digits and capitals.
_CLEAR_KEY = re.compile(r"\bsk-(?=[A-Za-z_-]*\d)(?=[a-z0-9_-]*[A-Z])[A-Za-z0-9_-]{20,}")


def redact(text: str, *keys: str | None) -> str:
    """`text` without `keys` in any of the forms they travel in, and without anything that is shaped like a key."""
    for key in keys:
        if key and len(key) >= _SHORTEST:
            for form in key_forms(key):
                text = text.replace(form, REMOVED)
    for shape, replacement in _SHAPES:
        text = shape.sub(replacement, text)
    return text


def redact_clear_keys(text: str) -> str:
    """`text`, which a person or a model wrote, without what is clearly a key and nothing else."""
    return _CLEAR_KEY.sub(REMOVED, text)


def key_forms(key: str) -> tuple[str, ...]:
    """The ways `key` can be written in a text, longest first: plain, URL-encoded, escaped, in base64, with NULs."""
    return tuple(sorted(set(_forms(key)), key=len, reverse=True))


def _forms(key: str) -> Iterator[str]:
    yield key
    yield quote(key, safe="")
    yield quote_plus(key)
    yield repr(key)[1:-1]
    yield "\0".join(key)  # UTF-16 read as a text of single bytes
    yield from _base64_forms(key.encode("utf-8", "surrogatepass"))
    yield from _base64_forms(key.encode("utf-16-le", "surrogatepass"))


def _base64_forms(data: bytes) -> Iterator[str]:
    """The characters of `data` inside any longer base64 text: they depend on where in three bytes it begins."""
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + data).rstrip(b"=")
        # The first characters carry bits of what stands before, the last of what follows: neither is sure.
        start = -(-offset * 8 // 6)
        end = (offset + len(data)) * 8 // 6
        inner = encoded[start:end].decode("ascii")
        if len(inner) >= _SHORTEST:
            yield inner
            yield inner.replace("+", "-").replace("/", "_")
