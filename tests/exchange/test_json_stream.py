"""JSON read piece by piece says what JSON read at once says."""

from __future__ import annotations

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.exchange.json_stream import NotJSONError, read_values

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)
chunks = st.integers(1, 40)


def read(data: bytes, chunk: int) -> list[object]:
    return list(read_values(io.BytesIO(data), chunk=chunk))


@given(st.lists(values, max_size=6), chunks, st.booleans(), st.sampled_from([None, 1]))
def test_every_element_of_a_list(elements: list[object], chunk: int, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(elements, ensure_ascii=ascii_only, indent=indent)
    assert read(text.encode("utf-8", "backslashreplace"), chunk) == elements


@given(values.filter(lambda value: not isinstance(value, list)), chunks)
def test_one_value(value: object, chunk: int) -> None:
    assert read(b"\xef\xbb\xbf " + json.dumps(value).encode(), chunk) == [value]


@given(st.lists(values, min_size=1, max_size=3), chunks, st.data())
def test_what_is_cut_off_is_noticed(elements: list[object], chunk: int, data: st.DataObject) -> None:
    whole = json.dumps(elements).encode()
    with pytest.raises(NotJSONError):
        read(whole[: data.draw(st.integers(0, len(whole) - 1))], chunk)


@given(st.binary(), chunks)
def test_any_bytes(data: bytes, chunk: int) -> None:
    try:
        read(data, chunk)
    except NotJSONError:
        return
    json.loads(data.decode("utf-8-sig"), strict=False)


def test_what_is_no_number_is_nothing() -> None:
    assert read(b"[NaN, -Infinity, 1e999]", 5) == [None, None, float("inf")]


def test_a_value_has_a_largest_size() -> None:
    with pytest.raises(NotJSONError, match="more than 1000 characters"):
        list(read_values(io.BytesIO(b'["' + b"x" * 5_000 + b'"]'), chunk=100, longest=1000))
