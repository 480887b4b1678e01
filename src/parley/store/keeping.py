"""Keeping what is not a message: settings, drafts, where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.settings import SETTINGS

from .clean import clean, write_json
from .library import Library

DAY_MS = 24 * 3_600_000
_LONGEST_ABSENCE_MS = 180 * DAY_MS
_HOUSE_KEPT = "house_kept_at"  # a setting of the store's own: when the trash was last looked at, ms since 1970

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
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

    def _may_have_draft(self, conversation_id: int | None) -> bool:
        return conversation_id is None or self._exists("conversation", conversation_id) is not None
