"""The attachments of the message that is being written: a row of small cards, each with a way to take it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from parley.domain.attachment import AttachmentKind
from parley.ui.composer.loader import Loaded, with_picture
from parley.ui.kit.buttons import IconButton
from parley.ui.kit.labels import ElidedLabel, Picture
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import SMALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage, QKeyEvent

    from parley.domain.attachment import Attachment
    from parley.ui.theme import Theme

_PICTURE = 40
_CHIP_WIDTH = 208


class Chip(QFrame):
    """One attachment: its picture or a page, its name and size, and a button to remove it."""

    removeRequested = Signal(object)  # this chip

    def __init__(self, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment = loaded.attachment
        name = loaded.attachment.name
        self.remove = IconButton("x", self.tr("Remove {name}").format(name=name), size=24, tip=self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(_picture(loaded))
        row.addLayout(self._words(), 1)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setFixedWidth(_CHIP_WIDTH)
        self.setAccessibleName(name)
        set_look(self, "card")
        self.remove.clicked.connect(self._ask)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        name = ElidedLabel(self.attachment.name, look="plain-small")
        style = QLocale.DataSizeFormat.DataSizeTraditionalFormat
        size = ElidedLabel(QLocale().formattedDataSize(len(self.attachment.data), 0, style), look="small")
        for label in (name, size):
            column.addWidget(label)
        return column

    def _ask(self) -> None:
        self.removeRequested.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._ask()
        else:
            super().keyPressEvent(event)


class ChipRow(QScrollArea):
    """All attachments in one line that scrolls sideways. Hidden while there are none."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._chips: list[Chip] = []
        self._inner = QWidget()
        self._line = QHBoxLayout(self._inner)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(SMALL)
        self._line.addStretch(1)
        self.setWidget(self._inner)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Attachments"))
        self.viewport().setAutoFillBackground(False)
        self._inner.setAutoFillBackground(False)
        self.hide()

    def attachments(self) -> list[Attachment]:
        return [chip.attachment for chip in self._chips]

    def add(self, loaded: Loaded) -> None:
        """Add one at the end. The same file twice is one attachment."""
        if any(chip.attachment.sha256 == loaded.attachment.sha256 for chip in self._chips):
            return
        chip = Chip(loaded)
        if self._theme is not None:
            theme_below(chip, self._theme)
        chip.removeRequested.connect(self._remove)
        self._chips.append(chip)
        self._line.insertWidget(len(self._chips) - 1, chip)
        self._refresh()
        self.ensureWidgetVisible(chip)

    def replace(self, attachments: Sequence[Attachment]) -> None:
        while self._chips:
            self._drop(self._chips[-1])
        for attachment in attachments:
            self.add(with_picture(attachment))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme

    def sizeHint(self) -> QSize:
        inner = self._inner.sizeHint()
        return QSize(inner.width(), inner.height() + self.horizontalScrollBar().sizeHint().height())

    def _remove(self, chip: Chip) -> None:
        place = self._chips.index(chip)
        self._drop(chip)
        self._refresh()
        if self._chips:
            self._chips[min(place, len(self._chips) - 1)].remove.setFocus()

    def _drop(self, chip: Chip) -> None:
        self._chips.remove(chip)
        self._line.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _refresh(self) -> None:
        self.setVisible(bool(self._chips))
        self.setFixedHeight(self.sizeHint().height())
        self.changed.emit()


def _picture(loaded: Loaded) -> QLabel:
    if loaded.attachment.kind is AttachmentKind.TEXT or loaded.picture.isNull():
        return Picture("file-text" if loaded.attachment.kind is AttachmentKind.TEXT else "image", 24, tone="quiet")
    label = QLabel()
    label.setFixedSize(_PICTURE, _PICTURE)
    label.setPixmap(_rounded(loaded.picture, label.devicePixelRatioF()))
    return label


def _rounded(image: QImage, ratio: float) -> QPixmap:
    side = round(_PICTURE * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    shape = QPainterPath()
    shape.addRoundedRect(0, 0, side, side, 6 * ratio, 6 * ratio)
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.setClipPath(shape)
    cut = min(image.width(), image.height())
    middle = QRect((image.width() - cut) // 2, (image.height() - cut) // 2, cut, cut)
    painter.drawImage(QRect(0, 0, side, side), image, middle)
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made
