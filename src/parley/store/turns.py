"""Writing what a turn brings: the message, the empty answer, what has arrived so far, the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parley.domain.errors import AppError, Cause, Failure
from parley.domain.message import Role, Status

from .clean import clean, text_of
from .reader import missing
from .rows import write_failure, write_usage
from .writer import Writer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.attachment import Attachment
    from parley.domain.message import Conversation, Message


class Turns(Writer):
    """Fits chat.ports.TurnStore. Every method is one transaction, synced, and raises AppError."""

    def begin_turn(
        self,
        conversation_id: int,
        *,
        text: str,
        attachments: Sequence[Attachment],
        parent_id: int | None,
        model: str,
    ) -> tuple[Message, Message]:
        """Commit the person's message under `parent_id` and an empty streaming answer under it."""
        with self.transaction():
            self._require("conversation", conversation_id)
            question = self._add_message(conversation_id, parent_id, Role.USER, text, Status.COMPLETE, "")
            self._attach("attachment", question, attachments)
            self._index(question, clean(text))
            answer = self._begin_answer(conversation_id, question, model)
        return self.message(question), self.message(answer)

    def begin_answer(self, question_id: int, *, model: str, shown: bool = True) -> Message:
        """Commit another empty streaming answer under the message `question_id` (regenerate, retry).

        `shown` False: the branch on the screen stays the one it is.
        """
        with self.transaction():
            conversation_id = self._conversation_of(question_id)
            answer = self._begin_answer(conversation_id, question_id, model, shown=shown)
        return self.message(answer)

    def save_partial(self, answer_id: int, text: str) -> None:
        """What has arrived so far. An answer that is settled is not touched any more."""
        with self.transaction():
            self.rows(
                "UPDATE message SET text = ? WHERE id = ? AND status = ?",
                [clean(text), answer_id, Status.STREAMING.value],
            )

    def settle(self, answer: Message) -> Message:
        """Write the end of a turn: what `answer` has come to. Returns it as it now stands."""
        text = clean(answer.text)
        with self.transaction():
            conversation_id = self._conversation_of(answer.id)
            self.rows(
                "UPDATE message SET text = ?, status = ?, usage = ?, cost = ?, finish_reason = ?, failure = ?,"
                " fits_schema = ? WHERE id = ?",
                [
                    *(text, answer.status.value, write_usage(answer.usage), answer.cost, clean(answer.finish_reason)),
                    *(write_failure(answer.failure), int(answer.fits_schema), answer.id),
                ],
            )
            self._index(answer.id, text)
            self._count_cost(answer.id, answer.cost)
            self._touch(conversation_id)
        return self.message(answer.id)

    def count_spending(self, cost: int) -> None:
        """Count what was paid for something that is no answer (a summary) among what this month cost."""
        with self.transaction():
            self.rows(
                "INSERT INTO spending (answer_id, made_at, cost)"
                " SELECT min(0, coalesce(min(answer_id), 0)) - 1, ?, ? FROM spending",  # answers have positive ids
                [self.now(), cost],
            )

    def set_automatic_title(self, conversation_id: int, title: str) -> Conversation:
        """Give the conversation a title unless the person wrote one; return it as it now stands."""
        with self.transaction():
            if self._title_is_free(conversation_id):
                self._set_title(conversation_id, title)
        return self.conversation(conversation_id)

    def title_is_wanted(self, conversation_id: int) -> bool:
        """Whether the person wrote no title and no model was asked for one yet."""
        wanted = "SELECT NOT title_is_mine AND title_cost IS NULL FROM conversation WHERE id = ?"
        return bool(self.number(wanted, [conversation_id]))

    def take_written_title(self, conversation_id: int, title: str, cost: int) -> Conversation:
        """Count what asking for it cost (micro-dollars), and use it unless it is empty or the person wrote one."""
        with self.transaction():
            self._require("conversation", conversation_id)
            self.count_spending(cost)
            self.rows("UPDATE conversation SET title_cost = ? WHERE id = ?", [cost, conversation_id])
            if title and self._title_is_free(conversation_id):
                self._set_title(conversation_id, title)
        return self.conversation(conversation_id)

    def mark_interrupted(self) -> int:
        """Answers that were still streaming when Parley ended are incomplete now. Returns how many there were."""
        with self.transaction():
            left = self.rows(
                "SELECT id, CAST(text AS BLOB) FROM message WHERE status = 'streaming'"
            )  # as its index says
            failure = write_failure(Failure(Cause.INTERRUPTED))
            for ident, text in left:
                self.rows(
                    "UPDATE message SET status = ?, failure = ? WHERE id = ?",
                    [Status.INCOMPLETE.value, failure, ident],
                )
                self._index(int(str(ident)), text_of(text))
        return len(left)

    def _begin_answer(self, conversation_id: int, parent_id: int, model: str, *, shown: bool = True) -> int:
        answer = self._add_message(conversation_id, parent_id, Role.ASSISTANT, "", Status.STREAMING, model)
        if shown:
            self._show(answer)
        self._touch(conversation_id)
        return answer

    def _add_message(
        self, conversation_id: int, parent_id: int | None, role: Role, text: str, status: Status, model: str
    ) -> int:
        if parent_id is not None and self._conversation_of(parent_id) != conversation_id:
            raise AppError(Cause.UNEXPECTED, f"message {parent_id} is not in conversation {conversation_id}")
        return self.number(
            "INSERT INTO message (conversation_id, parent_id, created_at, role, status, model, text)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [conversation_id, parent_id, self.now(), role.value, status.value, clean(model), clean(text)],
        )

    def _conversation_of(self, message_id: int) -> int:
        found = self.number("SELECT conversation_id FROM message WHERE id = ?", [message_id])
        if not found:
            raise missing("message", message_id)
        return found

    def _title_is_free(self, conversation_id: int) -> bool:
        return bool(self.number("SELECT NOT title_is_mine FROM conversation WHERE id = ?", [conversation_id]))

    def _count_cost(self, answer_id: int, cost: int | None) -> None:
        if cost is None:
            self.rows("DELETE FROM spending WHERE answer_id = ?", [answer_id])
        else:
            self.rows(
                "INSERT OR REPLACE INTO spending (answer_id, made_at, cost)"
                " SELECT id, created_at, ? FROM message WHERE id = ?",
                [cost, answer_id],
            )
