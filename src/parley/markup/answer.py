"""Reading an answer, which is one JSON value or Markdown, stretch by stretch: it arrives so, or is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .json_answer import JsonReader, may_be_json
from .stream import Change, StreamParser, parse_in_steps

if TYPE_CHECKING:
    from collections.abc import Generator

    from .blocks import Block

FIRST_STEP: Final = 16_000  # characters of Markdown read at first: nearly all answers whole
STEP: Final = 6_000  # and then, between other work: 10 to 30 ms
JSON_STEP: Final = 32_000  # characters of JSON: about 10 ms


class AnswerReader:
    """It is read as JSON for as long as it can be that, and as Markdown from then on."""

    def __init__(self, text: str, *, maybe_json: bool) -> None:
        self.unread = text  # what has arrived and waits for its turn
        self._json = JsonReader() if maybe_json else None
        self._as_json: list[str] = []  # what was read as JSON
        self._markdown = StreamParser()
        self._is_begun = False  # reading it as Markdown

    def feed(self, text: str) -> None:
        """Take in more of the answer; at once, unless some of it still waits."""
        if self.unread:
            self.unread += text
        elif text:
            self._take(text)

    def take_stretch(self) -> None:
        """Read the next stretch of what waits."""
        step = JSON_STEP if self._json is not None else STEP if self._is_begun else FIRST_STEP
        part, self.unread = self.unread[:step], self.unread[step:]
        self._take(part)

    def read(self) -> Change:
        """What changed since the last time. The last blocks are shown as what they are about to become."""
        if self._json is None:
            return self._markdown.read()
        json = self._json.so_far()
        return Change(0, () if json is None else (json,))

    def finish(self, *, cut: bool) -> Change:
        """The same when all was read, and no more arrives: the answer is complete, or was `cut`."""
        json = None if self._json is None else self._json.ended(cut=cut)
        if json is not None:
            return Change(0, (json,))
        if self._json is not None:
            self._begin_again()
        return self._markdown.read() if self.unread else self._markdown.finish()

    def _take(self, text: str) -> None:
        if self._json is None:
            self._markdown.feed(text)
            self._is_begun = True
            return
        self._as_json.append(text)
        self._json.feed(text)
        if not self._json.possible:
            self._begin_again()

    def _begin_again(self) -> None:
        """It is no JSON: all of it waits to be read as Markdown."""
        self._json = None
        self.unread = "".join(self._as_json) + self.unread
        self._as_json.clear()
        self.take_stretch()


def read_answer(text: str, *, cut: bool) -> Generator[None, None, tuple[Block, ...]]:
    """All of an answer that arrives no more, or was `cut`, in steps; in between it yields."""
    if may_be_json(text, cut=cut):
        reader = JsonReader()
        for at in range(0, len(text), JSON_STEP):
            reader.feed(text[at : at + JSON_STEP])
            if not reader.possible:
                break
            yield
        json = reader.ended(cut=cut)
        if json is not None:
            return (json,)
    return (yield from parse_in_steps(text))
