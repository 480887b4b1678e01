"""Words written so that Markdown reads them as words."""

from __future__ import annotations

import re
from typing import Final

# Not "[": "\[" begins a formula. Without its "]" it is a bracket.
_SPECIAL: Final = re.compile(r"[\\`*_\]~$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)")
_LINE_START: Final = re.compile(
    r"^([ \t]*)(?:(#{1,6}(?=\s|\Z)|[-+](?=\s|\Z)|-(?=-)|=+[ \t]*$|>|\||:(?=-))|(\d{1,9})([.)])(?=\s|\Z))", re.MULTILINE
)
_BRACKET: Final = re.compile(r"[\[\]]")
_IN_ADDRESS: Final = re.compile(r"[\\<>]|&(?=#?\w+;)")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*\Z")


def escaped(text: str) -> str:
    """`text` without a character in it that is a mark within a line."""
    return _SPECIAL.sub(lambda hit: "\\" + hit[0], text)


def escaped_in_link(text: str) -> str:
    """The same for the words of a link: pairs of brackets in them stay, as in `[[1]](address)`."""
    made = escaped(text)
    return made.replace("\\]", "]") if _is_paired(text) else made.replace("[", "&#91;")


def _is_paired(text: str) -> bool:
    """Whether the brackets in `text` are in pairs, and none of these is a link or a note by itself."""
    depth = 0
    for bracket in _BRACKET.findall(text):
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return depth == 0 and not any(sign in text for sign in ("](", "][", "[^"))


def escaped_lines(words: str) -> str:
    """`words`, already written as Markdown, without a line that begins like a heading, an item, a rule or a quote."""
    return _LINE_START.sub(lambda hit: f"{hit[1]}{hit[3] or ''}\\{hit[2] or hit[4]}", words)


def address(link: str) -> str:
    """`link` as it stands behind the words of a link."""
    written = _IN_ADDRESS.sub(r"\\\g<0>", link)
    return f"<{written}>" if re.search(r"[\s()<>]", link) else written


def is_address(text: str) -> bool:
    """Whether `text` in angle brackets is read as a link to itself."""
    return _SCHEME.match(text) is not None


def code_span(text: str) -> str:
    """`text` as code in a line."""
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    touches = text[:1] == "`" or text[-1:] == "`"
    loses = text[:1] == " " and text[-1:] == " " and bool(text.strip(" "))  # a pair of blanks is not a part of code
    pad = " " if touches or loses else ""
    return f"{fence}{pad}{text}{pad}{fence}"
