"""An answer that is one JSON value, set out so that it can be read."""

from __future__ import annotations

import json

from .blocks import Code

_LONGEST = 500_000  # characters


def json_answer(text: str) -> Code | None:
    """`text` as indented code when it is a JSON object or list and nothing else."""
    stripped = text.strip()
    if stripped[:1] + stripped[-1:] not in ("{}", "[]") or len(stripped) > _LONGEST:
        return None
    try:
        value = json.loads(stripped, parse_float=_Number, parse_int=_Number)
    except (ValueError, RecursionError):
        return None
    return Code(_indented(value, ""), "json")


class _Number(str):
    """A number exactly as it was written: 1.10 stays 1.10."""

    __slots__ = ()


def _indented(value: object, margin: str) -> str:
    inner = margin + "  "
    if isinstance(value, _Number):
        return str(value)
    if isinstance(value, dict) and value:
        lines = [f"{inner}{json.dumps(key, ensure_ascii=False)}: {_indented(v, inner)}" for key, v in value.items()]
        return "{\n" + ",\n".join(lines) + f"\n{margin}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _indented(each, inner) for each in value) + f"\n{margin}]"
    return json.dumps(value, ensure_ascii=False)
