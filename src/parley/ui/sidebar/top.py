"""What stands over the list: New chat and the search field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from parley.ui.icons import icon
from parley.ui.kit.buttons import Button, with_shortcut
from parley.ui.kit.themed import set_look
from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from parley.ui.theme import Theme


class SearchField(QLineEdit):
    """Says what is searched for at every change. Escape ends a search; Down and Enter go to the results."""

    searchChanged = Signal(str)
    ended = Signal()  # Escape, or the cross: whatever narrows the search ends as well
    downPressed = Signal()
    enterPressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ""
        self.narrowed = False  # whether filters narrow the search, as its owner knows
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search conversations"))
        self.setToolTip(with_shortcut(self.tr("Search conversations"), QKeySequence("Ctrl+K")))
        self._clear = QAction(self.tr("Clear the search"), self)
        self._clear.triggered.connect(self.give_up)
        self._clear.setVisible(False)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.setMaxLength(500)
        set_look(self, "search")
        self.textChanged.connect(self._say)

    def set_theme(self, theme: Theme) -> None:
        self._icon.setIcon(icon("search", theme.quiet))
        self._clear.setIcon(icon("x", theme.quiet))

    def give_up(self) -> None:
        """Give up searching."""
        self.clear()
        self.ended.emit()

    def wanted(self) -> str:
        return " ".join(self.text().split())

    def _say(self) -> None:
        self._clear.setVisible(bool(self.text()))
        if self.wanted() != self._said:
            self._said = self.wanted()
            self.searchChanged.emit(self._said)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and (self.text() or self.narrowed):
            self.give_up()
        elif key == Qt.Key.Key_Down:
            self.downPressed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.enterPressed.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QWidget):
    """New chat and search."""

    newChatRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField()
        self.new_chat = Button(self.tr("New chat"), look="row", icon_name="square-pen")
        self.new_chat.setToolTip(with_shortcut(self.tr("New chat"), QKeySequence(QKeySequence.StandardKey.New)))
        column = QVBoxLayout(self)
        column.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self.new_chat)
        column.addWidget(self.search)
        self.new_chat.clicked.connect(self.newChatRequested)
