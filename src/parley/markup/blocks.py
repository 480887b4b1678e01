"""The block model: what a Markdown text consists of, as plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

Marks: TypeAlias = int  # of `Mark`, combined with |


class Mark:
    """How a span of text is meant. Not an IntFlag: its & and | take twenty times as long, and every span needs some."""

    PLAIN: Final = 0
    BOLD: Final = 1
    ITALIC: Final = 2
    STRIKE: Final = 4
    CODE: Final = 8
    MATH: Final = 16  # TeX source, without its delimiters
    DISPLAY: Final = 32  # with MATH: set on a line of its own
    NOTE: Final = 64  # the label of a footnote
    IMAGE: Final = 128  # the description of an image; `link` is its address


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one look. `link` is where it leads, as the model wrote it: never opened unchecked.

    A line break is a `\\n` in the text.
    """

    text: str
    marks: Marks = Mark.PLAIN
    link: str = ""


Spans: TypeAlias = tuple[Span, ...]


class Align(StrEnum):
    NONE = ""
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph:
    spans: Spans


@dataclass(frozen=True, slots=True)
class Heading:
    level: int  # 1 to 6
    spans: Spans


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """`checked` is None for an item without a box."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    """`start` is the first number of an ordered list, None for bullets. `tight`: no blank lines between items."""

    items: tuple[ListItem, ...]
    start: int | None = None
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    aligns: tuple[Align, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """`language` is what the fence says after its marks, in full. `open`: the closing fence has not come (yet)."""

    text: str
    language: str = ""
    open: bool = False


@dataclass(frozen=True, slots=True)
class Math:
    """A formula on a line of its own, as TeX source without its delimiters. `open`: its end has not come yet."""

    source: str
    open: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    pass


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, where the text defines it. Also a link definition, which then has no blocks of its own."""

    label: str
    blocks: tuple[Block, ...]


Block: TypeAlias = Paragraph | Heading | Quote | ListBlock | Table | Code | Math | Rule | Note
