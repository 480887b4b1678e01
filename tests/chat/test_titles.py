"""Titles made of the person's own words, in any language."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.chat.titles import LONGEST_TITLE, title_from


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("What is love?", "What is love?"),
        ("  \n\n## A **bold** plan:\nand more", "A bold plan"),
        ("- [ ] buy `milk`", "buy milk"),
        ("1. First of all", "First of all"),
        ("> quoted _word_", "quoted word"),
        ("see [the page](https://example.org/x_y) now", "see the page now"),
        ("```python\nprint(1)\n```", "print(1)"),
        ("snake_case_name and 2*3*4", "snake_case_name and 2*3*4"),
        ("List<String> in Java", "List<String> in Java"),
        ("为什么天空是蓝色的？", "为什么天空是蓝色的？"),
        ("لماذا السماء زرقاء؟", "لماذا السماء زرقاء؟"),
        ("ทำไมท้องฟ้าถึงเป็นสีฟ้า", "ทำไมท้องฟ้าถึงเป็นสีฟ้า"),
        ("\u202eevil\u202c text\x07", "evil text"),
        ("---\n***\n", ""),
        ("", ""),
    ],
)
def test_a_title_says_what_it_is_about(text: str, title: str) -> None:
    assert title_from(text) == title


def test_a_long_line_is_cut_at_a_word() -> None:
    title = title_from("Please explain to me in simple words how a refrigerator manages to move heat")
    assert title == "Please explain to me in simple words how a refrigerator…"


def test_a_long_line_without_spaces_is_cut_between_characters() -> None:
    assert title_from("天" * 100) == "天" * 59 + "…"


def test_a_cut_does_not_tear_an_accent_or_an_emoji() -> None:
    assert title_from("x" * 58 + "e\u0301" + "y" * 9) == "x" * 58 + "…"
    assert title_from("x" * 57 + "👩\u200d💻" + "y" * 9) == "x" * 57 + "…"


@given(st.text())
def test_any_text_gives_a_short_plain_line(text: str) -> None:
    title = title_from(text)
    assert len(title) <= LONGEST_TITLE
    assert title == title.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in title)
