"""Starters in the whole program: from the cards to what is sent, and what is kept over a restart."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from tests.app.person import PATIENCE, Person

from parley.domain.chat_settings import Mode
from parley.domain.settings import DEFAULT_INSTRUCTIONS
from parley.ui.main_window import Page
from parley.ui.starters.card import StarterCard
from parley.ui.starters.library import StarterLibrary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program
    from parley.domain.chat_settings import ChatSettings
    from parley.ui.main_window import MainWindow
    from parley.ui.starters.form import StarterForm


class Beginner(Person):
    """Someone with an empty conversation."""

    @property
    def window(self) -> MainWindow:
        return self.program.parts.window

    @property
    def settings(self) -> ChatSettings:
        return self.program.parts.session.settings

    def begin(self) -> None:
        self.use("good")
        self.program._rooms.welcomeDone.emit()
        self.wait(lambda: bool(self.cards()))

    def wait(self, reached: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(reached, timeout=PATIENCE)

    def cards(self) -> list[str]:
        return [card.starter.name for card in self.window.empty_page.findChildren(StarterCard) if card.isVisible()]

    def press(self, name: str) -> None:
        cards = self.window.empty_page.findChildren(StarterCard)
        card = next(card for card in cards if card.isVisible() and card.starter.name == name)
        QTest.mouseClick(card, Qt.MouseButton.LeftButton)

    @property
    def form(self) -> StarterForm:
        form = self.window.empty_page.form
        assert form is not None
        return form

    def fill(self, *values: str) -> None:
        for field, value in zip(self.form.fields, values, strict=False):
            field.entry.setFocus()
            QTest.keyClicks(field.entry, value)
        QTest.mouseClick(self.form.use, Qt.MouseButton.LeftButton)

    def library(self) -> StarterLibrary:
        self.window.empty_page.libraryRequested.emit()
        library = self.window.findChild(StarterLibrary)
        assert library is not None
        return library


@pytest.fixture
def beginner(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Beginner:
    return Beginner(qtbot, open_program, fault_server)


def test_the_cards_come_without_moving_anything(beginner: Beginner) -> None:
    beginner.begin()
    assert beginner.cards()[:2] == ["Comedian, in JSON", "Poet"]
    page = beginner.window.empty_page
    before = page._heading.geometry()
    page.set_starters(())
    assert page._heading.geometry() == before


def test_the_comedian_fills_message_and_settings_and_sends_nothing(
    beginner: Beginner, fault_server: FaultServer
) -> None:
    beginner.use("good/comedian")
    beginner.program._rooms.welcomeDone.emit()
    beginner.wait(lambda: bool(beginner.cards()))
    beginner.program.parts.conversation.choose_model("gpt-3.5-turbo-0125")
    beginner.press("Comedian, in JSON")
    beginner.fill("keyboards")
    assert beginner.window.empty_page.form is None
    assert beginner.window.composer.text() == "Tell me a joke about keyboards."
    assert beginner.settings.json_answer
    assert len(beginner.settings.examples) == 2
    assert [r for r in fault_server.records("comedian") if r["method"] == "POST"] == []

    beginner.say(beginner.window.composer.text())
    (sent,) = [r["body"] for r in fault_server.records("comedian") if r["method"] == "POST"]
    assert [m["role"] for m in sent["messages"]] == ["system", "user", "assistant", "user", "assistant", "user"]
    assert sent["response_format"] == {"type": "json_object"}
    assert sent["temperature"] == 0.9
    assert sent["messages"][-1]["content"] == "Tell me a joke about keyboards."


def test_the_poet_is_text_completion_and_one_starter_leaves_nothing_to_the_next(beginner: Beginner) -> None:
    beginner.begin()
    beginner.press("Poet")
    beginner.form.submit()
    assert beginner.window.composer.text() == "Write a short poem for programmers."
    assert (beginner.settings.mode, beginner.settings.max_tokens) == (Mode.COMPLETION, 300)
    beginner.press("Summarise a text")
    beginner.fill("A long text")
    assert (beginner.settings.mode, beginner.settings.max_tokens) == (Mode.CHAT, None)
    assert beginner.window.composer.text().endswith("\n\nA long text")


def test_an_image_chosen_in_the_form_goes_with_the_message(beginner: Beginner, tmp_path: Path) -> None:
    beginner.begin()
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    assert picture.save(str(tmp_path / "red.png"))
    library = beginner.library()
    library.search.setText("Describe an image")
    library.detail.use.click()
    beginner.form._choose_files = lambda _parent, _images: [str(tmp_path / "red.png")]
    beginner.form.attach.click()
    beginner.form.use.click()
    assert beginner.window.composer.text() == "Describe this image."
    beginner.wait(lambda: [a.name for a in beginner.window.composer.attachments()] == ["red.png"])


def test_what_a_starter_does_not_set_is_as_in_every_new_conversation(beginner: Beginner) -> None:
    beginner.begin()
    beginner.program._preferences.set(DEFAULT_INSTRUCTIONS, "Answer briefly.")
    beginner.press("Poet")
    beginner.form.submit()
    assert beginner.settings.instructions == "Answer briefly."
    beginner.press("Comedian, in JSON")
    beginner.fill("x")
    assert "comedian" in beginner.settings.instructions


def test_what_is_half_filled_in_stays_until_something_is_sent(beginner: Beginner) -> None:
    beginner.begin()
    beginner.press("Comedian, in JSON")
    QTest.keyClicks(beginner.form.fields[0].entry, "half wri")
    beginner.program.parts.conversation.begin_new()
    assert beginner.form.fields[0].value() == "half wri"
    beginner.say("Something else")
    beginner.program.parts.conversation.begin_new()
    assert beginner.window.empty_page.form is None


def test_from_a_conversation_a_starter_begins_a_new_one(beginner: Beginner) -> None:
    beginner.begin()
    beginner.say("Hello")
    library = beginner.library()
    library.detail.use.click()
    assert beginner.window.page is Page.EMPTY
    assert beginner.form.starter.name == "Comedian, in JSON"
    assert not library.isVisible()


def test_while_models_are_chosen_to_compare_a_starter_begins_a_new_conversation(beginner: Beginner) -> None:
    beginner.begin()
    beginner.window.header.compareRequested.emit()
    assert not beginner.window.empty_page.isVisible()
    beginner.library().detail.use.click()
    assert beginner.window.empty_page.isVisible()
    assert beginner.form.starter.name == "Comedian, in JSON"


def test_a_starter_made_of_a_conversation_is_there_after_a_restart(beginner: Beginner) -> None:
    beginner.begin()
    beginner.say("Translate {{this}} into Thai")
    beginner.window.header.saveStarterRequested.emit()
    library = beginner.library()
    assert library.editing
    library.editor.name.setText("To Thai")
    library.editor.save.click()
    beginner.wait(lambda: [starter.name for starter in library._starters if starter.own] == ["To Thai"])

    beginner.restart()
    beginner.program.parts.conversation.begin_new()
    beginner.wait(lambda: "To Thai" in beginner.cards())
    beginner.press("To Thai")
    beginner.fill("bread")
    assert beginner.window.composer.text() == "Translate bread into Thai"


def test_what_is_being_written_when_parley_is_closed_is_kept(beginner: Beginner) -> None:
    beginner.begin()
    library = beginner.library()
    library.new.click()
    library.editor.prompt.setPlainText("A prompt without a name")
    beginner.restart()
    beginner.program.parts.conversation.begin_new()
    beginner.wait(lambda: "Untitled starter" in beginner.cards())


def test_a_starter_is_deleted_brought_back_exported_and_imported(beginner: Beginner, tmp_path: Path) -> None:
    beginner.begin()
    library = beginner.library()
    library.new.click()
    library.editor.name.setText("Mine")
    library.editor.save.click()

    def names() -> list[str]:
        return [starter.name for starter in library._starters if starter.own]

    beginner.wait(lambda: names() == ["Mine"])
    place = tmp_path / "mine.json"
    library._choose_place = lambda _parent, _name: str(place)
    library.detail.export.click()
    beginner.wait(lambda: place.exists() and "mine.json" in library.notice.text())
    assert json.loads(place.read_text(encoding="utf-8"))["name"] == "Mine"
    library.detail.delete.click()
    beginner.wait(lambda: names() == [])
    library.notice.actionRequested.emit()
    beginner.wait(lambda: names() == ["Mine"])
    library._choose_files = lambda _parent: [str(place)]
    library.import_.click()
    beginner.wait(lambda: names() == ["Mine", "Mine"])


def test_a_hostile_file_ends_in_a_sentence(beginner: Beginner, tmp_path: Path) -> None:
    beginner.begin()
    library = beginner.library()
    evil = tmp_path / "evil.json"
    evil.write_text('{"format": "parley-starter", "version": 1, "name": "x", "run": "rm -rf"}')
    library._choose_files = lambda _parent: [str(evil)]
    library.import_.click()
    beginner.wait(library.failure.isVisible)
    assert not [starter for starter in library._starters if starter.own]


def test_a_damaged_own_starter_is_said_once_and_the_rest_is_there(
    beginner: Beginner, data_dir: Path, qtbot: QtBot
) -> None:
    (data_dir / "starters").mkdir()
    (data_dir / "starters" / "broken.parley-starter.json").write_text("{")
    beginner.restart()
    beginner.wait(beginner.window.failure.isVisible)
    beginner.begin()
    assert "Poet" in beginner.cards()
