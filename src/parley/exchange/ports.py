"""What an export needs from the outside. `app` fills it in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _as_it_is(text: str) -> str:
    return text


def _no_printer(html: str, title: str) -> bytes:
    del html
    raise NotImplementedError(f"no printer was given to print {title!r}")


@dataclass(frozen=True, slots=True)
class Outside:
    """`translate` knows the context "Export"; `print_html` makes (html, title) a PDF; `keys` are taken out of texts."""

    translate: Callable[[str], str] = _as_it_is
    print_html: Callable[[str, str], bytes] = _no_printer
    keys: tuple[str, ...] = field(default=(), repr=False)
