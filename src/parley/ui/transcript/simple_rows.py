"""Rows with little in them: a rule, a formula as its source, an image that was not loaded."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from parley.markup.cleaning import revealed
from parley.ui import theme as look
from parley.ui.kit.buttons import Button

from .links import shown_host
from .rows import Range, Row
from .text_row import text_direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QWidget

    from parley.markup.leaves import Leaf, Picture
    from parley.ui.theme import Theme

    from .page import Page


_BUTTON_ROOM: Final = 96  # pixels of a card that its text leaves to the button


class RuleRow(Row):
    def __init__(self, leaf: Leaf, theme: Theme) -> None:
        super().__init__()
        self.leaf: Leaf = leaf
        self._theme = theme
        self.height = look.MEDIUM

    def lay_out(self, _width: int) -> int:
        return look.MEDIUM

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        painter.fillRect(QRectF(0, self.height // 2, self._width, 1), QColor(self._theme.border))


class PictureRow(Row):
    """A card in place of an image that lies somewhere else: it says where, and loads it only when asked."""

    def __init__(self, leaf: Leaf, picture: Picture, page: Page) -> None:
        super().__init__()
        self.leaf: Leaf = leaf
        self._picture = picture
        self._page = page
        self._button: Button | None = None
        self.height = 3 * look.LARGE

    def _image(self) -> QImage | None:
        return self._page.pictures.get(self._picture.address)

    def lay_out(self, width: int) -> int:
        image = self._image()
        if image is None or image.isNull():
            return 3 * look.LARGE
        return ceil(image.height() * min(1.0, width / image.width()))

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        image = self._image()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if image is not None and not image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            wide = min(float(image.width()), float(self._width))
            painter.drawImage(QRectF(0, 0, wide, self.height), image)
            return
        theme = self._page.theme
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.side))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self._width - 1, self.height - 1), look.RADIUS, look.RADIUS)
        painter.setFont(look.small_font(theme))
        painter.setPen(QColor(theme.text))
        start, end = look.MEDIUM, look.MEDIUM + (_BUTTON_ROOM if self._is_offered() else 0)
        mirrored = self._page.parent.isRightToLeft()
        room = QRectF(end if mirrored else start, 0, self._width - start - end, self.height)
        words = self._words()
        text = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()))
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        painter.save()
        painter.setLayoutDirection(text_direction(words))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, text)
        painter.restore()

    def _words(self) -> str:
        label = QCoreApplication.translate("Transcript", "Image not loaded")
        if self._image() is not None:
            label = QCoreApplication.translate("Transcript", "This image cannot be shown")
        host = shown_host(self._picture.address)
        return " · ".join(part for part in (label, revealed(self._picture.description), host) if part)

    def link_at(self, _point: QPointF) -> str:
        return self._picture.address

    def _is_offered(self) -> bool:
        """Whether it can be asked for: only what has an address on the web is ever loaded."""
        return self._image() is None and self._picture.address.lower().startswith(("https://", "http://"))

    def widgets(self, page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        if not self._is_offered():
            return ()
        if self._button is None:
            self._button = Button(QCoreApplication.translate("Transcript", "Show"), page.parent)
            self._button.setAccessibleDescription(self._words())
            self._button.clicked.connect(lambda: page.show_picture(self._picture.address))
        wide = self._button.sizeHint().width()
        x = look.SMALL if page.parent.isRightToLeft() else self._width - wide - look.SMALL
        return ((self._button, QRectF(x, look.SMALL, wide, look.CONTROL_HEIGHT)),)

    def release(self) -> None:
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
            self._button = None
