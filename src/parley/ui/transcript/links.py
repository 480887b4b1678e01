"""What a link may do: which kinds open, which host it truly leads to, and when to ask first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from urllib.parse import SplitResult, urlsplit

ALLOWED_SCHEMES: Final = frozenset({"https", "http", "mailto"})
_NAMED_HOST: Final = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[\w-]{2,})(?:[:/?#].*)?", re.IGNORECASE)


class Verdict(Enum):
    OPEN = auto()
    ASK = auto()  # the text names another host than the one the link leads to
    REFUSE = auto()


@dataclass(frozen=True, slots=True)
class Link:
    """`address` is what to open, `host` where it truly leads, in punycode."""

    address: str
    host: str
    verdict: Verdict


def examine(address: str, text: str = "") -> Link:
    """Judge the link `address` that is shown as `text`."""
    parts = _split(address)
    if parts is None or parts.scheme.lower() not in ALLOWED_SCHEMES:
        return Link(address, "", Verdict.REFUSE)
    if parts.scheme.lower() == "mailto":
        return Link(address, parts.path.rpartition("@")[2], Verdict.OPEN)
    host = _ascii_host(parts)
    if not host or parts.username is not None:
        return Link(address, host, Verdict.ASK if host else Verdict.REFUSE)
    named = _host_in(text)
    asks = bool(named) and named.removeprefix("www.") != host.removeprefix("www.")
    return Link(address, host, Verdict.ASK if asks else Verdict.OPEN)


def shown_host(address: str) -> str:
    """The true host of `address`, or the kind of address it is when it has none."""
    parts = _split(address)
    if parts is None:
        return ""
    return _ascii_host(parts) or (f"{parts.scheme}:" if parts.scheme else "")


def _split(address: str) -> SplitResult | None:
    if any(letter <= " " for letter in address):
        return None
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _ascii_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return ""


def _host_in(text: str) -> str:
    """The host that `text` itself names, if it reads like an address."""
    hit = _NAMED_HOST.fullmatch(text.strip())
    if hit is None:
        return ""
    name = hit[1].lower()
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        return name
