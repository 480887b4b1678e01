"""What of a long conversation is still sent: from which message on, and what stands in place of the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .message import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .chat_settings import ChatSettings, Summary
    from .message import Message

# Said to the model. It is asked with this, and later finds both again: its summary as its own answer to this.
SUMMARY_REQUEST = (
    "Summarise our conversation so far, so that you can go on from your summary alone. Keep names, numbers, dates, "
    "decisions, open questions and whatever I asked you to keep in mind; keep code only where it is still needed. "
    "Write in the language of the conversation and nothing but the summary."
)


def first_sent(settings: ChatSettings, history: Sequence[Message]) -> int:
    """The place in `history` of the first message that is still sent; what stands before it is left out.

    A summary stands for one branch: on another, what it does not tell of is sent in full.
    """
    start = settings.leave_out_before
    if start is None or (settings.summary and settings.summary.text and summary_of(settings, history) is None):
        return 0
    return next((place for place, message in enumerate(history) if message.id >= start), len(history))


def summary_of(settings: ChatSettings, history: Sequence[Message]) -> Summary | None:
    """The summary that is sent in place of what is left out of `history`."""
    summary, start = settings.summary, settings.leave_out_before
    if summary is None or not summary.text or start is None or summary.up_to >= start:
        return None
    return summary if any(message.id == summary.up_to for message in history) else None


def without_oldest(settings: ChatSettings, messages: Sequence[Message], sizes: Sequence[int]) -> ChatSettings | None:
    """`settings` with which about half of what is sent of `messages` (of `sizes` tokens) stays; None: no way to."""
    start = first_sent(settings, messages)
    cut = halfway(messages[start:], sizes[start:])
    return replace(settings, leave_out_before=messages[start + cut].id) if cut else None


def halfway(messages: Sequence[Message], sizes: Sequence[int]) -> int:
    """Where to cut `messages`, of `sizes` tokens each, so that about half remains: the place of the first that stays.

    That is always a question of the person, and never the last one's place or beyond; 0 when there is none to cut at.
    """
    places = [place for place, message in enumerate(messages) if place and message.role is Role.USER]
    half, passed = sum(sizes) / 2, 0
    for place, size in enumerate(sizes):
        if passed >= half and place in places:
            return place
        passed += size
    return places[-1] if places else 0
