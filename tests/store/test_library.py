"""Titles, the trash, branches taken away and put back, drafts and settings."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.store.talk import ask, chat, settle, texts, titles

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings
from parley.domain.library_changes import Pin
from parley.domain.settings import TEXT_SIZE, THEME, Settings
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from parley.domain.conversation_row import ConversationRow

NOTE = Attachment(AttachmentKind.TEXT, "a.txt", "text/plain", b"note", "")


def test_pages_go_on_where_the_last_one_ended(store: Store) -> None:
    made = [chat(store, "Hello", title=f"Chat {number}") for number in range(23)]
    store.change_library(Pin.all([made[3].id], True))
    seen: list[str] = []
    after: ConversationRow | None = None
    while page := store.conversations(limit=5, offset_after=after):
        seen += [row.title for row in page]
        after = page[-1]
    assert seen == ["Chat 3", *(f"Chat {number}" for number in reversed(range(23)) if number != 3)]
    assert store.count() == 23


def test_a_new_message_brings_a_conversation_to_the_top(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    old = chat(store, "Hello", title="Old")
    chat(store, "Hello", title="New")
    later = store.now() + 1000
    monkeypatch.setattr(store, "now", lambda: later)
    ask(store, old.id, "Again", parent=store.messages(old.id)[-1].id)
    assert titles(store) == ["Old", "New"]


def test_the_trash_gives_back_what_is_in_it(store: Store) -> None:
    kept, gone = chat(store, "a", title="Kept"), chat(store, "b", title="Gone")
    store.trash([gone.id])
    assert (titles(store), titles(store, trashed=True)) == (["Kept"], ["Gone"])
    assert store.search("gone", 5) == []
    store.restore([gone.id])
    assert titles(store, trashed=True) == []
    assert [row.id for row in store.search("gone", 5)] == [gone.id]
    assert kept.trashed_at is None


def test_only_what_is_old_enough_leaves_the_trash(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = chat(store, "a"), chat(store, "b")
    monkeypatch.setattr(store, "now", lambda: 1_000)
    store.trash([old.id])
    monkeypatch.setattr(store, "now", lambda: 2_000)
    store.trash([new.id, old.id])  # already there: its time does not change
    assert store.empty_trash(1_500) == 1
    assert [row.id for row in store.conversations(limit=5, trashed=True)] == [new.id]
    assert store.empty_trash(None) == 1
    assert store.count() == 0


def test_what_is_deleted_for_good_leaves_nothing_behind(store: Store) -> None:
    gone = store.create_conversation(ChatSettings())
    ask(store, gone.id, "Secret 秘密", "Whisper", attachments=[NOTE])
    store.save_draft(gone.id, "half", [NOTE])
    store.trash([gone.id])
    store.delete_forever([gone.id])
    for table in ("conversation", "message", "attachment", "content", "draft", "draft_attachment", "words", "grams"):
        assert store.rows("SELECT * FROM " + table) == [], table  # noqa: S608 - the names above
    assert store.rows("PRAGMA foreign_key_check") == []


def test_a_conversation_of_a_thousand_turns_can_be_deleted(store: Store) -> None:
    conversation = chat(store, *["word"] * 3000)
    assert len(store.messages(conversation.id)) == 3000
    store.delete_forever([conversation.id])
    assert store.count() == 0


def test_a_deleted_branch_comes_back_as_it_was(store: Store) -> None:
    conversation = chat(store, "One", "1")
    first = store.messages(conversation.id)[1]
    kept = ask(store, conversation.id, "Two", "2", parent=first.id, cost=5, attachments=[NOTE])
    ask(store, conversation.id, "Zwei", "zwei", parent=first.id)
    store.choose_branch(kept.id)
    before = store.messages(conversation.id)
    question = before[2].id

    assert store.branch_size(question) == 2
    taken = store.delete_branch(question)
    assert texts(store, conversation.id) == ["One", "1", "Zwei", "zwei"]
    assert store.search('"two"', 5) == []
    store.restore_branch(taken)
    assert store.messages(conversation.id) == before
    assert store.search('"two"', 5)[0].message_id == question


def test_deleting_the_only_branch_leaves_what_came_before(store: Store) -> None:
    conversation = chat(store, "One", "1", "Two", "2")
    store.delete_branch(store.messages(conversation.id)[2].id)
    assert texts(store, conversation.id) == ["One", "1"]
    store.delete_branch(store.messages(conversation.id)[0].id)
    assert texts(store, conversation.id) == []
    ask(store, conversation.id, "New", "n")
    assert texts(store, conversation.id) == ["New", "n"]


def test_drafts_survive_per_conversation(store: Store, database: Path) -> None:
    conversation = chat(store, "One", "1")
    store.save_draft(None, "new")
    store.save_draft(conversation.id, "half a", [NOTE])
    store.save_draft(conversation.id, "half a thought", [NOTE])
    reader = Store.open_reader(database)
    assert (reader.draft(None), reader.draft(conversation.id)) == ("new", "half a thought")
    assert [a.data for a in reader.draft_attachments(conversation.id)] == [b"note"]
    store.save_draft(conversation.id, "")
    assert reader.draft(conversation.id) == ""
    assert reader.draft_attachments(conversation.id) == []
    assert store.number("SELECT count(*) FROM content") == 0
    store.save_draft(99, "of nothing")
    assert reader.draft(99) == ""
    reader.close()


def test_an_attachment_of_a_draft_that_changes_all_but_its_content_is_kept_as_it_is_now(store: Store) -> None:
    """A draft is written anew only where its attachments changed, and a content is kept once for all its names."""
    data = b"The same"
    first = Attachment(AttachmentKind.TEXT, "", "text/plain", data, hashlib.sha256(data).hexdigest())
    conversation = chat(store, "Hello", "Hi")
    for kept in (
        [first],
        [replace(first, name="notes.md")],
        [replace(first, name="notes.md", mime="text/markdown")],
        [replace(first, name="notes.md", kind=AttachmentKind.PDF)],
        [first, replace(first, name="twice.txt")],
        [replace(first, name="twice.txt"), first],
    ):
        store.save_draft(conversation.id, "Look", kept)
        assert store.draft_attachments(conversation.id) == kept


def test_settings_come_back_and_defaults_are_not_stored(store: Store, database: Path) -> None:
    reader = Store.open_reader(database)
    store.save_settings(Settings().with_value(THEME, "dark").with_value(TEXT_SIZE, 20))
    assert (reader.settings()[THEME], reader.settings()[TEXT_SIZE]) == ("dark", 20)
    assert not reader.settings_damaged
    store.save_settings(Settings().with_value(THEME, "light"))
    assert (reader.settings()[THEME], reader.settings()[TEXT_SIZE]) == ("light", 15)
    reader.close()


def test_the_place_one_was_at(store: Store) -> None:
    conversation = chat(store, "One", "1")
    store.save_scroll(conversation.id, 1234)
    assert store.scroll(conversation.id) == 1234
    assert store.scroll(99) == 0


def test_conversations_from_elsewhere_keep_their_tree(store: Store) -> None:
    conversation = chat(store, "One", "1", "Two", "2", title="Numbers")
    question = store.messages(conversation.id)[2]
    settle(store, store.begin_answer(question.id, model="m").id, "two")
    everything = store.branch(store.messages(conversation.id)[0].id)
    [new] = store.add_conversations([(store.conversation(conversation.id), everything)])
    assert new != conversation.id
    assert texts(store, new) == ["One", "1", "Two", "two"]
    assert store.conversation(new).title == "Numbers"
    assert store.messages(new)[3].siblings == 2
    assert {row.id for row in store.search("numbers", 5)} == {new, conversation.id}
