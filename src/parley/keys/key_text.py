"""What people paste when they are asked for a key, and the key in it."""

from __future__ import annotations

import re

from parley.domain.errors import AppError, Cause

LONGEST_KEY = 4096  # characters; some gateways use signed tokens of one or two thousand
_SHOWN_FROM = 12  # characters; the last four of a shorter key would be too much of it

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))  # zero-width characters and soft hyphens
_AROUND = " \t\"'`“”„‘’«»,;"
_LEAD = re.compile(
    r"^(?:(?:export\s+)?[A-Z][A-Z0-9_]*_?KEY\s*=|[\"']?authorization[\"']?\s*:|bearer(?:\s|$))\s*", re.IGNORECASE
)
_KEY = re.compile(r"[!-~]+")  # printable ASCII without the space: anything else no HTTP library lets into a header
_NEVER = re.compile(r"[\"'`<>\\]|://|\.\.\.|\*\*\*")  # a placeholder, an address, a key that was shown shortened


def clean_key(text: str) -> str:
    """The key in `text`, without the white space, line breaks, quotes and "Bearer" that came along.

    Raises AppError BAD_KEY_TEXT when what is left cannot be a key. Its shape is hardly judged: other services' keys
    look different from OpenAI's.
    """
    key = "".join(line.strip() for line in text.translate(_INVISIBLE).splitlines()).strip()
    before = None
    while key != before:
        before = key
        key = _LEAD.sub("", key.strip(_AROUND + "\u00a0"))
    if not _KEY.fullmatch(key) or _NEVER.search(key) or len(key) > LONGEST_KEY:
        raise AppError(Cause.BAD_KEY_TEXT)
    return key


def last_four(key: str) -> str:
    """The end of `key` by which the person knows it again; empty for a key too short to show any of it."""
    return key[-4:] if len(key) >= _SHOWN_FROM else ""
