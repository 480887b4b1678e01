"""How many tokens a picture or a PDF is, and how large a picture the service looks at.

From OpenAI's guide "Images and vision" (Calculating costs) and "File inputs", as of 2026. Only the standard library:
the interface asks this while a message is written. What a service really counts can differ: it is said as "about".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor, sqrt

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.file_facts import image_size, pages_of

from .rules import base_name

LARGEST_SIDE = 2048  # pixels: no model looks at a larger picture at high detail
LOW_SIDE = 512  # pixels: what is looked at with low detail
_SHORT_SIDE = 768
_TILE = 512
_PATCH = 32
_UNKNOWN_SIZE = (1024, 1024)
_PAGE_SIZE = (1024, 1326)  # a page of letter or A4 paper as a picture
_WORDS_OF_A_PAGE = 650  # tokens of a page full of text
_BYTES_OF_A_PAGE = 60_000  # of a PDF that does not say how many pages it has

# Limits of the API, from the same guides: all files of one request together, in bytes before they become base64.
MOST_BYTES = 50 * 2**20
MOST_IMAGES = 500


@dataclass(frozen=True, slots=True)
class _Tiles:
    """A picture is so many tokens, and so many for each tile of 512 pixels."""

    base: int
    tile: int


@dataclass(frozen=True, slots=True)
class _Patches:
    """A picture is covered with patches of 32 pixels, at most `most`, of `each` tokens."""

    each: float
    most: int = 1536


_FAMILIES: tuple[tuple[str, _Tiles | _Patches], ...] = (
    (r"gpt-4o-mini.*", _Tiles(2833, 5667)),
    (r"gpt-4\.1-mini.*|gpt-5(\.\d+)?-mini.*", _Patches(1.62)),
    (r"gpt-4\.1-nano.*|gpt-5(\.\d+)?-nano.*", _Patches(2.46)),
    (r"o4-mini.*", _Patches(1.72)),
    (r"gpt-4.*|chatgpt-4o.*", _Tiles(85, 170)),
    (r"o\d.*", _Tiles(75, 150)),
    (r"gpt-5(-\d{4}.*|-chat.*|\.1.*)?", _Tiles(70, 140)),
    (r"gpt-5\.[23].*", _Patches(1.0)),
    (r"gpt-([5-9]|\d\d).*", _Patches(1.0, 2500)),
)
_COMPILED = tuple((re.compile(pattern), rule) for pattern, rule in _FAMILIES)


def attachment_tokens(attachment: Attachment, model: str) -> int:
    """About how many tokens a picture or a PDF is for `model`. A text is counted as text (`tokens`)."""
    if attachment.kind is AttachmentKind.IMAGE:
        width, height = image_size(attachment.data) or _UNKNOWN_SIZE
        return image_tokens(model, width, height, attachment.detail)
    if attachment.kind is AttachmentKind.PDF:
        return pdf_tokens(model, pages_of(attachment), len(attachment.data))
    return 0


def image_tokens(model: str, width: int, height: int, detail: Detail = Detail.AUTO) -> int:
    """Tokens of a picture of `width` by `height` pixels. "Auto" is counted as high, which it is for all but icons."""
    rule = _rule(model)
    if isinstance(rule, _Patches):
        side = LOW_SIDE if detail is Detail.LOW else LARGEST_SIDE
        return ceil(_patches(*_fit(width, height, side), rule.most) * rule.each)
    if detail is Detail.LOW:
        return rule.base
    wide, high = _fit(width, height, LARGEST_SIDE)
    shrink = min(1.0, _SHORT_SIDE / max(1.0, min(wide, high)))
    tiles = ceil(wide * shrink / _TILE) * ceil(high * shrink / _TILE)
    return rule.base + max(1, tiles) * rule.tile


def pdf_tokens(model: str, pages: int | None, size: int) -> int:
    """A PDF goes to the model twice: as its text, and as a picture of each page. `size` in bytes."""
    known = pages or ceil(size / _BYTES_OF_A_PAGE)
    return known * (_WORDS_OF_A_PAGE + image_tokens(model, *_PAGE_SIZE))


def _rule(model: str) -> _Tiles | _Patches:
    name = base_name(model)
    return next((rule for pattern, rule in _COMPILED if pattern.fullmatch(name)), _Tiles(85, 170))


def _fit(width: int, height: int, side: int) -> tuple[float, float]:
    """The size within a square of `side` pixels; smaller pictures stay as they are."""
    shrink = min(1.0, side / max(width, height, 1))
    return width * shrink, height * shrink


def _patches(width: float, height: float, most: int) -> int:
    """How many patches cover the picture, after it was made so small that no more than `most` do."""
    needed = ceil(width / _PATCH) * ceil(height / _PATCH)
    if needed <= most:
        return max(1, needed)
    shrink = sqrt(most * _PATCH**2 / (width * height))
    wide, high = width * shrink / _PATCH, height * shrink / _PATCH
    shrink *= min(floor(wide) / wide if wide >= 1 else 1.0, floor(high) / high if high >= 1 else 1.0)
    return max(1, min(most, ceil(width * shrink / _PATCH - 1e-9) * ceil(height * shrink / _PATCH - 1e-9)))
