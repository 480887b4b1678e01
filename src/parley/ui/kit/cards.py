"""Surfaces: cards, thin lines, and notices that say something and offer one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.passing import Passing
from parley.ui.kit.themed import set_look
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, SMALL


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


# Kind: its icon, the icon's colour in the theme, its look in the style sheet.
_KINDS = {
    "notice": ("info", "quiet", "notice"),
    "good": ("circle-check", "success", "notice-good"),
    "bad": ("circle-alert", "danger", "notice-bad"),
}


class Notice(QFrame):
    """A sentence or two in the page, with at most one button. Never a dialog. `kind` is notice, good or bad."""

    actionRequested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, kind: str = "notice", closable: bool = False) -> None:
        super().__init__(parent)
        self._usual_kind = self._kind = kind
        name, tone, look = _KINDS[kind]
        self._picture = Picture(name, ICON_SIZE, tone=tone)
        self._text = Label()
        self._button = Button("")
        self._close = IconButton("x", QCoreApplication.translate("Notice", "Close"))
        self._passing = Passing(self)
        self._lay_out()
        self._button.hide()
        self._close.setVisible(closable)
        self._button.clicked.connect(self.actionRequested)
        self._close.clicked.connect(self._dismiss)
        set_look(self, look)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        for widget, stretch in ((self._picture, 0), (self._text, 1), (self._button, 0), (self._close, 0)):
            row.addWidget(widget, stretch, Qt.AlignmentFlag.AlignVCenter)

    def show_text(self, text: str, *, kind: str = "", action: str = "", passing: bool = False) -> None:
        """Say `text`; with `action`, offer a button of that name. Without a kind it is as it was made.

        What is said in `passing` goes by itself, and so is told to a screen reader; the rest stays until it is closed.
        """
        kind = kind or self._usual_kind
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        if kind != self._kind:
            self._kind = kind
            name, tone, look = _KINDS[kind]
            self._picture.set_icon(name, tone)
            set_look(self, look)
        self.show()
        if passing:
            self._passing.start()
            announce(self, text)
        else:
            self._passing.stop()

    def text(self) -> str:
        return self._text.text()

    def _dismiss(self) -> None:
        self.hide()
        self.closed.emit()
