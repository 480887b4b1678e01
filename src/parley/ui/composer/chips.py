"""The attachments of the message that is being written: a row of small cards, each with a way to take it off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from parley.domain.attachment import AttachmentKind
from parley.ui.composer.image_detail import detail_menu, detail_name, detail_words
from parley.ui.composer.loader import Loaded, with_picture
from parley.ui.kit.buttons import Button, IconButton
from parley.ui.kit.file_words import facts_text
from parley.ui.kit.labels import ElidedLabel, Picture, plain_tip
from parley.ui.kit.themed import set_look, theme_below
from parley.ui.theme import SMALL, TINY

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QImage, QKeyEvent

    from parley.domain.attachment import Attachment, Detail
    from parley.ui.theme import Theme

_PICTURE = 40
_CHIP_WIDTH = 244


class Chip(QFrame):
    """One attachment: its picture or a page, its name and size, and a button to remove it."""

    removeRequested = Signal(object)  # this chip
    changed = Signal()  # another detail was chosen

    def __init__(self, loaded: Loaded, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment = loaded.attachment
        self._facts = facts_text(loaded.attachment)
        self._price_of: Callable[[Attachment], str] | None = None
        self._second = ElidedLabel(self._facts, look="small")
        self._price = ElidedLabel(look="small")
        self._detail: Button | None = None
        name = loaded.attachment.name
        self.remove = IconButton("x", self.tr("Remove {name}").format(name=name), size=24, tip=self.tr("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, SMALL, SMALL, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(_picture(loaded), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        self.setFixedWidth(_CHIP_WIDTH)
        self.setAccessibleName(name)
        set_look(self, "card")
        self.remove.clicked.connect(self._ask)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        name = ElidedLabel(self.attachment.name, look="plain-small")
        top = QHBoxLayout()
        top.setSpacing(TINY)
        top.addWidget(name, 1)
        top.addWidget(self.remove)
        column.addLayout(top)
        for label in (self._second, self._price):
            column.addWidget(label)
        self._price.hide()
        if self.attachment.kind is AttachmentKind.IMAGE:
            self._detail = Button("", look="pill")
            self._detail.clicked.connect(self._choose_detail)
            column.addWidget(self._detail, 0, Qt.AlignmentFlag.AlignLeading)
            self._show_detail()
        column.addStretch(1)
        return column

    def set_price_of(self, price_of: Callable[[Attachment], str]) -> None:
        """How the price of an attachment is said."""
        self._price_of = price_of
        self._show_price()

    def _show_price(self) -> None:
        price = self._price_of(self.attachment) if self._price_of else ""
        self._price.set_text(price)
        self._price.setVisible(bool(price))
        self.setAccessibleDescription(", ".join(filter(None, [self._facts, price])))

    def _choose_detail(self) -> None:
        if self._detail is not None:
            menu = detail_menu(self.attachment, self._price_of, self._take_detail, self)
            menu.popup(self._detail.mapToGlobal(self._detail.rect().bottomLeft()))

    def _take_detail(self, detail: Detail) -> None:
        self.attachment = replace(self.attachment, detail=detail)
        self._show_detail()
        self._show_price()
        self.changed.emit()

    def _show_detail(self) -> None:
        if self._detail is not None:
            words = self.tr("Detail: {detail}").format(detail=detail_name(self.attachment.detail))
            self._detail.setText(words)
            self._detail.setAccessibleName(f"{words}, {self.attachment.name}")
            self._detail.setToolTip(plain_tip(detail_words(self.attachment.detail)))

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
        self._price_of: Callable[[Attachment], str] | None = None
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
        if self._price_of is not None:
            chip.set_price_of(self._price_of)
        chip.changed.connect(self.changed)
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

    def set_price_of(self, price_of: Callable[[Attachment], str]) -> None:
        """Say what each attachment costs, now and whenever this is called again."""
        self._price_of = price_of
        for chip in self._chips:
            chip.set_price_of(price_of)
        self._fit()

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
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())


def _picture(loaded: Loaded) -> QLabel:
    if loaded.picture.isNull():
        return Picture("image" if loaded.attachment.kind is AttachmentKind.IMAGE else "file-text", 24, tone="quiet")
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
