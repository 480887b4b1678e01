"""What is pasted for a key, and what is found in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import AppError, Cause
from parley.keys.key_text import LONGEST_KEY, clean_key, last_four

KEY = "sk-proj-AbC_123-xyz"


@pytest.mark.parametrize(
    "pasted",
    [
        KEY,
        f"  {KEY}\n",
        f"{KEY}\r\n\r\n",
        "sk-proj-AbC\n  _123-xyz",  # broken over two lines by an e-mail
        f'"{KEY}"',
        f"'{KEY}',",
        f"“{KEY}”",
        f"`{KEY}`",
        f"Bearer {KEY}",
        f"bearer\t{KEY}",
        f"Authorization: Bearer {KEY}",
        f'"Authorization": "Bearer {KEY}",',
        f"OPENAI_API_KEY={KEY}",
        f'export OPENAI_API_KEY="{KEY}"',
        f"\ufeff{KEY}\u200b",
        f"\u00a0{KEY}\u00a0",
    ],
)
def test_what_comes_along_is_removed(pasted: str) -> None:
    assert clean_key(pasted) == KEY


@pytest.mark.parametrize(
    "key", ["x", "ollama", "key=with=signs==", "a.b.c", "AIza!#$%&()*+/:?@[]^_{|}~", "k" * LONGEST_KEY]
)
def test_other_services_keys_are_taken(key: str) -> None:
    assert clean_key(key) == key


@pytest.mark.parametrize(
    "pasted",
    [
        "",
        " \n ",
        '""',
        "Bearer",
        "my key is sk-proj-123",
        "sk-schlüssel",
        "sk-…abcd",
        "sk-...abcd",
        "sk-****abcd",
        "<your key>",
        "https://platform.openai.com/api-keys",
        "sk-\x00abc",
        "sk-abc\x7f",
        "k" * (LONGEST_KEY + 1),
    ],
)
def test_what_cannot_be_a_key_is_said_so_without_repeating_it(pasted: str) -> None:
    with pytest.raises(AppError) as raised:
        clean_key(pasted)
    assert raised.value.cause is Cause.BAD_KEY_TEXT
    assert raised.value.failure.details == ""


@given(st.text())
def test_any_text_gives_a_header_safe_key_or_the_sentence(text: str) -> None:
    try:
        key = clean_key(text)
    except AppError:
        return
    assert key.isascii()
    assert key.isprintable()
    assert " " not in key
    assert clean_key(key) == key


def test_the_last_four_characters_and_no_more() -> None:
    assert last_four("sk-proj-12345678") == "5678"
    assert last_four("short") == ""
