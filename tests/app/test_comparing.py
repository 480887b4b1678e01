"""Comparing models in the whole program: from the header's button to what is on the disk afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from tests.app.person import Person

from parley.domain.errors import Action, Cause
from parley.domain.message import Role, Status
from parley.domain.settings import COMPARED_MODELS, FAVOURITE_MODELS, MONTHLY_BUDGET
from parley.ui.dialogs.code_dialog import CodeDialog
from parley.ui.main_window import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program
    from parley.domain.message import Message
    from parley.ui.compare.page import ComparePage
    from parley.ui.comparing import Comparing
    from parley.ui.comparisons import Comparison, Lane
    from parley.ui.main_window import MainWindow


class Comparer(Person):
    """Someone who compares. The server does what the name of the model says."""

    def begin(self, *models: str) -> None:
        """Connect, and choose these models."""
        self.use("as_the_model_says")
        self.program._rooms.welcomeDone.emit()
        self.choose(*models)

    def choose(self, *models: str) -> None:
        self.window.header.compareRequested.emit()
        choice = self.page.choice
        for chip in choice._chips:
            chip.setChecked(False)
        for model in models:
            choice.add(model, "")

    def ask(self, text: str = "Which is larger?") -> Comparison:
        """Send, and wait until the answers are on the screen."""
        self.window.composer.set_text(text)
        self.window.composer.sendRequested.emit(text, [])
        self.wait(lambda: self.comparing._shown is not None)
        return self.shown

    def ask_and_wait(self) -> Comparison:
        comparison = self.ask()
        self.wait(lambda: not comparison.running)
        return comparison

    def keep(self, lane: Lane) -> None:
        self.comparing._answers[id(lane)].column.keepRequested.emit()
        self.wait(lambda: self.comparing._shown is None)

    def stop_everything(self) -> None:
        """Also what goes on in conversations that are not on the screen."""
        turns = self.program.parts.session._turns

        def stop(turn_id: int) -> None:
            self.program._engine.post(lambda backend: backend.stop(turn_id))

        for turn_id in list(turns):
            stop(turn_id)
        self.wait(lambda: not turns)

    def siblings(self) -> list[Message]:
        """All answers to the first message, as they are on the disk."""
        assert self.program.parts.session.conversation is not None
        conversation = self.program.parts.session.conversation.id
        rows = self.program._reader.rows(
            "SELECT id FROM message WHERE conversation_id = ? AND role = 'assistant' ORDER BY id", [conversation]
        )
        return [self.program._reader.message(int(str(row[0]))) for row in rows]

    @property
    def window(self) -> MainWindow:
        return self.program.parts.window

    @property
    def comparing(self) -> Comparing:
        return self.program._comparing

    @property
    def page(self) -> ComparePage:
        assert self.comparing._page is not None
        return self.comparing._page

    @property
    def shown(self) -> Comparison:
        assert self.comparing._shown is not None
        return self.comparing._shown

    def status(self) -> dict[str, Status]:
        return {lane.model: lane.answer.status for lane in self.shown.lanes}


@pytest.fixture
def comparer(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Iterator[Comparer]:
    made = Comparer(qtbot, open_program, fault_server)
    yield made
    made.stop_everything()


def test_answers_stand_side_by_side_and_one_failure_leaves_the_others(comparer: Comparer) -> None:
    comparer.begin("good", "server_error", "echo")
    comparison = comparer.ask_and_wait()
    assert comparer.status() == {
        "good": Status.COMPLETE,
        "server_error": Status.FAILED,
        "echo": Status.COMPLETE,
    }
    assert not comparer.window.composer.isVisible()
    for lane in comparison.lanes:
        answer = comparer.comparing._answers[id(lane)]
        assert answer.column.isVisible()
        assert answer.transcript._area.flow.text(0) == lane.answer.text
    failure = comparison.lanes[1].answer.failure
    assert failure is not None
    assert failure.cause is Cause.SERVER_ERROR


def test_one_column_is_stopped_and_the_others_go_on(comparer: Comparer) -> None:
    comparer.begin("slow", "silent_after_headers", "echo")
    slow, silent, echo = comparer.ask().lanes
    comparer.wait(lambda: bool(slow.message().text) and not echo.running)
    comparer.comparing._answers[id(slow)].column.stopRequested.emit()
    comparer.wait(lambda: not slow.running)
    assert slow.answer.status is Status.STOPPED
    assert slow.answer.text
    assert silent.running
    comparer.page.stopAllRequested.emit()
    comparer.wait(lambda: not silent.running)
    assert silent.answer.status is Status.STOPPED


def test_keeping_one_deletes_the_others_and_undo_brings_them_back(comparer: Comparer) -> None:
    comparer.begin("good", "echo", "server_error")
    comparison = comparer.ask_and_wait()
    assert len(comparer.siblings()) == 3
    comparer.keep(comparison.lanes[1])
    session = comparer.program.parts.session
    assert [m.model for m in comparer.siblings()] == ["echo"]
    assert [(m.role, m.siblings) for m in session.messages] == [(Role.USER, 1), (Role.ASSISTANT, 1)]
    assert session.messages[-1].text.strip() == "Which is larger?"
    assert comparer.window.page is Page.TALK
    assert comparer.window.composer.isVisible()
    comparer.comparing._kept.undo()
    comparer.wait(lambda: session.messages[-1].siblings == 3)
    assert session.messages[-1].model == "echo"


def test_the_conversation_goes_on_with_the_model_whose_answer_was_kept(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    comparison = comparer.ask_and_wait()
    comparer.keep(comparison.lanes[1])
    assert comparer.program.parts.session.settings.model == "echo"
    assert comparer.say("And now?").model == "echo"


def test_keeping_all_makes_branches_and_shows_the_first_that_is_complete(comparer: Comparer) -> None:
    comparer.begin("server_error", "good", "echo")
    comparer.ask_and_wait()
    comparer.page.keepAllRequested.emit()
    comparer.wait(lambda: comparer.comparing._shown is None)
    shown = comparer.program.parts.session.messages[-1]
    assert (shown.model, shown.position, shown.siblings) == ("good", 2, 3)


def test_keeping_all_while_they_write_ends_none_of_them(comparer: Comparer) -> None:
    comparer.begin("slow", "good")
    slow, good = comparer.ask().lanes
    comparer.wait(lambda: not good.running and bool(slow.message().text))
    comparer.page.keepAllRequested.emit()
    comparer.wait(lambda: comparer.comparing._shown is None)
    session = comparer.program.parts.session
    assert session.turn_id == slow.answer.id
    transcript = comparer.window.transcript
    transcript.branchRequested.emit(session.messages[-1].id, -1)
    comparer.wait(lambda: session.messages[-1].id == slow.answer.id)
    before = len(transcript._area.flow.text(1))
    comparer.wait(lambda: len(transcript._area.flow.text(1)) > before + 10)


def test_stop_under_the_conversation_ends_all_that_were_kept_while_they_write(comparer: Comparer) -> None:
    comparer.begin("slow", "silent_after_headers", "good")
    slow, silent, good = comparer.ask().lanes
    comparer.wait(lambda: not good.running and bool(slow.message().text))
    comparer.page.keepAllRequested.emit()
    comparer.wait(lambda: comparer.comparing._shown is None)
    comparer.window.composer.stopRequested.emit()
    comparer.wait(lambda: not comparer.program.parts.session.turn_ids)
    assert {m.id: m.status for m in comparer.siblings()} == {
        slow.answer.id: Status.STOPPED,
        silent.answer.id: Status.STOPPED,
        good.answer.id: Status.COMPLETE,
    }


def test_without_a_choice_everything_is_kept_and_there_after_a_restart(comparer: Comparer) -> None:
    comparer.begin("good", "echo", "cut_off")
    comparer.ask_and_wait()
    comparer.restart()
    assert [(m.model, m.status) for m in comparer.siblings()] == [
        ("good", Status.COMPLETE),
        ("echo", Status.COMPLETE),
        ("cut_off", Status.COMPLETE),
    ]
    assert comparer.program.parts.session.messages[-1].siblings == 3


def test_another_conversation_and_back_leads_to_the_page_again(comparer: Comparer) -> None:
    comparer.begin("slow", "good")
    comparison = comparer.ask()
    sidebar = comparer.window.sidebar
    sidebar.newChatRequested.emit()
    assert comparer.comparing._shown is None
    assert comparer.window.composer.isVisible()
    slow = comparison.lanes[0]
    comparer.wait(lambda: len(slow.message().text) > 20)
    sidebar.conversationChosen.emit(comparison.conversation_id, None)
    assert comparer.shown is comparison
    view = comparer.comparing._answers[id(slow)].transcript
    assert view._area.flow.text(0).startswith("word0 word1")


def test_the_buttons_of_a_failure_work_in_its_column(comparer: Comparer) -> None:
    comparer.begin("rate_limit_an_hour", "good")
    failed, _good = comparer.ask_and_wait().lanes
    comparer.comparing._answers[id(failed)].transcript.actionRequested.emit(failed.answer.id, Action.RETRY)
    comparer.wait(lambda: failed.running or bool(failed.earlier))
    comparer.wait(lambda: not failed.running)
    assert len(failed.earlier) == 1
    assert len(comparer.siblings()) == 3
    comparer.keep(comparer.shown.lanes[1])
    assert len(comparer.siblings()) == 1


def test_finding_is_in_the_column_that_has_the_focus(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    answers = [comparer.comparing._answers[id(lane)] for lane in comparer.ask_and_wait().lanes]
    comparer.window.activateWindow()
    answers[1].transcript.setFocus()
    comparer.window.open_find()
    assert [one.transcript._find_bar.isVisible() for one in answers] == [False, True]
    comparer.page.keepAllRequested.emit()
    comparer.wait(lambda: comparer.comparing._shown is None)
    comparer.window.open_find()
    assert comparer.window.transcript._find_bar.isVisible()


def test_the_code_of_a_column_asks_its_own_model(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    _good, echo = comparer.ask_and_wait().lanes
    comparer.comparing._answers[id(echo)].transcript.codeRequested.emit(echo.answer.id)
    comparer.wait(lambda: bool(comparer.window.findChildren(CodeDialog)))
    (dialog,) = comparer.window.findChildren(CodeDialog)
    shown = "".join(view.toPlainText() for view in dialog.findChildren(QPlainTextEdit))
    assert '"echo"' in shown
    assert "Which is larger?" in shown


def test_fewer_than_two_models_cannot_be_asked(comparer: Comparer) -> None:
    comparer.begin("good")
    assert not comparer.window.composer.isVisible()
    comparer.page.choice.add("echo", "")
    assert comparer.window.composer.isVisible()


def test_the_same_models_are_offered_the_next_time(comparer: Comparer) -> None:
    comparer.begin("good", "echo", "slow")
    assert comparer.program._preferences[COMPARED_MODELS] == "good\necho\nslow"
    comparer.comparing.cancel()
    comparer.window.header.compareRequested.emit()
    assert set(comparer.page.choice.chosen()) >= {"good", "echo", "slow"}


def test_after_cancelling_a_message_goes_to_one_model_again(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    comparer.comparing.cancel()
    comparer.say("Hello")
    assert len(comparer.siblings()) == 1


def test_every_model_is_asked_the_same_with_its_own_name(comparer: Comparer, fault_server: FaultServer) -> None:
    comparer.begin("good", "echo")
    fault_server.forget()
    comparer.ask_and_wait()
    bodies = [record["body"] for record in fault_server.records("as_the_model_says") if record["method"] == "POST"]
    assert sorted(body["model"] for body in bodies) == ["echo", "good"]
    assert bodies[0]["messages"] == bodies[1]["messages"]


def test_what_was_typed_stays_when_it_cannot_be_sent(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    comparer.comparing.cancel()
    comparer.program.parts.conversation.choose_model("gpt-4o")
    assert comparer.say("Spend a little").cost
    comparer.program._preferences.set(MONTHLY_BUDGET, 1)
    comparer.choose("good", "echo")
    with comparer.waits_for(comparer.program.parts.session.refused):
        comparer.window.composer.set_text("Precious words")
        comparer.window.composer.sendRequested.emit("Precious words", [])
    assert comparer.window.composer.text() == "Precious words"
    assert comparer.comparing._shown is None


def test_the_price_of_sending_is_that_of_all_models_together(comparer: Comparer) -> None:
    comparer.begin("gpt-4o", "gpt-3.5-turbo")
    comparer.wait(lambda: comparer.comparing._choosing._prices.find("gpt-4o") is not None)
    with comparer.waits_for(comparer.program._wiring._estimate.changed) as told:
        comparer.window.composer.set_text("How much is that?")
    assert "to send to 2 models" in told.args[0]


def test_favourites_are_offered_before_other_models(comparer: Comparer) -> None:
    comparer.begin("good", "echo")
    comparer.comparing.cancel()
    comparer.program._preferences.set(FAVOURITE_MODELS, "o3-mini\nnot-offered-here")
    comparer.window.header.compareRequested.emit()
    offered = [chip.model for chip in comparer.page.choice._chips]
    others = [model for model in offered if model not in comparer.page.choice.chosen()]
    assert others[0] == "o3-mini"
    assert "not-offered-here" not in offered
