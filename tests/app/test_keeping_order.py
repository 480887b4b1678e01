"""Keeping order among conversations, from the window's keys and menus to the disk and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from parley.domain.library_changes import Archive, CreateFolder, DeleteFolder, Move, Pin, Rename, Trash
from parley.domain.message import Role
from parley.domain.search_filters import Filters
from parley.ui.sidebar.list_view import ConversationList
from parley.ui.sidebar.model import ROW_ROLE, FoldersHeading

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtGui import QAction
    from tests.app.person import Person

    from parley.domain.conversation_row import Folder
    from parley.domain.library_changes import LibraryChange
    from parley.ui.sidebar.sidebar import Sidebar

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def sidebar(person: Person) -> Sidebar:
    return person.program.parts.window.sidebar


def shown_list(person: Person) -> ConversationList:
    return sidebar(person).findChildren(ConversationList)[0]


def titles(person: Person) -> list[str]:
    return [row.title for row in shown_list(person).rows_model().rows()]


def folders(person: Person) -> list[Folder]:
    return person.program._reader.folders()


def say_each(person: Person, *texts: str) -> None:
    """A conversation for each text; the last is on the screen."""
    person.use("good")
    for text in texts:
        sidebar(person).newChatRequested.emit()
        person.say(text)
    person.wait(lambda: len(titles(person)) == len(texts))
    person.wait(lambda: set(titles(person)) == set(texts))


def on_screen(person: Person) -> str:
    """The title of the conversation that is shown; "" for a new one."""
    conversation = person.program.parts.session.conversation
    return "" if conversation is None else conversation.title


def id_of(person: Person, title: str) -> int:
    return next(row.id for row in person.program._reader.conversations(limit=99) if row.title == title)


def order(person: Person, change: LibraryChange) -> None:
    with person.waits_for(person.program._library.undoOffered):
        sidebar(person).changeRequested.emit(change)


def press_undo(person: Person) -> None:
    with person.waits_for(person.program._library.redoOffered):
        QTest.keyClick(person.program.parts.window, Qt.Key.Key_Z, CONTROL)


def undo_button(person: Person) -> str:
    foot = sidebar(person)._foot
    assert foot is not None
    return foot.undo._button.text()


def test_every_change_is_undone_by_ctrl_z_one_after_the_other(person: Person) -> None:
    say_each(person, "One", "Two", "Three")
    one, two, three = (id_of(person, title) for title in ("One", "Two", "Three"))
    steps: list[tuple[LibraryChange, str]] = [
        (Rename(one, "Eins"), "Undo rename"),
        (Pin.all([one], True), "Undo pin"),
        (CreateFolder("Work", (two,)), "Undo move"),
        (Move.all([one, three], 1), "Undo move"),
        (DeleteFolder(1), "Undo delete folder"),
        (Archive.all([two, three], True), "Undo archive"),
        (Trash.all([one], True), "Undo delete"),
    ]
    window = person.program.parts.window
    window.setFocus()
    seen = []
    for change, words in steps:
        seen.append((titles(person), folders(person)))
        order(person, change)
        assert undo_button(person) == words
    assert titles(person) == []
    for before in reversed(seen):
        press_undo(person)
        person.wait(lambda before=before: (titles(person), folders(person)) == before)  # type: ignore[misc]  # the wait is over before the next
    assert set(titles(person)) == {"One", "Two", "Three"}


def test_undoing_a_deletion_shows_what_was_on_the_screen_again(person: Person) -> None:
    say_each(person, "One", "Two")
    assert on_screen(person) == "Two"
    order(person, Trash.all([id_of(person, "One"), id_of(person, "Two")], True))
    assert on_screen(person) == ""
    press_undo(person)
    person.wait(lambda: on_screen(person) == "Two")


def test_ctrl_z_brings_back_the_open_conversation_that_was_deleted_wherever_the_keyboard_is(person: Person) -> None:
    say_each(person, "One", "Two")
    window = person.program.parts.window
    for focused in (shown_list(person), window.composer._edit):
        focused.setFocus()
        order(person, Trash.all([id_of(person, "Two")], True))
        assert on_screen(person) == ""
        with person.waits_for(person.program._library.redoOffered):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Z, CONTROL)
        person.wait(lambda: on_screen(person) == "Two")
    assert window.composer.text() == ""


def test_what_was_undone_is_done_again(person: Person) -> None:
    say_each(person, "One", "Two")
    order(person, Trash.all([id_of(person, "One")], True))
    press_undo(person)
    assert len(titles(person)) == 2
    with person.waits_for(person.program._library.undoOffered):
        QTest.keyClick(person.program.parts.window, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert titles(person) == ["Two"]


def test_a_text_field_keeps_its_own_ctrl_z(person: Person) -> None:
    say_each(person, "One")
    order(person, Pin.all([id_of(person, "One")], True))
    search = next(f for f in sidebar(person).findChildren(QLineEdit) if f.accessibleName() == "Search conversations")
    search.setFocus()
    QTest.keyClicks(search, "abc")
    QTest.keyClick(search, Qt.Key.Key_Z, CONTROL)
    assert search.text() == ""
    composer = person.program.parts.window.composer
    composer.focus_input()
    QTest.keyClick(person.program.parts.window.focusWidget(), Qt.Key.Key_Z, CONTROL)
    assert person.program._reader.conversations(limit=1)[0].pinned


def test_a_deletion_for_good_ends_what_can_be_undone(person: Person) -> None:
    say_each(person, "One", "Two")
    one = id_of(person, "One")
    order(person, Rename(one, "Uno"))
    sidebar(person).deleteForeverRequested.emit([one])
    person.wait(lambda: titles(person) == ["Two"])
    assert person.program._library._stack.take_done() is None


def test_a_folder_is_made_for_a_conversation_entered_and_left(person: Person) -> None:
    say_each(person, "One", "Two")
    view = shown_list(person)
    view.setFocus()
    sidebar(person).set_current(id_of(person, "One"))
    menu = sidebar(person).make_menu()
    move = next(m for m in menu.findChildren(QMenu) if m.title() == "Move to folder")
    assert [action.text() for action in move.actions()] == ["New folder…"]
    move.actions()[0].trigger()
    field = next(f for f in sidebar(person).findChildren(QLineEdit) if f.accessibleName() == "Name of the folder")
    field.setText("  Work &  play ")
    with person.waits_for(person.program._library.undoOffered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert titles(person) == ["Two"]
    [folder] = folders(person)
    assert folder.name == "Work & play"
    index = view.rows_model().index_of_entry(folder)
    assert index.data() == "Work & play"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    assert titles(person) == ["One"]
    sidebar(person).focus_search()  # Ctrl+K leads back to everything
    assert titles(person) == ["Two"]


def test_the_folders_fold_and_stay_folded(person: Person) -> None:
    say_each(person, "One")
    order(person, CreateFolder("Work"))
    view = shown_list(person)
    heading = view.rows_model().index(0)
    assert heading.data(ROW_ROLE) == FoldersHeading(folded=False)
    assert heading.data(Qt.ItemDataRole.AccessibleTextRole) == "Folders, open"
    view.setFocus()
    view.setCurrentIndex(heading)
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert view.rows_model().index(0).data(ROW_ROLE) == FoldersHeading(folded=True)
    assert view.current_entry() == FoldersHeading(folded=True)
    person.restart()
    assert shown_list(person).rows_model().index(0).data(ROW_ROLE) == FoldersHeading(folded=True)
    assert [str(shown_list(person).rows_model().index(row).data()) for row in range(2)] == ["Folders", "Today"]


def test_dropping_conversations_on_a_folder_moves_them(person: Person) -> None:
    say_each(person, "One", "Two", "Three")
    order(person, CreateFolder("Work"))
    [folder] = folders(person)
    ids = [id_of(person, "One"), id_of(person, "Three")]
    with person.waits_for(person.program._library.undoOffered) as said:
        shown_list(person).dropped.emit(ids, folder)
    assert said.args == ["2 moved to “Work”", "Undo move"]
    assert titles(person) == ["Two"]


def test_a_folder_that_is_open_follows_its_name_and_its_end(person: Person) -> None:
    say_each(person, "One", "Two")
    order(person, CreateFolder("Work", (id_of(person, "One"),)))
    view = shown_list(person)
    view.folderChosen.emit(folders(person)[0])
    assert titles(person) == ["One"]
    menu = sidebar(person).make_menu(folders(person)[0])
    with person.waits_for(person.program._library.undoOffered):
        action(menu, "Delete folder, keep its conversations").trigger()
    assert set(titles(person)) == {"One", "Two"}


def action(menu: QMenu, words: str) -> QAction:
    return next(found for found in menu.actions() if found.text() == words)


def test_the_archive_is_offered_once_something_is_in_it(person: Person) -> None:
    say_each(person, "One", "Two")
    names = [b.text() for b in sidebar(person).findChildren(type(sidebar(person)._ways_out.trash))]
    assert "Archive" not in names
    sidebar(person).set_current(id_of(person, "One"))
    with person.waits_for(person.program._library.undoOffered):
        action(sidebar(person).make_menu(), "Archive").trigger()
    assert titles(person) == ["Two"]
    button = sidebar(person)._ways_out.archive
    assert button is not None
    assert button.isVisible()
    button.click()
    assert titles(person) == ["One"]
    sidebar(person).set_current(id_of_archived(person))
    with person.waits_for(person.program._library.undoOffered):
        action(sidebar(person).make_menu(), "Take out of the archive").trigger()
    assert titles(person) == []


def id_of_archived(person: Person) -> int:
    return person.program._reader.conversations(limit=1, archived=True)[0].id


def test_several_are_selected_by_keyboard_and_dealt_with_at_once(person: Person) -> None:
    say_each(person, "One", "Two", "Three")
    view = shown_list(person)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    foot = sidebar(person)._foot
    assert foot is not None
    assert foot.selection.isVisible()
    assert foot.selection._count.text() == "3 selected"
    with person.waits_for(person.program._library.undoOffered) as said:
        foot.selection._archive.click()
    assert said.args[0] == "3 conversations archived"
    assert titles(person) == []
    assert not foot.selection.isVisible()


def test_escape_gives_up_selecting_several(person: Person) -> None:
    say_each(person, "One", "Two")
    view = shown_list(person)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert [row.title for row in view.selected_rows()] == ["Two"]


def test_a_hit_in_another_branch_is_shown_there(person: Person) -> None:
    person.use("good")
    person.say("The xylophone is in the cellar")
    parts = person.program.parts
    first = parts.session.messages[0]
    parts.window.transcript.editRequested.emit(first.id)
    person.say("The drum is in the attic")
    conversation = parts.session.conversation
    assert conversation is not None
    assert parts.session.message(first.id) is None
    sidebar(person).newChatRequested.emit()
    search = sidebar(person)._top.search
    search.setText("xylophone")
    person.wait(lambda: shown_list(person).rows_model().rows()[0].message_id == first.id)
    QTest.keyClick(search, Qt.Key.Key_Return)
    person.wait(lambda: parts.session.message(first.id) is not None)
    assert parts.session.messages[0].text == "The xylophone is in the cellar"


def test_filters_narrow_the_search_and_end_with_it(person: Person) -> None:
    say_each(person, "The xylophone", "The drum")
    search = sidebar(person)._top.search
    search.setText("the")
    person.wait(lambda: len(titles(person)) == 2)
    filters = sidebar(person)._over_list().filters
    assert filters.isVisible()
    filters._role._choose(Role.USER)
    filters._model.open()
    assert [words for words, _said, _value in filters._model._values] == ["Any model", "gpt-4o-mini"]
    filters._code.click()
    person.wait(lambda: titles(person) == [])
    assert filters.filters == Filters(role=Role.USER, has_code=True)
    filters._none.click()
    person.wait(lambda: len(titles(person)) == 2)
    filters._code.click()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert not filters.isVisible()
    assert filters.filters == Filters()
    assert set(titles(person)) == {"The xylophone", "The drum"}


def test_filters_alone_find_as_well(person: Person) -> None:
    say_each(person, "The xylophone", "The drum")
    search = sidebar(person)._top.search
    search.setText("drum")
    person.wait(lambda: titles(person) == ["The drum"])
    sidebar(person)._over_list().filters._role._choose(Role.USER)
    search.setText("")
    person.wait(lambda: len(titles(person)) == 2)
    assert sidebar(person)._over_list().filters.isVisible()


def test_several_are_exported_into_a_folder(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say_each(person, "One", "Two")
    monkeypatch.setattr("parley.ui.library_wiring.choose_export_folder", lambda _window: str(tmp_path))
    shown_list(person).selectAll()
    menu = sidebar(person).make_menu()
    exports = next(m for m in menu.findChildren(QMenu) if m.title() == "Export")
    next(a for a in exports.actions() if "Markdown" in a.text()).trigger()
    person.program.parts.exporting.finish()
    assert sorted(path.name.split()[0] for path in tmp_path.glob("*.md")) == ["One", "Two"]


def test_exporting_everything_takes_folders_and_the_archive_along(person: Person, tmp_path: Path) -> None:
    say_each(person, "One", "Two", "Three")
    order(person, CreateFolder("Work", (id_of(person, "One"),)))
    order(person, Archive.all([id_of(person, "Two")], True))
    person.program.parts.exporting.export_all(tmp_path)
    person.program.parts.exporting.finish()
    assert len(list(tmp_path.glob("*.json"))) == 3
