"""Values as Python writes them: readable where they are long, exact always."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH = 100  # characters of a line, beyond which a value is spread over several
_INDENT = "    "
_LONGEST = 1_000  # characters of a string in one piece: beyond, no editor is quick with the line
_PIECE = 96
_UNUSUAL = re.compile(r"[^\x20-\x7e\n]+")
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class Shown(Enum):
    """The language whose escapes stand for characters that cannot be seen."""

    PYTHON = "python"
    JSON = "json"


def visible(text: str, language: Shown) -> str:
    """`text` with an escape for each character that cannot be seen or that changes the order of others.

    For a text that the rest of the language's rules has been applied to; line feeds stay.
    """
    return _UNUSUAL.sub(lambda found: "".join(_visible(c, language) for c in found[0]), text)


def _visible(character: str, language: Shown) -> str:
    return character if character.isprintable() else _escaped(character, language)


def _escaped(character: str, language: Shown) -> str:
    code = ord(character)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    if language is Shown.PYTHON:
        return f"\\U{code:08x}"
    units = character.encode("utf-16-be")  # JSON writes such a character as a pair
    return f"\\u{units[:2].hex()}\\u{units[2:].hex()}"


def call(name: str, function: str, arguments: Mapping[str, object]) -> str:
    """`name = function(…)` with one argument on each line."""
    lines = [f"{_INDENT}{key}={literal(value, _INDENT, len(key) + 2)}," for key, value in arguments.items()]
    return "\n".join([f"{name} = {function}(", *lines, ")"]) + "\n"


def literal(value: object, indent: str = "", used: int = 0) -> str:
    """`value`, which JSON could hold, as Python. `indent` is that of its line, `used` what stands before it there."""
    if isinstance(value, str):
        return _string(value, indent, used)
    if isinstance(value, dict):
        inner = [
            f"{_quoted(str(key))}: {literal(item, indent + _INDENT, len(str(key)) + 5)}" for key, item in value.items()
        ]
        return _bracketed("{", inner, "}", indent, used)
    if isinstance(value, (list, tuple)):
        return _bracketed("[", [literal(item, indent + _INDENT) for item in value], "]", indent, used)
    return repr(value)


def _bracketed(start: str, items: list[str], end: str, indent: str, used: int) -> str:
    line = f"{start}{', '.join(items)}{end}"
    if "\n" not in line and len(indent) + used + len(line) <= _WIDTH:
        return line
    inner = "".join(f"{indent}{_INDENT}{item},\n" for item in items)
    return f"{start}\n{inner}{indent}{end}"


def _string(text: str, indent: str, used: int) -> str:
    whole = _quoted(text)
    one_line = "\n" not in text.rstrip("\n")
    if len(text) <= _LONGEST and (one_line or len(indent) + used + len(whole) <= _WIDTH):
        return whole
    pieces = [piece for line in text.splitlines(keepends=True) for piece in _pieces(line)]
    inner = "".join(f"{indent}{_INDENT}{_quoted(piece)}\n" for piece in pieces)
    return f"(\n{inner}{indent})"


def _pieces(line: str) -> list[str]:
    if len(line) <= _LONGEST:
        return [line]
    return [line[start : start + _PIECE] for start in range(0, len(line), _PIECE)]


def _quoted(text: str) -> str:
    """In double quotes, unless single ones need fewer escapes."""
    quote = "'" if text.count('"') > text.count("'") else '"'
    inner = visible(text.translate(_ESCAPES), Shown.PYTHON).replace(quote, "\\" + quote)
    return f"{quote}{inner}{quote}"
