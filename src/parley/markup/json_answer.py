"""An answer that is one JSON value, set out so that it can be read."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from .blocks import Code
from .cleaning import clean, has_invisible

_LONGEST: Final = 500_000  # characters
_NOT_ASCII: Final = re.compile(r"[^\x20-\x7e]")


def json_answer(text: str) -> Code | None:
    """`text` as indented code when it is a JSON object or list and nothing else, and can be set out without a loss."""
    stripped = text.strip()
    if stripped[:1] + stripped[-1:] not in ("{}", "[]") or len(stripped) > _LONGEST:
        return None
    try:
        value = json.loads(stripped, parse_float=_Number, parse_int=_Number, object_pairs_hook=_without_repetition)
        return Code(_indented(value, ""), "json")
    except (ValueError, RecursionError):  # nested too deep to be read, or to be written
        return None


class _Number(str):
    """A number exactly as it was written: 1.10 stays 1.10."""

    __slots__ = ()


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of `pairs`. One that says a key twice is shown as it was written: here the first would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands there twice")
    return found


def _indented(value: object, margin: str) -> str:
    inner = margin + "  "
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, dict) and value:
        lines = [f"{inner}{_scalar(key)}: {_indented(v, inner)}" for key, v in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _indented(each, inner) for each in value) + f"\n{margin}]"
    return _scalar(value)


def _scalar(value: object) -> str:
    """`value` on one line; of a string, what nobody could see is written as an escape."""
    made = json.dumps(value, ensure_ascii=False)
    return made if made.isprintable() and not has_invisible(made) else _NOT_ASCII.sub(_visible, made)


def _visible(character: re.Match[str]) -> str:
    found = character[0]
    hidden = has_invisible(found) or not clean(found) or found in "\u2028\u2029"
    return json.dumps(found)[1:-1] if hidden else found
