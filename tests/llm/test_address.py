"""Addresses as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.llm.address import complete_address, is_local


@pytest.mark.parametrize(
    ("typed", "has_key", "meant"),
    [
        ("localhost:9", True, "http://localhost:9"),
        ("localhost:11434/v1", False, "http://localhost:11434/v1"),
        ("127.0.0.1:8080/v1", True, "http://127.0.0.1:8080/v1"),
        ("[::1]:8080/v1", True, "http://[::1]:8080/v1"),
        ("192.168.1.5:11434/v1", False, "http://192.168.1.5:11434/v1"),
        ("192.168.1.5:11434/v1", True, "https://192.168.1.5:11434/v1"),
        ("nas.local:11434/v1", False, "http://nas.local:11434/v1"),
        ("nas:11434/v1", False, "http://nas:11434/v1"),
        ("api.openai.com/v1", False, "https://api.openai.com/v1"),
        ("https://example.com/v1", True, "https://example.com/v1"),
        ("http://example.com/v1", False, "http://example.com/v1"),
        ("ftp://example.com/v1", False, "ftp://example.com/v1"),
        ("this is no address", False, "this is no address"),
        ("nonsense", False, "nonsense"),
        ("", False, ""),
    ],
)
def test_a_scheme_that_was_left_out_is_put_in_front(typed: str, has_key: bool, meant: str) -> None:
    assert complete_address(typed, has_key=has_key) == meant


@given(st.text() | st.from_regex(r"\A[a-z0-9.]+(:\d+)?/v1\Z"))
def test_completing_never_leads_a_key_over_http_to_another_computer(typed: str) -> None:
    meant = complete_address(typed, has_key=True)
    assert meant == typed or meant.startswith("https://") or is_local(meant)
