"""Files before they are sent: as large as the API looks at them, with their facts, their price and their detail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QMenu

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.errors import AppError, Cause
from parley.domain.file_facts import image_size
from parley.ui.composer.attachments import PDF_LIMIT, from_bytes, from_image, from_text, read_file
from parley.ui.composer.chips import Chip
from parley.ui.composer.meter import ContextMeter, Fullness, Level
from parley.ui.kit.buttons import Button
from parley.ui.kit.labels import ElidedLabel

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from parley.ui.composer.composer import Composer

PDF = b"%PDF-1.4\n1 0 obj << /Type /Pages /Count 12 >> endobj\n%%EOF"


def encoded(image: QImage, image_format: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(image_format)).write(image)
    return bytes(buffer.data().data())


def photo(width: int, height: int, kind: QImage.Format = QImage.Format.Format_RGB32) -> QImage:
    image = QImage(width, height, kind)
    image.fill(QColor("teal"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height // 2, QColor("orange"))
    painter.end()
    return image


# As large as the API looks at it


@pytest.mark.parametrize("image_format", [b"png", b"jpeg", b"webp"])
def test_a_large_picture_is_made_to_fit_the_square_the_api_looks_at(image_format: bytes) -> None:
    attachment = from_bytes(encoded(photo(4000, 1000), image_format), "wide")
    assert image_size(attachment.data) == (2048, 512)
    assert attachment.mime == ("image/jpeg" if image_format == b"jpeg" else "image/png")


def test_a_picture_that_fits_stays_byte_for_byte() -> None:
    data = encoded(photo(2048, 2048), b"webp")
    assert from_bytes(data, "square.webp").data == data


def test_a_see_through_picture_stays_so() -> None:
    image = QImage(3000, 10, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert QImage.fromData(from_bytes(encoded(image, b"png"), "glass.png").data).hasAlphaChannel()


def test_a_photograph_does_not_tell_where_it_was_taken() -> None:
    data = encoded(photo(40, 30), b"jpeg")
    said = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS: home"
    notes = b"\xff\xe1" + (len(said) + 2).to_bytes(2, "big") + said
    attachment = from_bytes(data[:2] + notes + data[2:], "home.jpg")
    assert b"GPS" not in attachment.data
    assert image_size(attachment.data) == (40, 30)


def test_of_a_picture_that_moves_the_first_moment_is_sent() -> None:
    frame = "2c00000000010001000002024401003b"
    start = "47494638396101000100800000ffffff000000"
    control = "21f90401000000"
    moving = bytes.fromhex(start + control + "00" + frame[:-2] + control + "00" + frame)
    assert from_bytes(moving, "a.gif").mime == "image/png"


# PDFs


def test_a_pdf_is_known_by_its_content_and_kept_whole(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_bytes(PDF)
    attachment = read_file(path)
    assert (attachment.kind, attachment.mime, attachment.data) == (AttachmentKind.PDF, "application/pdf", PDF)


def test_too_large_a_pdf_is_refused_and_the_limit_said() -> None:
    with pytest.raises(AppError) as caught:
        from_bytes(PDF + bytes(PDF_LIMIT), "book.pdf")
    assert (caught.value.cause, caught.value.failure.facts["limit"]) == (Cause.FILE_TOO_LARGE, "50 MB")


# What is shown of them


def price_of(attachment: Attachment) -> str:
    return "" if attachment.kind is AttachmentKind.TEXT else f"{attachment.detail or 'auto'} price"


def chips(composer: Composer) -> list[Chip]:
    return composer.findChildren(Chip)


def lines(chip: Chip) -> list[str]:
    return [label.text() for label in chip.findChildren(ElidedLabel) if not label.isHidden()]


def test_a_chip_says_how_large_a_file_is_and_what_it_costs(composer: Composer) -> None:
    composer.set_price_of(price_of)
    composer.set_attachments([from_image(photo(640, 480), "a.png"), from_bytes(PDF, "p.pdf"), from_text("x", "t.txt")])
    picture, paper, text = chips(composer)
    assert lines(picture)[1].startswith("640 × 480 · ")
    assert lines(picture)[2] == "auto price"
    assert lines(paper)[1:] == ["PDF, 12 pages · 58 bytes", "auto price"]
    assert lines(text)[1:] == ["1 bytes"]
    assert "12 pages" in paper.accessibleDescription()
    assert "auto price" in paper.accessibleDescription()


def test_detail_is_chosen_at_the_chip_with_the_price_of_each_way(composer: Composer, qtbot: QtBot) -> None:
    composer.set_attachments([from_image(photo(640, 480), "a.png"), from_text("x", "t.txt")])
    composer.set_price_of(price_of)
    picture, text = chips(composer)
    [button] = picture.findChildren(Button)
    assert button.accessibleName() == "Detail: Auto, a.png"
    assert text.findChildren(Button) == []
    button.click()
    [menu] = picture.findChildren(QMenu)
    words = [action.text() for action in menu.actions()]
    assert [word.partition(":")[0] for word in words] == ["Auto", "Low", "High"]
    assert [word.rpartition(" · ")[2] for word in words] == ["auto price", "low price", "high price"]
    with qtbot.waitSignal(composer.attachmentsChanged):
        menu.actions()[1].trigger()
    menu.close()
    assert composer.attachments()[0].detail is Detail.LOW
    assert lines(picture)[2] == "low price"
    assert button.text() == "Detail: Low"


def test_files_can_be_taken_off_by_what_they_are(composer: Composer) -> None:
    paper, text = from_bytes(PDF, "p.pdf"), from_text("x", "t.txt")
    composer.set_attachments([paper, text])
    composer.remove_attachments([paper])
    assert composer.attachments() == [text]


def test_what_stands_in_the_way_is_said_and_nothing_is_sent(composer: Composer, qtbot: QtBot) -> None:
    composer.set_text("Hello")
    composer.set_blocked("Too large files")
    assert not composer._send.isEnabled()
    assert composer._line.text() == "Too large files"
    with qtbot.assertNotEmitted(composer.sendRequested):
        composer._edit.submitted.emit()
    composer.set_blocked("")
    assert composer._send.isEnabled()


# The meter


def test_there_is_no_meter_until_there_is_something_to_measure(composer: Composer) -> None:
    composer.set_context(None)
    assert composer.findChildren(ContextMeter) == []


def test_the_meter_is_a_button_with_words(composer: Composer, qtbot: QtBot) -> None:
    composer.set_context(Fullness(40, Level.QUIET, "Context: 40 % full", "Much room is left."))
    [meter] = composer.findChildren(ContextMeter)
    assert (meter.text(), meter.accessibleName()) == ("", "Context: 40 % full")
    assert meter.accessibleDescription() == "Much room is left."
    assert "Much room is left." in meter.toolTip()
    composer.set_context(Fullness(91, Level.NEAR, "Context: 91 % full", "Little room is left.", "91 %"))
    assert (meter.text(), meter.property("look")) == ("91 %", "meter-near")
    composer.set_context(Fullness(120, Level.OVER, "Context: 120 % full", "No room is left."))
    assert meter.property("look") == "meter-over"
    with qtbot.waitSignal(composer.contextPressed) as pressed:
        meter.click()
    assert pressed.args == [meter]
    composer.set_context(None)
    assert not meter.isVisible()


def test_the_ring_shows_how_much_is_used(composer: Composer) -> None:
    composer.set_context(Fullness(100, Level.HALF, "", ""))
    [meter] = composer.findChildren(ContextMeter)
    full = meter.icon().pixmap(16).toImage()
    composer.set_context(Fullness(10, Level.HALF, "", ""))
    little = meter.icon().pixmap(16).toImage()
    composer.set_context(Fullness(None, Level.QUIET, "", ""))
    assert len({bytes(image.constBits()) for image in (full, little, meter.icon().pixmap(16).toImage())}) == 3
