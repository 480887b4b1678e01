"""Text and JSON on their way into and out of the file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from parley.domain.characters import whole_characters

if TYPE_CHECKING:
    from collections.abc import Mapping

clean = whole_characters  # SQLite can hold no others


def text_of(value: object) -> str:
    """Text from a column or from JSON, whatever is in it."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return clean(value) if isinstance(value, str) else ""


def int_of(value: object) -> int:
    """A number from a column, whatever is in it."""
    return int(value) if isinstance(value, int | float) else 0


def write_json(value: object) -> str:
    return clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def read_json(text: object) -> object:
    """The value, or None when it cannot be read."""
    try:
        written = text.decode() if isinstance(text, bytes) else text  # json would find out its encoding first
        return json.loads(written) if isinstance(written, str) else None
    except (ValueError, RecursionError):
        return None


def read_json_object(text: object) -> Mapping[str, object]:
    """The object, or an empty one."""
    value = read_json(text)
    return value if isinstance(value, dict) else {}
