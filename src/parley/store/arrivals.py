"""Taking in conversations that come from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .clean import clean
from .keeping import Keeping
from .rows import write_chat_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from parley.domain.arrival import Arrival
    from parley.domain.chat_settings import ChatSettings
    from parley.domain.message import Conversation, Message


class Arrivals(Keeping):
    """Every method is one transaction and raises AppError. What was paid elsewhere counts in no budget here."""

    def add_arrivals(self, arrivals: Iterable[Arrival]) -> list[int]:
        """Take in conversations, all or none, under new ids. Returns those."""
        with self.transaction():
            return [self._add_arrival(arrival) for arrival in arrivals]

    def add_conversations(self, many: Iterable[tuple[Conversation, Sequence[Message]]]) -> list[int]:
        """The same without a folder or an archive; the last message is on the branch that is shown.

        The messages' own ids only say who is whose parent; parents come before their children.
        """
        with self.transaction():
            return [self._add_conversation(conversation, messages, None) for conversation, messages in many]

    def _add_arrival(self, arrival: Arrival) -> int:
        ident = self._add_conversation(arrival.conversation, arrival.messages, arrival.shown)
        folder = self._folder_named(arrival.folder) if arrival.folder else None
        self.rows(
            "UPDATE conversation SET archived = ?, folder_id = ? WHERE id = ?", [int(arrival.archived), folder, ident]
        )
        return ident

    def _folder_named(self, name: str) -> int:
        """The folder of that name; a new one where there is none."""
        found = self.number("SELECT min(id) FROM folder WHERE name = ?", [clean(name)])
        return found or self.number("INSERT INTO folder (name) VALUES (?) RETURNING id", [clean(name)])

    def _add_conversation(self, conversation: Conversation, messages: Sequence[Message], shown: int | None) -> int:
        ident = self.number(
            "INSERT INTO conversation (created_at, updated_at, pinned, trashed_at, title_is_mine, title_cost, settings)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [
                conversation.created_at,
                conversation.updated_at,
                int(conversation.pinned),
                None if conversation.trashed_at is None else self.now(),  # its days in the trash begin here
                int(conversation.title_is_mine),
                _cost_of_title(conversation, messages),
                write_chat_settings(conversation.settings),
            ],
        )
        self._set_title(ident, conversation.title)
        new_ids = self._add_messages(ident, messages)
        self._show_every_branch(ident)
        if new_ids:
            self._show(new_ids[messages[-1].id if shown is None else shown])
        self._rename_in_settings(ident, conversation.settings, new_ids)
        return ident

    def _add_messages(self, conversation_id: int, messages: Sequence[Message]) -> dict[int, int]:
        """Returns the new ids by the old ones."""
        new_ids: dict[int, int] = {}
        new = self.number("SELECT max(seq) FROM sqlite_sequence WHERE name = 'message'")
        for message in messages:
            new += 1
            parent = None if message.parent_id is None else new_ids.get(message.parent_id)
            self._put_message(replace(message, id=new, conversation_id=conversation_id, parent_id=parent))
            new_ids[message.id] = new
        return new_ids

    def _rename_in_settings(self, conversation_id: int, settings: ChatSettings, new_ids: dict[int, int]) -> None:
        left_out, summary = settings.leave_out_before, settings.summary
        if left_out is None and summary is None:
            return
        up_to = new_ids.get(summary.up_to) if summary else None
        renamed = replace(
            settings,
            leave_out_before=new_ids.get(left_out or 0),
            summary=replace(summary, up_to=up_to) if summary and up_to else None,
        )
        self.rows("UPDATE conversation SET settings = ? WHERE id = ?", [write_chat_settings(renamed), conversation_id])


def _cost_of_title(conversation: Conversation, messages: Sequence[Message]) -> int | None:
    """What is left of the cost of the whole; None, as where no model was asked for a title, when that is nothing."""
    summary = conversation.settings.summary
    counted = sum(message.cost or 0 for message in messages) + (summary.cost if summary else 0)
    return conversation.cost - counted if conversation.cost > counted else None
