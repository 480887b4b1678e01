"""The line over the composer that says there is no connection, and what becomes of the message meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.centred import centred
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import ICON_SIZE, LARGE, MEDIUM, SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from .main_window import MainWindow

NARROW = 600  # pixels


class OfflineBar(QWidget):
    """Hidden, a quiet line, a question, or the word that a message waits."""

    queueRequested = Signal()
    sendNowRequested = Signal()
    withdrawRequested = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._card = QFrame()
        self._picture = Picture("wifi-off", ICON_SIZE, tone="quiet")
        self._text = Label()
        self.queue = PrimaryButton(self.tr("Send when back online"))
        self.now = Button(self.tr("Send now"))
        self.withdraw = Button(self.tr("Do not send"))
        self._lay_out()
        self.queue.clicked.connect(self.queueRequested)
        self.now.clicked.connect(self.sendNowRequested)
        self.withdraw.clicked.connect(self.withdrawRequested)
        self.hide()
        window.add_above_composer(self)

    def _lay_out(self) -> None:
        words, buttons = QHBoxLayout(), QHBoxLayout()
        for part in (words, buttons):
            part.setSpacing(SMALL)
        words.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        buttons.addStretch(1)
        for button in (self.queue, self.now, self.withdraw):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._card)
        self._inside.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._inside.setSpacing(SMALL)
        self._inside.addLayout(words, 1)
        self._inside.addLayout(buttons)
        self.setLayout(centred(self._card, beside=LARGE))

    def show_line(self, text: str) -> None:
        """Only say it."""
        self._show(text, ())

    def ask(self) -> None:
        """Ask what shall become of the message."""
        text = self.tr("There is no internet connection. Your message can wait here and go out by itself.")
        self._show(text, (self.queue, self.now))

    def show_waiting(self) -> None:
        """Say that the message in the composer goes out later."""
        self._show(self.tr("This message goes out when the connection is back."), (self.withdraw,))

    def text(self) -> str:
        """What is said; empty while nothing is."""
        return "" if self.isHidden() else self._text.text()

    def _show(self, text: str, buttons: tuple[Button, ...]) -> None:
        said = text != self._text.text() or self.isHidden()
        self._text.setText(text)
        self.setAccessibleName(text)
        for button in (self.queue, self.now, self.withdraw):
            button.setVisible(button in buttons)
        self._fit()
        set_look(self._card, "notice" if buttons else "")
        set_look(self._text, "" if buttons else "small")
        theme_below(self, self._window.theme)
        self.show()
        if said:
            announce(self, text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Two buttons stand below the words where the words would have no room beside them."""
        narrow = self.width() < NARROW and not self.queue.isHidden()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._inside.setDirection(down if narrow else across)
