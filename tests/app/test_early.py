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
        early.ask_again()

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
    early.ask_again()
    assert window.composer.text() == "A draft that came back. Quick"
    assert person.texts() == []


def test_whatever_was_pressed_happens_and_the_conversation_that_was_clicked_opens(person: Person) -> None:
    person.use("good")
    person.say("The first conversation")
    session = person.program.parts.session
    first = session.conversation_id
    assert first is not None
    person.program._wiring._conversation.begin_new()
    person.say("The last conversation")
    window = person.program.parts.window
    early = Early(window)
    rooms = person.program._rooms
    window.sidebar.settingsRequested.disconnect(rooms.open_settings)  # as if there were nobody yet
    window.header.panelRequested.disconnect(rooms.toggle_panel)
    early._note_chosen(first, None)
    window.header.panelRequested.emit("pricing")
    window.sidebar.settingsRequested.emit()
    early.stop()
    window.sidebar.settingsRequested.connect(rooms.open_settings)
    window.header.panelRequested.connect(rooms.toggle_panel)

    person.program.open(new_chat=early.wants_new_chat, chosen=early.chosen)
    early.ask_again()

    assert session.conversation_id == first
    assert rooms._panel is not None
    assert rooms._dialog is not None
    assert rooms._dialog.isVisible()


def test_the_last_of_new_chat_and_a_click_in_the_list_counts_and_none_moves_a_message_on_its_way(
    person: Person,
) -> None:
    early = Early(person.program.parts.window)
    early._note_chosen(7, None)
    early._note_new_chat()
    assert (early.wants_new_chat, early.chosen) == (True, None)
    early._note_chosen(7, None)
    assert (early.wants_new_chat, early.chosen) == (False, 7)
    early._note_new_chat()
    early._note_send("Quick", [])
    early._note_chosen(7, None)
    assert (early.wants_new_chat, early.chosen) == (True, None)
