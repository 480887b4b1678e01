"""The seam of a continued answer: what a cut looks like in practice, and what models make of being asked to go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.chat.seam import Seam, last_words

CODE = "Here it is:\n\n```python\ndef area(radius):\n    return 3.14"
TABLE = "| City | People |\n|---|---|\n| Paris | 2.1"
LIST = "1. Bread\n2. Milk\n"
LONG = "It was a long evening. " * 40 + "The cat sat on the"


def joined(old: str, new: str, size: int = 0) -> str:
    seam = Seam(old)
    pieces = [new[at : at + size] for at in range(0, len(new), size)] if size else [new]
    return old + "".join(map(seam.feed, pieces)) + seam.finish()


@pytest.mark.parametrize(
    ("old", "new", "whole"),
    [
        # as asked: the last words first
        ("The cat sat on the", "The cat sat on the mat.", "The cat sat on the mat."),
        ("We are program", "We are programming now.", "We are programming now."),
        ("The cat sat on the ", "The cat sat on the mat.", "The cat sat on the mat."),
        ("First.\n\n", "First.\n\nSecond.", "First.\n\nSecond."),
        ("First.\n\n", "First. Second.", "First.\n\nSecond."),
        ("First.\n", "First.\n\nSecond.", "First.\n\nSecond."),
        (CODE, "    return 3.14159 * radius ** 2\n```", CODE + "159 * radius ** 2\n```"),
        (CODE, "return 3.14159 * radius ** 2\n```", CODE + "159 * radius ** 2\n```"),
        (TABLE, "| Paris | 2.1 million |\n| Rome | 2.8 million |", TABLE + " million |\n| Rome | 2.8 million |"),
        (LIST, "2. Milk\n3. Eggs", LIST + "3. Eggs"),
        ("我们去了北京，然后", "我们去了北京，然后回家。", "我们去了北京，然后回家。"),
        ("Yes", "Yes, of course.", "Yes, of course."),
        # a code block begun anew within one
        (CODE, "```python\n    return 3.14159 * radius\n```", CODE + "159 * radius\n```"),
        ("```\nfirst line\n", "```\nsecond line\n```", "```\nfirst line\nsecond line\n```"),
        # but a new one after one that was closed
        ("```\na\n```\n\nAnd now:", "```\nb\n```", "```\na\n```\n\nAnd now:```\nb\n```"),
        # more than was asked
        (LONG, LONG[-300:] + " mat.", LONG + " mat."),
        # nothing said again: what is there is trusted, but sentences do not touch
        ("The cat sat on", " the mat.", "The cat sat on the mat."),
        ("We are program", "ming.", "We are programming."),
        ("It rained.", "Then the sun came.", "It rained. Then the sun came."),
        ("It costs 3.", "14 euros.", "It costs 3.14 euros."),
        ("It is a prog", "program.", "It is a program."),
        ("First.\n\n", "\nSecond.", "First.\n\nSecond."),
        ("    if x:\n", "        return y", "    if x:\n        return y"),
        ("- one\n", "- two", "- one\n- two"),
        ("- one\n-", "- two", "- one\n- two"),
    ],
)
def test_the_parts_read_as_one(old: str, new: str, whole: str) -> None:
    assert joined(old, new) == whole


def test_the_old_text_stays_as_it_is_and_an_empty_one_changes_nothing() -> None:
    assert joined("", "  Hello.") == "  Hello."
    assert joined("Hello", "") == "Hello"
    assert joined("Hello.\n\n", "\n\n").startswith("Hello.\n\n")


def test_a_few_characters_said_again_may_be_meant() -> None:
    assert joined("He laughed: ha ha", "ha ha ha.") == "He laughed: ha haha ha ha."


def test_the_first_words_do_not_wait_for_the_end() -> None:
    seam = Seam("The cat sat on the")
    assert seam.feed("The cat sat on the mat and then it went to sleep, " + "for a very long time " * 10)
    assert seam.feed("!") == "!"


def test_the_words_asked_for_are_the_end_of_the_last_line() -> None:
    assert last_words(TABLE) == "| Paris | 2.1"
    assert last_words("One.\n\n  Two three\n\n") == "Two three"
    asked = last_words(LONG)
    assert LONG.endswith(asked)
    assert len(asked) <= 60
    assert LONG[-len(asked) - 1] == " "
    assert last_words("") == ""


TEXTS = st.text(alphabet="ab \n`.A", max_size=40)


@given(st.text(alphabet="ab \n`.A", min_size=1, max_size=700), TEXTS, TEXTS, st.integers(1, 60), st.integers(0, 400))
def test_how_the_new_text_is_split_makes_no_difference(
    old: str, middle: str, end: str, size: int, repeated: int
) -> None:
    new = old[len(old) - min(repeated, len(old)) :] + middle + end * 9
    assert joined(old, new, size) == joined(old, new)


@given(st.text(max_size=80), st.text(max_size=80))
def test_nothing_is_invented_but_a_space(old: str, new: str) -> None:
    added = joined(old, new)[len(old) :]
    assert joined(old, new).startswith(old)
    assert new.endswith(added.lstrip())
