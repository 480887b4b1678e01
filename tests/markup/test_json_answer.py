"""An answer in JSON is set out without losing anything of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parley.markup.cleaning import clean, has_invisible
from parley.markup.json_answer import JsonReader, may_be_json

if TYPE_CHECKING:
    from parley.markup.blocks import Code

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


def json_answer(text: str, *, cut: bool = False) -> Code | None:
    """`text` set out, if it is JSON."""
    if not may_be_json(text, cut=cut):
        return None
    reader = JsonReader()
    reader.feed(text)
    return reader.ended(cut=cut)


def test_a_key_that_stands_there_twice_is_shown_twice() -> None:
    shown = json_answer('{"a": 1, "a": 2}')
    assert shown is not None
    assert shown.text == '{\n  "a": 1,\n  "a": 2\n}'


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


CERTAIN = set('{",')


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


@pytest.mark.parametrize(
    "text", ["", "{}", '{"a": [1, 2.50e+3, {}], "b": "x\\ty"}', "[[[]], [NaN]]", "[01]", "[1,]", "{1: 2}"]
)
def test_it_is_json_exactly_when_python_reads_it(text: str) -> None:
    assert (json_answer(text) is not None) == (_read(text) is not None)


@given(st.text('[]{}",:1e-. \\\\u0untrue\x00\n', max_size=12))
@example("[1 2]")
@example('{"a" "b"}')
@example('["\\ud83d\\ude00", "\\ud83dx", "\\ud83d\\ud83d", "\\ude00"]')
@example("[1.e5, 2]")
@example("[]]")
def test_it_reads_what_python_reads_and_nothing_else(inside: str) -> None:
    for text in (f"[{inside}]", f"{{{inside}}}", f'["{inside}"]', f'{{"{inside}": 1}}'):
        shown = json_answer(text)
        assert (shown is not None) == (_read(text) is not None), text
        assert shown is None or repr(json.loads(shown.text)) == repr(json.loads(text))


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except ValueError:
        return None


# While it arrives, and when it was cut


@settings(deadline=None)
@given(st.lists(_VALUES) | st.dictionaries(st.text(), _VALUES), st.booleans(), st.data())
def test_a_beginning_shows_every_character_and_only_grows(value: object, ascii_only: bool, data: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    whole = json_answer(text)
    assert whole is not None
    reader, at, before = JsonReader(), 0, ""
    while at < len(text):
        step = data.draw(st.integers(1, 7))
        reader.feed(text[at : at + step])
        at += step
        assert reader.possible
        shown = reader.so_far()
        if shown is None:  # for as long as this may be a reference
            assert not set(text[:at]) & CERTAIN
            continue
        assert shown.text.startswith(before)
        assert whole.text.startswith(shown.text)
        before = shown.text
        cut = json_answer(text[:at], cut=True)
        assert cut is not None
        assert cut.text.startswith(before)
        rest = cut.text.removeprefix(before)
        assert text[:at].endswith(rest), "half of an escape is shown as it is"
        assert len(rest) <= 11
    assert reader.ended(cut=False) == whole
    assert before == (whole.text if set(text) & CERTAIN else "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{", "{"),
        ('{"name": "Ada ', '{\n  "name": "Ada '),
        ('{"name": "Ada", ', '{\n  "name": "Ada",'),
        ('[{"n": 1.', '[\n  {\n    "n": 1.'),
        ("[true, fal", "[\n  true,\n  fal"),
        ('["\\u00e9\\u00', '[\n  "é\\u00'),
        ('["\\ud83d', '[\n  "\\ud83d'),
        ('{"a": {}, "b": [', '{\n  "a": {},\n  "b": ['),
    ],
)
def test_a_cut_answer_is_set_out_as_far_as_it_goes(text: str, shown: str) -> None:
    found = json_answer(text, cut=True)
    assert found is not None
    assert (found.text, found.language) == (shown, "json")
    assert json_answer(text) is None


@pytest.mark.parametrize(
    "text", ["", " ", "Ada", "[see below] for more", "{name} is", "[1] According to", '{"a": 1} and', "[1, 2}", '["\n']
)
def test_prose_is_no_beginning_of_json(text: str) -> None:
    assert json_answer(text, cut=True) is None


def test_white_space_around_it_is_nothing() -> None:
    assert json_answer(" \u00a0\n[1]\n \u00a0", cut=True) == json_answer("[1]")


def test_what_can_be_seen_stays_as_it_is() -> None:
    shown = json_answer('{"é😀": "שלום", "n": 1.10, "e": {}, "l": []}')
    assert shown is not None
    assert shown.text == '{\n  "é😀": "שלום",\n  "n": 1.10,\n  "e": {},\n  "l": []\n}'
