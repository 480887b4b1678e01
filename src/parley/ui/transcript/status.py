"""The words of the quiet line under a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.events import Phase
from parley.domain.message import Status
from parley.domain.money import money_text

if TYPE_CHECKING:
    from .item import MessageItem


def _tr(text: str, count: int = -1) -> str:
    return QCoreApplication.translate("Transcript", text, "", count)


def status_text(item: MessageItem) -> str:
    """What stands under the message: how far it is, or what made it and what it cost. Empty under one's own."""
    message = item.message
    if item.is_mine:
        return ""
    if message.status is Status.STREAMING:
        return _phase_text(item)
    parts = []
    if message.status is Status.STOPPED:
        parts.append(_tr("Stopped"))
    elif message.status is Status.INCOMPLETE:
        parts.append(_tr("Not complete"))
    elif message.finish_reason == "length" and message.failure is None:
        parts.append(_tr("Stopped at the length limit"))
    if message.model:
        parts.append(message.model)
    if message.usage is not None and message.usage.total_tokens:
        parts.append(_tokens(message.usage.total_tokens))
    if message.cost is not None and message.usage is not None:
        parts.append(money_text(message.cost))
    return " · ".join(parts)


def _tokens(count: int) -> str:
    if count == 1:
        return _tr("1 token")
    return _tr("{count} tokens").format(count=QLocale().toString(count))


def _phase_text(item: MessageItem) -> str:
    if item.waiting > 0:
        if item.waiting == 1:
            return _tr("Trying again in one second")
        return _tr("Trying again in {seconds} seconds").format(seconds=item.waiting)
    match item.phase:
        case Phase.CONNECTING:
            return _tr("Connecting…")
        case Phase.WAITING:
            return _tr("Waiting for the first word…")
        case Phase.STILL_WAITING:
            return _tr("Still waiting for the first word…")
        case _:
            return _tr("Writing…") if item.text else _tr("Connecting…")
