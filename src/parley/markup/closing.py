"""Closing what the last words of a text that is still arriving leave open: code, emphasis, a link, a picture.

It is done where markdown-it reads words, so what begins a block (a list mark, a heading, a row's cell) is never in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markdown_it.rules_inline import backtick
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from .mending import GROWING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.rules_inline import StateInline

_CLOSE: Final = "parley: close"  # in `env` while the words are read that stand open
_LONGEST: Final = 20_000  # characters of a paragraph somebody reads: a longer one is left as it is, it would take long

_MARK: Final = re.compile(r"[\n\\$`~*_\[<&]")  # what any rule for words begins with; "!" only does before a "["
_TICKS: Final = re.compile("`+")
_TICKS_OR_ESCAPE: Final = re.compile(r"\\[\s\S]|(`+)")
_MARKS: Final = ("*", "_", "~", "`", "![")  # they may open something
_OPEN_LINK: Final = re.compile(r"(?:\[[^\[\]\n]+|!\[)\]\([^()\s]*\Z")
_OPEN_PICTURE: Final = re.compile(r"(?<!\\)!\[([^\[\]\n]*)\]?\Z")


def add_closing(md: MarkdownIt) -> None:
    """Teach `md` to close the end of a text whose `env` says that it is growing."""
    md.core.ruler.at("inline", _read_words)
    md.inline.ruler.at("backticks", _code)
    md.inline.ruler2.after("balance_pairs", "closing", _close_emphasis)


def _read_words(state: StateCore) -> None:
    last = _open_words(state)
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if token is last:
                token.content = completed(token.content)
                state.env[_CLOSE] = True
            if _MARK.search(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            elif token.content:  # most cells and many paragraphs: one text, without asking every rule
                token.children.append(Token("text", "", 0, content=token.content))
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
    """`words` without the marks at their end that may open something, and with an open link closed."""
    code = _without_last(("`",), words) if words[-1:] == "`" else words
    if _has_open_code(code):
        return code
    if words[-1:] in "*_~`[\\" and (begun := _without_last(_MARKS, _without_half_escape(words))) != words:
        words = begun.rstrip()
    if _OPEN_LINK.search(words):
        return words + ")"
    return _OPEN_PICTURE.sub(r"\1", words)  # its description, until there is an address


def _without_last(marks: tuple[str, ...], words: str) -> str:
    """`words` without the `marks` that they end with. One that is escaped stays."""
    at = len(words)
    last = ""
    while mark := next((mark for mark in marks if words.endswith(mark, 0, at)), ""):
        at, last = at - len(mark), mark
    backslashes = at - len(words[:at].rstrip("\\"))
    return words[: at + len(last)] if backslashes % 2 else words[:at]


def _without_half_escape(words: str) -> str:
    """`words` without a backslash at their end of which the next letter decides whether it is a mark."""
    backslashes = len(words) - len(words.rstrip("\\"))
    return words[:-1] if backslashes % 2 else words


def _has_open_code(words: str) -> bool:
    at = 0
    while opening := _TICKS_OR_ESCAPE.search(words, at):
        at = opening.end()
        if mark := opening[1]:
            end = _end_of_code(words, at, mark)
            if end < 0:
                return True
            at = end
    return False


def _end_of_code(words: str, start: int, mark: str) -> int:
    return next((hit.end() for hit in _TICKS.finditer(words, start) if hit[0] == mark), -1)


def _code(state: StateInline, silent: bool) -> bool:
    """Code in a line, to the end of the words if its closing mark has not come yet."""
    opening = _TICKS.match(state.src, state.pos)
    goes_on = state.env.get(_CLOSE) and state.posMax == len(state.src)
    if opening is None or not goes_on or _end_of_code(state.src, opening.end(), opening[0]) > 0:
        return backtick(state, silent)
    if not silent:
        state.push("code_inline", "code", 0).content = state.src[opening.end() :].replace("\n", " ")
    state.pos = state.posMax
    return True


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
