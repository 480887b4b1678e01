"""Line icons of one family (Lucide, ISC), tinted by the theme and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from parley import paths
from parley.domain.errors import AppError, Cause

if TYPE_CHECKING:
    from PySide6.QtCore import QRect, QSize


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    file = paths.resources() / "icons" / f"{name}.svg"
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        raise AppError(Cause.RESOURCE_MISSING, str(error), path=file.name) from error


class _Tinted(QIconEngine):
    def __init__(self, name: str, colour: str, disabled: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._disabled = disabled
        self._made: dict[tuple[int, int, bool], QPixmap] = {}  # a button is painted far more often than it changes

    def clone(self) -> QIconEngine:
        return _Tinted(self._name, self._colour, self._disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        colour = self._disabled if mode is QIcon.Mode.Disabled else self._colour
        svg = _source(self._name).replace("currentColor", colour).replace('stroke-width="2"', 'stroke-width="1.75"')
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        key = (size.width(), size.height(), mode is QIcon.Mode.Disabled)
        if key not in self._made:
            self._made[key] = self._draw(size, mode, state)
        return self._made[key]

    def _draw(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        image = QPixmap(size)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        self.paint(painter, image.rect(), mode, state)
        painter.end()
        return image


def icon(name: str, colour: str, disabled: str = "#8c8c86") -> QIcon:
    """The icon `name` (a file in resources/icons) in `colour`. Raises AppError when it is missing."""
    _source(name)
    return QIcon(_Tinted(name, colour, disabled))
