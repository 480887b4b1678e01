"""The reading side: what the window asks for, each answer a few milliseconds away. Every method raises AppError."""

from __future__ import annotations

from typing import TYPE_CHECKING

import apsw

from parley.domain.errors import AppError, Cause
from parley.domain.search_filters import Filters

from .branches import shown_branch
from .clean import int_of, text_of, write_json
from .overview import Overview
from .rows import (
    AMONG_SIBLINGS,
    ATTACHMENT,
    CONVERSATION,
    MESSAGE,
    read_attachment,
    read_conversation,
    read_message,
)
from .search import Found, Search
from .stored_message import stored_messages

if TYPE_CHECKING:
    from collections.abc import Callable

    from parley.domain.attachment import Attachment
    from parley.domain.conversation_row import ConversationRow
    from parley.domain.message import Conversation, Message

    from .connection import Row

ANY = Filters()
_STEPS = 20_000  # of SQLite's machine: less than a millisecond

# Children have greater ids than their parents, so the order of ids is the order along any branch. CROSS JOIN keeps
# SQLite from turning a join round: it cannot know that a branch is short, and would read every message there is.
_THESE = "WITH path (id) AS (SELECT value FROM json_each(?))"
_UP = """
WITH RECURSIVE path (id) AS (
    SELECT id FROM message WHERE id = ?
    UNION ALL
    SELECT parent.id FROM path CROSS JOIN message m USING (id) CROSS JOIN message parent ON parent.id = m.parent_id
    WHERE parent.id < m.id
)"""
_ALL = "WITH path (id) AS (SELECT id FROM message WHERE conversation_id = ?)"
_DOWN = """
WITH RECURSIVE path (id) AS (
    SELECT id FROM message WHERE id = ?
    UNION ALL
    SELECT child.id FROM path CROSS JOIN message child ON child.parent_id = path.id WHERE child.id > path.id
)"""


def _never() -> bool:
    return False


class Reader(Overview):
    """Reads the store. Used from one thread at a time; `interrupt` may be called from any."""

    def conversation(self, conversation_id: int) -> Conversation:
        """Raises AppError UNEXPECTED when there is none."""
        row = self.row(f"SELECT {CONVERSATION} FROM conversation c WHERE c.id = ?", [conversation_id])
        if row is None:
            raise missing("conversation", conversation_id)
        return read_conversation(row)

    def messages(self, conversation_id: int) -> list[Message]:
        """The branch that is shown, root first."""
        shown = shown_branch(self, conversation_id)
        attachments = self._attachments(_THESE, write_json([row[0] for row, _, _ in shown])) if shown else {}
        return stored_messages(shown, attachments)

    def tree(self, conversation_id: int) -> list[Message]:
        """Every version of every message, parents before their children."""
        return self._messages(_ALL, conversation_id)

    def path_to(self, message_id: int) -> list[Message]:
        """The messages from the root down to and including `message_id`, attachments loaded."""
        return self._messages(_UP, message_id)

    def branch(self, message_id: int) -> list[Message]:
        """The message with all that hangs below it, in the order they were written."""
        return self._messages(_DOWN, message_id)

    def branch_size(self, message_id: int) -> int:
        """How many messages deleting this branch takes away, itself included."""
        return self.number(f"{_DOWN} SELECT count(*) FROM path", [message_id])

    def message(self, message_id: int) -> Message:
        """Raises AppError UNEXPECTED when there is none."""
        found = self._messages("WITH path (id) AS (SELECT ?)", message_id)
        if not found:
            raise missing("message", message_id)
        return found[0]

    def search(
        self, text: str, limit: int, filters: Filters = ANY, *, given_up: Callable[[], bool] = _never
    ) -> list[ConversationRow]:
        """Conversations in which `text` occurs, best first, with the hit marked in `snippet` (see `search`).

        `given_up` is asked every millisecond or so: as soon as it is true, the search ends and finds nothing.
        """
        self.connection.set_progress_handler(given_up, _STEPS)  # interrupt() misses what begins a moment after it
        try:
            return Search(self, filters).find(text, limit)
        except apsw.InterruptError:
            return []
        finally:
            self.connection.set_progress_handler(None)

    def search_messages(self, text: str, limit: int, filters: Filters = ANY) -> list[Found]:
        """The same, every message of its own."""
        return Search(self, filters).find_messages(text, limit)

    def draft(self, conversation_id: int | None) -> str:
        """What was typed and not sent; None: for a conversation that is not there yet."""
        row = self.row("SELECT CAST(text AS BLOB) FROM draft WHERE conversation_id IS ?", [conversation_id])
        return text_of(row[0]) if row else ""

    def draft_attachments(self, conversation_id: int | None) -> list[Attachment]:
        rows = self.rows(
            f"SELECT {ATTACHMENT} FROM draft"
            " JOIN draft_attachment a ON a.draft_id = draft.id JOIN content USING (sha256)"
            " WHERE draft.conversation_id IS ? ORDER BY a.place",
            [conversation_id],
        )
        return [read_attachment(row) for row in rows]

    def scroll(self, conversation_id: int) -> int:
        """Where the conversation was scrolled to, in whatever the window counts."""
        return self.number("SELECT scroll FROM conversation WHERE id = ?", [conversation_id])

    def models_used(self) -> list[str]:
        """The models that have answered, by name."""
        rows = self.rows(
            "WITH RECURSIVE used (model) AS (SELECT min(model) FROM message WHERE model <> '' UNION ALL"
            " SELECT (SELECT min(m.model) FROM message m WHERE m.model <> '' AND m.model > used.model) FROM used"
            " WHERE used.model IS NOT NULL) SELECT CAST(model AS BLOB) FROM used WHERE model IS NOT NULL"
        )
        return [text_of(row[0]) for row in rows]

    def spent_since(self, moment: int) -> int:
        """Micro-dollars of all answers made since `moment` (milliseconds since 1970), deleted ones included."""
        return self.number("SELECT total(cost) FROM spending WHERE made_at >= ?", [moment])

    def _messages(self, path: str, start: int) -> list[Message]:
        rows = self.rows(
            f"{path} SELECT {MESSAGE}, {AMONG_SIBLINGS} FROM path CROSS JOIN message m USING (id) ORDER BY m.id",
            [start],
        )
        attachments = self._attachments(path, start)
        return [read_message(row, int_of(row[-2]), int_of(row[-1]), tuple(attachments.get(row[0], ()))) for row in rows]

    def _attachments(self, path: str, start: int | str) -> dict[object, list[Attachment]]:
        found: dict[object, list[Attachment]] = {}
        for row in self.rows(
            f"{path} SELECT a.message_id, {ATTACHMENT}"
            " FROM path CROSS JOIN attachment a ON a.message_id = path.id CROSS JOIN content USING (sha256)"
            " ORDER BY a.message_id, a.place",
            [start],
        ):
            found.setdefault(row[0], []).append(read_attachment(row[1:]))
        return found

    def _exists(self, table: str, ident: int) -> Row | None:
        return self.row(f"SELECT 1 FROM {table} WHERE id = ?", [ident])


def missing(kind: str, ident: int) -> AppError:
    """For what was deleted while something else still meant it."""
    return AppError(Cause.UNEXPECTED, f"there is no {kind} {ident}")
