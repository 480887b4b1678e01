"""The words of a failure in the person's language: what happened, what to do, and the label of the one button.

Everything here is plain text. Show it in widgets set to `Qt.TextFormat.PlainText`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from parley.domain.errors import Action, Cause
from parley.domain.redaction import redact
from parley.domain.remedies import ACTION_LABELS, REMEDIES
from parley.domain.start_remedies import start_remedy
from parley.domain.words import QT_TRANSLATE_NOOP
from parley.ui.kit.money import money_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.domain.errors import Failure

_CONTEXT = "Errors"
_LONGEST_FACT = 120  # characters: a path or an address may be longer than anyone reads in a sentence
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Control characters, line breaks, and the marks by which text from outside could turn a sentence around.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]+")


@dataclass(frozen=True, slots=True)
class FailureWords:
    """One failure as it is shown. `action_label` is empty when there is no button."""

    what: str
    to_do: str
    action: Action
    action_label: str
    details: str
    retryable: bool


# What is said when a fact is not known. Whole sentences, because other languages bend the words around the gap.
_WITHOUT_FACTS: Mapping[Cause, str] = {
    Cause.NO_KEY: QT_TRANSLATE_NOOP("Errors", "There is no key for this service yet."),
    Cause.INVALID_KEY: QT_TRANSLATE_NOOP("Errors", "The service did not accept this key."),
    Cause.BUDGET_REACHED: QT_TRANSLATE_NOOP("Errors", "This month's budget is used up."),
    Cause.MODEL_NOT_FOUND: QT_TRANSLATE_NOOP(
        "Errors", "Your account cannot use this model yet. For some models OpenAI asks for a first payment."
    ),
    Cause.RATE_LIMIT: QT_TRANSLATE_NOOP("Errors", "The service asks to wait a moment."),
    Cause.STILL_LIMITED: QT_TRANSLATE_NOOP("Errors", "The service takes no more messages for now."),
    Cause.TOO_LONG: QT_TRANSLATE_NOOP("Errors", "This conversation is longer than the model can read at once."),
    Cause.PARAMETER_REJECTED: QT_TRANSLATE_NOOP("Errors", "The model does not take one of the settings."),
    Cause.BAD_REQUEST: QT_TRANSLATE_NOOP("Errors", "The service could not work with this request."),
    Cause.CONTENT_FILTER: QT_TRANSLATE_NOOP("Errors", "The service declined to answer this."),
    Cause.DNS: QT_TRANSLATE_NOOP("Errors", "The address of the service was not found."),
    Cause.REFUSED: QT_TRANSLATE_NOOP("Errors", "Nothing answers at the address of the service."),
    Cause.PROXY: QT_TRANSLATE_NOOP("Errors", "The proxy did not let Parley through to the service."),
    Cause.PROXY_LOGIN: QT_TRANSLATE_NOOP("Errors", "The proxy asks for a user name and password."),
    Cause.NOT_TLS: QT_TRANSLATE_NOOP("Errors", "The service does not answer over a safe connection (https)."),
    Cause.TLS: QT_TRANSLATE_NOOP("Errors", "The connection to the service could not be made safely."),
    Cause.CAPTIVE_PORTAL: QT_TRANSLATE_NOOP("Errors", "The network answered with a web page instead of the service."),
    Cause.NOT_AN_API: QT_TRANSLATE_NOOP("Errors", "Something answered, but not like an OpenAI service."),
    Cause.REDIRECTED: QT_TRANSLATE_NOOP("Errors", "The service tried to send Parley to another address."),
    Cause.TIMEOUT: QT_TRANSLATE_NOOP("Errors", "The service did not answer in time."),
    Cause.SERVER_ERROR: QT_TRANSLATE_NOOP("Errors", "The service had a problem of its own."),
    Cause.OVERLOADED: QT_TRANSLATE_NOOP("Errors", "The service is very busy at the moment."),
    Cause.KEYRING_LOCKED: QT_TRANSLATE_NOOP("Errors", "The keyring of this computer is locked."),
    Cause.KEYRING_SLOW: QT_TRANSLATE_NOOP("Errors", "The keyring of this computer does not answer."),
    Cause.KEYRING_REFUSED: QT_TRANSLATE_NOOP("Errors", "The keyring of this computer did not take the key."),
    Cause.KEYRING_FULL: QT_TRANSLATE_NOOP("Errors", "The keyring of this computer has no room for this key."),
    Cause.DOTENV_UNREADABLE: QT_TRANSLATE_NOOP("Errors", "The file could not be read."),
    Cause.DOTENV_NO_KEY: QT_TRANSLATE_NOOP("Errors", "There is no OPENAI_API_KEY in this file."),
    Cause.NOT_WRITABLE: QT_TRANSLATE_NOOP("Errors", "Parley may not write to its folder."),
    Cause.RESOURCE_MISSING: QT_TRANSLATE_NOOP("Errors", "A part of Parley is missing."),
    Cause.FILE_UNREADABLE: QT_TRANSLATE_NOOP("Errors", "The file could not be read."),
    Cause.FILE_TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "This file is too large to attach."),
    Cause.FILE_KIND: QT_TRANSLATE_NOOP("Errors", "Parley cannot attach this file."),
    Cause.STARTER_UNREADABLE: QT_TRANSLATE_NOOP("Errors", "This is not a starter that Parley can read."),
    Cause.IMPORT_UNREADABLE: QT_TRANSLATE_NOOP("Errors", "Parley cannot read conversations from this file."),
    Cause.IMPORT_NEWER: QT_TRANSLATE_NOOP("Errors", "This file was written by a newer Parley."),
    Cause.IMPORT_TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "This file is too large to import."),
    Cause.IMPORT_PARTLY: QT_TRANSLATE_NOOP("Errors", "Not every conversation in the file could be read."),
    Cause.UNEXPECTED: QT_TRANSLATE_NOOP("Errors", "Something unexpected happened while talking to the service."),
}
_TO_DO_WITHOUT_FACTS: Mapping[Cause, str] = {
    Cause.STILL_LIMITED: QT_TRANSLATE_NOOP("Errors", "Your message is kept. Try again in a minute."),
    Cause.FILE_TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "Choose a smaller file."),
    Cause.IMPORT_TOO_LARGE: QT_TRANSLATE_NOOP("Errors", "Choose a smaller file."),
}
_OWN_LIMIT = QT_TRANSLATE_NOOP("Errors", "The answer is as long as the model writes at once, but not at its end.")
_ONE_SECOND = QT_TRANSLATE_NOOP("Errors", "{service} asks to wait one second.")

# The API's own names for what the person knows from Chat settings.
_PARAMETERS: Mapping[str, str] = {
    "temperature": QT_TRANSLATE_NOOP("Errors", "Creativity (temperature)"),
    "max_tokens": QT_TRANSLATE_NOOP("Errors", "Longest answer (max tokens)"),
    "max_completion_tokens": QT_TRANSLATE_NOOP("Errors", "Longest answer (max tokens)"),
    "response_format": QT_TRANSLATE_NOOP("Errors", "Answer as JSON"),
    "json_schema": QT_TRANSLATE_NOOP("Errors", "schema of the JSON"),
    "top_p": QT_TRANSLATE_NOOP("Errors", "Choice of words (top p)"),
    "presence_penalty": QT_TRANSLATE_NOOP("Errors", "New subjects (presence penalty)"),
    "frequency_penalty": QT_TRANSLATE_NOOP("Errors", "Less repetition (frequency penalty)"),
    "stop": QT_TRANSLATE_NOOP("Errors", "Stop at (stop sequences)"),
    "seed": QT_TRANSLATE_NOOP("Errors", "Same answer again (seed)"),
    "reasoning_effort": QT_TRANSLATE_NOOP("Errors", "Thinking (reasoning effort)"),
    "verbosity": QT_TRANSLATE_NOOP("Errors", "Wordiness (verbosity)"),
    "n": QT_TRANSLATE_NOOP("Errors", "Number of answers (n)"),
}


def parameter_words(parameter: str) -> str:
    """What Chat settings calls the API's `parameter`; the API's own name for what is not there."""
    return _translate(_PARAMETERS[parameter]) if parameter in _PARAMETERS else readable_fact(parameter)


def words_for(failure: Failure, service_name: str = "OpenAI", *, at_start: bool = False) -> FailureWords:
    """What to show for `failure`, which with `at_start` keeps Parley from starting.

    A fact that is missing never leaves a gap or a brace.
    """
    remedy = start_remedy(failure.cause) if at_start else REMEDIES[failure.cause]
    facts = _readable_facts(failure, service_name)
    return FailureWords(
        what=_fill(_sentence(failure.cause, remedy.what, facts), facts, _WITHOUT_FACTS.get(failure.cause, "")),
        to_do=_fill(remedy.to_do, facts, _TO_DO_WITHOUT_FACTS.get(failure.cause, "")),
        action=remedy.action,
        action_label=_translate(ACTION_LABELS[remedy.action]) if remedy.action in ACTION_LABELS else "",
        details=redact(failure.details),  # wherever it comes from: this is what is shown and copied
        retryable=remedy.retryable,
    )


def readable_fact(text: str) -> str:
    """`text` from outside as one short line that can stand in a sentence."""
    line = " ".join(_UNPRINTABLE.sub(" ", text).split())
    if len(line) <= _LONGEST_FACT:
        return line
    half = _LONGEST_FACT // 2
    return f"{line[:half].rstrip()}…{line[-half:].lstrip()}"


def _readable_facts(failure: Failure, service_name: str) -> dict[str, str]:
    facts = {name: readable_fact(value) for name, value in {"service": service_name, **failure.facts}.items()}
    if parameter := facts.get("parameter", ""):
        facts["parameter"] = parameter_words(parameter)
    if not facts.get("seconds", "").isdecimal() or int(facts["seconds"]) == 0:
        facts.pop("seconds", None)
    if facts.get("amount", "").isdecimal():  # micro-dollars
        facts["amount"] = money_text(int(facts["amount"]))
    return {name: value for name, value in facts.items() if value}


def _sentence(cause: Cause, usual: str, facts: Mapping[str, str]) -> str:
    if cause is Cause.CUT_OFF and "own_limit" in facts:
        return _OWN_LIMIT
    return _ONE_SECOND if cause is Cause.RATE_LIMIT and facts.get("seconds") == "1" else usual


def _fill(sentence: str, facts: Mapping[str, str], without: str) -> str:
    if any(name not in facts for name in _PLACEHOLDER.findall(sentence)):
        return _translate(without)
    # In one pass and not by str.format: a fact may hold braces of its own.
    return _PLACEHOLDER.sub(lambda found: facts.get(found[1], ""), _translate(sentence))


def _translate(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
