"""What is written and not sent is there again: per conversation, with its attachments, whatever ends the program."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from parley import paths
from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.message import Role
from parley.domain.settings import SERVICE_KIND
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.app.person import Person

    from parley.ui.composer.composer import Composer


def attachment(name: str, text: str) -> Attachment:
    data = text.encode()
    return Attachment(AttachmentKind.TEXT, name, "text/plain", data, hashlib.sha256(data).hexdigest())


NOTES = attachment("notes.txt", "Three apples")
LIST = attachment("list.txt", "Flour, sugar")


def composer(person: Person) -> Composer:
    return person.program.parts.window.composer


def written(person: Person) -> tuple[str, list[str]]:
    """What is in the composer."""
    return composer(person).text(), [one.name for one in composer(person).attachments()]


def write(person: Person, text: str, *attachments: Attachment) -> None:
    composer(person).set_text(text)
    composer(person).set_attachments(attachments)


def new_chat(person: Person) -> None:
    person.program.parts.window.sidebar.newChatRequested.emit()


def open_first(person: Person) -> None:
    person.program.parts.window.sidebar.conversationChosen.emit(1, None)


def test_each_conversation_has_its_own_draft_with_attachments(person: Person) -> None:
    person.use("good")
    person.say("One")
    write(person, "More about one", NOTES)
    new_chat(person)
    assert written(person) == ("", [])
    write(person, "Something new", LIST)
    person.program.parts.window.sidebar.conversationChosen.emit(1, None)
    person.wait(lambda: written(person) == ("More about one", ["notes.txt"]))
    new_chat(person)
    person.wait(lambda: written(person) == ("Something new", ["list.txt"]))


def test_ctrl_z_brings_no_words_of_another_conversation(person: Person) -> None:
    person.use("good")
    write(person, "A secret of this conversation")
    with person.waits_for(person.program.parts.session.settled):
        composer(person).sendRequested.emit(composer(person).text(), [])
    composer(person)._edit.undo()
    assert composer(person).text() == "A secret of this conversation"  # here it may come back
    composer(person)._edit.redo()
    new_chat(person)
    composer(person)._edit.undo()
    assert written(person) == ("", [])


def test_what_is_typed_beside_the_composer_goes_into_it(person: Person) -> None:
    person.use("good")
    person.say("One")
    window = person.program.parts.window
    window.transcript.setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_H)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_I)
    assert composer(person).text() == "hi"
    assert window.focusWidget() is composer(person)._edit
    window.sidebar.focus_search()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_X)
    assert (composer(person).text(), window.sidebar.search_text()) == ("hi", "x")


def test_drafts_are_there_after_a_restart(person: Person) -> None:
    person.use("good")
    person.say("One")
    write(person, "", NOTES, LIST)
    person.restart()
    assert written(person) == ("", ["notes.txt", "list.txt"])
    assert composer(person).attachments() == [NOTES, LIST]
    new_chat(person)
    write(person, "For the next one")
    person.restart()
    new_chat(person)
    assert written(person) == ("For the next one", [])


def test_a_draft_with_attachments_is_sent_whole_and_gone_then(person: Person) -> None:
    person.use("good")
    person.say("One")
    write(person, "With notes", NOTES)
    person.restart()
    with person.waits_for(person.program.parts.session.settled):
        composer(person).sendRequested.emit(composer(person).text(), composer(person).attachments())
    question = person.program.parts.session.messages[-2]
    assert (question.role, question.text, question.attachments) == (Role.USER, "With notes", (NOTES,))
    assert written(person) == ("", [])
    person.restart()
    assert written(person) == ("", [])


def test_enter_pressed_twice_sends_once(person: Person) -> None:
    person.use("good")
    write(person, "Once")
    with person.waits_for(person.program.parts.session.settled):
        for _ in range(3):
            composer(person).sendRequested.emit("Once", [])
    assert len(person.texts()) == 2


def test_what_is_typed_while_a_message_is_on_its_way_stays(person: Person) -> None:
    person.use("good")
    for text in ("First", "Second"):
        write(person, text)
        with person.waits_for(person.program.parts.session.settled):
            composer(person).sendRequested.emit(text, [])
            composer(person).set_text(f"{text} and my next thought")
        assert written(person) == (" and my next thought", [])


def test_words_that_could_not_be_sent_wait_in_their_own_conversation(person: Person) -> None:
    person.use("good")
    person.say("One")
    new_chat(person)
    person.say("Two")
    write(person, "Precious", NOTES)
    person.program._preferences.set(SERVICE_KIND, "")
    composer(person).sendRequested.emit("Precious", [NOTES])
    assert written(person) == ("Precious", ["notes.txt"])
    open_first(person)
    assert written(person) == ("", [])
    person.program.parts.window.sidebar.conversationChosen.emit(2, None)
    assert written(person) == ("Precious", ["notes.txt"])


def test_editing_puts_the_draft_aside_and_brings_it_back(person: Person) -> None:
    person.use("good")
    person.say("First wording")
    parts = person.program.parts
    write(person, "A new thought", NOTES)
    parts.window.transcript.editRequested.emit(parts.session.messages[0].id)
    assert written(person) == ("First wording", [])
    QTest.keyClick(composer(person)._edit, Qt.Key.Key_Escape)
    assert written(person) == ("A new thought", ["notes.txt"])

    parts.window.transcript.editRequested.emit(parts.session.messages[0].id)
    with person.waits_for(parts.session.settled):
        composer(person).set_text("Second wording")
        composer(person).sendRequested.emit("Second wording", [])
    assert parts.session.messages[0].text == "Second wording"
    assert parts.session.messages[0].siblings == 2
    assert written(person) == ("A new thought", ["notes.txt"])
    with person.waits_for(parts.session.settled):
        composer(person).sendRequested.emit("A new thought", [])
    assert [text for role, text in person.texts() if role is Role.USER] == ["Second wording", "A new thought"]


def test_ended_in_the_middle_of_an_edit_neither_text_is_lost(person: Person) -> None:
    person.use("good")
    person.say("First wording")
    parts = person.program.parts
    write(person, "A new thought")
    parts.window.transcript.editRequested.emit(parts.session.messages[0].id)
    person.restart()
    assert written(person) == ("A new thought", [])
    parts = person.program.parts
    parts.window.transcript.editRequested.emit(parts.session.messages[0].id)
    composer(person).set_text("Second wording, half done")
    person.restart()
    assert written(person) == ("Second wording, half done\n\nA new thought", [])


def test_text_and_attachments_are_on_disk_while_one_writes(person: Person, data_dir: Path) -> None:
    """So neither a crash nor kill -9 takes them."""
    person.use("good")
    person.say("One")
    write(person, "More about one", NOTES, LIST)
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    person.wait(lambda: reader.draft(1) == "More about one")
    person.wait(lambda: reader.draft_attachments(1) == [NOTES, LIST])
    composer(person).set_text("More about two")
    person.wait(lambda: reader.draft(1) == "More about two")
    assert reader.draft_attachments(1) == [NOTES, LIST]
    reader.close()
