"""Short ways to write what the tests need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Message, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation
    from parley.store.reader import Reader
    from parley.store.store import Store


def chat(store: Store, *texts: str, title: str = "") -> Conversation:
    """A conversation of these texts, questions and answers in turn."""
    conversation = store.create_conversation(ChatSettings(model="gpt-4o"))
    if title:
        store.set_automatic_title(conversation.id, title)
    parent: int | None = None
    for place in range(0, len(texts), 2):
        answer = ask(store, conversation.id, texts[place], "".join(texts[place + 1 : place + 2]), parent=parent)
        parent = answer.id
    return store.conversation(conversation.id)


def ask(
    store: Store,
    conversation_id: int,
    text: str,
    reply: str = "Yes.",
    *,
    parent: int | None = None,
    cost: int | None = None,
    attachments: Sequence[Attachment] = (),
) -> Message:
    """One whole turn. Returns the settled answer."""
    _, answer = store.begin_turn(conversation_id, text=text, attachments=attachments, parent_id=parent, model="gpt-4o")
    return settle(store, answer.id, reply, cost=cost)


def settle(store: Store, answer_id: int, text: str, *, cost: int | None = None) -> Message:
    return store.settle(Message(answer_id, 0, None, Role.ASSISTANT, text, 0, cost=cost, finish_reason="stop"))


def texts(reader: Reader, conversation_id: int) -> list[str]:
    return [message.text for message in reader.messages(conversation_id)]


def titles(reader: Reader, *, trashed: bool = False) -> list[str]:
    return [row.title for row in reader.conversations(limit=100, trashed=trashed)]
