"""The way back to the end of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.ui import theme as look
from parley.ui.kit.buttons import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .area import Area


class JumpButton(Button):
    """Stands over the page of its parent while the reader does not go along with the end and cannot see it."""

    def __init__(self, area: Area, parent: QWidget) -> None:
        super().__init__(QCoreApplication.translate("TranscriptView", "Jump to latest"), parent, icon_name="arrow-down")
        self._area = area
        self._over = parent
        self.hide()
        self.clicked.connect(area.jump_to_end)
        area.followingChanged.connect(self.place)

    def place(self) -> None:
        """Look again whether it is wanted, and where it belongs."""
        bar = self._area.verticalScrollBar()
        self.setVisible(not self._area.following and bar.value() < bar.maximum() - 4)
        if self.isHidden():
            return
        self.adjustSize()
        room = self._over
        self.move((room.width() - self.width()) // 2, room.height() - self.height() - look.MEDIUM)
        self.raise_()
