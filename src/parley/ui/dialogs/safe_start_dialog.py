"""After several starts that ended badly: the choice to open Parley without the conversation that was open last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.kit.buttons import Button, PrimaryButton
from parley.ui.kit.labels import Label, Picture
from parley.ui.kit.themed import theme_below
from parley.ui.theme import LARGE, MEDIUM, SMALL, XLARGE

if TYPE_CHECKING:
    from parley.ui.theme import Theme


class SafeStartDialog(QDialog):
    """Says once what was chosen; closing it is the safe choice."""

    chosen = Signal(bool)  # whether to open the last conversation all the same

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Safe start"))
        self.safe = PrimaryButton(self.tr("Safe start"))
        self.usual = Button(self.tr("Open as usual"))
        self._lay_out()
        self.safe.clicked.connect(self.reject)
        self.usual.clicked.connect(self.accept)
        self.safe.setDefault(True)
        self.finished.connect(lambda result: self.chosen.emit(result == QDialog.DialogCode.Accepted))
        self.setMinimumWidth(520)

    def set_theme(self, theme: Theme) -> None:
        theme_below(self, theme)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, XLARGE, XLARGE, LARGE)
        column.setSpacing(LARGE)
        head = QHBoxLayout()
        head.setSpacing(LARGE)
        head.addWidget(Picture("triangle-alert", 32, tone="warning"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SMALL)
        words.addWidget(Label(self.tr("Parley had trouble starting"), look="title"))
        words.addWidget(Label(self.tr("It ended early several times. It can start without the last conversation.")))
        words.addWidget(
            Label(self.tr("Nothing is lost: the conversation stays in the list on the left."), look="quiet")
        )
        head.addLayout(words, 1)
        column.addLayout(head)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.setContentsMargins(0, MEDIUM, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.usual)
        buttons.addWidget(self.safe)
        column.addLayout(buttons)
