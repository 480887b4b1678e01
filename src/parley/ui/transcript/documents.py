"""Spans as small text documents, and what each place in them stands for in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextDocument,
    QTextOption,
)

from parley.markup.blocks import Mark, Marks, Span
from parley.markup.cleaning import has_invisible, reveal, revealed
from parley.ui import theme as look

from .formula import PLACEHOLDER, Formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from parley.markup.blocks import Spans
    from parley.ui.theme import Theme

_HEADING_SIZES = {1: 1.5, 2: 1.3, 3: 1.15}
_LINE = "\u2028"  # a line break inside one block of a document
_QUIET_MARKS = Mark.CODE | Mark.NOTE
# They turn round what comes after them, so that code and links in the same paragraph read as something else.
_TURNING = re.compile("([\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069])")


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """How a run of text is set. `role` is "body", "quiet" or "danger". One object for each look: caches go by it."""

    theme: Theme
    size: int
    bold: bool = False
    role: str = "body"
    line_height: float = look.LINE_HEIGHT


@lru_cache(maxsize=8)
def body_style(theme: Theme) -> Style:
    return Style(theme, theme.body_size)


@lru_cache(maxsize=32)
def heading_style(theme: Theme, level: int) -> Style:
    return Style(theme, round(theme.body_size * _HEADING_SIZES.get(level, 1.0)), bold=True, line_height=1.3)


@lru_cache(maxsize=8)
def source_style(theme: Theme) -> Style:
    """For a formula on a line of its own that is not set yet."""
    return Style(theme, theme.body_size, role="quiet")


@lru_cache(maxsize=16)
def table_style(theme: Theme, *, bold: bool) -> Style:
    return Style(theme, theme.body_size - 1, bold=bold, line_height=1.4)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document. `whole`: the shown text stands for `span.text` and is copied only in one piece."""

    start: int
    end: int
    span: Span
    whole: bool = False
    formula: Formula | None = None


def utf16(text: str) -> int:
    """The length of `text` as Qt counts it."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def slice_utf16(text: str, start: int, end: int) -> str:
    """`text[start:end]` by Qt's count."""
    if text.isascii():
        return text[start:end]
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "ignore")


@lru_cache(maxsize=256)
def char_format(style: Style, marks: Marks, linked: bool, joined: bool = False) -> QTextCharFormat:
    """The look of text with `marks`. Shared: never change what this returns. `joined`: see `theme.is_joined`."""
    theme = style.theme
    font = QFont(look.TEXT_FAMILY)
    font.setPixelSize(style.size)
    made = QTextCharFormat()
    colour = {"quiet": theme.quiet, "danger": theme.danger}.get(style.role, theme.text)
    if marks & (Mark.CODE | Mark.MATH):
        font = QFont(look.MONO_FAMILY)
        font.setPixelSize(max(10, round(style.size * theme.code_size / theme.body_size)))
        if marks & Mark.CODE:  # a formula, until it is set, looks like no code
            made.setBackground(QColor(theme.code))
    if marks & Mark.NOTE:
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        colour = theme.accent
    font.setWeight(QFont.Weight.DemiBold if style.bold or marks & Mark.BOLD else QFont.Weight.Normal)
    font.setItalic(bool(marks & Mark.ITALIC))
    if font.italic() and font.weight() == QFont.Weight.DemiBold and font.family() == look.TEXT_FAMILY:
        font.setStyleName(look.BOLD_STYLE)
    font.setStrikeOut(bool(marks & Mark.STRIKE))
    font.setUnderline(linked)
    made.setFont(font if joined else look.letter_for_letter(font))
    made.setForeground(QColor(theme.accent if linked else colour))
    return made


@lru_cache(maxsize=32)
def block_format(line_height: float, alignment: Qt.AlignmentFlag) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLineHeight(line_height * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if alignment:
        made.setAlignment(alignment)
    return made


@lru_cache(maxsize=4)
def _option(wrap: QTextOption.WrapMode) -> QTextOption:
    made = QTextOption()
    made.setTextDirection(Qt.LayoutDirection.LeftToRight)  # code runs so even where a line begins with Hebrew
    made.setWrapMode(wrap)
    return made


def new_document(wrap: QTextOption.WrapMode = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere) -> QTextDocument:
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultTextOption(_option(wrap))
    return document


def pieces_of(spans: Spans, formulas: Callable[[Span], Formula | None] | None = None) -> tuple[str, list[Piece]]:
    """The text that shows `spans`, and its pieces in order. `formulas` gives the picture of a formula, or None."""
    shown_parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    is_exact = any(map(_is_exact, spans))
    for span in spans:
        formula = formulas(span) if formulas is not None and span.marks & Mark.MATH else None
        for shown, meant in ((PLACEHOLDER, span.text),) if formula else _shown(span, is_exact):
            end = at + utf16(shown)
            whole = formula is not None or len(shown) != len(meant)
            part = span if meant == span.text else Span(meant, span.marks, span.link)
            pieces.append(Piece(at, end, part, whole, formula))
            shown_parts.append(shown)
            at = end
    return "".join(shown_parts), pieces


def _is_exact(span: Span) -> bool:
    """Whether `span` must be shown letter for letter: what it looks like decides what is run, or opened."""
    return bool(span.marks & _QUIET_MARKS or span.link)


def _shown(span: Span, beside_exact: bool) -> Iterable[tuple[str, str]]:
    text = span.text.replace("\u2029", _LINE)
    if "\n" in text:
        text = text.replace("\n", _LINE)
    if beside_exact and not text.isascii():
        if _is_exact(span) and has_invisible(text):
            return reveal(text)
        if _TURNING.search(text):
            return _reveal_turning(span.text, text)
    return ((text, span.text),)


def _reveal_turning(meant: str, shown: str) -> Iterator[tuple[str, str]]:
    """Text in pieces, with what turns the direction of what follows written out."""
    at = 0
    for part in _TURNING.split(shown):
        if part:
            yield revealed(part) if _TURNING.match(part) else part, meant[at : at + len(part)]
        at += len(part)


def cut(pieces: Sequence[Piece], start: int, end: int) -> Spans:
    """What stands between two places of a document, as spans."""
    found = []
    for piece in pieces:
        if piece.end <= start or piece.start >= end:
            continue
        if piece.whole or (start <= piece.start and piece.end <= end):
            found.append(piece.span)
        else:
            text = slice_utf16(piece.span.text, max(0, start - piece.start), end - piece.start)
            found.append(Span(text, piece.span.marks, piece.span.link))
    return tuple(found)
