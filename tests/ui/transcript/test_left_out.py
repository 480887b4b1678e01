"""What is not sent any more: greyed, with a note under it and the way back; and the files of a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton
from tests.ui.transcript.shown import Shown, answer, mine

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import Summary
from parley.domain.message import Status
from parley.ui.transcript.accessible import spoken
from parley.ui.transcript.attachment_row import AttachmentRow, FileRow, ImageRow
from parley.ui.transcript.item_painting import GREYED
from parley.ui.transcript.note_row import NOTE_ID

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

TALK = (mine(1, "one"), answer(2, "two"), mine(3, "three"), answer(4, "four"))
SUMMARY = Summary("They **counted**.", 2, "gpt-4o")


def ids(shown: Shown) -> list[int]:
    flow = shown.area.flow
    return [flow.message(number).id for number in range(len(flow))]


def said(shown: Shown) -> str:
    flow = shown.area.flow
    number = flow.number_of(NOTE_ID)
    return "" if number is None else spoken(flow.message(number), flow.text(number))


def buttons(shown: Shown, name: str) -> list[QAbstractButton]:
    found = shown.view.findChildren(QAbstractButton)
    return [button for button in found if name in (button.text() or button.accessibleName()) and button.isVisible()]


def darkest(shown: Shown, number: int) -> int:
    """How dark the darkest point of an item's first row is: 0 is black."""
    area, image = shown.area, shown.area.viewport().grab().toImage()
    origin = area.row_origin(number, 0)
    points = ((origin.x() + x, origin.y() + y) for x in range(40) for y in range(20))
    return min(image.pixelColor(x, y).lightness() for x, y in points)


def test_greyed_code_has_no_other_corners(qtbot: QtBot) -> None:
    shown = Shown(qtbot, answer(1, "```text\nx\n```"), mine(2, "two"), answer(3, "three"))
    shown.view.left_out.show(2, None)
    shown.settle()
    image, origin = shown.area.viewport().grab().toImage(), shown.area.row_origin(0, 0)
    row = shown.area.flow.item(0).rows[0]
    inside = {image.pixelColor(origin.x() + x, origin.y() + row.height - 6).name() for x in (6, 11, 16, 60)}
    assert len(inside) == 1


def test_nothing_is_greyed_at_first(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK)
    assert ids(shown) == [1, 2, 3, 4]
    assert shown.area.left_out == 0


def test_what_is_left_out_is_greyed_over_a_note(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK)
    shown.view.left_out.show(3, None)
    shown.settle()
    assert ids(shown) == [1, 2, NOTE_ID, 3, 4]
    assert shown.area.left_out == 2
    assert darkest(shown, 1) > darkest(shown, 4) + 20
    assert said(shown).startswith("Not sent any more")


def test_grey_text_can_still_be_read() -> None:
    """At 0.62 on white the text colour has 4.7:1 (WCAG asks 4.5:1)."""
    ink = round(29 * GREYED + 255 * (1 - GREYED)) / 255
    luminance = ((ink + 0.055) / 1.055) ** 2.4
    assert 1.05 / (luminance + 0.05) >= 4.5


def test_a_summary_stands_there_as_a_card(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK)
    shown.view.left_out.show(3, SUMMARY)
    shown.settle()
    assert said(shown) == "Sent in this summary: all messages above: They **counted**."
    assert "They counted." in shown.rows(2)


def test_the_note_offers_the_way_back(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK)
    shown.view.left_out.show(3, SUMMARY)
    shown.settle()
    with qtbot.waitSignal(shown.view.left_out.undoRequested):
        buttons(shown, "Send everything again")[0].click()
    shown.view.left_out.show(None, None)
    shown.settle()
    assert ids(shown) == [1, 2, 3, 4]
    assert buttons(shown, "Send everything again") == []


def test_an_answer_goes_on_being_written_while_the_note_comes(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK[:3], answer(4, "", Status.STREAMING))
    shown.stream(4, "fo")
    shown.view.left_out.show(3, None)
    shown.stream(4, "ur")
    shown.view.update_message(answer(4, "four"))
    shown.settle()
    assert shown.area.flow.text(4) == "four"


def test_another_conversation_has_no_note(qtbot: QtBot) -> None:
    shown = Shown(qtbot, *TALK)
    shown.view.left_out.show(3, None)
    shown.view.show_messages([mine(11, "other"), answer(12, "words")])
    shown.settle()
    assert ids(shown) == [11, 12]
    assert shown.area.left_out == 0


# Files


def picture() -> Attachment:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "png")  # type: ignore[call-overload]  # a device, which PySide's stubs forget
    return Attachment(AttachmentKind.IMAGE, "a.png", "image/png", bytes(buffer.data().data()), "1")


NOTES = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", b"words", "2")
PAPER = Attachment(AttachmentKind.PDF, "p.pdf", "application/pdf", b"/Type /Pages /Count 3", "3")


def test_every_file_of_a_message_is_shown_in_its_order(qtbot: QtBot) -> None:
    asked = replace(mine(1, "Look."), attachments=(NOTES, picture(), PAPER))
    shown = Shown(qtbot, asked, answer(2, "ok"))
    kinds = [type(row) for row in shown.area.flow.item(0).rows[:3]]
    assert kinds == [FileRow, ImageRow, FileRow]


def test_each_can_be_opened_and_saved_by_a_button_that_names_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot, replace(mine(1, "Look."), attachments=(NOTES, PAPER)))
    assert len(buttons(shown, "Open or save")) == 2
    assert len(buttons(shown, "Open or save notes.txt")) == 1
    row = shown.area.flow.item(0).rows[0]
    assert isinstance(row, AttachmentRow)
    menu = row.make_menu(shown.view)
    for action, verb in zip(menu.actions(), ("open", "save"), strict=True):
        with qtbot.waitSignal(shown.view.attachmentRequested) as asked:
            action.trigger()
        assert asked.args == [NOTES, verb]


def test_a_picture_that_cannot_be_drawn_shows_its_name(qtbot: QtBot) -> None:
    broken = Attachment(AttachmentKind.IMAGE, "broken.png", "image/png", b"no", "4")
    shown = Shown(qtbot, replace(mine(1, ""), attachments=(broken,)))
    assert shown.area.flow.item(0).rows[0].height == 48
