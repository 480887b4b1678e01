"""Importing at the window: what comes in, what is said of it, and how it is taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.exchange.test_import_chatgpt import export, node, said
from tests.store.talk import chat

from parley import paths
from parley.domain.chat_settings import ChatSettings
from parley.domain.conversation_row import Shelf
from parley.exchange.formats import find_format
from parley.store.store import Store
from parley.ui import import_wiring

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from tests.app.person import Person

    from parley.ui.import_run import ImportReport


def from_chatgpt(path: Path, number: int, *, name: str = "Old") -> Path:
    """`number` conversations of a question and an answer."""
    made = [
        export(
            node("q", None, said("user", f"{name} question {place} about herons"), ("a",)),
            node("a", "q", said("assistant", "An old answer. " * 50)),
            title=f"{name} {place}",
            create_time=1_600_000_000 + place,
        )
        for place in range(number)
    ]
    path.write_text(json.dumps(made), encoding="utf-8")
    return path


def bring_in(person: Person, *files: Path) -> ImportReport:
    importing = person.program._importing
    with person.waits_for(importing.ended) as ended:
        person.program.parts.window.sidebar.filesDropped.emit([str(file) for file in files])
    report: ImportReport = ended.args[0]
    return report


def listed(person: Person, shelf: Shelf | None = None) -> list[str]:
    return [row.title for row in person.program._reader.conversations(limit=1_000, trashed=(shelf or Shelf()).trashed)]


def notice(person: Person) -> str:
    return person.program.parts.window.notice.text()


def failure(person: Person) -> str:
    shown = person.program.parts.window.failure
    return shown.text() if shown.isVisible() else ""


def test_what_chatgpt_exported(person: Person, tmp_path: Path) -> None:
    person.use("good")
    bring_in(person, from_chatgpt(tmp_path / "conversations.json", 3))
    assert notice(person) == "3 conversations imported."
    assert sorted(listed(person)) == ["Old 0", "Old 1", "Old 2"]
    assert failure(person) == ""


def test_the_only_one_is_opened_and_can_be_gone_on_with(person: Person, tmp_path: Path) -> None:
    person.use("good")
    person.say("Before")
    model = person.program.parts.session.settings.model
    bring_in(person, from_chatgpt(tmp_path / "conversations.json", 1))
    assert [text for _, text in person.texts()] == ["Old question 0 about herons", "An old answer. " * 50]
    assert person.program.parts.session.settings.model == model
    person.say("And storks?")
    assert len(person.texts()) == 4


def test_what_is_here_is_not_doubled(person: Person, tmp_path: Path) -> None:
    person.use("good")
    file = from_chatgpt(tmp_path / "conversations.json", 2)
    bring_in(person, file)
    bring_in(person, file)
    assert notice(person) == "All 2 conversations are already here."
    bring_in(person, from_chatgpt(tmp_path / "more.json", 3), file)
    assert notice(person) == "1 conversation imported. 4 were already here."
    assert len(listed(person)) == 3


def test_undo_puts_them_into_the_trash_and_redo_brings_them_back(person: Person, tmp_path: Path) -> None:
    person.use("good")
    file = from_chatgpt(tmp_path / "conversations.json", 3)
    report = bring_in(person, file)
    library = person.program._library
    with person.waits_for(library.redoOffered):
        library.undo()
    assert listed(person) == []
    assert len(listed(person, Shelf(trashed=True))) == len(report.ids) == 3
    with person.waits_for(library.undoOffered):
        library.redo()
    assert len(listed(person)) == 3
    with person.waits_for(library.redoOffered):
        library.undo()
    bring_in(person, file)  # what is in the trash does not count as here
    assert notice(person) == "3 conversations imported."


def test_what_cannot_be_read_is_said_and_the_rest_is_there(person: Person, tmp_path: Path) -> None:
    person.use("good")
    circle = export(node("a", "b", said("user", "a")), node("b", "a", said("user", "b")), title="Round")
    file = from_chatgpt(tmp_path / "conversations.json", 2)
    file.write_text(json.dumps([*json.loads(file.read_text()), circle]))
    (tmp_path / "nonsense.json").write_text("{}")
    bring_in(person, tmp_path / "nonsense.json", file, tmp_path / "gone.db")
    assert notice(person) == "2 conversations imported. 1 could not be read."
    assert failure(person).startswith("Parley cannot read conversations from nonsense.json.")
    details = person.program.parts.window.failure._details_text.toPlainText()
    assert "Round: the messages go round in a circle" in details
    assert "The file gone.db could not be read." in details
    assert len(listed(person)) == 2


def test_one_that_is_damaged_in_the_middle(person: Person, tmp_path: Path) -> None:
    person.use("good")
    file = from_chatgpt(tmp_path / "conversations.json", 5)
    file.write_bytes(file.read_bytes()[:-100])
    bring_in(person, file)
    assert notice(person) == "4 conversations imported."
    assert "conversations.json" in failure(person)


def test_a_backup(person: Person, tmp_path: Path, data_dir: Path) -> None:
    person.use("good")
    person.say("Here already")
    title = person.program.parts.session.conversation
    assert title is not None
    other = Store.open(tmp_path / "other" / "parley.db", tmp_path / "other" / "backups")
    chat(other, "How old do herons get?", "Twenty years.", title="Ages")
    other.close()
    before = (tmp_path / "other" / "parley.db").read_bytes()
    made: list[str] = []
    person.program._engine.post(lambda backend: backend.back_up(), done=made.append)
    person.wait(lambda: bool(made))
    places = paths.find_paths(data_dir)
    bring_in(person, tmp_path / "other" / "parley.db", places.database, *places.backups.iterdir())
    assert notice(person).startswith("1 conversation imported.")
    assert failure(person) == ""
    assert "Ages" in listed(person)
    assert len(listed(person)) == 2
    assert (tmp_path / "other" / "parley.db").read_bytes() == before
    assert [path.name for path in (tmp_path / "other").iterdir() if path.is_file()] == ["parley.db"]
    assert list(data_dir.rglob(".parley-import-*")) == []


def test_what_parley_exported(person: Person, tmp_path: Path) -> None:
    person.use("good")
    person.say("One")
    person.say("Two")
    parts = person.program.parts
    conversation = parts.session.conversation
    assert conversation is not None
    question = parts.session.messages[2]
    person.wait_for_answer(lambda: person.program.parts.conversation.regenerate(parts.session.messages[3].id))
    with person.waits_for(parts.exporting.written):
        parts.exporting.export_to(conversation.id, "json", tmp_path / "one.json")
    bring_in(person, tmp_path / "one.json")
    assert notice(person) == "This conversation is already here."
    changed = json.loads((tmp_path / "one.json").read_text())
    changed["conversation"]["created_at"] += 1
    (tmp_path / "one.json").write_text(json.dumps(changed))
    [new] = bring_in(person, tmp_path / "one.json").ids
    reader = person.program._reader
    old_tree, new_tree = reader.tree(conversation.id), reader.tree(new)
    assert [(m.text, m.usage, m.cost, m.model, m.created_at, m.siblings) for m in new_tree] == [
        (m.text, m.usage, m.cost, m.model, m.created_at, m.siblings) for m in old_tree
    ]
    assert [m.text for m in reader.messages(new)] == [m.text for m in reader.messages(conversation.id)]
    assert [m.siblings for m in new_tree] == [1, 1, 1, 2, 2]
    assert question.text in [m.text for m in new_tree]


def test_cancel_keeps_what_is_in(person: Person, tmp_path: Path) -> None:
    person.use("good")
    importing = person.program._importing
    importing.progressed.connect(importing.cancel)
    report = bring_in(person, from_chatgpt(tmp_path / "conversations.json", 4_000))
    assert report.stopped
    assert 0 < report.imported < 4_000
    assert notice(person).startswith("Stopped. ")
    assert len(report.ids) == report.imported == person.program._reader.count()
    bring_in(person, from_chatgpt(tmp_path / "few.json", 1, name="After"))


def test_closing_ends_an_import(person: Person, tmp_path: Path) -> None:
    person.use("good")
    importing = person.program._importing
    with person.waits_for(importing.progressed):
        person.program.parts.window.sidebar.filesDropped.emit(
            [str(from_chatgpt(tmp_path / "conversations.json", 8_000))]
        )
    person.restart()
    reader = person.program._reader
    assert reader.rows("PRAGMA integrity_check") == [("ok",)]
    assert 0 < reader.count() < 8_000
    row = reader.conversations(limit=1)[0]
    assert len(reader.messages(row.id)) == 2


def test_from_settings(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person.use("good")
    file = from_chatgpt(tmp_path / "conversations.json", 2)
    monkeypatch.setattr(import_wiring, "choose_import_files", lambda _parent: [str(file)])
    rooms = person.program._rooms
    rooms.open_settings()
    dialog = rooms._dialog
    assert dialog is not None
    with person.waits_for(person.program._importing.ended):
        dialog.data.importRequested.emit()
    assert dialog.data._result.text() == "2 conversations imported."
    dialog.close()


def test_the_settings_of_what_has_none_are_those_of_a_new_chat(person: Person, tmp_path: Path) -> None:
    person.use("good")
    report = bring_in(person, from_chatgpt(tmp_path / "conversations.json", 1))
    settings = person.program._reader.conversation(report.ids[0]).settings
    assert settings == ChatSettings(model=settings.model)
    made = find_format("json")
    assert made.tree_writer is not None
