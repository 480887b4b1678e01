"""The messages of a conversation put in order, parents before their children."""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from parley.domain.arrival import MOST_MESSAGES, MisfitError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from parley.domain.message import Message


def in_order(messages: Sequence[Message]) -> tuple[Message, ...]:
    """`messages` by id, but no child before its parent. Raises MisfitError: no tree, or one that is too large."""
    if len(messages) > MOST_MESSAGES:
        raise MisfitError(f"more than {MOST_MESSAGES} messages")
    by_id = {message.id: message for message in messages}
    if len(by_id) < len(messages):
        raise MisfitError("two messages have the same id")
    children: dict[int | None, list[int]] = {}
    for message in messages:
        if message.parent_id is not None and message.parent_id not in by_id:
            raise MisfitError("a message answers one that is not there")
        children.setdefault(message.parent_id, []).append(message.id)
    waiting = sorted(children.get(None, []))
    ordered: list[Message] = []
    while waiting:
        ident = heappop(waiting)
        ordered.append(by_id[ident])
        for child in children.get(ident, ()):
            heappush(waiting, child)
    if len(ordered) < len(messages):
        raise MisfitError("the messages go round in a circle")
    return tuple(ordered)
