"""What a person reads when something fails."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import Action, Cause, Failure
from parley.domain.remedies import REMEDIES
from parley.ui.failure_words import FailureWords, readable_fact, words_for

FACTS = {
    "host": "api.example.org",
    "model": "gpt-9",
    "seconds": "20",
    "amount": "5000000",
    "parameter": "seed",
    "keyring": "GNOME Keyring",
    "path": "/home/ada/notes.txt",
    "limit": "20 MB",
}


@pytest.mark.parametrize("cause", list(Cause))
@pytest.mark.parametrize("facts", [{}, FACTS, dict.fromkeys(FACTS, "")], ids=["none", "all", "blank"])
@pytest.mark.parametrize("service", ["OpenAI", ""])
def test_every_failure_is_whole_sentences_whatever_is_known(cause: Cause, facts: dict[str, str], service: str) -> None:
    words = words_for(Failure(cause, facts), service)
    for sentence in (words.what, words.to_do):
        assert sentence
        assert sentence.endswith(".")
        assert not re.search(r"[{}!]|  |None| \.$", sentence)
    assert bool(words.action_label) == (words.action is not Action.NONE)


def test_facts_stand_in_the_sentence() -> None:
    assert words_for(Failure(Cause.RATE_LIMIT, {"seconds": "20"})) == FailureWords(
        what="OpenAI asks to wait 20 seconds.",
        to_do="Parley tries again by itself when the time is over.",
        action=Action.STOP_WAITING,
        action_label="Stop waiting",
        details="",
        retryable=True,
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        ("1", "OpenAI asks to wait one second."),
        ("0", "The service asks to wait a moment."),
        ("soon", "The service asks to wait a moment."),
    ],
)
def test_a_wait_is_never_said_wrongly(seconds: str, said: str) -> None:
    assert words_for(Failure(Cause.RATE_LIMIT, {"seconds": seconds})).what == said


def test_a_parameter_is_named_as_in_chat_settings() -> None:
    failure = Failure(Cause.PARAMETER_REJECTED, {"model": "o3", "parameter": "temperature"})
    assert words_for(failure).what == "o3 does not take the setting Creativity (temperature)."


def test_a_service_named_in_the_facts_wins() -> None:
    failure = Failure(Cause.INVALID_KEY, {"service": "OpenRouter"})
    assert words_for(failure, "OpenAI").what == "OpenRouter did not accept this key."


def test_braces_in_a_fact_are_text() -> None:
    assert words_for(Failure(Cause.DNS, {"host": "{model}{0}"})).what == "The address {model}{0} was not found."


def test_a_fact_from_outside_stays_one_line_and_keeps_its_direction() -> None:
    assert readable_fact(" a\r\nb\u202eevil\u2069 \tc ") == "a b evil c"


def test_the_details_are_handed_on() -> None:
    assert words_for(Failure(Cause.BAD_REQUEST, details="HTTP 400\nunknown field")).details == "HTTP 400\nunknown field"


def test_a_long_path_keeps_its_beginning_and_its_end() -> None:
    what = words_for(Failure(Cause.NOT_WRITABLE, {"path": "/home/" + "x" * 500 + "/parley.db"})).what
    assert what.startswith("Parley may not write to /home/x")
    assert what.endswith("x/parley.db.")
    assert len(what) < 200


@given(st.sampled_from(list(Cause)), st.sampled_from(sorted(FACTS)), st.text())
def test_no_fact_can_break_a_sentence(cause: Cause, name: str, value: str) -> None:
    words = words_for(Failure(cause, {**FACTS, name: value}))
    for sentence in (words.what, words.to_do):
        assert sentence.endswith(".")
        assert "\n" not in sentence


def test_every_cause_has_a_remedy() -> None:
    assert set(REMEDIES) == set(Cause)


def test_a_limit_that_nobody_set_is_not_said_to_be_the_person_s() -> None:
    assert words_for(Failure(Cause.CUT_OFF)).what == "The answer stopped at the length limit you set."
    own = words_for(Failure(Cause.CUT_OFF, {"own_limit": "gpt-4"}))
    assert "you set" not in own.what
    assert own.action_label == "Continue"


def test_details_that_are_shown_and_copied_hold_nothing_shaped_like_a_key() -> None:
    details = words_for(Failure(Cause.UNEXPECTED, details="Authorization: Bearer sk-proj-abcd1234efgh5678")).details
    assert "abcd1234" not in details
    assert "[key removed]" in details
