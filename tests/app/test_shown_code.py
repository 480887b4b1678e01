"""Show as Python in the whole program: what the dialog shows is what the server got."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication
from tests.app.person import KEY, PATIENCE, Person

from parley.domain.chat_settings import Example, Mode
from parley.llm.as_code import FORMS
from parley.ui.dialogs.code_dialog import CodeDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program
    from parley.domain.chat_settings import ChatSettings


class Learner(Person):
    """Someone who wants to take along what they did."""

    def set(self, **settings: object) -> None:
        before: ChatSettings = self.program.parts.session.settings
        self.program.parts.conversation.change_settings(replace(before, **settings))  # type: ignore[arg-type]  # by their names

    def code(self, ask: Callable[[], None]) -> CodeDialog:
        """The dialog that `ask` brings up."""
        ask()
        self._qtbot.waitUntil(lambda: self._dialog() is not None, timeout=PATIENCE)
        dialog = self._dialog()
        assert dialog is not None
        return dialog

    def shown(self, ask: Callable[[], None]) -> dict[str, Any]:
        """The body that the dialog shows."""
        dialog = self.code(ask)
        dialog.show_form("json")
        body: dict[str, Any] = json.loads(dialog.text())
        for form in FORMS:
            dialog.show_form(form.key)
            assert KEY not in dialog.text()
        dialog.close()
        dialog.deleteLater()
        self._qtbot.waitUntil(lambda: self._dialog() is None, timeout=PATIENCE)
        return body

    def sent(self, token: str) -> list[dict[str, Any]]:
        return [record["body"] for record in self._server.records(token) if record["method"] == "POST"]

    @staticmethod
    def _dialog() -> CodeDialog | None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, CodeDialog) and w.isVisible()]
        return shown[-1] if shown else None


@pytest.fixture
def learner(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Learner:
    return Learner(qtbot, open_program, fault_server)


def test_at_each_message_it_shows_what_was_sent_for_it(learner: Learner) -> None:
    learner.use("good/shown-code")
    learner.set(
        model="gpt-4o",
        instructions="Answer in JSON.",
        examples=(Example("Q", "A"),),
        temperature=0.5,
        max_tokens=99,
        json_answer=True,
    )
    answers = [learner.say("First"), learner.say("Second, with “quotes” and 🙂")]

    window = learner.program.parts.window
    sent = learner.sent("shown-code")
    assert len(sent) == 2
    for answer, body in zip(answers, sent, strict=True):
        assert answer.parent_id is not None
        for message_id in (answer.id, answer.parent_id):
            assert learner.shown(partial(window.transcript.codeRequested.emit, message_id)) == body
    assert learner.shown(window.header.codeRequested.emit) == sent[-1]


def test_with_words_in_the_composer_it_shows_what_send_would_send(learner: Learner) -> None:
    learner.use("good/shown-next")
    learner.set(model="gpt-4o")
    window = learner.program.parts.window
    learner.say("First")
    window.composer.set_text("Second")
    shown = learner.shown(window.header.codeRequested.emit)
    learner.say("Second")
    assert learner.sent("shown-next")[-1] == shown
    assert shown["messages"][-1] == {"role": "user", "content": "Second"}


def test_an_edited_message_is_shown_in_its_place(learner: Learner) -> None:
    learner.use("good/shown-edited")
    learner.set(model="gpt-4o")
    question = learner.say("First").parent_id
    assert question is not None
    window = learner.program.parts.window
    window.transcript.editRequested.emit(question)
    window.composer.set_text("Better")
    shown = learner.shown(window.header.codeRequested.emit)
    assert [message["content"] for message in shown["messages"]] == ["Better"]


def test_text_completion_is_shown_as_what_it_is(learner: Learner) -> None:
    learner.use("good/shown-completion")
    learner.set(model="gpt-3.5-turbo-instruct", mode=Mode.COMPLETION, max_tokens=9)
    learner.say("Write a short poem for programmers.")
    window = learner.program.parts.window
    dialog = learner.code(window.header.codeRequested.emit)
    assert "client.completions.create(" in dialog.text()
    assert 'prompt="Write a short poem for programmers."' in dialog.text()
    dialog.close()


def test_what_the_service_refused_is_not_shown_as_sent(learner: Learner) -> None:
    learner.use("no_temperature/shown-refused")
    learner.set(model="some-model", temperature=0.5)
    learner.say("Hello")
    refused, accepted = learner.sent("shown-refused")
    assert "temperature" in refused
    window = learner.program.parts.window
    assert learner.shown(window.header.codeRequested.emit) == accepted


def test_with_nothing_to_send_it_says_what_to_do(learner: Learner) -> None:
    learner.use("good")
    window = learner.program.parts.window
    window.header.codeRequested.emit()
    assert "Write a message first" in window.notice.text()
