"""Whole characters out of whatever came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.domain.characters import whole_characters

HALVES = range(0xD800, 0xE000)


@given(st.text(st.characters()))  # half characters (surrogates) among them
def test_every_text_can_be_sent_and_stored(text: str) -> None:
    whole = whole_characters(text)
    assert whole.encode("utf-8").decode("utf-8") == whole
    assert whole == text or any(ord(character) in HALVES for character in text)


def test_two_halves_become_the_character_they_are_of() -> None:
    assert whole_characters("a\ud83d\ude00b\ud83d") == "a\U0001f600b\ufffd"
