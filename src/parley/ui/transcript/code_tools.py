"""The controls of a code block: wrap, Copy, and "Show all" under a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QGuiApplication

from parley.ui.kit.buttons import IconButton, QuietButton
from parley.ui.theme import CONTROL_HEIGHT, SMALL

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from parley.ui.theme import Theme

    from .code_row import CodeRow

_BUTTON = 28
_COPIED_MS = 1500


class CodeTools(QObject):
    """Real buttons, so that the keyboard and a screen reader find them; made while the code is near the window."""

    def __init__(self, row: CodeRow, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._theme = theme
        self._copy = IconButton("copy", self.tr("Copy"), parent, tip=self.tr("Copy code"), size=_BUTTON)
        self._wrap = IconButton("wrap-text", self.tr("Wrap lines"), parent, size=_BUTTON)
        self._wrap.setCheckable(True)
        self._wrap.setChecked(row.wrapped)
        self._fold = QuietButton("", parent) if row.folded else None
        for button in (self._copy, self._wrap):
            button.set_theme(theme)
        self._copy.clicked.connect(self._copy_code)
        self._wrap.toggled.connect(self._set_wrapped)
        if self._fold is not None:
            lines = row.code.text.count("\n") + 1
            self._fold.setText(self.tr("Show all %n line(s)", "", lines))
            self._fold.clicked.connect(self._show_all)

    def placed(self, width: int, height: int) -> list[tuple[QWidget, QRectF]]:
        made: list[tuple[QWidget, QRectF]] = [
            (self._copy, QRectF(width - _BUTTON - 4, 4, _BUTTON, _BUTTON)),
            (self._wrap, QRectF(width - 2 * _BUTTON - 6, 4, _BUTTON, _BUTTON)),
        ]
        if self._fold is not None:
            wide = self._fold.sizeHint().width()
            made.append((self._fold, QRectF(SMALL, height - CONTROL_HEIGHT - 6, wide, CONTROL_HEIGHT)))
        return made

    def discard(self) -> None:
        for button in (self._copy, self._wrap, self._fold):
            if button is not None:
                button.hide()
                button.deleteLater()
        self.deleteLater()

    def _copy_code(self) -> None:
        QGuiApplication.clipboard().setText(self._row.code.text)
        self._copy.set_icon_name("check")
        QTimer.singleShot(_COPIED_MS, self._copy, lambda: self._copy.set_icon_name("copy"))

    def _set_wrapped(self, wrapped: bool) -> None:
        self._row.set_wrapped(wrapped)
        self._row.changed()

    def _show_all(self) -> None:
        self._row.set_folded(False)
        self._row.changed()
