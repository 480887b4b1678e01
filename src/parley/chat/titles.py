"""A title for a conversation from its own words: no request, no cost, any language."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TITLE = 60  # characters
_READ_AT_MOST = 4000  # characters of the text looked at; a pasted book needs no more

_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)+")
_STRONG = re.compile(r"(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
_JOINERS = "\u200c\u200d"  # part of words and emoji; every other format character goes


def title_from(text: str) -> str:
    """The first line of `text` that says something, without Markdown, at most 60 characters; else empty."""
    for line in _FENCE.sub("", text[:_READ_AT_MOST]).splitlines():
        plain = _plain(line)
        if any(character.isalnum() for character in plain):
            return _shorten(plain)
    return ""


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _LINE_MARK.sub("", line))
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    shown = "".join(
        c for c in line if c in _JOINERS or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} or c == "\t"
    )
    return " ".join(shown.split()).strip(" :*#")


def _shorten(text: str) -> str:
    """Cut at a word's end where there is one in the second half, else between characters (Chinese, Thai)."""
    if len(text) <= LONGEST_TITLE:
        return text
    room = LONGEST_TITLE - 1
    space = text.rfind(" ", LONGEST_TITLE // 2, room + 1)
    cut = space if space > 0 else _character_boundary(text, room)
    return text[:cut].rstrip(" ,;:.-–—") + "…"


def _character_boundary(text: str, cut: int) -> int:
    """The nearest place at or before `cut` that does not tear a mark, a modifier or a joined emoji from its base."""
    while cut > LONGEST_TITLE // 2 and (_belongs_to_previous(text[cut]) or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut


def _belongs_to_previous(character: str) -> bool:
    return (
        character in _JOINERS
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
