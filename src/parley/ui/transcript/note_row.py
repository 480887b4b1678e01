"""The note that stands where the sent part of a conversation begins."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from parley.ui import theme as look
from parley.ui.kit.buttons import Button

from .rows import Range, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from .page import Page

NOTE_ID: Final = -1  # the note stands among the messages under this id, which no message has


def note_words(summary: str) -> str:
    """The note in words."""
    if summary:
        return QCoreApplication.translate("Transcript", "Sent in this summary: all messages above")
    return QCoreApplication.translate("Transcript", "Not sent any more: all messages above")


class NoteRow(Row):
    """The line under what is not sent any more, with the way to take it back."""

    def __init__(self, summary: str, page: Page) -> None:
        super().__init__()
        self._words = note_words(summary)
        self._page = page
        self._button: Button | None = None
        self.height = look.CONTROL_HEIGHT

    def lay_out(self, _width: int) -> int:
        return look.CONTROL_HEIGHT

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        theme = self._page.theme
        painter.setFont(look.small_font(theme))
        painter.setPen(QColor(theme.quiet))
        room = QRectF(0, 0, self._width - self._button_width() - look.SMALL, self.height)
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _made(self) -> Button:
        if self._button is None:
            words = QCoreApplication.translate("Transcript", "Send everything again")
            self._button = Button(words, self._page.parent, look="quiet")
            self._button.setAccessibleDescription(self._words)
            self._button.clicked.connect(self._page.send_again)
            self._button.hide()
        return self._button

    def _button_width(self) -> int:
        return self._made().sizeHint().width()

    def widgets(self, _page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        wide = self._button_width()
        return ((self._made(), QRectF(self._width - wide, 0, wide, look.CONTROL_HEIGHT)),)

    def release(self) -> None:
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
            self._button = None
