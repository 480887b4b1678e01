"""The JSON schema a person wrote for the answers of a conversation. Whether it is a schema at all is for `llm`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

USUAL_NAME = "answer"
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME = 64  # characters, as the API's reference has it


@dataclass(frozen=True, slots=True)
class AnswerSchema:
    """`used` False: any JSON will do, and the text is kept for another time. `strict`: the service guarantees it."""

    used: bool = False
    name: str = ""
    text: str = ""
    strict: bool = False

    @property
    def sent_name(self) -> str:
        """The name in the letters the API takes."""
        return _NO_NAME.sub("_", self.name.strip()).strip("_")[:_LONGEST_NAME] or USUAL_NAME


class NotASchemaError(ValueError):
    """The text is no JSON object. `line` and `column` count from 1; both 0: it is JSON, but no object."""

    def __init__(self, line: int = 0, column: int = 0) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line = line
        self.column = column


def read_schema(text: str) -> dict[str, Any]:
    """The schema as a value. Raises NotASchemaError."""
    try:
        value = json.loads(text, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise NotASchemaError(error.lineno, error.colno) from None
    except (ValueError, RecursionError):  # NaN; numbers without end; nested without end
        raise NotASchemaError(1, 1) from None
    if not isinstance(value, dict):
        raise NotASchemaError
    return value


def is_readable(text: str) -> bool:
    try:
        read_schema(text)
    except NotASchemaError:
        return False
    return True


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def strict_gap(schema: dict[str, Any]) -> str:
    """Where `schema` is not as the API's guarantee demands: a place such as `steps.items`; empty: nowhere.

    Every object names all of its properties as required and allows no others (OpenAI's guide to structured outputs).
    """
    waiting: list[tuple[str, Any]] = [("$", schema)]
    while waiting:
        place, part = waiting.pop(0)
        if isinstance(part, list):
            waiting += [(place, one) for one in part]
        if not isinstance(part, dict):
            continue
        named = part.get("properties")
        names = set(named) if isinstance(named, dict) else set()
        required = part.get("required")
        if (names or part.get("type") == "object") and not (
            part.get("additionalProperties") is False
            and isinstance(required, list)
            and names <= set(map(str, required))
        ):
            return place
        inner = [*(named.items() if isinstance(named, dict) else ()), *_below(part)]
        waiting += [(name if place == "$" else f"{place}.{name}", one) for name, one in inner]
    return ""


def _below(part: dict[str, Any]) -> list[tuple[str, Any]]:
    found: list[tuple[str, Any]] = [(name, part[name]) for name in ("items", "anyOf") if name in part]
    definitions = part.get("$defs")
    return found + (list(definitions.items()) if isinstance(definitions, dict) else [])
