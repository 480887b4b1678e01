"""Reading values of which nothing is certain."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def object_of(value: object) -> Mapping[str, object]:
    """The object, or an empty one."""
    return value if isinstance(value, dict) else {}


def list_of(value: object) -> list[object]:
    """The list, or an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: object) -> str:
    """The text, or an empty one."""
    return value if isinstance(value, str) else ""


def count_of(value: object) -> int | None:
    """The whole number, or None."""
    return value if type(value) is int else None


def milliseconds_of(seconds: object) -> int:
    """A moment in seconds since 1970, as ChatGPT writes it, in milliseconds; 0 when there is none."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not math.isfinite(seconds):
        return 0
    return int(seconds * 1000) if abs(seconds) < 1e12 else 0
