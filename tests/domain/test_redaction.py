from __future__ import annotations

import base64
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.redaction import REMOVED, key_forms, redact

KEYS = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=12, max_size=80)


@given(KEYS, st.text(), st.text())
def test_the_exact_key_is_removed_in_every_form(key: str, before: str, after: str) -> None:
    for form in (key, quote(key, safe=""), "\0".join(key)):
        assert form not in redact(before + form + after, key) or form in REMOVED


@given(KEYS, st.binary(max_size=20), st.binary(max_size=20))
def test_the_key_is_removed_from_base64_wherever_it_begins(key: str, before: bytes, after: bytes) -> None:
    encoded = base64.b64encode(before + key.encode() + after).decode()
    redacted = redact(encoded, key)
    assert REMOVED in redacted
    assert not any(form in redacted for form in key_forms(key) if form not in REMOVED)


@pytest.mark.parametrize(
    "text",
    [
        "Incorrect API key provided: sk-proj-abcd1234efgh5678.",
        "sk-abcd***********************wxyz",
        "Authorization: Bearer eyJhbGciOi12345678",
        "Authorization: Basic dXNlcjpwYXNzd29yZDE=",
        "https://example.com/?api_key=abcdef123456&x=1",
        '{"api-key": "abcdef123456"}',
        "token=sk%2Dproj%2Dabcd1234",
        "Bearer%20abcdefgh12345678",
        "http://me:abcd1234@proxy.example:8080",
    ],
)
def test_what_is_shaped_like_a_key_is_removed_without_knowing_it(text: str) -> None:
    redacted = redact(text)
    assert REMOVED in redacted
    for secret in ("abcd", "wxyz", "eyJ", "dXNl", "1234"):
        assert secret not in redacted


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The bearer authentication failed, see the basic instructions.",
        "ask-the-expert and risk-management-plan",
        "HTTP 401 for https://api.openai.com/v1/chat/completions",
        "desk-1234567890",
    ],
)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert redact(text) == text


def test_a_key_too_short_to_be_one_takes_nothing_out() -> None:
    assert redact("a fine day", "a", "", None) == "a fine day"
