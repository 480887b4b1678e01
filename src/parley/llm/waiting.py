"""How long to wait when a service asks for it (RFC 9110, Retry-After), and how long when it does not say."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TRIES = 5  # a request is sent at most this often
LONGEST_WAIT = 120.0  # seconds; who is asked to wait longer decides himself
_FIRST_PAUSE = 2.0  # seconds, doubled each time
LONGEST_PAUSE = 30.0


def retry_after(headers: Mapping[str, str], now: datetime | None = None) -> float | None:
    """Seconds the service asks to wait; None when it does not say, or not so that it can be understood."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or text is None:
        return seconds
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:  # "-0000", which means UTC
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())


def pause(tries: int) -> float:
    """Seconds to wait after the `tries`-th refusal without a word on how long: doubling, spread at random so that
    programs which were refused together do not come back together."""
    longest = min(LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (tries - 1))
    return random.uniform(longest / 2, longest)  # noqa: S311 - no secret


def _number(text: str | None) -> float | None:
    try:
        number = float(text) if text else None
    except ValueError:
        return None
    return number if number is not None and 0 <= number < float("inf") else None
