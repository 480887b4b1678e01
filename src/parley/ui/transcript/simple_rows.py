"""Rows with little in them: a rule, a formula as its source, an image that was not loaded."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from parley.ui import theme as look

from .images import decode
from .links import shown_host
from .rows import Range, Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF

    from parley.domain.attachment import Attachment
    from parley.markup.leaves import Leaf, Picture
    from parley.ui.theme import Theme


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
    """A card in place of an image that lies somewhere else: it says where, and is a link like any other."""

    def __init__(self, leaf: Leaf, picture: Picture, theme: Theme, label: str) -> None:
        super().__init__()
        self.leaf: Leaf = leaf
        self._picture = picture
        self._theme = theme
        self._label = label
        self.height = 3 * look.LARGE

    @property
    def address(self) -> str:
        return self._picture.address

    def lay_out(self, _width: int) -> int:
        return 3 * look.LARGE

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(self._theme.border))
        painter.setBrush(QColor(self._theme.side))
        painter.drawRoundedRect(QRectF(0.5, 0.5, self._width - 1, self.height - 1), look.RADIUS, look.RADIUS)
        font = QFont(look.TEXT_FAMILY)
        font.setPixelSize(self._theme.small_size)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        room = QRectF(look.MEDIUM, 0, self._width - 2 * look.MEDIUM, self.height)
        host = shown_host(self._picture.address)
        text = " · ".join(part for part in (self._label, self._picture.description, host) if part)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def link_at(self, _point: QPointF) -> str:
        return self._picture.address


class ImageRow(Row):
    """An image the person attached, from its own bytes."""

    def __init__(self, attachment: Attachment, theme: Theme) -> None:
        super().__init__()
        self._attachment = attachment
        self._theme = theme
        self._image: QImage | None = None
        self.natural_width = 240
        self.height = 180

    @property
    def name(self) -> str:
        return self._attachment.name

    def lay_out(self, width: int) -> int:
        if self._image is None:
            self._image = decode(self._attachment.data)
        size = self._image.size()
        if size.isEmpty():
            self.natural_width = 240
            return 48
        scale = min(1.0, min(width, 420) / size.width(), 320 / size.height())
        self.natural_width = ceil(size.width() * scale)
        return ceil(size.height() * scale)

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        if self._image is None or self._image.isNull():
            font = QFont(look.TEXT_FAMILY)
            font.setPixelSize(self._theme.small_size)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.quiet))
            painter.drawText(QRectF(0, 0, self._width, self.height), Qt.AlignmentFlag.AlignVCenter, self.name)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(0, 0, self.natural_width, self.height), self._image)

    def forget(self) -> None:
        super().forget()
        self._image = None
