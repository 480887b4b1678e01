"""Snippets of search results, whose hits the store puts between \\x02 and \\x03."""

from __future__ import annotations

from dataclasses import dataclass

OPEN, CLOSE = "\x02", "\x03"
_LONGEST = 400  # characters: more than two lines can show


@dataclass(frozen=True, slots=True)
class Snippet:
    """A snippet without its marks, and where each hit is: (start, length) in UTF-16 units, as Qt counts."""

    text: str
    hits: tuple[tuple[int, int], ...]


def read_snippet(marked: str) -> Snippet:
    """Take the marks out. A mark without its partner, which a cut snippet may have, marks to the end or nothing."""
    text: list[str] = []
    hits: list[tuple[int, int]] = []
    length = 0
    start: int | None = None
    for character in " ".join(marked[:_LONGEST].split()):
        if character == OPEN:
            start = length
        elif character == CLOSE:
            if start is not None and length > start:
                hits.append((start, length - start))
            start = None
        else:
            text.append(character)
            length += 2 if ord(character) > 0xFFFF else 1
    if start is not None and length > start:
        hits.append((start, length - start))
    return Snippet("".join(text), tuple(hits))
