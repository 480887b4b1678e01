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
