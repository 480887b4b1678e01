"""Sums of money as the person's language writes them: the one place where dollars become text."""

from __future__ import annotations

from parley.domain.money import MICRO
from parley.ui.kit.numbers import reading_locale

_CENT = MICRO // 100
_LEAST = MICRO // 10_000  # below, a sum has no more digits than anyone reads


def money_text(micro_dollars: int) -> str:
    """A sum: cents from one cent up, and as many digits as it takes below."""
    if 0 < micro_dollars < _LEAST:
        return f"<{dollars_text(_LEAST / MICRO, 4)}"
    return dollars_text(micro_dollars / MICRO, 2 if micro_dollars == 0 or micro_dollars >= _CENT else 4)


def dollars_text(dollars: float, digits: int) -> str:
    """So many dollars with so many digits after the point: $0.50, or 0,50 $."""
    return reading_locale().toCurrencyString(dollars, "$", digits)


def around_dollars() -> tuple[str, str]:
    """What stands before and after the number of a sum, for a field to type one in."""
    before, _number, after = dollars_text(0, 0).partition(reading_locale().toString(0))
    return before, after
