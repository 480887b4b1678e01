"""Prices of tokens as people read them, in US dollars."""

from __future__ import annotations

from decimal import Decimal

from parley.ui.kit.money import dollars_text

PER_THOUSAND = 1_000
PER_MILLION = 1_000_000
_LEAST_DIGITS = {PER_THOUSAND: 4, PER_MILLION: 2}


def price_text(rate: int, per: int) -> str:
    """The price of `per` tokens at `rate` (micro-dollars per million tokens), exact, as in "$0.0015"."""
    dollars = (Decimal(rate) * per / 1_000_000 / 1_000_000).normalize()
    exponent = dollars.as_tuple().exponent
    digits = max(_LEAST_DIGITS[per], -exponent if isinstance(exponent, int) else 0)
    return dollars_text(float(dollars), digits)
