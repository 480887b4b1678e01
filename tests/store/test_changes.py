"""What a person does to the library: done, undone, and done again, each exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw
import pytest
from tests.store.talk import ask, chat, settle, texts, titles

from parley.domain.conversation_row import Folder
from parley.domain.library_changes import (
    Archive,
    CreateFolder,
    DeleteBranch,
    DeleteFolder,
    LibraryChange,
    Move,
    Pin,
    Rename,
    RenameFolder,
    Together,
    Trash,
)

if TYPE_CHECKING:
    from parley.store.store import Store


def picture(store: Store) -> object:
    """Everything a change may touch, but the moments at which things went to the trash."""
    rows = store.rows(
        "SELECT id, title, title_is_mine, pinned, archived, trashed_at IS NULL, folder_id FROM conversation"
    )
    return rows, store.folders()


def folder_of(store: Store, name: str) -> int:
    return next(folder.id for folder in store.folders() if folder.name == name)


@pytest.fixture
def library(store: Store) -> Store:
    """Four conversations, A to D under ids 1 to 4; B is pinned, C is in the folder Work, D is archived."""
    for title in "ABCD":
        chat(store, f"about {title}", title=title)
    store.change_library(Pin.all([2], True))
    store.change_library(CreateFolder("Work", (3,)))
    store.change_library(Archive.all([4], True))
    return store


@pytest.mark.parametrize(
    "change",
    [
        Rename(1, "Another"),
        Rename(9, "Gone"),
        Pin.all([1, 2, 9], True),
        Pin.all([1, 2], False),
        Archive.all([1, 4, 9], True),
        Archive.all([1, 4], False),
        Trash.all([1, 3, 9], True),
        Move.all([1, 3, 9], 1),
        Move.all([1, 3], None),
        Move.all([1, 3], 77),
        CreateFolder("Home", (1, 3)),
        CreateFolder("Empty"),
        RenameFolder(1, "Job"),
        RenameFolder(77, "Gone"),
        DeleteFolder(1),
        DeleteFolder(77),
        Together((CreateFolder("Home"), Trash.all([1], True))),
    ],
    ids=repr,
)
def test_undone_it_is_as_before_and_done_again_as_after(library: Store, change: LibraryChange) -> None:
    before = picture(library)
    undoing = library.change_library(change)
    after = picture(library)
    redoing = library.change_library(undoing)
    assert picture(library) == before
    library.change_library(redoing)
    assert picture(library) == after


def test_what_changed_nothing_undoes_nothing(library: Store) -> None:
    assert library.change_library(Pin.all([2], True)) == Pin(())
    assert library.change_library(Move.all([1], 77)) == Move(())


def test_a_title_that_is_given_back_is_parleys_again(library: Store) -> None:
    undoing = library.change_library(Rename(1, "Mine"))
    assert library.conversation(1).title_is_mine
    library.change_library(undoing)
    assert not library.conversation(1).title_is_mine
    assert [row.id for row in library.search("mine", 5)] == []


def test_folders_hold_what_was_put_into_them(library: Store) -> None:
    work = folder_of(library, "Work")
    assert [row.title for row in library.conversations(limit=5, folder_id=work)] == ["C"]
    assert [row.title for row in library.conversations(limit=5, loose=True)] == ["B", "A"]
    assert titles(library) == ["B", "C", "A"]
    assert [row.folder_id for row in library.conversations(limit=5, folder_id=work)] == [work]


def test_deleting_a_folder_keeps_its_conversations_and_undo_puts_them_back(library: Store) -> None:
    work = folder_of(library, "Work")
    undoing = library.change_library(DeleteFolder(work))
    assert library.folders() == []
    assert "C" in [row.title for row in library.conversations(limit=5, loose=True)]
    library.change_library(undoing)
    assert library.folders() == [Folder(work, "Work")]
    assert [row.title for row in library.conversations(limit=5, folder_id=work)] == ["C"]


def test_the_archive(library: Store) -> None:
    assert library.has_archived()
    assert [row.title for row in library.conversations(limit=5, archived=True)] == ["D"]
    library.change_library(Archive.all([4], False))
    assert not library.has_archived()
    assert "D" in titles(library)


def test_a_change_that_fails_leaves_nothing_half_done(library: Store) -> None:
    before = picture(library)
    with pytest.raises(apsw.ConstraintError):
        library.change_library(Together((Rename(1, "Half"), CreateFolder("Second", folder_id=1))))
    assert picture(library) == before


def test_every_version_can_be_gone_to_after_a_deletion_was_undone(store: Store) -> None:
    talk = chat(store, "One", "1", "Two", "2")
    root, first = store.messages(talk.id)[:2]
    versions = {first.id: ["One", "1", "Two", "2"]}
    for name in ("a", "b"):
        version = settle(store, store.begin_answer(root.id, model="m").id, name)
        ask(store, talk.id, "And", name * 2, parent=version.id)
        versions[version.id] = ["One", name, "And", name * 2]
    store.choose_branch(first.id)
    store.change_library(store.change_library(DeleteBranch(root.id, len(store.tree(talk.id)))))
    assert texts(store, talk.id) == versions[first.id]
    for version_id, shown in versions.items():
        store.choose_branch(version_id)
        assert texts(store, talk.id) == shown
