"""How many tokens a picture or a PDF is, and how large a picture the service looks at.

Checked in November 2026 against OpenAI's guide "Images and vision"
(https://developers.openai.com/api/docs/guides/images-vision: "Model sizing behavior", "Patch-based image tokenization",
"Tile-based image tokenization") in its version with GPT-5.6, and "File inputs"
(https://developers.openai.com/api/docs/guides/file-inputs: of a PDF the text and a picture of each page are read).

Not to be checked there: the sizes of gpt-5-mini, gpt-5-nano, gpt-4.1-nano and o4-mini, which the guide no longer lists
(they stand as in its version of 2025: at most 1,536 patches); gpt-5.3 and gpt-6 and later, which it does not name (they
count as gpt-5.2 and gpt-5.6); how large the picture of a PDF's page is, and how much text it has (our guesses).

Only the standard library: the interface asks this while a message is written. What a service really counts can differ:
it is said as "about".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil, floor, sqrt

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.file_facts import image_size, pages_of

from .rules import base_name

# Pixels. Larger pictures are made smaller before they are sent: at high detail no model looks at a larger one. Newer
# ones would at "auto", for up to 30,000 patches; that is more than anyone expects to pay who chose nothing.
LARGEST_SIDE = 2048
_SMALL_SIDE = 512
_SHORT_SIDE = 768
_TILE = 512
_PATCH = 32
_UNKNOWN_SIZE = (1024, 1024)
_PAGE_SIZE = (1024, 1326)  # a page of letter or A4 paper as a picture
_WORDS_OF_A_PAGE = 650  # tokens of a page full of text
_BYTES_OF_A_PAGE = 60_000  # of a PDF that does not say how many pages it has
_MANY = 30_000  # patches; a picture with more is refused


@dataclass(frozen=True, slots=True)
class _Tiles:
    """A picture is so many tokens, and so many for each tile of 512 pixels."""

    base: int
    tile: int


@dataclass(frozen=True, slots=True)
class _Size:
    """A picture is made to fit a square of `side` pixels and to be covered by `most` patches."""

    side: int = LARGEST_SIDE
    most: int = 1536


@dataclass(frozen=True, slots=True)
class _Patches:
    """A picture is covered with patches of 32 pixels, of `each` tokens, after it was made to fit its detail."""

    each: float
    low: _Size = _Size()
    high: _Size = _Size()
    auto: _Size = _Size()

    def size(self, detail: Detail) -> _Size:
        return {Detail.LOW: self.low, Detail.HIGH: self.high, Detail.AUTO: self.auto}[detail]


_WIDE = _Size(most=6144)
_HIGH = _Size(most=2500)
_SMALL = _Size(_SMALL_SIDE)
_FAMILIES: tuple[tuple[str, _Tiles | _Patches], ...] = (
    (r"gpt-4o-mini.*", _Tiles(2833, 5667)),
    (r"gpt-4\.1-mini.*", _Patches(1.62, _WIDE, _WIDE, _WIDE)),
    (r"gpt-4\.1-nano.*", _Patches(2.46)),
    (r"o4-mini.*", _Patches(1.72)),
    (r"gpt-5-mini.*", _Patches(1.2)),
    (r"gpt-5-nano.*", _Patches(1.5)),
    (r"gpt-4.*|chatgpt-4o.*", _Tiles(85, 170)),
    (r"o\d.*", _Tiles(75, 150)),
    (r"gpt-5(-\d{4}.*|-chat.*|\.1.*)?", _Tiles(70, 140)),
    (r"gpt-5\.[23].*", _Patches(1.2, _WIDE, _WIDE, _WIDE)),
    (r"gpt-5\.4.*", _Patches(1.2, _WIDE, _HIGH, _HIGH)),  # yes: low can be more than high
    (r"gpt-5\.5.*", _Patches(1.2, _SMALL, _HIGH, _Size(6000, 10_000))),
    (r"(gpt|chat)-([5-9]|\d\d|latest).*", _Patches(1.2, _SMALL, _HIGH, _Size(65_535, _MANY))),
)
_COMPILED = tuple((re.compile(pattern), rule) for pattern, rule in _FAMILIES)

# Limits of the API for one request, from the same guides, in bytes before they become base64, a third longer: PDFs
# 50 MB together, all of the request 512 MB.
MOST_BYTES_OF_FILES = 50 * 2**20
MOST_BYTES = 380 * 2**20
MOST_IMAGES = 1500


def attachment_tokens(attachment: Attachment, model: str) -> int:
    """About how many tokens a picture or a PDF is for `model`. A text is counted as text (`tokens`)."""
    if attachment.kind is AttachmentKind.IMAGE:
        width, height = image_size(attachment.data) or _UNKNOWN_SIZE
        return image_tokens(model, width, height, attachment.detail)
    if attachment.kind is AttachmentKind.PDF:
        return pdf_tokens(model, pages_of(attachment), len(attachment.data))
    return 0


def image_tokens(model: str, width: int, height: int, detail: Detail = Detail.AUTO) -> int:
    """Tokens of a picture of `width` by `height` pixels. Where tiles are counted, "auto" counts as high."""
    rule = _rule(model)
    if isinstance(rule, _Patches):
        size = rule.size(detail)
        return ceil(_patches(*_fit(width, height, size.side), size.most) * rule.each)
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


def _fit(width: int, height: int, side: int) -> tuple[int, int]:
    """The size within a square of `side` pixels; smaller pictures stay as they are."""
    shrink = min(1.0, side / max(width, height, 1))
    return max(1, round(width * shrink)), max(1, round(height * shrink))


def _patches(width: int, height: int, most: int) -> int:
    """How many patches cover the picture, after it was made so small that no more than `most` do."""
    needed = ceil(width / _PATCH) * ceil(height / _PATCH)
    if needed <= most:
        return needed
    shrink = sqrt(most * _PATCH**2 / (width * height))
    wide, high = width * shrink / _PATCH, height * shrink / _PATCH
    shrink *= min(floor(wide) / wide if wide >= 1 else 1.0, floor(high) / high if high >= 1 else 1.0)
    wide, high = floor(width * shrink + 1e-9) or 1, floor(height * shrink + 1e-9) or 1
    return min(most, ceil(wide / _PATCH) * ceil(high / _PATCH))
