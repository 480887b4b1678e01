"""Colours for code, line by line, so that code which is still arriving is coloured once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from parley.ui.syntax import colour_of, lexer_for
from parley.ui.transcript.documents import utf16

if TYPE_CHECKING:
    from collections.abc import Iterator

# Colour of a stretch of a line: (start, length, name of a colour in theme.syntax), counted as Qt counts.
Coloured = tuple[int, int, str]

_MAX_LENGTH: Final = 400_000  # characters: beyond this code stays in one colour
_MAX_LINE: Final = 4_000  # a lexer's regular expressions can be slow on very long lines
_RESTART_AFTER: Final = 500
_ANY_OUTER_LINE: Final = 3_000  # without a blank line for so long, a line that is not indented is as good
_ANY_LINE: Final = 8_000  # and then any line outside of a coloured token


class Highlighter:
    """Colours one code block. Lines once coloured keep their colours unless a restart is needed."""

    def __init__(self, language: str) -> None:
        self._lexer = lexer_for(language)
        self._start = 0  # where lexing begins anew: after a blank line outside of any token, or nearly
        self._line = 0
        self._length = 0
        self._known: list[list[Coloured]] = []  # the colours of `_known_from` and what follows
        self._known_from = 0

    def colour(self, text: str, grown: int = 0) -> tuple[int, list[list[Coloured]]]:
        """The colours of `text` from the first line on that has others than the last time: (that line, its colours
        and those of the lines after it). From line `grown` on, where text has come, they are always given.
        """
        growing = self._length > 0
        first, lines = self._lines(text)
        known = self._known[first - self._known_from :] if first >= self._known_from else []
        self._known, self._known_from = (lines if growing else []), first  # most code is never coloured again
        if not lines:
            return grown, lines
        same = 0
        while same < len(known) and same < len(lines) and first + same < grown and lines[same] == known[same]:
            same += 1
        return first + same, lines[same:]

    def _lines(self, text: str) -> tuple[int, list[list[Coloured]]]:
        """The colours of all lines that more text may have changed."""
        if self._lexer is None or len(text) > _MAX_LENGTH:
            return 0, []
        if len(text) < self._length:
            self._start = self._line = 0
        self._length = len(text)
        first = self._line
        rest = text[self._start :]
        if max(map(len, rest.split("\n"))) > _MAX_LINE:
            return first, []
        lines: list[list[Coloured]] = [[]]
        restart = (0, 0)
        at = column = 0
        for colour, value in self._tokens(rest):
            parts = value.split("\n")
            for part in parts[:-1]:
                _note(lines[-1], column, part, colour)
                lines.append([])
                column = 0
            here = at + len(value) - len(parts[-1])
            after_blank = len(parts) > 2 and not value.strip()
            if after_blank or (len(parts) > 1 and not colour and _far(here - restart[0], rest[here : here + 1])):
                restart = (here, len(lines) - 1)
            column += _note(lines[-1], column, parts[-1], colour)
            at += len(value)
        if restart[0] > _RESTART_AFTER:
            self._start += restart[0]
            self._line += restart[1]
        return first, lines

    def _tokens(self, text: str) -> Iterator[tuple[str, str]]:
        """Runs of one colour; white space around line ends is joined to one run."""
        from pygments.token import Error  # not before the first paint

        assert self._lexer is not None  # noqa: S101 - `colour` has seen to it
        waiting_colour, waiting = "", ""
        for _at, kind, value in self._lexer.get_tokens_unprocessed(text):
            colour = "string" if kind is Error and value.startswith('"') else colour_of(kind)  # it has no end yet
            if colour == waiting_colour or not value.strip():
                blank = not value.strip() and waiting.strip() != ""
                if not blank:
                    waiting += value
                    waiting_colour = waiting_colour if value.strip() == "" and waiting.strip() else colour
                    continue
            if waiting:
                yield waiting_colour, waiting
            waiting_colour, waiting = colour, value
        if waiting:
            yield waiting_colour, waiting


def _far(behind: int, first: str) -> bool:
    """Whether to give up waiting for a blank line, at a line that begins with `first`."""
    return behind > (_ANY_LINE if first.isspace() else _ANY_OUTER_LINE)


def _note(line: list[Coloured], column: int, text: str, colour: str) -> int:
    length = utf16(text)
    if colour and length:
        line.append((column, length, colour))
    return length
