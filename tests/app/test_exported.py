"""A conversation is exported as it stands on the screen. That it was is said in passing; that it was not stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton

from parley.ui.failure_words import words_for
from parley.ui.kit import passing
from parley.ui.links import Links

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from tests.app.person import Person


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes by itself goes at once; before the program is made."""
    monkeypatch.setattr(passing, "STAYS_MS", 50)


@pytest.fixture
def talker(hasty: None, person: Person) -> Person:
    del hasty
    person.use("good")
    person.say("Hello")
    return person


def export(talker: Person, path: Path, key: str = "markdown") -> None:
    conversation = talker.program.parts.session.conversation
    assert conversation is not None
    talker.program.parts.exporting.export_to(conversation.id, key, path)


def test_saved_is_said_in_passing(talker: Person, tmp_path: Path) -> None:
    notice = talker.program.parts.window.notice
    export(talker, tmp_path / "whole.md")
    talker.wait(lambda: "whole.md" in notice.text())
    talker.wait(notice.isHidden)


def test_where_it_was_saved_can_be_opened(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(Links, "open_file", lambda _links, path: opened.append(path))
    person.use("good")
    person.say("Hello")
    export(person, tmp_path / "whole.md")
    notice = person.program.parts.window.notice
    person.wait(lambda: "whole.md" in notice.text())
    (button,) = [b for b in notice.findChildren(QAbstractButton) if not b.isHidden() and b.text() == "Open folder"]
    button.click()
    assert opened == [tmp_path]


def test_not_saved_stays(qtbot: QtBot, talker: Person, tmp_path: Path) -> None:
    export(talker, tmp_path / "missing" / "whole.md")
    talker.wait(lambda: not talker.program.parts.window.failure.isHidden())
    qtbot.wait(300)
    assert not talker.program.parts.window.failure.isHidden()


@pytest.mark.parametrize("key", ["markdown", "html", "text"])
def test_an_answer_that_was_cut_says_so_in_the_words_of_the_screen(person: Person, tmp_path: Path, key: str) -> None:
    person.use("cut_off")
    answer = person.say("Hello")
    assert answer.failure is not None
    with person.waits_for(person.program.parts.exporting.written):
        export(person, tmp_path / "cut", key)
    assert words_for(answer.failure).what in (tmp_path / "cut").read_text("utf-8")
