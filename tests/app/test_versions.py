"""A conversation is a tree: nothing is overwritten, a broken answer goes on, and a deleted version comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from parley import paths
from parley.domain.errors import Action, Cause
from parley.domain.message import Role, Status
from parley.domain.settings import SERVICE_ADDRESS
from parley.store.store import Store
from parley.ui.composer_bar import ComposerBar

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.domain.message import Message


def shown(person: Person) -> list[tuple[str, int, int]]:
    return [(m.text, m.position, m.siblings) for m in person.program.parts.session.messages]


def question_box(person: Person) -> QMessageBox:
    (box,) = [box for box in person.program.parts.window.findChildren(QMessageBox) if box.isVisible()]
    return box


def press(box: QMessageBox, text: str) -> None:
    (button,) = [button for button in box.buttons() if button.text() == text]
    button.click()


def all_texts(data_dir: Path) -> set[str]:
    """Every message on the disk, shown or not."""
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    texts = {str(row[0]) for row in reader.rows("SELECT text FROM message")}
    reader.close()
    return texts


def test_edit_regenerate_and_continue_make_siblings_and_overwrite_nothing(
    person: Person, fault_server: FaultServer, data_dir: Path
) -> None:
    person.use("echo")
    person.say("First wording")
    parts = person.program.parts
    transcript = parts.window.transcript
    first_answer = parts.session.messages[1]
    again = person.wait_for_answer(lambda: transcript.regenerateRequested.emit(first_answer.id))
    assert (again.position, again.siblings) == (2, 2)
    transcript.editRequested.emit(parts.session.messages[0].id)
    person.say("Second wording")
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("cut_off"))
    cut = person.wait_for_answer(
        lambda: transcript.regenerateRequested.emit(parts.session.messages[1].id),
    )
    assert cut.finish_reason == "length"
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("good"))
    whole = person.wait_for_answer(lambda: transcript.continueRequested.emit(cut.id))
    assert (whole.position, whole.siblings) == (3, 3)
    assert whole.text.startswith(cut.text)
    assert len(whole.text) > len(cut.text)

    kept = {m.text for m in (first_answer, cut, whole)} | {"First wording", "Second wording"}
    assert kept <= all_texts(data_dir)
    transcript.branchRequested.emit(parts.session.messages[1].id, -1)
    person.wait(lambda: parts.session.messages[1].id == cut.id)
    transcript.branchRequested.emit(parts.session.messages[0].id, -1)
    person.wait(lambda: parts.session.messages[0].text == "First wording")
    person.restart()
    assert person.texts()[0] == (Role.USER, "First wording")  # the branch that was looked at is the one that comes back


@pytest.mark.parametrize("mode", ["drop_mid_word", "no_finish_reason", "error_event"])
def test_an_answer_that_broke_off_goes_on(person: Person, fault_server: FaultServer, mode: str) -> None:
    person.use(mode)
    broken = person.say("Go on")
    assert broken.status is Status.INCOMPLETE
    assert broken.text
    person.restart()
    assert person.program.parts.session.messages[1] == broken
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("echo"))
    fault_server.forget("echo")
    whole = person.wait_for_answer(lambda: person.program.parts.window.transcript.continueRequested.emit(broken.id))
    assert whole.status is Status.COMPLETE
    assert whole.text.startswith(broken.text)
    assert whole.siblings == 2
    sent = fault_server.records("echo")[-1]["body"]["messages"]
    assert [m["role"] for m in sent][:2] == ["user", "assistant"]
    assert sent[1]["content"].strip() in broken.text


def test_after_a_crash_the_answer_is_there_marked_and_its_button_continues(
    person: Person, fault_server: FaultServer, data_dir: Path
) -> None:
    person.use("good")
    person.say("Before")
    store = Store.open(paths.find_paths(data_dir).database, paths.find_paths(data_dir).backups)
    last = person.program.parts.session.messages[-1]
    _, answer = store.begin_turn(last.conversation_id, text="Then", attachments=[], parent_id=last.id, model="m")
    store.save_partial(answer.id, "Half an ans")
    store.close()  # as a killed program leaves it

    person.restart()
    found = person.program.parts.session.messages[-1]
    assert (found.text, found.status) == ("Half an ans", Status.INCOMPLETE)
    assert found.failure is not None
    assert found.failure.cause is Cause.INTERRUPTED
    person.use("good")  # the key was kept for that run only: here is no keyring
    card = notice_under(person, found)
    assert card.action is Action.CONTINUE
    whole = person.wait_for_answer(card.press)
    assert whole.text.startswith("Half an ans")
    assert whole.failure is None
    assert (whole.status, whole.position, whole.siblings) == (Status.COMPLETE, 2, 2)


class Card:
    """The card under a message that says what went wrong."""

    def __init__(self, person: Person, message: Message) -> None:
        from parley.ui.failure_notice import FailureNotice

        transcript = person.program.parts.window.transcript
        cards = [one for one in transcript.findChildren(FailureNotice) if one.isVisible()]
        assert len(cards) == 1, message
        self._card = cards[0]

    @property
    def action(self) -> Action:
        return self._card._action

    def press(self) -> None:
        self._card.button.click()


def notice_under(person: Person, message: Message) -> Card:
    return Card(person, message)


def grown(person: Person) -> list[Message]:
    """A conversation of four messages whose first question has two versions; the second is shown."""
    person.use("echo")
    person.say("One")
    person.say("Two")
    parts = person.program.parts
    parts.window.transcript.editRequested.emit(parts.session.messages[0].id)
    person.say("One, better")
    person.say("Two, better")
    person.say("Three")
    return list(parts.session.messages)


def test_deleting_a_version_says_how_much_it_holds(person: Person) -> None:
    messages = grown(person)
    transcript = person.program.parts.window.transcript
    transcript.deleteRequested.emit(messages[0].id)
    box = question_box(person)
    assert box.text() == "Delete this version and 5 messages after it?"
    assert "The other versions stay." in box.informativeText()
    press(box, "Cancel")
    transcript.deleteRequested.emit(messages[-1].id)
    assert question_box(person).text() == "Delete this message?"
    press(question_box(person), "Cancel")
    assert list(person.program.parts.session.messages) == messages


def test_a_deleted_version_leaves_the_others_and_comes_back_as_it_was(person: Person) -> None:
    messages = grown(person)
    parts = person.program.parts
    parts.window.transcript.deleteRequested.emit(messages[0].id)
    press(question_box(person), "Delete")
    person.wait(lambda: [text for text, _, _ in shown(person)][::2] == ["One", "Two"])
    assert shown(person)[0][1:] == (1, 1)
    parts.window.activateWindow()  # a window manager does it when the question is answered
    person.wait(parts.window.isActiveWindow)
    QTest.keyClick(parts.window.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    person.wait(lambda: len(parts.session.messages) == 6)
    assert list(parts.session.messages) == messages
    person.restart()
    assert list(person.program.parts.session.messages) == messages


def test_the_only_version_can_go_too_and_the_question_be_answered_again(person: Person, data_dir: Path) -> None:
    person.use("echo")
    answer = person.say("Only one")
    parts = person.program.parts
    parts.window.transcript.deleteRequested.emit(answer.id)
    press(question_box(person), "Delete")
    person.wait(lambda: len(parts.session.messages) == 1)
    assert all_texts(data_dir) == {"Only one"}
    again = person.wait_for_answer(
        lambda: parts.window.transcript.regenerateRequested.emit(parts.session.messages[0].id)
    )
    assert (again.text.strip(), again.siblings) == ("Only one", 1)


def test_while_an_answer_is_written_nothing_is_deleted(person: Person) -> None:
    person.use("slow")
    parts = person.program.parts
    with person.waits_for(parts.session.textAdded):
        parts.window.composer.sendRequested.emit("Slowly", [])
    parts.window.transcript.deleteRequested.emit(parts.session.messages[0].id)
    assert "no message can be deleted" in parts.window.notice.text()
    person.wait_for_answer(parts.window.composer.stopRequested.emit)
    assert len(parts.session.messages) == 2


def test_with_the_sidebar_hidden_undo_is_offered_over_the_composer(person: Person) -> None:
    person.use("echo")
    answer = person.say("Only one")
    parts = person.program.parts
    parts.window.header.sidebarToggled.emit()
    parts.window.transcript.deleteRequested.emit(answer.id)
    press(question_box(person), "Delete")
    person.wait(lambda: len(parts.session.messages) == 1)
    (bar,) = [bar for bar in parts.window.findChildren(ComposerBar) if bar.isVisible()]
    bar.actionRequested.emit()
    person.wait(lambda: len(parts.session.messages) == 2)
