"""For everything that can fail there are words in the tone of the product, and a button that can be pressed."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from parley.domain.errors import Action, AppError, Cause
from parley.domain.remedies import ACTION_LABELS, REMEDIES

KNOWN_FACTS = {"service", "host", "proxy", "model", "seconds", "minutes", "amount", "parameter", "keyring", "path"} | {
    "limit"
}
BAD_TONE = re.compile(r"!|\b(oops|sorry|invalid|illegal|you forgot|your fault|wrong|exception|null)\b", re.IGNORECASE)
every_cause = pytest.mark.parametrize("cause", list(Cause))


@every_cause
def test_has_one_sentence_on_what_happened_and_something_to_do(cause: Cause) -> None:
    remedy = REMEDIES[cause]

    assert remedy.what
    assert remedy.what.endswith(".")
    assert remedy.to_do
    assert remedy.to_do.endswith(".")


@every_cause
def test_uses_only_facts_that_are_known(cause: Cause) -> None:
    remedy = REMEDIES[cause]
    used = {name for text in (remedy.what, remedy.to_do) for _, name, _, _ in Formatter().parse(text) if name}

    assert used <= KNOWN_FACTS


@every_cause
def test_neither_shouts_nor_blames_nor_jokes(cause: Cause) -> None:
    text = f"{REMEDIES[cause].what} {REMEDIES[cause].to_do}"

    assert not re.search(
        r"!|\b(oops|sorry|invalid|illegal|you forgot|your fault|wrong|exception|null)\b", text, re.IGNORECASE
    )


@every_cause
def test_its_button_has_a_label(cause: Cause) -> None:
    action = REMEDIES[cause].action

    assert action is Action.NONE or ACTION_LABELS[action]


def test_every_button_is_used_by_some_failure() -> None:
    assert set(ACTION_LABELS) <= {remedy.action for remedy in REMEDIES.values()}


@pytest.mark.parametrize(
    ("cause", "said", "button"),
    [
        (Cause.INVALID_KEY, "{service} did not accept this key.", "Enter key"),
        (
            Cause.NO_CREDIT,
            "Your OpenAI account has no API credit left. A ChatGPT Plus subscription does not include API credit.",
            "Open billing page",
        ),
        (Cause.RATE_LIMIT, "{service} asks to wait {seconds} seconds.", "Stop waiting"),
        (Cause.STILL_LIMITED, "{service} takes no more messages for now.", "Retry"),
        (
            Cause.TOO_LONG,
            "This conversation is longer than {model} can read at once.",
            "Leave out the oldest messages",
        ),
        (Cause.CUT_OFF, "The answer stopped at the length limit you set.", "Continue"),
        (Cause.BLANK_REASONING, "The model used the whole limit for thinking.", "Raise the limit and retry"),
        (Cause.CONTENT_FILTER, "{service} declined to answer this.", "Edit message"),
        (Cause.DISK_FULL, "The disk is full, so the last words could not be saved.", "Open data folder"),
    ],
)
def test_says_what_the_product_promises(cause: Cause, said: str, button: str) -> None:
    assert (REMEDIES[cause].what, ACTION_LABELS[REMEDIES[cause].action]) == (said, button)


def test_an_error_carries_its_cause_facts_and_details() -> None:
    error = AppError(Cause.NOT_WRITABLE, "errno 13", path="/data")

    assert error.cause is Cause.NOT_WRITABLE
    assert (error.failure.facts, error.failure.details) == ({"path": "/data"}, "errno 13")
