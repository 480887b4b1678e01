"""The page that compares models: first the choice of models, then their answers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.labels import ElidedLabel, Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import LARGE, LIGHT, MEDIUM, SMALL

from .choice import Choice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.ui.theme import Theme

    from .column import Column

_SHOWN = 300  # characters of the message: it is in the conversation as a whole


class ComparePage(QWidget):
    """Shows what it is given and says what the person wants."""

    stopAllRequested = Signal()
    keepAllRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self.choice = Choice()
        self._columns: list[Column] = []
        self._question = ElidedLabel()
        self._hint = Label(look="small")
        self._stop_all = Button(self.tr("Stop all"), icon_name="stop")
        self._keep_all = PrimaryButton(self.tr("Keep all"))
        self._row = QHBoxLayout()
        self._scroll = _Sideways(self._row)
        self._answers = QWidget()
        self._stack = QStackedWidget()
        self._lay_out()
        self._stop_all.clicked.connect(self.stopAllRequested)
        self._keep_all.clicked.connect(self.keepAllRequested)
        self.setAccessibleName(self.tr("Compare models"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._answers)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(MEDIUM)
        column.addWidget(self._card())
        column.addWidget(self._scroll, 1)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._hint, 1)
        foot.addWidget(self._stop_all)
        foot.addWidget(self._keep_all)
        column.addLayout(foot)
        self._stack.addWidget(self.choice)
        self._stack.addWidget(self._answers)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _card(self) -> QFrame:
        card = QFrame()
        set_look(card, "tinted")
        row = QHBoxLayout(card)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.addWidget(self._question, 1)
        return card

    # What is shown

    def show_choice(self) -> None:
        self._stack.setCurrentWidget(self.choice)

    def show_answers(self, question: str, columns: Sequence[Column]) -> None:
        """Show `columns`, which are the page's from now on, under the person's message."""
        for old in self._columns:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._columns = list(columns)
        for column in columns:
            column.set_theme(self._theme)
            self._row.addWidget(column, 1)
        self._question.set_text(question[:_SHOWN])
        self._question.setAccessibleName(self.tr("Your message: {text}").format(text=question))
        self._stack.setCurrentWidget(self._answers)

    def set_running(self, running: bool) -> None:
        """Whether any of the answers is still being written."""
        had_focus = self._stop_all.hasFocus()
        self._stop_all.setVisible(running)
        if had_focus and not running:
            self._keep_all.setFocus()
        self._hint.setText(
            self.tr("Each model writes by itself. You can stop one without the others.")
            if running
            else self.tr("Keep one answer and the others are deleted, or keep all: arrows lead from one to the next.")
        )

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        theme_below(self, theme)
        self.choice.set_theme(theme)


class _Sideways(QScrollArea):
    """The columns. Where there is no room for all of them it scrolls, also to whatever takes the focus."""

    def __init__(self, row: QHBoxLayout) -> None:
        super().__init__()
        inner = QWidget()
        inner.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)
        self.setAccessibleName(self.tr("Answers"))
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        inner = self.widget()
        while now is not None and now.parentWidget() is not inner:
            now = now.parentWidget()
        if now is not None:
            self.ensureWidgetVisible(now, 0, 0)

    def wheelEvent(self, event: QEvent) -> None:
        """Up and down belongs to the answers."""
        event.ignore()
