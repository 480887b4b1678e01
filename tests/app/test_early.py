"""What is pressed while Parley loads happens once it can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.app.early import Early
from parley.domain.message import Role

if TYPE_CHECKING:
    from tests.app.person import Person


def test_enter_sends_and_new_chat_begins_anew(person: Person) -> None:
    person.use("good")
    person.say("The first conversation")
    window = person.program.parts.window
    early = Early(window)
    early._note_new_chat()
    early._note_send("Quick", [])
    early.stop()
    window.composer.set_text("Quick")

    def open_again() -> None:
        person.program._wiring.start(new_chat=early.wants_new_chat)
        early.send()

    person.wait_for_answer(open_again)
    assert person.texts()[0] == (Role.USER, "Quick")


def test_enter_is_heard_from_the_composer_until_others_hear_it(person: Person) -> None:
    window = person.program.parts.window
    early = Early(window)
    window.composer.sendRequested.emit("Quick", [])
    window.sidebar.newChatRequested.emit()
    assert early.wants_new_chat
    assert early._typed == "Quick"
    early.stop()
    window.composer.sendRequested.emit("Later", [])
    assert early._typed == "Quick"


def test_a_draft_they_had_not_seen_is_not_sent_along(person: Person) -> None:
    person.use("good")
    window = person.program.parts.window
    early = Early(window)
    early._note_send("Quick", [])
    early.stop()
    window.composer.set_text("A draft that came back. Quick")
    early.send()
    assert window.composer.text() == "A draft that came back. Quick"
    assert person.texts() == []
