"""A field for JSON: coloured, and with a mark where it breaks off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from parley.ui.kit.growing_edit import GrowingEdit
from parley.ui.kit.themed import Themed
from parley.ui.syntax import colour_formats

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QTextDocument
    from PySide6.QtWidgets import QWidget

    from parley.ui.theme import Theme

_PARTS = re.compile(
    r'(?P<type>"(?:[^"\\\n]|\\.)*"(?=\s*:))|(?P<string>"(?:[^"\\\n]|\\.)*"?)'
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b)"
)
_INDENT = "  "
_MORE = 12  # pixels: lines of code are set a little wider than the font says


class SchemaEdit(GrowingEdit, Themed):
    """Return keeps the indentation; Tab leaves the field like every other."""

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, lines=(4, 16), parent=parent)
        self._colours = _Colours(self.document())
        self.setProperty("mono", True)
        self._danger = QColor()
        self._broken = (0, 0)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # JSON is, in every language

    def set_theme(self, theme: Theme) -> None:
        self._danger = QColor(theme.danger)
        self._colours.set_theme(theme)
        self.show_broken(*self._broken)

    def show_broken(self, line: int, column: int) -> None:
        """Mark a place, counted from 1; 0, 0: none."""
        self._broken = (line, column)
        block = self.document().findBlockByNumber(line - 1)
        if not line or not block.isValid():
            self.setExtraSelections([])
            return
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(block)
        place = max(0, min(column - 1, block.length() - 2))
        cursor.setPosition(block.position() + place)
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        mark.cursor = cursor
        mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        mark.format.setUnderlineColor(self._danger)
        mark.format.setForeground(self._danger)
        self.setExtraSelections([mark])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        super()._fit()
        self.setFixedHeight(self.height() + _MORE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        margin = before[: len(before) - len(before.lstrip(" "))]
        deeper = _INDENT if before.rstrip().endswith(("{", "[")) else ""
        cursor.insertText(f"\n{margin}{deeper}")
        self.setTextCursor(cursor)


class _Colours(QSyntaxHighlighter):
    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[str, QTextCharFormat] = {}

    def set_theme(self, theme: Theme) -> None:
        self._formats = colour_formats(theme)
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        units = text if text.isascii() else _as_units(text)
        for part in _PARTS.finditer(units):
            if part.lastgroup in self._formats:
                self.setFormat(part.start(), part.end() - part.start(), self._formats[part.lastgroup])


def _as_units(text: str) -> str:
    """As long as Qt counts it: a character beyond the basic plane is two."""
    return "".join("xx" if ord(letter) > 0xFFFF else letter for letter in text)
