"""Sums are exact, and unknown prices are never zero."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.money import ModelPrice, PriceBook, Rate, Usage, words_for_tokens

# gpt-4: 0.03 and 0.06 dollars per thousand tokens.
GPT_4 = ModelPrice("gpt-4", Rate(prompt=30_000_000, completion=60_000_000))
tokens = st.integers(0, 10_000_000)
prices = st.integers(0, 1_000_000_000)


def test_cost_of_the_tutorials_example() -> None:
    assert GPT_4.cost(Usage(prompt_tokens=1_000, completion_tokens=500)) == 60_000  # $0.06


@given(prompt=tokens, completion=tokens, cached=tokens, first=prices, second=prices, third=prices)
def test_cost_is_exact_to_half_a_micro_dollar(
    prompt: int, completion: int, cached: int, first: int, second: int, third: int
) -> None:
    cached = min(cached, prompt)
    exact = Fraction((prompt - cached) * first + cached * third + completion * second, 1_000_000)

    cost = Rate(first, second, third).cost(Usage(prompt, completion, cached))

    assert abs(cost - exact) <= Fraction(1, 2)


def test_cached_tokens_cost_what_others_cost_when_nothing_else_is_known() -> None:
    usage = Usage(1_000, 0, cached_tokens=400)

    assert Rate(2_000_000, 0).cost(usage) == 2_000
    assert Rate(2_000_000, 0, cached=1_000_000).cost(usage) == 1_600


def test_more_cached_tokens_than_tokens_cost_nothing_negative() -> None:
    assert Rate(2_000_000, 0, cached=1_000_000).cost(Usage(100, 0, cached_tokens=5_000)) == 100


@pytest.mark.parametrize(("prompt_tokens", "expected"), [(272_000, 272_000), (272_001, 544_002), (600_000, 1_800_000)])
def test_a_long_prompt_is_charged_at_the_tier_it_reaches(prompt_tokens: int, expected: int) -> None:
    price = ModelPrice("long", Rate(1_000_000, 0), tiers=((272_000, Rate(2_000_000, 0)), (500_000, Rate(3_000_000, 0))))

    assert price.cost(Usage(prompt_tokens, 0)) == expected


def test_an_unknown_model_or_count_has_no_cost() -> None:
    book = PriceBook({"gpt-4": GPT_4})

    assert book.cost("mystery", Usage(1, 1)) is None
    assert book.cost("gpt-4", None) is None
    assert book.cost("gpt-4", Usage(0, 0)) == 0
    assert [price.model for price in book] == ["gpt-4"]


@given(st.tuples(tokens, tokens, tokens, tokens), st.tuples(tokens, tokens, tokens, tokens))
def test_usage_adds_up(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> None:
    total = Usage(*one) + Usage(*other)

    assert total == Usage(*(a + b for a, b in zip(one, other, strict=True)))
    assert total.total_tokens == one[0] + one[1] + other[0] + other[1]


def test_tokens_in_words() -> None:
    assert words_for_tokens(1_000) == 750
