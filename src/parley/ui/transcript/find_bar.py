"""Finding text in the conversation: a small bar at its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import SMALL, TINY

if TYPE_CHECKING:
    from parley.ui.theme import Theme

_PAUSE_MS = 150  # typing on does not search for each letter


class FindBar(QFrame):
    """The field, how many there are, and the way from one to the next."""

    textChanged = Signal(str)
    stepRequested = Signal(int)  # -1 or 1
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self._field = QLineEdit(self)
        self._field.setPlaceholderText(self.tr("Find in this conversation"))
        self._field.setAccessibleName(self.tr("Find in this conversation"))
        self._field.setMinimumWidth(220)
        self._count = Label("", self, look="small", wrap=False)
        self._count.setMinimumWidth(72)
        back = IconButton("chevron-up", self.tr("Previous hit"), self)
        on = IconButton("chevron-down", self.tr("Next hit"), self)
        close = IconButton("x", self.tr("Close"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, TINY, TINY, TINY)
        row.setSpacing(TINY)
        for part in (self._field, self._count, back, on, close):
            row.addWidget(part)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._field.textChanged.connect(self._pause.start)
        back.clicked.connect(lambda: self._step(-1))
        on.clicked.connect(lambda: self._step(1))
        close.clicked.connect(self.dismiss)
        self._field.installEventFilter(self)
        self.hide()

    def open(self, text: str = "") -> None:
        """Show the bar, ready to type; `text` is what to look for."""
        if text:
            self._field.setText(text)
        self.show()
        self.raise_()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        if self._field.text():
            self._tell()

    def text(self) -> str:
        return self._field.text()

    def set_count(self, current: int, total: int) -> None:
        """`current` counts from 1; 0 when there is none. `total` is below 0 as long as nobody knows."""
        if not self.text() or total < 0:
            self._count.setText("")
        elif not total:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(self.tr("{number} of {all}").format(number=current, all=total))

    def dismiss(self) -> None:
        self._pause.stop()
        self.hide()
        self.closed.emit()

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _tell(self) -> None:
        self._pause.stop()
        self.textChanged.emit(self.text())

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._tell()
        else:
            self.stepRequested.emit(by)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            return False
        return True
