"""Something to be known before a message is sent, right over the composer, with the ways to deal with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, SMALL, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_NARROW = 200  # pixels: a button may ask for no more in a narrow window


class Choice(Enum):
    """What can be done about it."""

    LEAVE_OUT = auto()
    SUMMARISE = auto()
    LARGER_MODEL = auto()
    SEEING_MODEL = auto()
    REMOVE_FILES = auto()
    SEND_ALL_AGAIN = auto()
    STOP = auto()


class Tone(Enum):
    """How serious it is: the look of the bar, its icon and the icon's colour in the theme."""

    NOTICE = ("notice", "info", "quiet")
    WARNING = ("notice-warn", "triangle-alert", "warning")
    BAD = ("notice-bad", "circle-alert", "danger")


@dataclass(frozen=True, slots=True)
class Advice:
    """`key` tells one from another: what was closed is not said again. `blocks`: nothing can be sent until it is
    dealt with, and this is said in its place."""

    key: tuple[object, ...]
    text: str
    tone: Tone = Tone.NOTICE
    choices: tuple[tuple[Choice, str], ...] = ()
    blocks: str = ""


class _Buttons(QWidget):
    """Buttons side by side, or one under the other where there is no room; a narrow window is never kept wide."""

    def __init__(self) -> None:
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._line.setContentsMargins(ICON_SIZE + SMALL, 0, 0, 0)
        self._line.setSpacing(SMALL)
        self._made: list[Button] = []

    def replace(self, buttons: list[Button]) -> None:
        for old in self._made:
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._made = buttons
        for button in buttons:
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            button.show()
        self.setVisible(bool(buttons))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        needed = self._line.contentsMargins().left() + sum(b.sizeHint().width() + SMALL for b in self._made)
        beside = needed <= self.width()
        self._line.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        rows = 1 if beside else len(self._made)
        height = max((b.sizeHint().height() for b in self._made), default=0)
        self.setFixedHeight(rows * height + max(0, rows - 1) * SMALL)

    def minimumSizeHint(self) -> QSize:
        widest = max((button.sizeHint().width() for button in self._made), default=0)
        return QSize(min(widest, _NARROW) + self._line.contentsMargins().left(), self.height())


class AdviceBar(QWidget):
    """Hidden while there is nothing to say."""

    chosen = Signal(object)  # Choice
    closed = Signal(object)  # the Advice that was closed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._advice: Advice | None = None
        self._frame = QFrame()
        self._picture = Picture("info", ICON_SIZE, tone="quiet")
        self._text = Label()
        self._buttons = _Buttons()
        self._close = IconButton("x", QCoreApplication.translate("Notice", "Close"))
        self._close.clicked.connect(self._on_closed)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        set_look(self._frame, "notice")
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._text, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addLayout(top)
        column.addWidget(self._buttons)
        self.setLayout(centred(self._frame, beside=LARGE))

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def show_advice(self, advice: Advice | None) -> None:
        """Say `advice`; None: nothing any more. The same again changes nothing, so that the focus stays."""
        if advice == self._advice:
            return
        self._advice = advice
        self.setVisible(advice is not None)
        if advice is None:
            return
        look, icon_name, colour = advice.tone.value
        set_look(self._frame, look)
        self._picture.set_icon(icon_name, colour)
        self._text.setText(advice.text)
        self._frame.setAccessibleName(advice.text)
        self._close.setVisible(not advice.blocks)
        self._make_buttons(advice)
        announce(self, advice.text)

    @property
    def advice(self) -> Advice | None:
        return self._advice

    def _make_buttons(self, advice: Advice) -> None:
        buttons = []
        for choice, label in advice.choices:
            button = Button(label)
            button.clicked.connect(partial(self.chosen.emit, choice))
            buttons.append(button)
        self._buttons.replace(buttons)

    def _on_closed(self) -> None:
        advice = self._advice
        self.show_advice(None)
        self.closed.emit(advice)
