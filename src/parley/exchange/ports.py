"""What an export needs from the outside. `app` fills it in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from parley.domain.errors import Failure


def _as_it_is(text: str) -> str:
    return text


def _no_words(failure: Failure) -> str:
    del failure
    return ""


def _no_printer(html: str, title: str) -> bytes:
    del html
    raise RuntimeError(f"no printer was given to print {title!r}")  # a bug of ours: `app` gives one


@dataclass(frozen=True, slots=True)
class Outside:
    """What the program lends an export.

    `translate` knows the context "Export"; `say_failure` says what happened in the words of the window; `print_html`
    makes (html, title) a PDF; what `find_keys` returns is taken out of every text; `money` makes words of a sum in
    micro-dollars. All are called on the export's thread.
    """

    translate: Callable[[str], str] = _as_it_is
    say_failure: Callable[[Failure], str] = _no_words
    print_html: Callable[[str, str], bytes] = _no_printer
    find_keys: Callable[[], Sequence[str]] = tuple
    money: Callable[[int], str] = str
