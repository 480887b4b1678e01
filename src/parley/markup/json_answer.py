"""An answer that is one JSON value, set out so that it can be read: whole, cut, or still arriving."""

from __future__ import annotations

import json
import re
from enum import Enum, auto
from typing import Final

from .blocks import Code
from .cleaning import clean, has_invisible

_MOST_SHOWN: Final = 2_000_000  # characters: what is nested deeply would be mostly margin
_DEEPEST: Final = 200
_MARGIN: Final = "  "
_NOT_ASCII: Final = re.compile(r"[^\x20-\x7e]")
_SPACE: Final = re.compile(r"[ \t\n\r]*")
_AROUND: Final = re.compile(r"\s*")
_WORD: Final = re.compile(r"[-+.0-9A-Za-z]+")  # a number, or a word such as null
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_NUMBER_BEGUN: Final = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:(?<=[0-9])[eE][+-]?[0-9]*)?)?")
_WORDS: Final = ("true", "false", "null", "NaN", "Infinity", "-Infinity")
# The inside of a string, up to where it ends or to an escape that has not arrived whole. The first half of a surrogate
# pair waits for what follows it.
_HALF_PAIR: Final = r"\\u[dD][89abAB][0-9a-fA-F]{2}"
_INSIDE: Final = re.compile(
    r'(?:[^"\\\x00-\x1f]+'
    r'|\\["\\/bfnrt]'
    r"|\\u(?![dD][89abAB])[0-9a-fA-F]{4}"
    rf"|{_HALF_PAIR}(?=[^\\]|\\[^u]|\\u[0-9a-fA-F]{{4}}))*"
)
_ESCAPE_BEGUN: Final = re.compile(rf"(?:{_HALF_PAIR})?(?:\\(?:u[0-9a-fA-F]{{0,3}})?)?")


def may_be_json(text: str, *, cut: bool) -> bool:
    """Whether `text` begins, and unless it was `cut` ends, as a JSON object or list does: else it is none."""
    stripped = text.strip()
    return stripped.startswith(("{", "[")) and (cut or stripped.endswith(("}", "]")))


class _Next(Enum):
    """What may come next."""

    START = auto()
    FIRST_ITEM = auto()  # or the end of the list
    ITEM = auto()
    FIRST_KEY = auto()  # or the end of the object
    KEY = auto()
    COLON = auto()
    VALUE = auto()
    MORE = auto()  # a comma, or the end of what is open
    NOTHING = auto()


class JsonReader:
    """Sets out JSON as it arrives. What is shown only ever grows, until it turns out to be no JSON."""

    def __init__(self) -> None:
        self.possible = True  # whether this is, so far, the beginning of a JSON object or list
        self._sure = False  # it does not begin as a reference may: [1] or [here]
        self._left = ""  # what has arrived and has no end yet
        self._shown: list[str] = []
        self._length = 0
        self._open: list[str] = []
        self._next = _Next.START
        self._in_string = self._in_key = False

    def feed(self, text: str) -> None:
        """Take what has arrived."""
        text, at = self._left + text, 0
        while self.possible:
            before = at
            at = self._read_string(text, at) if self._in_string else self._read_token(text, at)
            if at == before:
                break
        self._left = text[at:] if self.possible else ""

    def so_far(self) -> Code | None:
        """What is shown while more arrives: not half of an escape, which will be another character.

        None as well for the few characters in which a list may still be the beginning of prose.
        """
        return self._code("" if self._in_string else self._left) if self._sure else None

    def ended(self, *, cut: bool) -> Code | None:
        """What is shown when nothing more arrives. Unless it was `cut` it has to be whole."""
        return self._code(self._left) if cut or self._next is _Next.NOTHING else None

    def _code(self, last: str) -> Code | None:
        if not self.possible or self._next is _Next.START:
            return None
        self._shown = ["".join(self._shown)]
        return Code(self._shown[0] + last, "json")

    def _put(self, text: str) -> None:
        self._shown.append(text)
        self._length += len(text)
        if self._length > _MOST_SHOWN:
            self.possible = False

    def _put_line(self) -> None:
        self._put("\n" + _MARGIN * len(self._open))

    # Each reads from `at` on, and returns how far it came

    def _read_string(self, text: str, at: int) -> int:
        inside = _INSIDE.match(text, at)
        end = inside.end() if inside is not None else at
        self._put(_as_shown(text[at:end]))
        if text.startswith('"', end):
            self._put('"')
            self._in_string = False
            self._next = _Next.COLON if self._in_key else _Next.MORE
            return end + 1
        if _ESCAPE_BEGUN.fullmatch(text, end) is None:
            self.possible = False
        return end

    def _read_token(self, text: str, at: int) -> int:
        space = (_AROUND if self._next in (_Next.START, _Next.NOTHING) else _SPACE).match(text, at)
        at = space.end() if space is not None else at
        if at == len(text):
            return at
        match text[at]:
            case "{" | "[":
                self._begin(text[at])
            case "}" | "]":
                self._end(text[at])
            case '"':
                self._begin_string()
            case "," if self._next is _Next.MORE:
                self._put(",")
                self._sure = True
                self._next = _Next.KEY if self._open[-1] == "{" else _Next.ITEM
            case ":" if self._next is _Next.COLON:
                self._put(": ")
                self._next = _Next.VALUE
            case _:
                return self._read_word(text, at)
        return at + 1

    def _read_word(self, text: str, at: int) -> int:
        found = _WORD.match(text, at)
        if found is None or not self._begin_value():
            self.possible = False
        elif found.end() == len(text):  # it may go on
            self.possible = _is_begun(found[0])
        elif found[0] in _WORDS or _NUMBER.fullmatch(found[0]):
            self._put(found[0])
            self._next = _Next.MORE
            return found.end()
        else:
            self.possible = False
        return at

    def _begin(self, bracket: str) -> None:
        if self._next is not _Next.START and not self._begin_value():
            self.possible = False
            return
        self._put(bracket)
        self._open.append(bracket)
        self._sure = self._sure or bracket == "{"
        self._next = _Next.FIRST_KEY if bracket == "{" else _Next.FIRST_ITEM
        if len(self._open) > _DEEPEST:
            self.possible = False

    def _end(self, bracket: str) -> None:
        if not self._open or self._open[-1] != {"}": "{", "]": "["}[bracket]:
            self.possible = False
            return
        self._open.pop()
        if self._next is _Next.MORE:
            self._put_line()
        elif self._next not in (_Next.FIRST_KEY, _Next.FIRST_ITEM):
            self.possible = False
            return
        self._put(bracket)
        self._next = _Next.MORE if self._open else _Next.NOTHING

    def _begin_string(self) -> None:
        self._in_key = self._next in (_Next.FIRST_KEY, _Next.KEY)
        if self._in_key:
            self._put_line()
        elif not self._begin_value():
            self.possible = False
            return
        self._put('"')
        self._in_string = self._sure = True

    def _begin_value(self) -> bool:
        """Go to where a value stands. Whether one may."""
        if self._next in (_Next.FIRST_ITEM, _Next.ITEM):
            self._put_line()
            self._next = _Next.VALUE
        return self._next is _Next.VALUE


def _is_begun(word: str) -> bool:
    return _NUMBER_BEGUN.fullmatch(word) is not None or any(known.startswith(word) for known in _WORDS)


def _as_shown(inside: str) -> str:
    """The inside of a string, or a part of it; what nobody could see is written as an escape."""
    if "\\" in inside:
        inside = json.dumps(json.loads(f'"{inside}"'), ensure_ascii=False)[1:-1]
    return inside if inside.isprintable() and not has_invisible(inside) else _NOT_ASCII.sub(_visible, inside)


def _visible(character: re.Match[str]) -> str:
    found = character[0]
    hidden = has_invisible(found) or not clean(found) or found in "\u2028\u2029"
    return json.dumps(found)[1:-1] if hidden else found
