"""What a person would look for stands before what is left of the past."""

from __future__ import annotations

from datetime import UTC, datetime

from parley.llm.prices import load_prices
from parley.ui.model_order import full_order


def in_order(*models: str) -> list[str]:
    return sorted(models, key=full_order)


def test_newer_families_and_newer_versions_come_first() -> None:
    expected = ["gpt-6.1-sol", "gpt-6-sol", "gpt-5.6", "gpt-5.4", "gpt-5.4-mini", "gpt-5.2", "gpt-5", "o3", "gpt-4o"]
    assert in_order(*sorted(expected)) == expected
    assert in_order("maker/llama-3-8b", "maker/llama-3.1-8b") == ["maker/llama-3.1-8b", "maker/llama-3-8b"]


def test_in_a_family_names_that_stay_come_before_special_ones_and_days() -> None:
    expected = ["gpt-4o", "gpt-4o-mini", "chatgpt-4o-latest", "gpt-4o-2024-08-06", "gpt-4o-mini-2024-07-18"]
    assert in_order(*sorted(expected)) == expected
    assert in_order("gpt-6-cyber", "gpt-6-sol", "gpt-5.4") == ["gpt-6-sol", "gpt-5.4", "gpt-6-cyber"]
    previews = ["gpt-4-turbo", "gpt-4-vision-preview", "gpt-4-0125-preview", "gpt-4-1106-vision-preview"]
    assert in_order(*sorted(previews)) == previews


def test_the_first_of_the_price_list_are_current_and_general() -> None:
    names = [price.model for price in load_prices(datetime(2026, 11, 23, tzinfo=UTC))]
    assert in_order(*names)[:5] == ["gpt-6.1-sol", "gpt-6.1-terra", "gpt-6-astra", "gpt-6-luna", "gpt-6-sol"]
