"""The controls of a code block: wrap, Copy, and "Show all" under a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QGuiApplication

from parley.ui.kit.buttons import IconButton, QuietButton, show_checked
from parley.ui.theme import CONTROL_HEIGHT, SMALL

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from parley.markup.blocks import Code
    from parley.ui.theme import Theme


_BUTTON = 28
_COPIED_MS = 1500


class CodeBlock(Protocol):
    """The code that the controls work for."""

    wrapped: bool
    folded: bool
    changed: Callable[[], None]

    @property
    def code(self) -> Code: ...
    def set_wrapped(self, wrapped: bool) -> None: ...
    def set_folded(self, folded: bool) -> None: ...


class CodeTools(QObject):
    """Real buttons, so that the keyboard and a screen reader find them; lent to the code that is in the window."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: CodeBlock | None = None
        self._copy = IconButton("copy", self.tr("Copy"), parent, tip=self.tr("Copy code"), size=_BUTTON)
        self._wrap = IconButton("wrap-text", self.tr("Wrap lines"), parent, size=_BUTTON)
        self._wrap.setCheckable(True)
        self._fold = QuietButton("", parent)
        for button in (self._copy, self._wrap):
            button.set_theme(theme)
        self._copy.clicked.connect(self._copy_code)
        self._wrap.toggled.connect(self._set_wrapped)
        self._fold.clicked.connect(self._show_all)

    def serve(self, row: CodeBlock) -> None:
        """Work for `row` from now on."""
        self._row = row
        show_checked(self._wrap, row.wrapped)
        if row.folded:
            self._fold.setText(self.tr("Show all {count} lines").format(count=row.code.text.count("\n") + 1))

    def rest(self) -> None:
        self._row = None
        for button in (self._copy, self._wrap, self._fold):
            button.hide()

    def discard(self) -> None:
        for button in (self._copy, self._wrap, self._fold):
            button.hide()
            button.deleteLater()
        self.deleteLater()

    def placed(self, width: int, height: int) -> list[tuple[QWidget, QRectF]]:
        made: list[tuple[QWidget, QRectF]] = [
            (self._copy, QRectF(width - _BUTTON - 4, 4, _BUTTON, _BUTTON)),
            (self._wrap, QRectF(width - 2 * _BUTTON - 6, 4, _BUTTON, _BUTTON)),
        ]
        if self._row is not None and self._row.folded:
            wide = self._fold.sizeHint().width()
            made.append((self._fold, QRectF(SMALL, height - CONTROL_HEIGHT - 6, wide, CONTROL_HEIGHT)))
        else:
            self._fold.hide()
        return made

    def _copy_code(self) -> None:
        if self._row is None:
            return
        QGuiApplication.clipboard().setText(self._row.code.text)
        self._copy.set_icon_name("check")
        QTimer.singleShot(_COPIED_MS, self._copy, lambda: self._copy.set_icon_name("copy"))

    def _set_wrapped(self) -> None:
        if self._row is not None:
            self._row.set_wrapped(self._wrap.isChecked())
            self._row.changed()

    def _show_all(self) -> None:
        if self._row is not None:
            self._row.set_folded(False)
            self._row.changed()


class ToolsPool:
    """Keeps the controls of code that has left the window for code that comes into it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        self._theme = theme
        self._parent = parent
        self._free: list[CodeTools] = []

    def lend(self, row: CodeBlock) -> CodeTools:
        tools = self._free.pop() if self._free else CodeTools(self._theme, self._parent)
        tools.serve(row)
        return tools

    def take_back(self, tools: CodeTools) -> None:
        tools.rest()
        self._free.append(tools)

    def clear(self) -> None:
        for tools in self._free:
            tools.discard()
        self._free = []
