"""Keeping what is not a message: settings, drafts, where one was; and conversations that come from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.settings import SETTINGS

from .clean import clean, write_json
from .library import Library
from .rows import write_chat_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message
    from parley.domain.settings import Settings


class Keeping(Library):
    """Every method is one transaction and raises AppError."""

    def save_settings(self, settings: Settings) -> None:
        """Write the settings as they are now. Those of a newer Parley stay."""
        stored = settings.stored()
        with self.transaction():
            for key in SETTINGS:
                if key in stored:
                    value = write_json(stored[key])
                    self.rows("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [key, value])
                else:
                    self.rows("DELETE FROM setting WHERE key = ?", [key])

    def save_draft(self, conversation_id: int | None, text: str, attachments: Sequence[Attachment] = ()) -> None:
        """Keep what was typed and not sent; nothing typed: nothing kept. A conversation that is gone has no draft."""
        with self.transaction():
            had = self.rows("DELETE FROM draft WHERE conversation_id IS ? RETURNING id", [conversation_id])
            if (text or attachments) and self._may_have_draft(conversation_id):
                ident = self.number(
                    "INSERT INTO draft (conversation_id, text) VALUES (?, ?) RETURNING id",
                    [conversation_id, clean(text)],
                )
                self._attach("draft_attachment", ident, attachments)
            if had:
                self._drop_unused_content()

    def save_scroll(self, conversation_id: int, position: int) -> None:
        with self.transaction():
            self.rows("UPDATE conversation SET scroll = ? WHERE id = ?", [position, conversation_id])

    def add_conversations(self, many: Iterable[tuple[Conversation, Sequence[Message]]]) -> list[int]:
        """Take in conversations from elsewhere, all or none, under new ids. Returns those.

        The messages' own ids only say who is whose parent; parents come before their children.
        """
        with self.transaction():
            return [self._add_conversation(conversation, messages) for conversation, messages in many]

    def _add_conversation(self, conversation: Conversation, messages: Sequence[Message]) -> int:
        ident = self.number(
            "INSERT INTO conversation (created_at, updated_at, pinned, trashed_at, title_is_mine, settings)"
            " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            [
                conversation.created_at,
                conversation.updated_at,
                int(conversation.pinned),
                conversation.trashed_at,
                int(conversation.title_is_mine),
                write_chat_settings(conversation.settings),
            ],
        )
        self._set_title(ident, conversation.title)
        new_ids: dict[int, int] = {}
        new = self.number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'message'")
        for message in messages:
            new += 1
            parent = None if message.parent_id is None else new_ids.get(message.parent_id)
            self._put_message(replace(message, id=new, conversation_id=ident, parent_id=parent))
            new_ids[message.id] = new
        if new_ids:
            self._show(new)
        left_out, summary = conversation.settings.leave_out_before, conversation.settings.summary
        if left_out is not None or summary is not None:
            up_to = new_ids.get(summary.up_to) if summary else None
            settings = replace(
                conversation.settings,
                leave_out_before=new_ids.get(left_out or 0),
                summary=replace(summary, up_to=up_to) if summary and up_to else None,
            )
            self.rows("UPDATE conversation SET settings = ? WHERE id = ?", [write_chat_settings(settings), ident])
        return ident

    def _may_have_draft(self, conversation_id: int | None) -> bool:
        return conversation_id is None or self._exists("conversation", conversation_id) is not None
