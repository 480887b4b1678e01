"""Prints a page of HTML to PDF with Qt's own text layout. May be called on any thread of a running QGuiApplication."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QRgba64,
    QTextDocument,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from parley import __version__
from parley.ui.theme import TEXT_FAMILY, letter_for_letter

if TYPE_CHECKING:
    from collections.abc import Iterator

# Dots per inch of the page's own units. The text is laid out in them, so they also set how large 1px of the HTML is.
_DPI = 96
_MARGIN_MM = 20
_FOOT = 32  # pixels kept free at the foot of each page for its number
_BODY_PX = 14
# PySide makes its classes when they are first met, which must not happen on another thread (see `app.later_parts`).
# These two are met below without being named.
_MET_ON_THE_WAY = (QPlainTextDocumentLayout, QRgba64)


def html_to_pdf(html: str, title: str) -> bytes:
    """`html` as a PDF document named `title`, with page numbers. Nothing but images inside the page is ever loaded."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(buffer, title)
    document = _document(html, writer)
    painter = QPainter(writer)
    try:
        for number in _pages(writer, document):
            _paint_page(painter, document, number)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator(f"Parley {__version__}")
    writer.setResolution(_DPI)
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins)
    layout.setUnits(QPageLayout.Unit.Millimeter)
    layout.setMargins(margins)
    writer.setPageLayout(layout)
    return writer


def _document(html: str, writer: QPdfWriter) -> QTextDocument:
    document = _Sealed()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(_font(_BODY_PX))
    document.setDocumentMargin(0)
    page = writer.pageLayout().paintRectPixels(_DPI)
    document.set_widest(page.width())
    document.setPageSize(QSizeF(page.width(), page.height() - _FOOT))
    document.setHtml(html)
    return document


def _pages(writer: QPdfWriter, document: QTextDocument) -> Iterator[int]:
    """The pages from 0 on, each begun on the paper when its turn comes."""
    for number in range(document.pageCount()):
        if number:
            writer.newPage()
        yield number


def _paint_page(painter: QPainter, document: QTextDocument, number: int) -> None:
    page = document.pageSize()
    shown = QRectF(0, number * page.height(), page.width(), page.height())
    painter.save()
    painter.translate(0, -shown.top())
    painter.setClipRect(shown)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = shown
    context.palette = _paper()
    document.documentLayout().draw(painter, context)
    painter.restore()
    foot = QRectF(0, page.height(), page.width(), _FOOT)
    text = QCoreApplication.translate("Export", "{page} of {pages}")
    painter.setFont(_font(_BODY_PX - 3))
    painter.setPen(Qt.GlobalColor.darkGray)
    painter.drawText(
        foot,
        Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
        text.format(page=number + 1, pages=document.pageCount()),
    )


def _font(pixels: int) -> QFont:
    """The text font without its alternate glyphs: those have no character of their own, so "1-2" would copy as "12"."""
    font = QFont(TEXT_FAMILY)
    font.setPixelSize(pixels)
    return letter_for_letter(font)


def _paper() -> QPalette:
    """Black on white, whatever the theme of the window is."""
    return QPalette(Qt.GlobalColor.black, Qt.GlobalColor.white)


class _Sealed(QTextDocument):
    """A document that loads nothing from anywhere: the one thing it accepts is an image inside the page itself."""

    _widest = 0

    def set_widest(self, pixels: int) -> None:
        """Images wider than this are made smaller: Qt would cut them off at the edge of the paper."""
        self._widest = pixels

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # Qt: None, bytes or an image
        del kind
        image = _embedded_image(name.toString() if isinstance(name, QUrl) else name)
        if image is None or not self._widest or image.width() <= self._widest:
            return image
        return image.scaledToWidth(self._widest, Qt.TransformationMode.SmoothTransformation)


def _embedded_image(address: str) -> QImage | None:
    head, _, data = address.partition(";base64,")
    if not head.startswith("data:image/") or head == "data:image/svg+xml":
        return None
    try:
        raw = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return None
    image = QImage()
    return image if image.loadFromData(QByteArray(raw)) else None
