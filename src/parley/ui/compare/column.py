"""One model's answer on the page that compares: who answers, the answer, what it took, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from parley.ui.kit.announce import announce
from parley.ui.kit.buttons import Button
from parley.ui.kit.cards import Line
from parley.ui.kit.labels import ElidedLabel, Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import CONTROL_HEIGHT, MEDIUM, SMALL

if TYPE_CHECKING:
    from parley.ui.theme import Theme

NARROWEST = 280  # pixels


class Column(QFrame):
    """Shows what it is given. `body` is the transcript of the one answer."""

    stopRequested = Signal()
    keepRequested = Signal()

    def __init__(self, model: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._body = body
        self._name = ElidedLabel(model, look="strong")
        self._mark = Label(look="good", wrap=False)
        self._stop = Button(self.tr("Stop"), icon_name="stop")
        self._keep = Button(self.tr("Keep this answer"), icon_name="check")
        self._summary = ElidedLabel(look="plain-small")
        self._first = ElidedLabel(look="small")
        self._lay_out()
        self._name_parts()
        self._stop.clicked.connect(self.stopRequested)
        self._keep.clicked.connect(self.keepRequested)
        self.set_running(True)

    def _lay_out(self) -> None:
        set_look(self, "column")
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # all are equally wide
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(MEDIUM, SMALL, SMALL, SMALL)
        head.setSpacing(SMALL)
        head.addStrut(CONTROL_HEIGHT)  # with and without a button the heads are as high as each other
        head.addWidget(self._name, 1)
        head.addWidget(self._mark)
        head.addWidget(self._stop)
        column.addLayout(head)
        column.addWidget(Line())
        column.addWidget(self._body, 1)
        column.addWidget(Line())
        column.addLayout(self._foot())

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        foot.setSpacing(0)
        foot.addWidget(self._summary)
        foot.addWidget(self._first)
        foot.addSpacing(SMALL)
        foot.addWidget(self._keep)
        return foot

    def _name_parts(self) -> None:
        self.setAccessibleName(self.model)
        self._stop.setAccessibleName(self.tr("Stop {model}").format(model=self.model))
        self._keep.setAccessibleName(self.tr("Keep the answer of {model}").format(model=self.model))

    # What comes in

    def set_running(self, running: bool) -> None:
        """While the answer is being written there is something to stop, and nothing yet to keep."""
        had_focus = self._stop.hasFocus()
        self._stop.setVisible(running)
        if running:
            self._keep.setEnabled(False)
            self._summary.set_text("")
            self.set_mark("")
        elif had_focus:
            self._body.setFocus()

    def set_keepable(self, keepable: bool) -> None:
        """Whether there is anything to keep."""
        self._keep.setEnabled(keepable)

    def set_first_word(self, text: str) -> None:
        """When the first word came; "" while none has."""
        self._first.set_text(text)

    def set_summary(self, shown: str, said: str) -> None:
        """What the whole answer took; `said` to those who use a screen reader."""
        self._summary.set_text(shown)
        self._summary.setAccessibleName(said)
        announce(self, said)

    def set_mark(self, text: str) -> None:
        """In which way this answer is ahead of the others; "" in none."""
        self._mark.setText(text)
        self._mark.setVisible(bool(text))

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
