"""The words of the quiet line under a message."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from parley.domain.events import Phase
from parley.domain.message import Status
from parley.domain.money import Usage
from parley.ui.kit.money import money_text

if TYPE_CHECKING:
    from parley.domain.message import Message

    from .item import MessageItem


def status_text(item: MessageItem) -> str:
    """What stands under the message: how far it is, or what made it and what it cost. Empty under one's own."""
    message = item.message
    if item.is_mine:
        return ""
    if message.status is Status.STREAMING:
        return _phase_text(item)
    return _settled_text(message)


def roomiest_text(item: MessageItem) -> str:
    """What needs as much room as the words under most versions of the message: the actions beside them stay in their
    place while one goes through the versions. For a message with just one it is what stands there."""
    message = item.message
    if item.is_mine or message.siblings < 2 or message.usage is None:
        return status_text(item)
    cost = None if message.cost is None else 1  # the longest sum there is below $100
    return _settled_text(replace(message, usage=Usage(99_999, 0), cost=cost))


def _settled_text(message: Message) -> str:
    parts = []
    if message.status is Status.STOPPED:
        parts.append(QCoreApplication.translate("Transcript", "Stopped"))
    elif message.status is Status.INCOMPLETE:
        parts.append(QCoreApplication.translate("Transcript", "Not complete"))
    elif message.finish_reason == "length" and message.failure is None:
        parts.append(QCoreApplication.translate("Transcript", "Stopped at the length limit"))
    if message.fits_schema:
        parts.append(QCoreApplication.translate("Transcript", "Fits the schema"))
    if message.model:
        parts.append(message.model)
    if message.usage is not None and message.usage.total_tokens:
        parts.append(_tokens(message.usage.total_tokens))
    if message.cost is not None and message.usage is not None:
        parts.append(money_text(message.cost))
    return " · ".join(parts)


def _tokens(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Transcript", "1 token")
    return QCoreApplication.translate("Transcript", "{count} tokens").format(count=QLocale().toString(count))


def _phase_text(item: MessageItem) -> str:
    if item.waiting > 0:
        if item.waiting == 1:
            return QCoreApplication.translate("Transcript", "Trying again in one second")
        return QCoreApplication.translate("Transcript", "Trying again in {seconds} seconds").format(
            seconds=item.waiting
        )
    match item.phase:
        case Phase.CONNECTING:
            return QCoreApplication.translate("Transcript", "Connecting…")
        case Phase.WAITING:
            return QCoreApplication.translate("Transcript", "Waiting for the first word…")
        case Phase.STILL_WAITING:
            return QCoreApplication.translate("Transcript", "Still waiting for the first word…")
        case _:
            return (
                QCoreApplication.translate("Transcript", "Writing…")
                if item.has_text
                else QCoreApplication.translate("Transcript", "Connecting…")
            )
