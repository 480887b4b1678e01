"""Prices and sums. Amounts are whole micro-dollars (1 $ = 1,000,000), token prices micro-dollars per million tokens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

MICRO = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens one request used, as the service counted them. Cached and reasoning tokens are parts of the others."""

    prompt_tokens: int
    completion_tokens: int
    cached_tokens: int = 0
    reasoning_tokens: int = 0

    @property
    def total_tokens(self) -> int:
        return self.prompt_tokens + self.completion_tokens

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cached_tokens + other.cached_tokens,
            self.reasoning_tokens + other.reasoning_tokens,
        )


@dataclass(frozen=True, slots=True)
class Rate:
    """Prices in micro-dollars per million tokens."""

    prompt: int
    completion: int
    cached: int | None = None  # None: cached tokens cost what the others cost

    def cost(self, usage: Usage) -> int:
        """Micro-dollars for `usage`, rounded half up."""
        cached = min(usage.cached_tokens, usage.prompt_tokens)
        cached_rate = self.prompt if self.cached is None else self.cached
        total = (
            (usage.prompt_tokens - cached) * self.prompt
            + cached * cached_rate
            + usage.completion_tokens * self.completion
        )
        return (total + MICRO // 2) // MICRO


@dataclass(frozen=True, slots=True)
class ModelPrice:
    """What one model costs. `tiers` replaces `rate` once a prompt is longer than the tier's number of tokens."""

    model: str
    rate: Rate
    context_window: int | None = None  # tokens
    name: str = ""
    tiers: tuple[tuple[int, Rate], ...] = ()  # (more than this many prompt tokens, rate), rising
    deprecated: bool = False

    def cost(self, usage: Usage) -> int:
        """Micro-dollars for one request of `usage`."""
        rate = self.rate
        for above, tier in self.tiers:
            if usage.prompt_tokens > above:
                rate = tier
        return rate.cost(usage)


@dataclass(frozen=True, slots=True)
class PriceBook:
    """The known prices and the day they were written down. An unknown model has no price, not a zero one."""

    prices: Mapping[str, ModelPrice] = field(default_factory=dict)
    as_of: date | None = None

    def __iter__(self) -> Iterator[ModelPrice]:
        return iter(self.prices.values())

    def find(self, model: str) -> ModelPrice | None:
        return self.prices.get(model)

    def cost(self, model: str, usage: Usage | None) -> int | None:
        """Micro-dollars for `usage` on `model`; None when the price or the usage is not known."""
        price = self.find(model)
        return None if price is None or usage is None else price.cost(usage)


def words_for_tokens(tokens: int) -> int:
    """About how many English words `tokens` are (OpenAI's rule of thumb: 1,000 tokens, 750 words)."""
    return round(tokens * 0.75)
