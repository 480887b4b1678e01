from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from genai_prices import Usage as ListedUsage
from genai_prices import calc_price
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.money import MICRO, PriceBook, Usage
from parley.llm.prices import load_prices
from parley.llm.rules import rules_for

NOW = datetime(2026, 11, 23, tzinfo=UTC)
BOOK = load_prices(NOW)


@pytest.mark.parametrize(
    ("model", "prompt", "completion"),
    [
        ("gpt-4-0125-preview", "0.01", "0.03"),
        ("gpt-4-1106-preview", "0.01", "0.03"),
        ("gpt-4-1106-vision-preview", "0.01", "0.03"),
        ("gpt-4", "0.03", "0.06"),
        ("gpt-4-32k", "0.06", "0.12"),
        ("gpt-3.5-turbo-0125", "0.0005", "0.0015"),
        ("gpt-3.5-turbo-instruct", "0.0015", "0.0020"),
    ],
)
def test_the_rows_of_the_tutorial(model: str, prompt: str, completion: str) -> None:
    """Dollars per 1,000 tokens."""
    price = BOOK.prices[model]
    assert model in [row.model for row in BOOK]
    assert (Fraction(price.rate.prompt, MICRO * 1000), Fraction(price.rate.completion, MICRO * 1000)) == (
        Fraction(prompt),
        Fraction(completion),
    )


USAGES = st.builds(
    lambda prompt, completion, share: Usage(prompt, completion, cached_tokens=int(prompt * share)),
    st.integers(0, 1_000_000) | st.integers(271_990, 272_010),
    st.integers(0, 200_000),
    st.floats(0, 1),
)


@given(st.sampled_from([row.model for row in BOOK]), USAGES)
def test_a_cost_is_what_the_price_list_itself_works_out(model: str, usage: Usage) -> None:
    listed = calc_price(
        ListedUsage(
            input_tokens=usage.prompt_tokens,
            output_tokens=usage.completion_tokens,
            cache_read_tokens=usage.cached_tokens,
        ),
        model,
        provider_id="openai",
        genai_request_timestamp=NOW,
    )
    cost = BOOK.cost(model, usage)
    assert cost is not None
    assert abs(cost - listed.total_price * MICRO) <= Decimal("0.5")


def test_every_row_is_a_model_to_talk_to_under_its_own_name() -> None:
    names = [row.model for row in BOOK]
    assert len(names) == len(set(names)) > 50
    assert all(rules_for(name).can_chat for name in names)
    assert not [name for name in names if name.startswith(("ft:", "gpt-35", "gpt-5-4"))]
    assert all(BOOK.find(name) for name in names)


def test_tiers_and_cached_tokens() -> None:
    price = BOOK.prices["gpt-5.4"]
    ((above, tier),) = price.tiers
    assert above == 272_000
    assert (tier.prompt, tier.cached, tier.completion) == (5_000_000, 500_000, 22_500_000)
    assert BOOK.cost("gpt-5.4", Usage(272_000, 0)) == 680_000
    assert BOOK.cost("gpt-5.4", Usage(272_001, 0)) == 1_360_005
    assert BOOK.cost("gpt-4o", Usage(1_000_000, 0, cached_tokens=1_000_000)) == 1_250_000


@pytest.mark.parametrize(
    "name",
    [
        *("ada", "text-davinci-003", "text-davinci-002", "curie"),
        *("gpt-5-chat", "gpt-5.5-chat", "gpt-chat-latest", "gpt-5.1-mini", "o4-mini-high", "o3-mini-high"),
        *("gpt-3.5-0301", "gpt-4-turbo-0125-preview"),
    ],
)
def test_what_cannot_be_asked_for_at_openai_under_this_name_is_no_row_but_keeps_its_price(name: str) -> None:
    assert name not in [row.model for row in BOOK]
    assert BOOK.find(name) is not None


@pytest.mark.parametrize(
    "name", ["davinci-002", "babbage-002", "gpt-5-chat-latest", "chat-latest", "o3-mini", "gpt-oss-20b"]
)
def test_what_can_be_asked_for_is_a_row(name: str) -> None:
    assert name in [row.model for row in BOOK]


def test_names_that_are_no_rows_are_found_all_the_same() -> None:
    tuned = BOOK.find("ft:gpt-4o-2024-08-06:my-team::1")
    assert tuned is not None
    assert tuned.rate.prompt == 3_750_000


@pytest.mark.parametrize("model", ["", "unheard-of", "smollm2", "whisper-1", "dall-e-3", "gpt-4o\n"])
def test_what_is_not_known_has_no_price(model: str) -> None:
    assert BOOK.find(model) is None
    assert BOOK.cost(model, Usage(1, 1)) is None


def test_the_day_of_the_prices_is_known() -> None:
    assert BOOK.as_of is not None
    assert date(2026, 1, 1) < BOOK.as_of <= NOW.date()
    assert load_prices(datetime(2026, 10, 13, tzinfo=UTC)).as_of == date(2026, 10, 12)


def test_context_windows() -> None:
    assert BOOK.prices["gpt-3.5-turbo-0125"].context_window == 16_385
    assert BOOK.prices["gpt-5.4"].context_window == 1_050_000


def test_it_is_a_price_book() -> None:
    assert isinstance(BOOK, PriceBook)
    assert BOOK.cost("gpt-4o", None) is None
