"""The context window and files, from the window to what the service receives and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton
from tests.app.person import Person

from parley.domain.attachment import Detail
from parley.domain.left_out import SUMMARY_REQUEST
from parley.ui.advice_bar import AdviceBar
from parley.ui.composer.attachments import from_bytes, from_image, from_text
from parley.ui.composer.meter import ContextMeter, Level
from parley.ui.main_window import Page
from parley.ui.transcript.note_row import NOTE_ID

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

WORDS = "word " * 1_500  # about as many tokens; gpt-4 reads 8,192 at once
TOKEN = "context"
PDF = b"%PDF-1.4\n1 0 obj << /Type /Pages /Count 2 >> endobj\ntrailer << >>\n%%EOF"


class Reader(Person):
    """Someone whose conversation grows long."""

    def __init__(self, qtbot: QtBot, open_program: Callable[[], Program], server: FaultServer) -> None:
        super().__init__(qtbot, open_program, server)
        server.forget(TOKEN)
        self._records = server
        self.use(f"good/{TOKEN}")
        self.program.parts.conversation.choose_model("gpt-4")
        self.program.parts.window.show_page(Page.EMPTY)

    def talk(self, times: int) -> None:
        for number in range(times):
            self.say(f"{number}: {WORDS}")

    def sent(self) -> list[dict[str, Any]]:
        """The messages of the last request."""
        bodies = [record["body"] for record in self._records.records(TOKEN) if record["method"] == "POST"]
        messages: list[dict[str, Any]] = bodies[-1]["messages"]
        return messages

    @property
    def bar(self) -> AdviceBar:
        return self.program.parts.window.findChildren(AdviceBar)[0]

    def wait_for_level(self, level: Level) -> ContextMeter:
        meters = self.program.parts.window.composer
        self.wait(lambda: any(meter._fullness.level is level for meter in meters.findChildren(ContextMeter)))
        return meters.findChildren(ContextMeter)[0]

    def said(self) -> str:
        return self.bar.advice.text if self.bar.advice else ""

    def wait_to_hear(self, words: str) -> None:
        self.wait(lambda: words in self.said())

    def press(self, label: str) -> None:
        window = self.program.parts.window

        def found() -> list[QAbstractButton]:
            return [b for b in window.findChildren(QAbstractButton) if b.text() == label and b.isVisible()]

        self.wait(lambda: bool(found()))
        found()[0].click()

    def note(self) -> str:
        """What the transcript says of the messages that are not sent, or of their summary."""
        area = self.program.parts.window.transcript._area
        number = area.flow.number_of(NOTE_ID)
        return "none" if number is None else area.flow.text(number)


@pytest.fixture
def reader(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Reader:
    return Reader(qtbot, open_program, fault_server)


def test_the_meter_of_a_model_nobody_knows_says_what_is_used(reader: Reader) -> None:
    reader.program.parts.conversation.choose_model("my-own-model")
    composer = reader.program.parts.window.composer
    composer.set_text("Hello there")
    reader.wait(lambda: any(meter.isVisible() for meter in composer.findChildren(ContextMeter)))
    [meter] = composer.findChildren(ContextMeter)
    assert (meter.text(), meter.property("look")) == ("Window unknown", "meter")
    assert meter.accessibleName().endswith(" tokens, window unknown")
    assert "How many my-own-model can read at once (its context window) is not known." in meter.accessibleDescription()
    reader.talk(3)
    reader.wait(lambda: meter.isVisible() and meter.text().endswith(" tokens, window unknown"))
    assert reader.said() == ""


def test_the_meter_is_quiet_at_first_and_amber_near_the_end(reader: Reader) -> None:
    reader.say("Hello")
    assert not any(meter.isVisible() for meter in reader.program.parts.window.composer.findChildren(ContextMeter))
    reader.talk(3)
    meter = reader.wait_for_level(Level.HALF)
    assert meter.isVisible()
    assert "8,192" in meter.accessibleDescription()
    assert meter.accessibleName().startswith("Context: 5")
    assert reader.said() == ""
    reader.talk(2)
    reader.wait_to_hear("nearly as long as gpt-4 can read")
    reader.wait_for_level(Level.NEAR)


def test_leaving_out_the_oldest_greys_them_and_can_be_undone(reader: Reader) -> None:
    reader.talk(5)
    reader.wait_to_hear("nearly as long")
    reader.press("Leave out the oldest")
    reader.wait_to_hear("not sent any more")
    area = reader.program.parts.window.transcript._area
    assert reader.note() == ""
    assert area.left_out == 6
    reader.say("And now?")
    assert len(reader.sent()) == 5
    assert reader.sent()[0]["content"].startswith("3:")
    assert reader.said() == ""

    reader.program.parts.window.transcript.go_to(NOTE_ID)
    reader.press("Send everything again")
    assert reader.note() == "none"
    assert area.left_out == 0
    reader.say("And now?")
    assert reader.sent()[0]["content"].startswith("0:")


def test_a_summary_goes_in_place_of_the_oldest_and_stays_with_the_conversation(reader: Reader) -> None:
    reader.talk(5)
    reader.wait_to_hear("nearly as long")
    shown = len(reader.program.parts.session.messages)
    reader.press("Summarise the oldest")
    reader.wait_to_hear("A summary is now sent")
    assert [message["content"][:2] for message in reader.sent()[::2]] == ["0:", "1:", "2:", SUMMARY_REQUEST[:2]]
    summary = reader.note()
    assert summary not in {"", "none"}
    assert len(reader.program.parts.session.messages) == shown

    reader.say("And now?")
    assert [message["content"] for message in reader.sent()[:2]] == [SUMMARY_REQUEST, summary]
    assert reader.sent()[2]["content"].startswith("3:")

    reader.restart()
    assert reader.note() == summary
    reader.program.parts.window.transcript.go_to(NOTE_ID)
    reader.press("Send everything again")
    assert reader.note() == "none"


def test_a_larger_model_is_chosen_among_those_that_read_more(reader: Reader) -> None:
    reader.talk(5)
    reader.wait_to_hear("nearly as long")
    header = reader.program.parts.window.header
    header.set_models(("gpt-4", "gpt-4o", "gpt-4.1", "gpt-3.5-turbo"))
    reader.press("Choose a larger model")
    popup = header._model._popup
    assert popup is not None
    assert [popup._rows.row_at(popup._rows.index(row)).model for row in range(popup._rows.rowCount())] == [  # type: ignore[union-attr]  # the rows that are there
        "gpt-4o",
        "gpt-4.1",
    ]
    popup._choose(popup._rows.index(0))
    reader.wait(lambda: reader.said() == "")


def test_a_message_that_alone_is_too_long_is_told_so_before_it_is_sent(reader: Reader) -> None:
    reader.program.parts.window.composer.set_text(WORDS * 6)
    reader.wait_to_hear("This message is longer than gpt-4 can read at once.")
    reader.wait_for_level(Level.OVER)


def picture() -> QImage:
    image = QImage(640, 480, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


def test_a_model_that_reads_text_only_is_said_before_a_picture_is_sent(reader: Reader) -> None:
    composer = reader.program.parts.window.composer
    composer.set_attachments([from_image(picture(), "holiday.png")])
    reader.wait_to_hear("gpt-4 reads text only. It will not see holiday.png.")
    reader.say("What is this?")
    assert reader.sent()[-1]["content"] == "(The file holiday.png belongs here. You cannot see it.)\n\nWhat is this?"
    reader.wait_to_hear("pictures and PDFs of this conversation are not sent")

    composer.set_attachments([from_image(picture(), "holiday.png")])
    reader.wait_to_hear("It will not see holiday.png.")
    reader.press("Remove it")
    assert composer.attachments() == []


def test_pictures_pdfs_and_texts_go_as_the_api_wants_them(reader: Reader) -> None:
    reader.program.parts.conversation.choose_model("gpt-4o")
    shot = replace(from_image(picture(), "shot.png"), detail=Detail.LOW)
    composer = reader.program.parts.window.composer
    composer.set_attachments([shot, from_bytes(PDF, "paper.pdf"), from_text("one, two", "list.csv")])
    reader.wait_to_hear("Not every service reads PDF files")
    reader.say("Compare.")
    image, paper, text, question = reader.sent()[-1]["content"]
    assert image["image_url"]["detail"] == "low"
    assert image["image_url"]["url"].startswith("data:image/png;base64,")
    assert paper["file"]["filename"] == "paper.pdf"
    assert paper["file"]["file_data"].startswith("data:application/pdf;base64,JVBERi0")
    assert "list.csv" in text["text"]
    assert question == {"type": "text", "text": "Compare."}

    reader.restart()
    kept = reader.program.parts.session.messages[0].attachments
    assert [(a.name, a.detail) for a in kept] == [("shot.png", "low"), ("paper.pdf", ""), ("list.csv", "")]


def test_files_that_are_too_large_together_keep_the_message_here(reader: Reader) -> None:
    reader.program.parts.conversation.choose_model("gpt-4o")
    composer = reader.program.parts.window.composer
    composer.set_text("Read these.")
    large = [from_bytes(PDF + bytes([number]) * 30_000_000, f"{number}.pdf") for number in range(2)]
    composer.set_attachments(large)
    reader.wait_to_hear("At most 50 MB can be sent at once.")
    assert not composer._send.isEnabled()
    reader.press("Remove them")
    assert composer._send.isEnabled()
