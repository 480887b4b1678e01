"""Code to read and to copy from, in colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from parley.ui.kit.themed import Themed, set_look
from parley.ui.syntax import colour_formats, colour_of, lexer_for
from parley.ui.theme import mono_font

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QTextDocument

    from parley.ui.theme import Theme

Coloured = tuple[int, int, str]  # start, length (as Qt counts), name of a colour in `Theme.syntax`

_LONGEST = 200_000  # characters: beyond, the colours are not worth the wait


class CodeView(QPlainTextEdit, Themed):
    """Read only. Tab leaves it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        set_look(self, "field")
        self._colours = _Colours(self.document())

    def show_code(self, parts: Iterable[tuple[str, str]]) -> None:
        """Show texts one after the other, each with the language it is in."""
        parts = tuple(parts)
        text = "".join(text for _language, text in parts)
        self._colours.lines = _lines(parts) if len(text) <= _LONGEST else []
        self.setPlainText(text)

    def set_theme(self, theme: Theme) -> None:
        self.setFont(mono_font(theme))
        self._colours.set_theme(theme)


class _Colours(QSyntaxHighlighter):
    """Knows the colours of every line before it is shown: the text never changes by itself."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.lines: list[list[Coloured]] = []
        self._formats: dict[str, QTextCharFormat] = {}

    def set_theme(self, theme: Theme) -> None:
        self._formats = colour_formats(theme)
        self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        number = self.currentBlock().blockNumber()
        for start, length, name in self.lines[number] if number < len(self.lines) else ():
            if name in self._formats:
                self.setFormat(start, length, self._formats[name])


def _lines(parts: Iterable[tuple[str, str]]) -> list[list[Coloured]]:
    lines: list[list[Coloured]] = [[]]
    column = 0
    for colour, text in _runs(parts):
        for index, piece in enumerate(text.split("\n")):
            if index:
                lines.append([])
                column = 0
            length = len(piece.encode("utf-16-le", "surrogatepass")) // 2
            if colour and length:
                lines[-1].append((column, length, colour))
            column += length
    return lines


def _runs(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for language, text in parts:
        lexer = lexer_for(language)
        if lexer is None:
            yield "", text
            continue
        for _at, kind, value in lexer.get_tokens_unprocessed(text):
            yield colour_of(kind), value
