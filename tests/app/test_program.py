"""What a person does with Parley, from the window's signals to the disk and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.errors import Cause
from parley.domain.library_changes import Trash
from parley.domain.message import Role, Status
from parley.domain.settings import LAST_CONVERSATION, SERVICE_ADDRESS, THEME
from parley.ui.kit.money import money_text

if TYPE_CHECKING:
    from tests.app.person import Person
    from tests.support.fixtures import FaultServer


def test_a_first_start_shows_the_welcome_page_and_nothing_to_write_in(person: Person) -> None:
    window = person.program.parts.window
    assert window.page == "welcome"
    assert not window.composer.isVisible()


def test_an_answer_is_shown_saved_and_there_after_a_restart(person: Person) -> None:
    person.use("good")
    answer = person.say("What does the fox do?")
    assert answer.status is Status.COMPLETE
    assert answer.usage is not None
    before = person.texts()
    person.restart()
    assert person.texts() == before
    assert person.program.parts.window.page == "talk"
    assert "What does the fox do" in person.program.parts.window.windowTitle()


def test_what_was_typed_leaves_the_composer_only_once_it_is_on_disk(person: Person) -> None:
    person.use("good")
    person.say("Hello")
    assert person.program.parts.window.composer.text() == ""


def test_the_next_message_carries_the_conversation(person: Person, fault_server: FaultServer) -> None:
    person.use("good")
    first = person.say("One")
    fault_server.forget()
    person.say("Two")
    sent = fault_server.records("good")[-1]["body"]["messages"]
    assert [(m["role"], m["content"]) for m in sent] == [("user", "One"), ("assistant", first.text), ("user", "Two")]


def test_editing_makes_a_branch_and_the_arrows_lead_back(person: Person) -> None:
    person.use("good")
    person.say("First wording")
    parts = person.program.parts
    question = parts.session.messages[0]
    parts.window.transcript.editRequested.emit(question.id)
    assert parts.window.composer.text() == "First wording"
    person.say("Second wording")
    shown = parts.session.messages[0]
    assert (shown.text, shown.position, shown.siblings) == ("Second wording", 2, 2)
    parts.window.transcript.branchRequested.emit(shown.id, -1)
    person.wait(lambda: parts.session.messages[0].text == "First wording")


def test_an_export_writes_money_as_the_window_does(person: Person) -> None:
    assert person.program._exporting._outside.money is money_text


def test_another_answer_keeps_the_first(person: Person) -> None:
    person.use("good")
    first = person.say("Again")
    parts = person.program.parts
    second = person.wait_for_answer(lambda: parts.window.transcript.regenerateRequested.emit(first.id))
    assert (second.parent_id, second.siblings) == (first.parent_id, 2)


def test_stop_keeps_what_arrived(person: Person) -> None:
    person.use("slow")
    parts = person.program.parts
    with person.waits_for(parts.session.textAdded):
        parts.window.composer.sendRequested.emit("Slowly", [])
    stopped = person.wait_for_answer(parts.window.composer.stopRequested.emit)
    assert stopped.status is Status.STOPPED
    assert stopped.text


def test_a_failure_keeps_the_message_and_its_button_tries_again(person: Person, fault_server: FaultServer) -> None:
    person.use("invalid_key")
    failed = person.say("Will this work")
    assert failed.failure is not None
    assert failed.failure.cause is Cause.INVALID_KEY
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.service("good").address)
    parts = person.program.parts
    again = person.wait_for_answer(lambda: parts.window.transcript.regenerateRequested.emit(failed.id))
    assert again.status is Status.COMPLETE
    assert person.texts()[0] == (Role.USER, "Will this work")


def test_without_a_service_the_text_stays_where_it_is(person: Person) -> None:
    window = person.program.parts.window
    window.composer.set_text("Precious words")
    window.composer.sendRequested.emit("Precious words", [])
    assert window.composer.text() == "Precious words"
    assert window.failure.isVisibleTo(window)


def test_a_deleted_conversation_comes_back_with_undo(person: Person) -> None:
    person.use("good")
    person.say("Keep me")
    sidebar = person.program.parts.window.sidebar
    conversation = person.program.parts.session.conversation
    assert conversation is not None
    person.wait(lambda: sidebar.row_count() == 1)
    sidebar.changeRequested.emit(Trash.all([conversation.id], True))
    person.wait(lambda: sidebar.row_count() == 0)
    assert person.program.parts.session.conversation is None
    sidebar.undoRequested.emit()
    person.wait(lambda: sidebar.row_count() == 1)


def test_search_finds_a_message_and_opens_its_conversation(person: Person) -> None:
    person.use("good")
    person.say("The xylophone is in the cellar")
    wanted = person.program.parts.session.conversation
    assert wanted is not None
    sidebar = person.program.parts.window.sidebar
    sidebar.newChatRequested.emit()
    sidebar.searchChanged.emit("xyloph")
    person.wait(lambda: sidebar.row_count() == 1)
    sidebar.conversationChosen.emit(wanted.id, None)
    assert person.program.parts.session.conversation == wanted


def test_a_draft_is_there_after_a_restart(person: Person) -> None:
    person.use("good")
    person.program.parts.window.sidebar.newChatRequested.emit()
    person.program.parts.window.composer.set_text("Half a thought")
    person.restart()
    assert person.program.parts.window.composer.text() == "Half a thought"


def test_what_is_typed_while_parley_loads_stays(person: Person) -> None:
    person.use("good")
    person.say("The xylophone is in the cellar")
    window = person.program.parts.window
    window.composer.set_text("typed early")
    window.sidebar._top.search.setText("xylo")
    person.program._wiring.start()
    assert window.composer.text().endswith("typed early")
    assert window.sidebar.search_text() == "xylo"
    person.wait(lambda: window.sidebar.row_count() == 1)


def test_settings_are_there_after_a_restart(person: Person) -> None:
    person.program._preferences.set(THEME, "dark")
    person.restart()
    assert person.program._preferences[THEME] == "dark"
    assert person.program.parts.window.theme.dark


def test_chat_settings_go_out_with_the_next_message_and_stay(person: Person, fault_server: FaultServer) -> None:
    person.use("good")
    person.say("One")
    parts = person.program.parts
    person.program._rooms.toggle_panel("chat")
    panel = person.program._rooms._panel
    assert panel is not None
    changed = type(parts.session.settings)(
        model=parts.session.settings.model, instructions="Rhyme.", temperature=0.0, max_tokens=50, json_answer=True
    )
    panel.chat_settings.settingsChanged.emit(changed)
    fault_server.forget()
    person.say("Two, as JSON")
    body = fault_server.records("good")[-1]["body"]
    assert body["messages"][0]["content"] == "Rhyme."
    assert body["temperature"] == 0.0
    assert body["response_format"] == {"type": "json_object"}
    person.restart()
    assert person.program.parts.session.settings == changed


def test_the_last_conversation_is_forgotten_when_it_is_gone(person: Person) -> None:
    person.program._preferences.set(LAST_CONVERSATION, 12_345)
    person.use("good")
    person.restart()
    assert person.program.parts.session.conversation is None
    assert person.program.parts.window.page == "empty"
