"""Closing what the last words of a text that is still arriving leave open: code, emphasis, a link.

It is done where markdown-it reads words, so what begins a block (a list mark, a heading, a row's cell) is never in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.rules_inline.state_inline import Delimiter

from .mending import GROWING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_CLOSE: Final = "parley: close"  # in `env` while the words are read that stand open
_LONGEST: Final = 20_000  # characters of a paragraph somebody reads: a longer one is left as it is, it would take long

_TICKS: Final = re.compile("`+")
_TICKS_OR_ESCAPE: Final = re.compile(r"\\[\s\S]|(`+)")
_LAST_TICKS: Final = re.compile(r"(?<!\\)`+\Z")
_OPEN_LINK: Final = re.compile(r"\[[^\[\]\n]+\]\([^()\s]*\Z")


def add_closing(md: MarkdownIt) -> None:
    """Teach `md` to close the end of a text whose `env` says that it is growing."""
    md.core.ruler.at("inline", _read_words)
    md.inline.ruler2.after("balance_pairs", "closing", _close_emphasis)


def _read_words(state: StateCore) -> None:
    last = _open_words(state)
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if token is last:
                token.content = completed(token.content)
                state.env[_CLOSE] = True
            state.md.inline.parse(token.content, state.md, state.env, token.children)
    state.env.pop(_CLOSE, None)


def _open_words(state: StateCore) -> Token | None:
    """The words that the next text may continue: the last ones, if their block has not ended."""
    if GROWING not in state.env:
        return None
    lines = state.src.count("\n")
    for at in range(len(state.tokens) - 1, 0, -1):
        token = state.tokens[at]
        if token.type == "inline" and token.content:
            goes_on = state.env[GROWING] or state.tokens[at - 1].type == "paragraph_open"
            is_last = token.map is not None and token.map[1] == lines
            return token if goes_on and is_last and len(token.content) <= _LONGEST else None
    return None


def completed(words: str) -> str:
    """`words` with an open code span or link closed."""
    code = _LAST_TICKS.sub("", words)
    if mark := _open_code(code):
        return code + mark
    return words + ")" if _OPEN_LINK.search(words) else words


def _open_code(words: str) -> str:
    """The mark of the code span that is open at the end of `words`."""
    at = 0
    while opening := _TICKS_OR_ESCAPE.search(words, at):
        at = opening.end()
        if mark := opening[1]:
            closing = next((hit for hit in _TICKS.finditer(words, at) if hit[0] == mark), None)
            if closing is None:
                return mark
            at = closing.end()
    return ""


def _close_emphasis(state: StateInline) -> None:
    """Give every mark that waits for its partner one behind the last word."""
    if not state.env.get(_CLOSE):
        return
    for opening in reversed(_waiting(state.delimiters)):
        sign = chr(opening.marker)
        state.push("text", "", 0).content = sign * 2 if sign == "~" else sign
        opening.end = len(state.delimiters)
        opening.close = False
        made = Delimiter(opening.marker, opening.length, len(state.tokens) - 1, end=-1, open=False, close=True)
        state.delimiters.append(made)


def _waiting(delimiters: list[Delimiter]) -> list[Delimiter]:
    """Those that could open something and have no partner; inside of a pair nothing closes them any more."""
    found = []
    inside = -1
    for at, each in enumerate(delimiters):
        if each.end >= 0:
            inside = max(inside, each.end)
        elif each.open and at > inside:
            found.append(each)
    return found
