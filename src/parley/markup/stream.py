"""Reading a text while it arrives: finished blocks are parsed once, only the open end is parsed again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from .blocks import Block, Code
from .cleaning import clean
from .open_end import STEP, OpenEnd, may_define
from .parser import parse, parse_lines
from .rough import LARGE
from .seams import ends_itself, ends_with_blank

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

AT_ONCE: Final = 8_000  # characters of Markdown: under 10 ms
_PATIENCE: Final = 2  # times so many without a blank line; what no blank line ends is read again each time
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*+\n)++")
_FENCE: Final = re.compile(r"(`{3,}+)([^`\n]*+)\n|(~{3,}+)([^\n]*+)\n")


@dataclass(frozen=True, slots=True)
class Change:
    """From block number `first` on, the text now consists of `blocks`."""

    first: int
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Segment:
    """A finished stretch of the source and the blocks it gave."""

    source: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Fence:
    """A code block that is still open: its text grows without being parsed."""

    language: str
    body: str
    closing: re.Pattern[str]


class StreamParser:
    """Feed it text, then `read` what changed. After `finish` the blocks are those of `parse(whole text)`."""

    def __init__(self, step: int = STEP, large: int = LARGE) -> None:
        """`step`: how many characters of a long block are read again each time, where it can be cut.

        `large`: how many make a quote or paragraph that cannot be cut one that is not read again each time.
        """
        self._open_end = OpenEnd(step, large)
        self._segments: list[_Segment] = []
        self._count = 0  # blocks in the segments
        self._told = 0  # blocks that `read` has handed out as finished
        self._tail = ""
        self._fence: _Fence | None = None
        self._after_return = False
        self._references: dict[str, Any] = {}
        self._notes: dict[str, int] = {}

    def feed(self, text: str) -> None:
        """Take in more text. Cheap: parsing waits for `read`."""
        if not text:
            return
        fresh = text[1:] if self._after_return and text.startswith("\n") else text
        self._after_return = text.endswith("\r")
        text = clean(fresh)
        if self._fence is None:
            self._tail += text
        else:
            self._grow_fence(self._fence, text)

    def read(self) -> Change:
        """What changed since the last time. The last blocks are shown as what they are about to become."""
        open_blocks = self._settle_finished()
        return self._change(open_blocks)

    def finish(self) -> Change:
        """The text is complete: read its end as it stands."""
        self._settle_finished()
        if self._fence is not None:
            body, line_break, last = self._fence.body.rpartition("\n")
            closed = self._fence.closing.fullmatch(last) is not None
            text = (body + line_break if closed else self._fence.body).removesuffix("\n")
            self._add(self._tail, (Code(text, self._fence.language, open=not closed),))
        elif self._tail:
            lines = self._open_end.read(self._tail, self._env, complete=True)
            self._take(len(self._tail), tuple(block for _line, block in lines))
        self._tail = ""
        self._fence = None
        return self._change(())

    def _change(self, open_blocks: Iterable[Block]) -> Change:
        first = min(self._told, self._count)
        fresh: list[Block] = []
        at = self._count
        for segment in reversed(self._segments):
            if at <= first:
                break
            at -= len(segment.blocks)
            fresh[:0] = segment.blocks
        self._told = self._count
        return Change(min(first, at) if fresh else first, (*fresh, *open_blocks))

    def _settle_finished(self) -> tuple[Block, ...]:
        """Move what can no longer change out of the tail; return the blocks of what is left."""
        while self._fence is None and self._tail:
            if self._tail[0] in "\n \t" and (blank := _BLANK_LINES.match(self._tail)):
                self._take(blank.end(), ())
                continue
            lines = self._open_end.read(self._tail, self._env)
            safe, offset = self._finished(lines)
            if safe:
                self._take(offset, tuple(block for _line, block in lines[:safe]))
            if not self._open_fence():
                return tuple(block for _line, block in lines[safe:])
        return self._fence_block()

    def _env(self) -> dict[str, Any]:
        return {"references": dict(self._references), "footnotes": {"refs": dict(self._notes)}}

    def _finished(self, lines: list[tuple[int, Block]]) -> tuple[int, int]:
        """How many of the blocks at the front no further text can change, and where what follows them begins.

        A block is finished when a blank line follows it that ends every block of its kind; when the next one begins
        after a blank line, on a line that is complete or begins with a letter (and so cannot become the mark of
        something else); when it is one that ends with its own line or mark; or when a fence follows.
        """
        source = self._tail.split("\n")
        complete = len(source) - 1  # lines that have their line feed
        if lines and lines[-1][0] < complete and _is_blank(source[complete - 1]) and ends_with_blank(lines[-1][1]):
            return len(lines), len(self._tail) - len(source[complete])
        for index in range(len(lines) - 1, 0, -1):
            if self._is_finished(source, lines[index - 1][1], *lines[index]):
                return index, _line_offset(self._tail, lines[index][0])
        return 0, 0

    @staticmethod
    def _is_finished(source: list[str], block: Block, line: int, following: Block) -> bool:
        """Whether no text can change `block`; on the line number `line` of the `source` begins the `following` one."""
        is_complete = line < len(source) - 1
        if _is_blank(source[line - 1]) and (is_complete or source[line][:1].isalpha() or ends_with_blank(block)):
            return True
        opens_fence = isinstance(following, Code) and _FENCE.match(source[line] + "\n") is not None
        return is_complete and (ends_itself(block) or opens_fence)

    def _take(self, offset: int, blocks: tuple[Block, ...]) -> None:
        source, self._tail = self._tail[:offset], self._tail[offset:]
        self._open_end.forget()
        if may_define(source):
            self._add_source(source)
        else:
            self._add(source, blocks)

    def _add(self, source: str, blocks: tuple[Block, ...]) -> None:
        self._segments.append(_Segment(source, blocks))
        self._count += len(blocks)

    def _add_source(self, source: str) -> None:
        """Parse `source` for good, and earlier stretches again that use what it defines."""
        env = self._env()
        self._add(source, tuple(block for _line, block in parse_lines(source, env)))
        found = {*env["references"], *(name[1:] for name in env["footnotes"]["refs"])}
        new = found - {*self._references, *(name[1:] for name in self._notes)}
        self._references = env["references"]
        self._notes = dict.fromkeys(env["footnotes"]["refs"], -1)
        if new:
            self._reread(new)

    def _reread(self, labels: set[str]) -> None:
        words = [label.split()[0].lower().upper() for label in labels if label.split()]
        at = 0
        for segment in self._segments[:-1]:
            folded = segment.source.lower().upper() if "[" in segment.source else ""
            if any(word in folded for word in words):
                blocks = tuple(block for _line, block in parse_lines(segment.source, self._env()))
                if blocks != segment.blocks:
                    self._told = min(self._told, at)
                    self._count += len(blocks) - len(segment.blocks)
                    segment.blocks = blocks
            at += len(segment.blocks)

    def _open_fence(self) -> bool:
        """Whether the tail is now an open code block, or more tail follows a closed one."""
        hit = _FENCE.match(self._tail)
        if hit is None:
            return False
        mark = hit[1] or hit[3]
        closing = re.compile(rf" {{0,3}}{mark[0]}{{{len(mark)},}}[ \t]*")
        body = self._tail[hit.end() :]
        self._tail = self._tail[: hit.end()]
        self._open_end.forget()
        self._fence = _Fence(_language(hit[2] or hit[4] or ""), "", closing)
        self._grow_fence(self._fence, body)
        return True

    def _grow_fence(self, fence: _Fence, text: str) -> None:
        at = fence.body.rfind("\n") + 1
        fence.body += text
        while (end := fence.body.find("\n", at)) >= 0:
            if fence.closing.fullmatch(fence.body, at, end):
                source = self._tail + fence.body[: end + 1]
                self._tail = fence.body[end + 1 :]
                self._fence = None
                self._add(source, (Code(fence.body[:at].removesuffix("\n"), fence.language),))
                return
            at = end + 1

    def _fence_block(self) -> tuple[Block, ...]:
        if self._fence is None:
            return ()
        head, line_break, last = self._fence.body.rpartition("\n")
        mark = self._tail[0]
        body = head + line_break if last and not last.strip(mark + " ") else self._fence.body
        return (Code(body.removesuffix("\n"), self._fence.language, open=True),)


def parse_in_steps(text: str, step: int = AT_ONCE) -> Generator[None, None, tuple[Block, ...]]:
    """`parse(text)`, of which about so many characters are read at once; in between it yields."""
    if len(text) <= step:
        return parse(text)
    parser = StreamParser()
    blocks: list[Block] = []
    at = 0
    while at < len(text):
        blank = text.find("\n\n", at + step, at + _PATIENCE * step)
        end = blank + 2 if blank >= 0 else at + _PATIENCE * step
        parser.feed(text[at:end])
        at = end
        change = parser.read()
        blocks[change.first :] = change.blocks
        yield
    change = parser.finish()
    blocks[change.first :] = change.blocks
    return tuple(blocks)


def _is_blank(line: str) -> bool:
    return not line.strip(" \t")


def _line_offset(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.index("\n", at) + 1
    return at


def _language(info: str) -> str:
    from .reading import fence_language  # not before the first paint

    return fence_language(info)
