"""What the context window needs of the store: summaries with their cost, and how closely a picture is looked at."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.chat_settings import ChatSettings, Summary
from parley.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"\x89PNG"
LOOKED_AT = Attachment(AttachmentKind.IMAGE, "p.png", "image/png", PICTURE, sha256(PICTURE).hexdigest(), Detail.LOW)
PAPER = Attachment(AttachmentKind.PDF, "p.pdf", "application/pdf", PICTURE, LOOKED_AT.sha256)


def test_detail_and_kind_stay_with_the_message_and_the_content_is_kept_once(database: Path, backups: Path) -> None:
    store = Store.open(database, backups)
    talk = store.create_conversation(ChatSettings())
    store.begin_turn(talk.id, text="Look.", attachments=[LOOKED_AT, PAPER], parent_id=None, model="m")
    store.save_draft(talk.id, "And again.", [LOOKED_AT])
    store.close()

    store = Store.open(database, backups)
    assert store.messages(talk.id)[0].attachments == (LOOKED_AT, PAPER)
    assert store.draft_attachments(talk.id) == [LOOKED_AT]
    assert store.number("SELECT count(*) FROM content") == 1
    store.close()


def test_a_summary_counts_among_what_was_paid(database: Path, backups: Path) -> None:
    store = Store.open(database, backups)
    summary = Summary("They spoke.", 2, "gpt-4o", 700)
    talk = store.create_conversation(ChatSettings(leave_out_before=3, summary=summary))
    store.count_spending(300)
    store.count_spending(400)
    assert store.spent_since(0) == 700
    assert store.conversation(talk.id).cost == 700
    assert store.conversation(talk.id).settings.summary == summary
    taken_back = replace(summary, text="")
    store.update_settings(talk.id, ChatSettings(summary=taken_back))
    assert store.conversation(talk.id).cost == 700
    store.close()


def test_what_comes_from_elsewhere_keeps_its_summary_under_new_ids(database: Path, backups: Path) -> None:
    store = Store.open(database, backups)
    talk = store.create_conversation(ChatSettings())
    question, answer = store.begin_turn(talk.id, text="One.", attachments=[], parent_id=None, model="m")
    again, _ = store.begin_turn(talk.id, text="Two.", attachments=[], parent_id=answer.id, model="m")
    told = ChatSettings(leave_out_before=again.id, summary=Summary("One.", answer.id))
    [copy] = store.add_conversations([(replace(talk, settings=told), store.messages(talk.id))])
    settings, messages = store.conversation(copy).settings, store.messages(copy)
    assert settings.summary is not None
    assert (settings.summary.up_to, settings.leave_out_before) == (messages[1].id, messages[2].id)
    assert messages[0].id != question.id
    store.close()
