"""After several starts that ended badly: the choice to open Parley without the conversation that was open last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from parley.ui.dialogs.trouble_head import trouble_head
from parley.ui.kit.buttons import Button, PrimaryButton
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
        title = self.tr("Parley had trouble starting")
        text = self.tr("It ended early several times. It can start without the last conversation.")
        lost = self.tr("Nothing is lost: the conversation stays in the list on the left.")
        column.addLayout(trouble_head(title, text, lost))
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.setContentsMargins(0, MEDIUM, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.usual)
        buttons.addWidget(self.safe)
        column.addLayout(buttons)
