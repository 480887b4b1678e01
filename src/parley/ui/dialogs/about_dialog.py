"""About Parley: its version, and the licenses of everything that is shipped with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from parley.ui.kit.buttons import PrimaryButton
from parley.ui.kit.labels import Label
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import LARGE, MEDIUM, SMALL, XLARGE, body_font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.ui.theme import Theme


class AboutDialog(QDialog):
    """`licenses` are pairs of what is used and the text of its license."""

    def __init__(self, version: str, licenses: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Parley"))
        self._name = Label("Parley", wrap=False)
        self._licenses = QPlainTextEdit("\n\n".join(f"{name}\n{text.strip()}" for name, text in licenses))
        self._close = PrimaryButton(self.tr("Close"))
        self._lay_out(version)
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        self.resize(560, 520)

    def set_theme(self, theme: Theme) -> None:
        font = body_font(theme)
        font.setPixelSize(round(theme.body_size * 1.9))
        font.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(font)
        theme_below(self, theme)

    def _lay_out(self, version: str) -> None:
        set_look(self._licenses, "field")
        self._licenses.setReadOnly(True)
        self._licenses.setTabChangesFocus(True)
        self._licenses.setAccessibleName(self.tr("Licenses"))
        number = Label(self.tr("Version {version}").replace("{version}", version), look="quiet")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(XLARGE, XLARGE, XLARGE, LARGE)
        column.setSpacing(SMALL)
        column.addWidget(self._name)
        column.addWidget(number)
        column.addWidget(Label(self.tr("Free software under the MIT license. It uses the work of many others:")))
        column.addWidget(self._licenses, 1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, MEDIUM, 0, 0)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        column.addLayout(buttons)
