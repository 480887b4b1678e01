from __future__ import annotations

import asyncio
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import AppError, Cause
from parley.domain.events import CompletionEvent, Delta, Finished, Used
from parley.domain.money import Usage
from parley.llm.gate import Limits
from parley.llm.reading import read_events, usage_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable


def read(chunks: Iterable[object], limits: Limits | None = None) -> list[CompletionEvent]:
    async def stream() -> AsyncIterator[object]:
        for chunk in chunks:
            yield chunk

    async def run() -> list[CompletionEvent]:
        return [event async for event in read_events(stream(), limits or Limits(), silence=1)]

    return asyncio.run(run())


def chunk(text: str, reason: str | None = None) -> dict[str, object]:
    return {"choices": [{"delta": {"content": text}, "finish_reason": reason}]}


def in_pieces(text: str, cuts: set[int]) -> list[str]:
    """`text` as UTF-16, cut anywhere: also in the middle of a character."""
    units = [text.encode("utf-16-le")[i : i + 2] for i in range(0, len(text.encode("utf-16-le")), 2)]
    edges = [0, *sorted(cut for cut in cuts if cut < len(units)), len(units)]
    return [b"".join(units[start:end]).decode("utf-16-le", "surrogatepass") for start, end in pairwise(edges)]


@given(st.text(), st.sets(st.integers(1, 50)))
def test_any_split_of_a_stream_folds_to_the_same_text(text: str, cuts: set[int]) -> None:
    events = read([*map(chunk, in_pieces(text, cuts)), chunk("", "stop")])
    assert "".join(event.text for event in events if isinstance(event, Delta)) == text
    assert events[-1] == Finished("stop")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["choices", "delta", "content", "text", "usage", "finish_reason", "prompt_tokens"]), inner
        )
    ),
)


@given(st.lists(JSON, max_size=5))
def test_whatever_a_service_sends_is_an_answer_or_a_broken_one(chunks: list[object]) -> None:
    with suppress(AppError):  # and nothing else
        assert any(isinstance(event, Finished) for event in read(chunks))


def test_the_last_count_is_the_one_that_counts() -> None:
    counts = [{"usage": {"prompt_tokens": 5, "completion_tokens": n}} for n in (1, 2, 3)]
    assert read([chunk("a", "stop"), *counts])[-1] == Used(Usage(5, 3))


def test_a_reason_is_given_once() -> None:
    assert read([chunk("a", "stop"), chunk("", "length")]) == [Delta("a"), Finished("stop")]


def test_an_answer_without_end_is_ended() -> None:
    with pytest.raises(AppError) as caught:
        read([chunk("x" * 10)] * 11, Limits(answer=100))
    assert caught.value.cause is Cause.BROKEN_STREAM


@pytest.mark.parametrize(
    ("usage", "expected"),
    [
        (None, None),
        ({}, None),
        ({"prompt_tokens": 1}, None),
        ({"prompt_tokens": -1, "completion_tokens": 2}, None),
        ({"prompt_tokens": True, "completion_tokens": 2}, None),
        ({"prompt_tokens": 1, "completion_tokens": 2, "prompt_tokens_details": None}, Usage(1, 2)),
        (
            {
                "prompt_tokens": 9,
                "completion_tokens": 8,
                "prompt_tokens_details": {"cached_tokens": 7},
                "completion_tokens_details": {"reasoning_tokens": 6},
            },
            Usage(9, 8, 7, 6),
        ),
    ],
)
def test_counts_that_make_no_sense_are_no_counts(usage: object, expected: Usage | None) -> None:
    assert usage_of(usage) == expected
