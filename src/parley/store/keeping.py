"""Keeping what is not a message: settings, drafts, where one was; and conversations that come from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from parley.domain.settings import SETTINGS

from .clean import clean, write_json
from .library import Library
from .rows import write_chat_settings

DAY_MS = 24 * 3_600_000
_LONGEST_ABSENCE_MS = 180 * DAY_MS
_HOUSE_KEPT = "house_kept_at"  # a setting of the store's own: when the trash was last looked at, ms since 1970

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
            if attachments and self._has_draft_with(conversation_id, attachments):  # large, and written already
                self.rows("UPDATE draft SET text = ? WHERE conversation_id IS ?", [clean(text), conversation_id])
                return
            had = self.rows("DELETE FROM draft WHERE conversation_id IS ? RETURNING id", [conversation_id])
            if (text or attachments) and self._may_have_draft(conversation_id):
                ident = self.number(
                    "INSERT INTO draft (conversation_id, text) VALUES (?, ?) RETURNING id",
                    [conversation_id, clean(text)],
                )
                self._attach("draft_attachment", ident, attachments)
            if had:
                self._drop_unused_content()

    def _has_draft_with(self, conversation_id: int | None, attachments: Sequence[Attachment]) -> bool:
        kept = self.rows(
            "SELECT a.sha256, a.kind, a.name, a.mime, a.detail FROM draft"
            " JOIN draft_attachment a ON a.draft_id = draft.id WHERE draft.conversation_id IS ? ORDER BY a.place",
            [conversation_id],
        )
        return kept == [
            (one.sha256, one.kind.value, clean(one.name), clean(one.mime), one.detail.value) for one in attachments
        ]

    def empty_old_trash(self, days: int) -> int:
        """Delete what has been in the trash for so many days; 0: nothing. Returns how many conversations that were.

        Where the clock was set back, or forward by more than anyone stays away, the days of everything count anew.
        """
        now = self.now()
        with self.transaction():
            last = self.number("SELECT CAST(value AS INTEGER) FROM setting WHERE key = ?", [_HOUSE_KEPT])
            if last and not last - DAY_MS <= now <= last + _LONGEST_ABSENCE_MS:
                self.rows("UPDATE conversation SET trashed_at = ? WHERE trashed_at IS NOT NULL", [now])
            self.rows("INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)", [_HOUSE_KEPT, str(now)])
            return self.empty_trash(now - days * DAY_MS) if days else 0

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
