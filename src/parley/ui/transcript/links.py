"""What a link may do: which kinds open, which host it truly leads to, and when to ask first."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

from PySide6.QtCore import QUrl

from parley.markup.cleaning import reveal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from parley.markup.blocks import Span

ALLOWED_SCHEMES: Final = frozenset({"https", "http", "mailto"})
_END: Final = r"\s.,:;/?!#@|&\\()\[\]{}<>\"'`´“”„‘’‚«»‹›…·。、，"  # of a label
_LABEL: Final = f"[^{_END}]++"
# With a scheme before it anything is a host; without one only what looks like one. The path belongs to neither.
_NAMED_HOST: Final = re.compile(
    r"(?:https?://(?:[^\s/?#@]*@)?(?P<told>\[[^\s\]]*\]|[^\s/?#:@]+)"
    rf"|(?<![^{_END}])(?P<like>{_LABEL}(?:\.{_LABEL})+))"
    r"(?:\.?(?:[/?#]|:\d)\S*)?",
    re.IGNORECASE,
)
# What ends so is a file: no domain does. Endings that are domains as well (md, py, rs, sh) are taken for such.
_FILES: Final = re.compile(
    r"jsx?|tsx?|json|txt|html?|css|ya?ml|toml|xml|csv|pdf|png|jpe?g|gif|svg|[ch]pp|exe|dll|ini|cfg|log|conf|ipynb|lock",
    re.IGNORECASE,
)
_FOUR_NUMBERS: Final = re.compile(r"\d{1,3}(\.\d{1,3}){3}")


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
    url = _url(address)
    if url is None or url.scheme() not in ALLOWED_SCHEMES:
        return Link(address, "", Verdict.REFUSE)
    host = _named(url.path().rpartition("@")[2]) if url.scheme() == "mailto" else _host(url)
    if not host and url.scheme() != "mailto":
        return Link(address, "", Verdict.REFUSE)
    misleads = bool(url.userInfo()) or any(_bare(named) != _bare(host) for named in _hosts_in(text))
    return Link(address, host, Verdict.ASK if misleads else Verdict.OPEN)


def shown_host(address: str) -> str:
    """The true host of `address`, or the kind of address it is when it has none."""
    url = _url(address)
    if url is None:
        return ""
    return _host(url) or (f"{url.scheme()}:" if url.scheme() else "")


def linked_text(spans: Sequence[Span], clicked: Span) -> str:
    """What a reader sees as one link with `clicked`, which is one of `spans`: its neighbours to the same address too.

    Not all that leads there: what another link says must not speak for this one.
    """
    at = next(number for number, span in enumerate(spans) if span is clicked)
    before = takewhile(lambda span: span.link == clicked.link, reversed(spans[:at]))
    after = takewhile(lambda span: span.link == clicked.link, spans[at:])
    return "".join(span.text for span in (*reversed(list(before)), *after))


def _url(address: str) -> QUrl | None:
    """`address` as it is read when it is opened: what another reader makes of it does not matter."""
    if any(letter <= " " for letter in address):
        return None
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url if url.isValid() else None


def _host(url: QUrl) -> str:
    return url.host(QUrl.ComponentFormattingOption.FullyEncoded).rstrip(".")


def _bare(host: str) -> str:
    return host.removeprefix("www.")


def _hosts_in(text: str) -> Iterator[str]:
    """The hosts that `text` names, as far as somebody who reads it would take them for such."""
    for hit in _NAMED_HOST.finditer(_seen(text)):
        if hit["told"] or _looks_like_host(hit["like"]):
            yield _named(hit["told"] or hit["like"])


def _named(name: str) -> str:
    """The host that is called `name`."""
    return _host(QUrl(f"https://{name}/")) or name.lower()


def _looks_like_host(name: str) -> bool:
    """Whether `name` is no file, and no number of a version or a section."""
    last = name.rpartition(".")[2]
    is_word = len(last) > 1 and last[0].isalpha() and not _FILES.fullmatch(last)
    return is_word or _FOUR_NUMBERS.fullmatch(name) is not None


def _seen(text: str) -> str:
    """`text` without what nobody can see in it."""
    shown = "".join(seen for seen, meant in reveal(text) if seen == meant)
    return "".join(letter for letter in normalize("NFKC", shown) if category(letter) != "Cf")
