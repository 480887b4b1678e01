"""Joins the two parts of an answer that was continued, so that they read as one.

The model is asked to begin with the last words of the old text (`continuation`), which shows where it goes on: within
a word, after a space, in the middle of a line of code or of a table. Many models begin a code block anew, write fewer
or more line ends than there were, repeat more than they were asked to, or nothing at all.
"""

from __future__ import annotations

import re

_TAIL = 600  # characters of the old text in which a repetition is looked for
_HELD = 160  # characters of the new text that are waited for before the place is decided
_SHORTEST_REPETITION = 8  # characters; fewer may well be meant ("ha ha") unless they are all that was asked for
_QUOTED = 60  # characters the model is asked to begin with, about
_FENCE = re.compile(r"[ \t]{0,3}(`{3,}|~{3,})[^\n`]*\n")
_FENCE_LINE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)")


def last_words(text: str) -> str:
    """The end of `text` that the model is asked to begin with: about 60 characters of its last line, from a word on."""
    line = text.rstrip().rpartition("\n")[2].lstrip()
    if len(line) <= _QUOTED:
        return line
    end = line[-_QUOTED:]
    space = end.find(" ")
    return end[space + 1 :] if 0 <= space < len(end) - _SHORTEST_REPETITION else end


class Seam:
    """Takes the new text as it arrives and gives what of it goes after the old.

    What comes first is held back until it is clear where the old text ends in it; how the new text is split into
    pieces makes no difference.
    """

    def __init__(self, old: str) -> None:
        self._old = old
        self._tail = old[-_TAIL:]
        self._held = ""
        self._open = bool(old)

    def feed(self, text: str) -> str:
        """What of the new text is now sure to be new."""
        if not self._open:
            return text
        self._held += text
        return self.finish() if self._is_decided() else ""

    def finish(self) -> str:
        """What was held back, as it goes on from the old text."""
        self._open = False
        held, self._held = self._held, ""
        return self._joined(held)

    def _is_decided(self) -> bool:
        """Whether no more of the new text could change where it begins."""
        held = self._held
        if len(held) < _HELD or self._body(held).rstrip() in self._tail:
            return False
        return bool(self._joined(held).strip())

    def _joined(self, new: str) -> str:
        body = self._body(new)
        ended = self._tail.rstrip()
        space = self._tail[len(ended) :]
        repeated = _repeated(ended, body, last_words(self._old))
        if repeated:
            return _without_space(body[repeated:], space, after_repetition=True)
        return _fitted(self._tail, _without_space(body, space) if space else body)

    def _body(self, new: str) -> str:
        """The new text without a code block's opening line, where the old text stands in that block already."""
        start = _FENCE.match(new.lstrip("\n"))
        if start is None or not _open_fence(self._old):
            return new
        return new.lstrip("\n")[start.end() :]


def _repeated(ended: str, new: str, asked: str) -> int:
    """How many characters of `new` say the end of the old text again; white space around them is not looked at."""
    start = len(new) - len(new.lstrip())
    body = new[start:]
    for length in range(min(len(body), len(ended)), 0, -1):
        if length < _SHORTEST_REPETITION and body[:length] != asked:
            continue
        if ended.endswith(body[:length]):
            return start + length
    return 0


def _without_space(new: str, space: str, *, after_repetition: bool = False) -> str:
    """`new` after a text that ends in `space`: what white space both of them have stands there once."""
    rest = new.lstrip()
    lead = new[: len(new) - len(rest)]
    if not space:
        return new
    if lead.startswith(space):
        return lead[len(space) :] + rest
    # An indentation belongs to its line, however many line ends came before it; a mere space between words does not.
    indents = "\n" in space and ("\n" in lead or not after_repetition)
    return lead.rpartition("\n")[2] + rest if indents else rest


def _fitted(old: str, new: str) -> str:
    """`new` where the model repeated nothing: sentences that would touch get a space, a last word said again goes."""
    if not old or not new or old[-1].isspace() or new[0].isspace():
        return new
    word = re.search(r"\w+$", old)
    if word is not None and len(word[0]) > 2 and new.startswith(word[0]) and new[len(word[0]) : len(word[0]) + 1]:
        return new[len(word[0]) :]
    apart = old[-1] in ".,;:!?" or (old[-1].islower() and old[-1].isascii())
    return f" {new}" if apart and new[0].isupper() and not _open_fence(old) else new


def _open_fence(text: str) -> bool:
    """Whether `text` ends inside a code block."""
    mark = ""
    for line in text.split("\n"):
        found = _FENCE_LINE.fullmatch(line)
        if found is None:
            continue
        if not mark:
            mark = found[1] if found[1][0] == "~" or "`" not in found[2] else ""
        elif found[1][0] == mark[0] and len(found[1]) >= len(mark) and not found[2].strip():
            mark = ""
    return bool(mark)
