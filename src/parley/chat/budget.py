"""The monthly budget: nothing more is sent once this month's answers have cost it."""

from __future__ import annotations

import time
from typing import Protocol

from parley.domain.errors import AppError, Cause


class Spending(Protocol):
    """Whoever knows what was paid."""

    def spent_since(self, moment: int) -> int:
        """Micro-dollars since `moment` (milliseconds since 1970)."""
        ...


def month_start(moment: int) -> int:
    """When the month of `moment` began where the person lives; both in milliseconds since 1970."""
    local = time.localtime(moment / 1000)
    # mktime with isdst -1 finds the offset of that day: the month may have begun in another one (summer time).
    return int(time.mktime((local.tm_year, local.tm_mon, 1, 0, 0, 0, 0, 0, -1))) * 1000


def check_budget(store: Spending, budget: int, moment: int) -> None:
    """Raise AppError BUDGET_REACHED when the month's answers cost `budget` micro-dollars or more; 0 is no budget."""
    if budget and store.spent_since(month_start(moment)) >= budget:
        raise AppError(Cause.BUDGET_REACHED, amount=str(budget))
