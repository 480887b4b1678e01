"""A title for a conversation: from its own words, at no cost; or what is asked of a model for one, and what it says."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from parley.domain.chat_settings import MoreSettings
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.chat_settings import Mode
    from parley.domain.message import Message

LONGEST_TITLE = 60  # characters
_READ_AT_MOST = 4000  # characters of the text looked at; a pasted book needs no more

_FENCE = re.compile(r"^\s*(?:```|~~~).*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\([^)\n]*\)")
_LINE_MARK = re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+(?:\[[ xX]\]\s+)?|\d{1,3}[.)]\s+)+")
_STRONG = re.compile(r"(\*\*|__|~~|`+)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\w*])")
# Said to the model, never shown.
_WISH = (
    "Write a title for the conversation below: at most six words, in the language of the conversation, without "
    "quotation marks. Answer with the title alone."
)
_SHOWN_OF_EACH = 1500  # characters of a message that the model is shown
_QUOTES = "\"'`“”„‟«»‹›‘’「」『』*"
_LABEL = re.compile(r"^\s*(?:title|titel|titre|título|titolo)\s*[:：]\s*", re.IGNORECASE)
_JOINERS = "\u200c\u200d"  # part of words and emoji; every other format character goes


def title_from(text: str) -> str:
    """The first line of `text` that says something, without Markdown, at most 60 characters; else empty."""
    for line in _FENCE.sub("", text[:_READ_AT_MOST]).splitlines():
        plain = _plain(line)
        if any(character.isalnum() for character in plain):
            return _shorten(plain)
    return ""


def title_request(model: str, mode: Mode, exchange: Sequence[Message], room: int) -> CompletionRequest:
    """The request for a title of `exchange`, a question and its answer, in at most `room` tokens."""
    said = "\n\n".join(
        f"{'Person' if message.role is Role.USER else 'Assistant'}: {message.text[:_SHOWN_OF_EACH]}"
        for message in exchange
    )
    text = f"{_WISH}\n\n{said}\n\nTitle:"
    return CompletionRequest(
        model, (Prompt(Role.USER, text),), mode=mode, max_tokens=room, more=MoreSettings(reasoning_effort="low")
    )


def clean_title(text: str) -> str:
    """What a model said as a title: one line, without quotation marks, a label or a full stop; else empty."""
    line = title_from(_LABEL.sub("", text)).strip(_QUOTES + " ")
    return _LABEL.sub("", line).strip(_QUOTES + " ").removesuffix(".")


def _plain(line: str) -> str:
    line = _LINK.sub(r"\1", _LINE_MARK.sub("", line))
    line = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", line))
    shown = "".join(
        c for c in line if c in _JOINERS or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} or c == "\t"
    )
    return " ".join(shown.split()).strip(" :*#")


def _shorten(text: str) -> str:
    """Cut at a word's end where there is one in the second half, else between characters (Chinese, Thai)."""
    if len(text) <= LONGEST_TITLE:
        return text
    room = LONGEST_TITLE - 1
    space = text.rfind(" ", LONGEST_TITLE // 2, room + 1)
    cut = space if space > 0 else _character_boundary(text, room)
    return text[:cut].rstrip(" ,;:.-–—") + "…"


def _character_boundary(text: str, cut: int) -> int:
    """The nearest place at or before `cut` that does not tear a mark, a modifier or a joined emoji from its base."""
    while cut > LONGEST_TITLE // 2 and (_belongs_to_previous(text[cut]) or text[cut - 1] == "\u200d"):
        cut -= 1
    return cut


def _belongs_to_previous(character: str) -> bool:
    return (
        character in _JOINERS
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
