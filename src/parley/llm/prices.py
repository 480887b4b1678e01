"""Prices from genai-prices, which carries OpenAI's price list with it: no network.

Importing this takes a third of a second: do it on a thread, after the window is there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from genai_prices.data_snapshot import get_snapshot
from genai_prices.types import ClauseEquals, ClauseOr, ModelInfo, Provider, TieredPrices

from parley.domain.money import MICRO, ModelPrice, PriceBook, Rate

from .rules import rules_for

if TYPE_CHECKING:
    from decimal import Decimal

    from genai_prices.types import ModelPrice as ListedPrice

PROVIDER = "openai"

# The price list knows models under names for other shops as well: Azure's and OpenRouter's ("gpt-5-chat" is OpenAI's
# gpt-5-chat-latest, "o3-mini-high" a way to ask o3-mini), "gpt-5-4" beside "gpt-5.4", and slips ("gpt-3.5-0301").
_FOREIGN = re.compile(
    r"gpt-35.*|gpt-\d-\d(-.*)?|.*[-:]|.*:(?!.*:).*|ft:.*"
    r"|gpt-5(\.\d)?-chat|gpt-chat-latest|gpt-5\.1-mini|o\d-mini-high|gpt-3\.5-0301|gpt-4-turbo-0125-preview"
)
# Nobody can talk to these any more: the first completion models ended on 4 January 2024
# (https://platform.openai.com/docs/deprecations).
_NOT_SERVED = re.compile(r"(text-)?(ada|babbage|curie|davinci)(-00\d)?(?<!-002)|text-davinci-002")
_DAY = re.compile(r"20\d\d-\d\d-\d\d")


def load_prices(now: datetime | None = None) -> PriceBook:
    """The prices in force at `now`. The rows are the names of models that can be talked to; `find` also knows
    fine-tuned and dated names that are not rows of their own."""
    now = now or datetime.now(UTC)
    provider = next(provider for provider in get_snapshot().providers if provider.id == PROVIDER)
    return PriceBook(_Prices(provider, now), _as_of(provider, now.date()))


class _Prices(Mapping[str, ModelPrice]):
    """Prices by name. What is not a row is looked up by the patterns of the price list."""

    def __init__(self, provider: Provider, now: datetime) -> None:
        self._provider = provider
        self._now = now
        self._rows = {price.model: price for info in provider.models for price in self._rows_of(info)}

    def __getitem__(self, model: str) -> ModelPrice:
        row = self._rows.get(model)
        if row:
            return row
        info = self._provider.find_model(model) if model else None
        price = info and self._price(model, info)
        if not price:
            raise KeyError(model)
        return price

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def _rows_of(self, info: ModelInfo) -> Iterator[ModelPrice]:
        for name in _names(info):
            price = self._price(name, info) if _is_row(name) else None
            if price:
                yield price

    def _price(self, name: str, info: ModelInfo) -> ModelPrice | None:
        listed = info.get_prices(self._now)
        rate = _rate(listed, 0)
        if rate is None:
            return None
        tiers = ((start, _rate(listed, start + 1)) for start in _tier_starts(listed))
        return ModelPrice(
            name,
            rate,
            rules_for(name).context_window or info.context_window,
            info.name or "",
            tuple((start, tier) for start, tier in tiers if tier),
            deprecated=bool(info.deprecated),
        )


def _is_row(name: str) -> bool:
    return rules_for(name).can_chat and not (_FOREIGN.fullmatch(name) or _NOT_SERVED.fullmatch(name))


def _names(info: ModelInfo) -> list[str]:
    """The names a model is listed under, its own first."""
    clauses = info.match.or_ if isinstance(info.match, ClauseOr) else [info.match]
    listed = [clause.equals for clause in clauses if isinstance(clause, ClauseEquals)]
    return list(dict.fromkeys([*([info.id] if info.is_match(info.id) else []), *listed]))


def _rate(listed: ListedPrice, prompt_tokens: int) -> Rate | None:
    """The rate for a prompt of this length; None for what is not paid by tokens of text."""
    prompt, completion, cached = (
        _micro(listed.__dict__.get(field), prompt_tokens) for field in ("input_mtok", "output_mtok", "cache_read_mtok")
    )
    return None if prompt is None or completion is None else Rate(prompt, completion, cached)


def _micro(price: Decimal | TieredPrices | None, prompt_tokens: int) -> int | None:
    """Micro-dollars per million tokens."""
    if isinstance(price, TieredPrices):
        passed = [tier.price for tier in price.tiers if prompt_tokens > tier.start]
        price = passed[-1] if passed else price.base
    return None if price is None else round(price * MICRO)


def _tier_starts(listed: ListedPrice) -> list[int]:
    tiered = [price for price in listed.__dict__.values() if isinstance(price, TieredPrices)]
    return sorted({tier.start for price in tiered for tier in price.tiers})


def _as_of(provider: Provider, today: date) -> date | None:
    """The last day on which the list says that prices were compared with OpenAI's page."""
    comments = " ".join(info.price_comments or "" for info in provider.models)
    days = (_day(text) for text in _DAY.findall(comments))
    return max((day for day in days if day and day <= today), default=None)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
