"""An answer in JSON is set out without losing anything of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.markup.cleaning import clean, has_invisible
from parley.markup.json_answer import json_answer

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def test_a_key_that_stands_there_twice_is_shown_as_written() -> None:
    assert json_answer('{"a": 1, "a": 2}') is None
    assert json_answer('[{"b": {"a": 1, "a": 1}}]') is None


@pytest.mark.parametrize("depth", [300, 600, 900, 5_000, 100_000])
def test_deep_nesting_raises_nothing(depth: int) -> None:
    shown = json_answer("[" * depth + "]" * depth)
    assert shown is None or json.loads(shown.text) is not None
    json_answer('{"a":' * depth + "1" + "}" * depth)


@given(st.text('[]{}",:1e-. \\\\untrue\x00', max_size=40))
@example("[NaN, -Infinity]")
def test_nothing_raises(text: str) -> None:
    json_answer(text)
    json_answer("[" + text + "]")
    json_answer("{" + text + "}")


@settings(deadline=None)
@given(st.lists(_VALUES) | st.dictionaries(st.text(), _VALUES), st.booleans())
@example(["\u0085", "\ud83d", "\x7f", "\u200b", "\u202e", "\U000e0041"], True)
@example({"\u0085\u2028": 1}, False)
def test_what_is_shown_says_the_same_and_hides_nothing(value: object, ascii_only: bool) -> None:
    shown = json_answer(json.dumps(value, ensure_ascii=ascii_only))
    assert shown is not None
    assert json.loads(shown.text) == value
    assert clean(shown.text) == shown.text
    assert not has_invisible(shown.text)


def test_what_can_be_seen_stays_as_it_is() -> None:
    shown = json_answer('{"é😀": "שלום", "n": 1.10, "e": {}, "l": []}')
    assert shown is not None
    assert shown.text == '{\n  "é😀": "שלום",\n  "n": 1.10,\n  "e": {},\n  "l": []\n}'
