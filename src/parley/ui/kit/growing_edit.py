"""A field for text of some lines, as tall as its text within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from parley.ui.kit.themed import set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class GrowingEdit(QPlainTextEdit):
    """Plain text only. Tab leaves the field, because it is one field among others."""

    def __init__(self, name: str, placeholder: str, *, lines: tuple[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = lines
        set_look(self, "field")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not by the wheel
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def set_text(self, text: str) -> None:
        """Show `text`, keeping the caret where it is when nothing changes."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:  # the document, which counts in lines, has not changed its size
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        shown = round(self.document().size().height())  # of a plain text document: in lines
        lines = min(max(shown, self._least), self._most)
        fits = shown <= self._most
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        )
        frame = 2 * (round(self.document().documentMargin()) + 7)
        self.setFixedHeight(lines * line + frame)
