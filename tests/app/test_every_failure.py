"""Every failure, at the window: one sentence, one button, what becomes of the conversation, and no word lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.app.person import KEY
from tests.llm.test_faults import FAILS, FAILS_ON_THE_WAY
from tests.support.asking import QUICK

from parley.app import connections
from parley.domain.errors import Cause
from parley.domain.message import Role, Status
from parley.domain.settings import SERVICE_ADDRESS
from parley.ui.failure_notice import FailureNotice

if TYPE_CHECKING:
    from tests.app.person import Person
    from tests.support.fixtures import FaultServer

    from parley.domain.message import Message

MODEL = "gpt-4o-mini"
OPENS_DETAILS = ""  # in the place of a button
HOST = "127.0.0.1:{port}"
RETRY_SOON = "What arrived is kept. Try again in a moment."

# What product.md promises, as it is read on the screen.
WORDS: dict[Cause, tuple[str, str, str]] = {
    Cause.INVALID_KEY: (
        "127.0.0.1 did not accept this key.",
        "Check that the whole key was copied, or make a new one.",
        "Enter key",
    ),
    Cause.NO_CREDIT: (
        "Your OpenAI account has no API credit left. A ChatGPT Plus subscription does not include API credit.",
        "Add credit on the billing page, then try again.",
        "Open billing page",
    ),
    Cause.MODEL_NOT_FOUND: (
        f"Your account cannot use {MODEL} yet. For some models OpenAI asks for a first payment.",
        "Choose a model that your account offers.",
        "Choose another model",
    ),
    Cause.STILL_LIMITED: (
        "127.0.0.1 takes no more messages for now.",
        "Your message is kept. Try again in a minute.",
        "Retry",
    ),
    Cause.TOO_LONG: (
        f"This conversation is longer than {MODEL} can read at once.",
        "Leave out the oldest messages, or choose a model that reads more.",
        "Leave out the oldest messages",
    ),
    Cause.PARAMETER_REJECTED: (
        f"{MODEL} does not take the setting Creativity (temperature).",
        "Parley leaves it out and sends the message again.",
        "Retry",
    ),
    Cause.BAD_REQUEST: (
        "127.0.0.1 could not work with this request.",
        "The details say what it objected to.",
        OPENS_DETAILS,
    ),
    Cause.CONTENT_FILTER: (
        "127.0.0.1 declined to answer this.",
        "Change the wording and send it again.",
        "Edit message",
    ),
    Cause.REGION: ("OpenAI does not serve this region.", "The details hold what OpenAI said.", OPENS_DETAILS),
    Cause.FORBIDDEN: (
        "This key may not be used for this.",
        "Check what the key is allowed to do, or enter another one.",
        "Enter key",
    ),
    Cause.PROXY_LOGIN: (
        "The proxy asks for a user name and password.",
        "Enter them in Settings under Network, then try again.",
        "Open network settings",
    ),
    Cause.CAPTIVE_PORTAL: (
        f"The network answered with a web page instead of {HOST}.",
        "Open a browser and sign in to the network, then try again.",
        "Retry",
    ),
    Cause.NOT_AN_API: (
        f"{HOST} answered, but not like an OpenAI service.",
        "Check the service address. It usually ends in /v1.",
        "Open settings",
    ),
    Cause.REDIRECTED: (
        f"{HOST} tried to send Parley to another address.",
        "Nothing was sent there. Check the service address.",
        "Open settings",
    ),
    Cause.TIMEOUT: (f"{HOST} did not answer in time.", "Try again in a moment.", "Retry"),
    Cause.SERVER_ERROR: ("127.0.0.1 had a problem of its own.", RETRY_SOON, "Retry"),
    Cause.OVERLOADED: ("127.0.0.1 is very busy at the moment.", RETRY_SOON, "Retry"),
    Cause.BROKEN_STREAM: (
        "The answer broke off before its end.",
        "What arrived is kept. Try again, or go on from here.",
        "Retry",
    ),
}

# Modes that answer well and say that the answer is not all that was wanted.
FINISHED = {
    "cut_off": (
        Status.COMPLETE,
        "The beginning of",
        (
            "The answer is as long as the model writes at once, but not at its end.",
            "Continue it from where it stopped.",
            "Continue",
        ),
    ),
    "filtered": (Status.COMPLETE, "The begin", WORDS[Cause.CONTENT_FILTER]),
    "blank_reasoning": (
        Status.FAILED,
        "",
        (
            "The model used the whole limit for thinking.",
            "Give it more room, so that an answer fits as well.",
            "Raise the limit and retry",
        ),
    ),
}
MINUTES = {"rate_limit_an_hour": "Your message is kept. Try again in 60 minutes."}


class Seen(NamedTuple):
    """What is on the screen after an answer has ended."""

    status: Status
    said: str
    button: str
    question: str


@pytest.fixture
def hasty(person: Person, monkeypatch: pytest.MonkeyPatch) -> Person:
    """Someone whose Parley waits only moments for anything."""
    limits = replace(QUICK, silence=1.5, reasoning_silence=1.5)  # a window has other things to do as well
    monkeypatch.setattr(connections, "limits_for", lambda _network: limits)
    person.use("good")
    return person


def card_of(person: Person) -> FailureNotice:
    """The one failure in the transcript."""
    cards = [card for card in person.program.parts.window.transcript.findChildren(FailureNotice) if card.text().strip()]
    (card,) = [card for card in cards if not card.isHidden()]
    return card


def fail(person: Person, server: FaultServer, mode: str) -> tuple[Message, Seen]:
    """In a conversation of its own, a message to a service that does what `mode` says."""
    parts = person.program.parts
    parts.window.sidebar.newChatRequested.emit()
    person.program._preferences.set(SERVICE_ADDRESS, server.service(mode, "table").address)
    answer = person.say(f"A question for {mode}")
    person.wait(lambda: any(c.isVisible() for c in parts.window.transcript.findChildren(FailureNotice)))
    card = card_of(person)
    assert KEY not in card._details_text.toPlainText()
    assert parts.window.composer.text() == "", "it is in the conversation now"
    assert parts.session.turn_id is None
    question = next(m.text for m in parts.session.messages if m.role is Role.USER)
    button = "" if card.button.isHidden() else card.button.text()
    return answer, Seen(answer.status, card.text(), button, question)


def expected(server: FaultServer, cause: Cause, mode: str, status: Status) -> Seen:
    what, to_do, button = WORDS[cause]
    said = f"{what} {MINUTES.get(mode, to_do)}".replace("{port}", str(server.ports["http"]))
    return Seen(status, said, button, f"A question for {mode}")


def test_there_are_words_for_every_cause_a_service_can_give() -> None:
    assert {*FAILS.values(), *(cause for cause, _ in FAILS_ON_THE_WAY.values())} <= WORDS.keys()


def test_what_fails_before_the_first_word(hasty: Person, fault_server: FaultServer) -> None:
    seen = {mode: fail(hasty, fault_server, mode)[1] for mode in FAILS}
    wanted = {mode: expected(fault_server, cause, mode, Status.FAILED) for mode, cause in FAILS.items()}
    assert {mode: one for mode, one in seen.items() if one != wanted[mode]} == {}


def test_what_fails_on_the_way_keeps_what_arrived(hasty: Person, fault_server: FaultServer) -> None:
    for mode, (cause, beginning) in FAILS_ON_THE_WAY.items():
        answer, seen = fail(hasty, fault_server, mode)
        assert seen == expected(fault_server, cause, mode, Status.INCOMPLETE), mode
        assert answer.text.startswith(beginning), mode
        shown = hasty.program.parts.session.messages[-1]
        assert shown.text == answer.text, mode


def test_answers_that_ended_too_early_say_why(hasty: Person, fault_server: FaultServer) -> None:
    for mode, (status, text, words) in FINISHED.items():
        answer, seen = fail(hasty, fault_server, mode)
        assert seen == Seen(status, f"{words[0]} {words[1]}", words[2], f"A question for {mode}"), mode
        assert answer.text == text, mode


def test_all_of_it_is_there_after_a_restart(hasty: Person, fault_server: FaultServer) -> None:
    for mode in ("invalid_key", "drop_mid_word"):
        _, before = fail(hasty, fault_server, mode)
        texts = hasty.texts()
        hasty.restart()
        assert hasty.texts() == texts
        hasty.wait(lambda: hasty.program.parts.window.transcript.findChild(FailureNotice) is not None)
        assert card_of(hasty).text() == before.said


def test_after_a_failure_the_next_message_goes_out(hasty: Person, fault_server: FaultServer) -> None:
    fail(hasty, fault_server, "server_error")
    hasty.program._preferences.set(SERVICE_ADDRESS, fault_server.service("good").address)
    assert hasty.say("And now?").status is Status.COMPLETE
