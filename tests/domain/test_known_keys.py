"""The keys of this run leave every text, and nothing shows them."""

from __future__ import annotations

import base64
from urllib.parse import quote

import pytest

from parley.domain.known_keys import KnownKeys
from parley.domain.redaction import REMOVED

GATEWAY_KEY = "gate/4711+Wolpertinger=="


def test_a_key_of_any_shape_is_removed_once_it_is_known() -> None:
    keys = KnownKeys()
    assert GATEWAY_KEY in keys.redact(f"with {GATEWAY_KEY}")
    keys.add(GATEWAY_KEY)
    encoded = base64.b64encode(f"user:{GATEWAY_KEY}".encode()).decode()
    for form in (GATEWAY_KEY, quote(GATEWAY_KEY, safe=""), encoded):
        assert REMOVED in keys.redact(f"with {form}")
        assert form not in keys.redact(f"with {form}")


def test_what_is_shaped_like_a_key_need_not_be_known() -> None:
    assert KnownKeys().redact("Bearer sk-proj-abcd1234efgh5678") == f"Bearer {REMOVED}"


def test_every_key_of_the_run_is_removed() -> None:
    keys = KnownKeys()
    for key in ("first/4711-key", "second/4712-key", "first/4711-key", None, ""):
        keys.add(key)
    assert keys.all() == ("first/4711-key", "second/4712-key")
    assert keys.redact("first/4711-key second/4712-key") == f"{REMOVED} {REMOVED}"


@pytest.mark.parametrize("word", ["ollama", "EMPTY", "not-needed", "lm-studio"])
def test_what_is_typed_where_no_key_is_needed_is_a_word_like_any_other(word: str) -> None:
    keys = KnownKeys()
    keys.add(word)
    assert keys.redact(f"How do I install {word}") == f"How do I install {word}"


def test_nothing_shows_a_key() -> None:
    keys = KnownKeys()
    keys.add(GATEWAY_KEY)
    assert GATEWAY_KEY not in f"{keys!r} {keys}"
