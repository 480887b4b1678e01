from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.ui.sidebar.hits import CLOSE, OPEN, read_snippet


def test_marks_become_places() -> None:
    snippet = read_snippet(f"a good {OPEN}cat{CLOSE} and a {OPEN}cat{CLOSE}nap")
    assert snippet.text == "a good cat and a catnap"
    assert snippet.hits == ((7, 3), (17, 3))


def test_places_are_counted_as_qt_counts() -> None:
    snippet = read_snippet(f"😀 {OPEN}😀😀{CLOSE}")
    assert snippet.hits == ((3, 4),)


def test_a_mark_without_its_partner_is_no_failure() -> None:
    assert read_snippet(f"cut {OPEN}off").hits == ((4, 3),)
    assert read_snippet(f"cut{CLOSE} off").hits == ()


def test_lines_become_one() -> None:
    assert read_snippet("one\n\n two\tthree").text == "one two three"


@given(st.text(alphabet=st.sampled_from([OPEN, CLOSE, "a", " ", "\n", "😀", "ש"]), max_size=60))
def test_no_mark_is_ever_shown_and_no_place_is_outside(marked: str) -> None:
    snippet = read_snippet(marked)
    length = len(snippet.text.encode("utf-16-le")) // 2
    assert OPEN not in snippet.text
    assert CLOSE not in snippet.text
    assert all(0 <= start < start + size <= length for start, size in snippet.hits)
