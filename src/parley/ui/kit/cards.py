"""Surfaces: cards, thin lines, and notices that say something and offer one thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import Themed, set_look
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class Card(QFrame):
    """A raised, rounded surface. Put things into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        self.body.setSpacing(MEDIUM)


class Line(QFrame):
    """A hairline between two surfaces."""

    def __init__(self, parent: QWidget | None = None, *, vertical: bool = False) -> None:
        super().__init__(parent)
        set_look(self, "line")
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)


_ICONS = {"notice": "info", "good": "circle-check", "bad": "circle-alert"}


class Notice(QFrame, Themed):
    """A sentence or two in the page, with at most one button. Never a dialog. `kind` is notice, good or bad."""

    actionRequested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, kind: str = "notice", closable: bool = False) -> None:
        super().__init__(parent)
        self._kind = kind
        self._theme: Theme | None = None
        self._picture = Picture(_ICONS[kind], ICON_SIZE)
        self._text = Label()
        self._button = Button("")
        self._close = IconButton("x", QCoreApplication.translate("Notice", "Close"))
        self._lay_out()
        self._button.hide()
        self._close.setVisible(closable)
        self._button.clicked.connect(self.actionRequested)
        self._close.clicked.connect(self._dismiss)
        set_look(self, kind)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        for widget, stretch in ((self._picture, 0), (self._text, 1), (self._button, 0), (self._close, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, text: str, *, kind: str = "", action: str = "") -> None:
        """Say `text`; with `action`, offer a button of that name."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        if kind and kind != self._kind:
            self._kind = kind
            set_look(self, kind)
            self._tint()
        self.show()

    def text(self) -> str:
        return self._text.text()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._tint()

    def _tint(self) -> None:
        if self._theme is None:
            return
        colour = {"good": self._theme.success, "bad": self._theme.danger}.get(self._kind, self._theme.quiet)
        self._picture.show_icon(_ICONS[self._kind], colour)

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()
