"""Conversations and their branches: made, renamed, put into the trash, shown another way, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .clean import clean
from .connection import marks
from .reader import missing
from .rows import write_chat_settings, write_failure, write_usage
from .turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Conversation, Message

_AT_ONCE = 500  # conversations deleted in one statement; SQLite limits the number of bound values


class Library(Turns):
    """Every method is one transaction and raises AppError. What takes ids ignores those that are gone."""

    def create_conversation(self, settings: ChatSettings) -> Conversation:
        with self.transaction():
            ident = self.number(
                "INSERT INTO conversation (created_at, updated_at, settings) VALUES (?1, ?1, ?2) RETURNING id",
                [self.now(), write_chat_settings(settings)],
            )
        return self.conversation(ident)

    def update_settings(self, conversation_id: int, settings: ChatSettings) -> Conversation:
        self._change("settings = ?", [write_chat_settings(settings)], [conversation_id])
        return self.conversation(conversation_id)

    def rename(self, conversation_id: int, title: str, *, mine: bool = True) -> Conversation:
        """Give the title the person wrote. `mine` False gives one back to Parley, to undo a first renaming."""
        with self.transaction():
            self._require("conversation", conversation_id)
            self._set_title(conversation_id, title)
            self.rows("UPDATE conversation SET title_is_mine = ? WHERE id = ?", [int(mine), conversation_id])
        return self.conversation(conversation_id)

    def trash(self, ids: Sequence[int]) -> None:
        self._change("trashed_at = coalesce(trashed_at, ?)", [self.now()], ids)

    def restore(self, ids: Sequence[int]) -> None:
        self._change("trashed_at = NULL", [], ids)

    def delete_forever(self, ids: Iterable[int]) -> None:
        """Take the conversations out of the file, with their messages, drafts and attachments."""
        with self.transaction():
            self._delete(list(ids))

    def empty_trash(self, older_than_ms: int | None) -> int:
        """Delete what was put in the trash before the moment `older_than_ms` (since 1970); None: all of it.

        Returns how many conversations that were.
        """
        wanted = "trashed_at IS NOT NULL AND (?1 IS NULL OR trashed_at < ?1)"
        with self.transaction():
            found = self.rows(f"SELECT id FROM conversation WHERE {wanted}", [older_than_ms])
            self._delete([int(str(row[0])) for row in found])
        return len(found)

    def choose_branch(self, message_id: int) -> None:
        """Show the branch this message is in; further down, what was shown there before."""
        with self.transaction():
            self._require("message", message_id)
            self._show(message_id)

    def step_branch(self, message_id: int, step: int) -> int:
        """Show the sibling `step` places on (-1: the one before), the last one at the end. Returns its id."""
        with self.transaction():
            siblings = self._siblings(message_id)
            at = siblings.index(message_id) + step
            chosen = siblings[max(0, min(at, len(siblings) - 1))]
            self._show(chosen)
        return chosen

    def delete_branch(self, message_id: int) -> list[Message]:
        """Take this message and all below it away. Returns them for `restore_branch`."""
        with self.transaction():
            taken = self.branch(message_id)
            siblings = self._siblings(message_id)
            for message in reversed(taken):  # children first
                self._forget(message.id)
                self.rows("DELETE FROM attachment WHERE message_id = ?", [message.id])
                self.rows("DELETE FROM message WHERE id = ?", [message.id])
            self._drop_unused_content()
            siblings.remove(message_id)
            if siblings:
                self._show(siblings[-1])
        return taken

    def restore_branch(self, messages: Sequence[Message]) -> None:
        """Put back what `delete_branch` took, under the same ids."""
        with self.transaction():
            for message in messages:
                self._put_message(message)
            for message in messages[-1:]:
                self._show_every_branch(message.conversation_id)
                self._show(message.id)

    def _show_every_branch(self, conversation_id: int) -> None:
        """Whichever version is chosen, what follows it is shown: the newest, where nothing else was chosen."""
        self.rows(
            "UPDATE message SET shown_child = (SELECT max(c.id) FROM message c WHERE c.parent_id = message.id)"
            " WHERE conversation_id = ? AND shown_child IS NULL",
            [conversation_id],
        )

    def _put_message(self, message: Message) -> None:
        self.rows(
            "INSERT INTO message (id, conversation_id, parent_id, created_at, role, status, cost, model,"
            " finish_reason, usage, failure, text, fits_schema) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                message.id,
                message.conversation_id,
                message.parent_id,
                message.created_at,
                message.role.value,
                message.status.value,
                message.cost,
                clean(message.model),
                clean(message.finish_reason),
                write_usage(message.usage),
                write_failure(message.failure),
                clean(message.text),
                int(message.fits_schema),
            ],
        )
        self._attach("attachment", message.id, message.attachments)
        self._index(message.id, clean(message.text))

    def _change(self, what: str, bindings: list[int | str | None], ids: Sequence[int]) -> None:
        with self.transaction():
            for ident in ids:
                self.rows(f"UPDATE conversation SET {what} WHERE id = ?", [*bindings, ident])

    def _siblings(self, message_id: int) -> list[int]:
        found = self.rows(
            "SELECT s.id FROM message m JOIN message s ON s.parent_id IS m.parent_id"
            " AND s.conversation_id = m.conversation_id WHERE m.id = ? ORDER BY s.id",
            [message_id],
        )
        if not found:
            raise missing("message", message_id)
        return [int(str(row[0])) for row in found]

    def _delete(self, ids: list[int]) -> None:
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            chosen = f"conversation_id IN ({marks(some)})"
            for index in ("words", "grams"):
                self.rows(f"DELETE FROM {index} WHERE rowid IN (SELECT id FROM message WHERE {chosen})", some)
                self.rows(f"DELETE FROM {index} WHERE rowid IN ({marks(some)})", [-ident for ident in some])
            self.rows(f"DELETE FROM attachment WHERE message_id IN (SELECT id FROM message WHERE {chosen})", some)
            self.rows(f"DELETE FROM message WHERE {chosen}", some)
            self.rows(f"DELETE FROM conversation WHERE id IN ({marks(some)})", some)
        if ids:
            self._drop_unused_content()
