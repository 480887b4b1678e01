"""JSON files of any size, read value by value, so that neither memory nor another thread waits for the whole."""

from __future__ import annotations

import codecs
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    class Bytes(Protocol):
        """What can be read from."""

        def read(self, size: int, /) -> bytes: ...


CHUNK = 2**20  # bytes read at a time
LONGEST = 256 * 2**20  # characters of one value; attachments stand in it as base64
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = "0123456789.eE+-"  # "" is in it as well
_NEAR_END = 16  # characters: no name, number or escape that was cut off is longer


class NotJSONError(Exception):
    """The file is not JSON, or not to its end; says where."""


def read_values(stream: Bytes, *, chunk: int = CHUNK, longest: int = LONGEST) -> Iterator[object]:
    """The elements of the array in `stream`, or its one value. Raises NotJSONError where it stops being JSON."""
    text = _Text(stream, chunk, longest)
    if text.peek() != "[":
        yield text.value()
    else:
        yield from _elements(text)
    if text.peek():
        raise NotJSONError("something follows the end")


def _elements(text: _Text) -> Iterator[object]:
    text.skip()
    if text.peek() == "]":
        text.skip()
        return
    while True:
        yield text.value()
        mark = text.peek()
        text.skip()
        if mark == "]":
            return
        if mark != ",":
            raise NotJSONError("the list has no end" if not mark else f"{mark!r} between two values")


_DECODER = json.JSONDecoder(strict=False, parse_constant=lambda _nan: None)  # neither NaN nor Infinity is a value


class _Text:
    """What was read and not yet used."""

    def __init__(self, stream: Bytes, chunk: int, longest: int) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._chunk = chunk
        self._longest = longest
        self._text = ""
        self._at = 0
        self._ended = False

    def peek(self) -> str:
        """The next character that is no space; "" at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if self._ended:
                return ""
            self._grow()

    def skip(self) -> None:
        self._at += 1

    def value(self) -> object:
        """The value that begins here. What is too little text for it is read on, twice as much each time."""
        if not self.peek():
            raise NotJSONError("it ends too early")
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except json.JSONDecodeError as error:
                if self._ended or not self._may_be_cut(error):
                    raise NotJSONError(str(error)) from None
            except (ValueError, RecursionError) as error:  # a number without end; nested too deeply
                raise NotJSONError(str(error)) from None
            else:
                if self._ended or self._text[end : end + 1] not in _NUMBER:  # else it may go on
                    self._at = end
                    return value
            if len(self._text) - self._at > self._longest:
                raise NotJSONError(f"one value has more than {self._longest} characters")
            self._grow()

    def _may_be_cut(self, error: json.JSONDecodeError) -> bool:
        return error.msg.startswith("Unterminated string") or error.pos >= len(self._text) - _NEAR_END

    def _grow(self) -> None:
        rest = self._text[self._at :]
        data = self._stream.read(max(self._chunk, len(rest)))
        self._ended = not data
        try:
            self._text = rest + self._decoder.decode(data, self._ended)
        except UnicodeDecodeError as error:
            raise NotJSONError(f"not UTF-8: {error.reason}") from None
        self._at = 0
