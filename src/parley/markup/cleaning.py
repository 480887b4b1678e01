"""Making text from outside safe to look at, before and after parsing."""

from __future__ import annotations

import re
from typing import Final

# Everything that has no look of its own, except tab and line feed; and halves of surrogate pairs.
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

# Characters that reorder or hide text (Trojan Source, CVE-2021-42574), and those without any width.
_INVISIBLE: Final = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)


def clean(text: str) -> str:
    """`text` with one kind of line end and without control characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def reveal(text: str) -> list[tuple[str, str]]:
    """`text` in pieces of (what to show, what it is): the two differ for characters nobody could see."""
    pieces: list[tuple[str, str]] = []
    start = 0
    for hit in _INVISIBLE.finditer(text):
        if hit.start() > start:
            pieces.append((text[start : hit.start()],) * 2)
        pieces.append((f"⟨U+{ord(hit[0]):04X}⟩", hit[0]))
        start = hit.end()
    if start < len(text):
        pieces.append((text[start:],) * 2)
    return pieces


def revealed(text: str) -> str:
    """`text` with its invisible characters written out."""
    return _INVISIBLE.sub(lambda hit: f"⟨U+{ord(hit[0]):04X}⟩", text)


def has_invisible(text: str) -> bool:
    return _INVISIBLE.search(text) is not None
