"""Under which heading a conversation stands: Pinned, Today, Yesterday, Previous 7 days, then its month."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

if TYPE_CHECKING:
    from parley.domain.conversation_row import ConversationRow


def local_day(milliseconds: int) -> date:
    """The day, here, of a time in milliseconds since 1970 UTC. Times no calendar knows become the first or last day."""
    try:
        return datetime.fromtimestamp(milliseconds / 1000, tz=UTC).astimezone().date()
    except (OverflowError, ValueError, OSError):
        return date.max if milliseconds > 0 else date.min


def heading(row: ConversationRow, today: date) -> str:
    """The heading over `row`. A day in the future (a clock was wrong) counts as today."""
    if row.pinned:
        return QCoreApplication.translate("Sidebar", "Pinned")
    day = local_day(row.updated_at)
    if day >= today:
        return QCoreApplication.translate("Sidebar", "Today")
    if day == today - timedelta(days=1):
        return QCoreApplication.translate("Sidebar", "Yesterday")
    if day >= today - timedelta(days=7):
        return QCoreApplication.translate("Sidebar", "Previous 7 days")
    month = QLocale().standaloneMonthName(day.month)
    return month if day.year == today.year else f"{month} {day.year}"


def reaches_to(row: ConversationRow, today: date) -> int:
    """The earliest moment whose conversations stand under the same heading as `row`, in milliseconds since 1970."""
    day = local_day(row.updated_at)
    if day >= today:
        first = today
    elif day == today - timedelta(days=1):
        first = day
    else:
        first = today - timedelta(days=7) if day >= today - timedelta(days=7) else day.replace(day=1)
    try:
        return start_of(first)
    except (OverflowError, ValueError, OSError):
        return row.updated_at  # before any calendar


def start_of(day: date) -> int:
    """The beginning of a day, here, in milliseconds since 1970 UTC. Raises what `datetime` does of days without one."""
    return int(datetime(day.year, day.month, day.day).astimezone().timestamp() * 1000)


def day_words(milliseconds: int) -> str:
    """The day as a screen reader should say it."""
    day = local_day(milliseconds)
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
