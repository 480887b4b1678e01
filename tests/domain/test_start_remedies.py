"""When Parley cannot start, what is said is true then: there is no window, and nothing to press in it."""

from __future__ import annotations

import re

import pytest

from parley.domain.errors import Cause
from parley.domain.start_remedies import start_remedy

OF_A_RUNNING_PROGRAM = re.compile(
    r"\b(on the screen stays|can be copied|last words|is back|Settings|button|talking to|your message|try again)\b",
    re.IGNORECASE,
)
TELLS_WHAT_TO_DO = re.compile(r"^(Open|Allow|Free|Install|Move)\b")


@pytest.mark.parametrize("cause", list(Cause))
def test_every_sentence_holds_before_there_is_a_window_and_says_what_to_do(cause: Cause) -> None:
    remedy = start_remedy(cause)
    assert not OF_A_RUNNING_PROGRAM.search(f"{remedy.what} {remedy.to_do}")
    assert TELLS_WHAT_TO_DO.search(remedy.to_do)
    assert remedy.what.endswith(".")
    assert remedy.to_do.endswith(".")
