"""What the person attached, in its message: pictures as pictures, other files as cards, each to open or to save."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QMenu

from parley.domain.attachment import AttachmentKind
from parley.ui import theme as look
from parley.ui.icons import icon
from parley.ui.kit.buttons import IconButton
from parley.ui.kit.file_words import facts_text
from parley.ui.kit.themed import set_look

from .images import decode
from .rows import Range, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtWidgets import QWidget

    from parley.domain.attachment import Attachment

    from .page import Page

_BUTTON = 28
_FILE_HEIGHT, _FILE_WIDTH = 56, 300
_WIDEST, _HIGHEST = 420, 320  # of a picture


def attachment_rows(attachments: Iterable[Attachment], page: Page) -> Iterator[Row]:
    """A row for each, in their order."""
    for attachment in attachments:
        yield (ImageRow if attachment.kind is AttachmentKind.IMAGE else FileRow)(attachment, page)


class AttachmentRow(Row):
    """One attachment with a button that offers to open or to save it."""

    gap = look.SMALL

    def __init__(self, attachment: Attachment, page: Page) -> None:
        super().__init__()
        self._attachment = attachment
        self._page = page
        self._button: IconButton | None = None
        self.natural_width = _FILE_WIDTH
        self.height = _FILE_HEIGHT

    @property
    def name(self) -> str:
        return self._attachment.name

    def widgets(self, page: Page) -> Sequence[tuple[QWidget, QRectF]]:
        if self._button is None:
            self._button = self._make_button(page)
        x = min(self.natural_width, self._width) - _BUTTON - look.SMALL
        return ((self._button, QRectF(x, look.SMALL, _BUTTON, _BUTTON)),)

    def _make_button(self, page: Page) -> IconButton:
        words = QCoreApplication.translate("Transcript", "Open or save {name}").format(name=self.name)
        button = IconButton("ellipsis", words, page.parent, size=_BUTTON)
        set_look(button, "over")
        button.set_theme(page.theme)
        button.clicked.connect(self._open_menu)
        return button

    def _open_menu(self) -> None:
        if self._button is None:
            return
        menu = self.make_menu(self._button)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def make_menu(self, parent: QWidget) -> QMenu:
        """What can be done with the file."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        quiet = self._page.theme.quiet
        for verb, icon_name, words in (
            ("open", "external-link", QCoreApplication.translate("Transcript", "Open")),
            ("save", "download", QCoreApplication.translate("Transcript", "Save as…")),
        ):
            menu.addAction(icon(icon_name, quiet), words, lambda verb=verb: self._page.attach(self._attachment, verb))
        return menu

    def release(self) -> None:
        if self._button is not None:
            self._button.hide()
            self._button.deleteLater()
            self._button = None


class ImageRow(AttachmentRow):
    """A picture, from its own bytes."""

    def __init__(self, attachment: Attachment, page: Page) -> None:
        super().__init__(attachment, page)
        self._image: QImage | None = None
        self.natural_width = 240
        self.height = 180

    def lay_out(self, width: int) -> int:
        if self._image is None:
            self._image = decode(self._attachment.data)
        size = self._image.size()
        if size.isEmpty():
            self.natural_width = 240
            return 48
        scale = min(1.0, min(width, _WIDEST) / size.width(), _HIGHEST / size.height())
        self.natural_width = max(ceil(size.width() * scale), _BUTTON + 2 * look.SMALL)
        return max(ceil(size.height() * scale), _BUTTON + 2 * look.SMALL)

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        if self._image is None or self._image.isNull():
            painter.setFont(look.small_font(self._page.theme))
            painter.setPen(QColor(self._page.theme.quiet))
            painter.drawText(QRectF(0, 0, self._width, self.height), Qt.AlignmentFlag.AlignVCenter, self.name)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size()
        scale = min(1.0, self.natural_width / size.width(), self.height / size.height())
        painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), self._image)

    def forget(self) -> None:
        super().forget()
        self._image = None


class FileRow(AttachmentRow):
    """A text or a PDF: its name and what is known of it."""

    def lay_out(self, width: int) -> int:
        self.natural_width = min(width, _FILE_WIDTH)
        return _FILE_HEIGHT

    def paint(self, painter: QPainter, _clip: QRectF, _ranges: Sequence[Range]) -> None:
        theme = self._page.theme
        room = QRectF(0.5, 0.5, self.natural_width - 1, self.height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.border))
        painter.setBrush(QColor(theme.raised))
        painter.drawRoundedRect(room, look.RADIUS, look.RADIUS)
        side = look.ICON_SIZE
        place = QRectF(look.MEDIUM, (self.height - side) / 2, side, side).toRect()
        icon("file-text", theme.quiet).paint(painter, place)
        left = look.MEDIUM + side + look.SMALL
        words = room.adjusted(left, look.SMALL, -_BUTTON - 2 * look.SMALL, -look.SMALL)
        painter.setFont(look.small_font(theme))
        self._paint_line(painter, words, self.name, theme.text, Qt.AlignmentFlag.AlignTop)
        self._paint_line(painter, words, facts_text(self._attachment), theme.quiet, Qt.AlignmentFlag.AlignBottom)

    @staticmethod
    def _paint_line(painter: QPainter, room: QRectF, text: str, colour: str, at: Qt.AlignmentFlag) -> None:
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | at), shown)
