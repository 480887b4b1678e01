"""What a new conversation shows before its first message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from parley.ui.kit.labels import Label
from parley.ui.kit.themed import theme_below
from parley.ui.theme import READING_WIDTH, SMALL, XLARGE

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class EmptyPage(QWidget):
    """A heading and one sentence on what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = Label(self.tr("What would you like to talk about?"), look="title")
        self._hint = Label(
            self.tr("Write below. Everything is saved by itself, and you can change your mind at any time."),
            look="quiet",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, XLARGE, XLARGE, XLARGE)
        column.setSpacing(SMALL)
        column.addStretch(2)
        for label in (self._heading, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(READING_WIDTH)
            column.addWidget(label)  # an alignment here would cut the wrapped text
        column.addStretch(3)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)
