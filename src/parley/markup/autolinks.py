"""Addresses that stand bare in the text (GFM's autolink extension), found in text that is already free of markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from .blocks import Mark, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ADDRESS: Final = re.compile(
    r"(?<![\w/.@-])(?:https?://|www\.)(?=[^\s<>]*[\w])[^\s<>]+|(?<![\w/.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_NO_LINK: Final = Mark.CODE | Mark.MATH | Mark.NOTE | Mark.IMAGE
_LONGEST: Final = 2_000


def with_links(spans: Iterable[Span]) -> Iterator[Span]:
    """`spans` with bare addresses made links."""
    for span in spans:
        text = span.text
        if span.link or span.marks & _NO_LINK or not ("://" in text or "www." in text.lower() or "@" in text):
            yield span
        else:
            yield from _split(span)


def _split(span: Span) -> Iterator[Span]:
    at = 0
    for hit in _ADDRESS.finditer(span.text):
        address = _trimmed(hit[0])
        if not address or len(address) > _LONGEST:
            continue
        if hit.start() > at:
            yield Span(span.text[at : hit.start()], span.marks)
        yield Span(address, span.marks, _target(address))
        at = hit.start() + len(address)
    if at < len(span.text):
        yield Span(span.text[at:], span.marks)


def _target(address: str) -> str:
    lowered = address.lower()
    if lowered.startswith(("http://", "https://")):
        return address
    return f"http://{address}" if lowered.startswith("www.") else f"mailto:{address}"


def _trimmed(address: str) -> str:
    """`address` without the punctuation of the sentence around it, and without a bracket it did not open."""
    while address:
        last = address[-1]
        unopened = last == ")" and address.count(")") > address.count("(")
        if last not in "?!.,:;*_~'\"]»”’" and not unopened:
            return address
        address = address[:-1]
    return address
