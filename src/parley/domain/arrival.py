"""A conversation that comes from a file: as a value, with the bounds it must keep, and how it is known again."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .message import Conversation, Message

MOST_MESSAGES = 20_000  # of one conversation, all versions counted
MOST_TEXT = 64_000_000  # characters of one conversation; a long book has about a million


@dataclass(frozen=True, slots=True)
class Arrival:
    """One conversation from a file. The ids of its messages only say who is whose parent."""

    conversation: Conversation
    messages: tuple[Message, ...]  # every version, parents before their children
    shown: int | None = None  # the message with which the branch on the screen ended; None: the last one
    archived: bool = False
    folder: str = ""  # the name of the folder it was in


@dataclass(frozen=True, slots=True)
class Unread:
    """A conversation in a file that could not be read: what it is called there, and why, for the details."""

    name: str
    reason: str


class MisfitError(Exception):
    """A conversation that cannot be taken in; says why."""


class ImportStoppedError(Exception):
    """The person wants no more of it."""


def marks_of(messages: Sequence[Message]) -> frozenset[bytes]:
    """What a conversation is known again by: a digest of each message together with all before it.

    The same conversation in an older backup has some of these, so nothing that is not here as well.
    """
    digests: dict[int | None, bytes] = {None: b""}
    for message in messages:
        digest = sha256(digests.get(message.parent_id, b""))
        digest.update(f"{message.role}\0{message.created_at}\0".encode())
        digest.update(message.text.encode("utf-8", "replace"))
        for attachment in message.attachments:
            digest.update(sha256(attachment.data).digest())
        digests[message.id] = digest.digest()
    del digests[None]
    return frozenset(digests.values())
