"""That a conversation was exported is said in passing; that it was not stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from parley.ui.kit import passing

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


def export(talker: Person, path: Path) -> None:
    conversation = talker.program.parts.session.conversation
    assert conversation is not None
    talker.program.parts.exporting.export_to(conversation.id, "markdown", path)


def test_saved_is_said_in_passing(talker: Person, tmp_path: Path) -> None:
    notice = talker.program.parts.window.notice
    export(talker, tmp_path / "whole.md")
    talker.wait(lambda: "whole.md" in notice.text())
    talker.wait(notice.isHidden)


def test_not_saved_stays(qtbot: QtBot, talker: Person, tmp_path: Path) -> None:
    export(talker, tmp_path / "missing" / "whole.md")
    talker.wait(lambda: not talker.program.parts.window.failure.isHidden())
    qtbot.wait(300)
    assert not talker.program.parts.window.failure.isHidden()
