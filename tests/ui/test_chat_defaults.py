"""What new chats begin with, and what is remembered of refusals."""

from __future__ import annotations

import pytest

from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import ChatSettings, Example, Mode, MoreSettings
from parley.domain.settings import DEFAULT_CHAT, DEFAULT_INSTRUCTIONS, DEFAULT_MODEL, LAST_MODEL, Settings
from parley.llm.rules import rules_for
from parley.ui.chat_defaults import default_words, keep_defaults, new_chat, read_defaults
from parley.ui.model_book import REFUSED, ModelBook
from parley.ui.preferences import Preferences
from parley.ui.services import PRACTICE

EVERYTHING = ChatSettings(
    "gpt-4o",
    "Be kind.",
    (Example("a", "b"),),
    0.3,
    500,
    json_answer=True,
    mode=Mode.COMPLETION,
    leave_out_before=7,
    schema=AnswerSchema(used=True, name="x", text="{}", strict=True),
    more=MoreSettings(0.9, 0.5, -0.5, ("END",), 7, "low", "high", 3),
)


def test_new_chats_begin_with_what_was_kept_but_for_the_model_and_what_belongs_to_one_conversation() -> None:
    preferences = Preferences(Settings())
    preferences.set(LAST_MODEL, "o3")
    keep_defaults(preferences, EVERYTHING)
    begun = new_chat(preferences)
    assert begun.model == "o3"
    assert begun.leave_out_before is None
    assert (begun.instructions, begun.examples, begun.temperature, begun.more, begun.schema) == (
        *("Be kind.", EVERYTHING.examples, 0.3),
        *(EVERYTHING.more, EVERYTHING.schema),
    )
    preferences.set(DEFAULT_MODEL, "gpt-4.1")
    assert new_chat(preferences).model == "gpt-4.1"


def test_keeping_what_is_not_set_forgets() -> None:
    preferences = Preferences(Settings())
    keep_defaults(preferences, EVERYTHING)
    keep_defaults(preferences, ChatSettings("gpt-4o"))
    assert (preferences[DEFAULT_CHAT], preferences[DEFAULT_INSTRUCTIONS]) == ("", "")
    assert new_chat(preferences) == ChatSettings()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"temperature": "hot", "more": 5}', "[" * 100_000, '{"model": "x"}'])
def test_what_cannot_be_read_is_not_set(text: str) -> None:
    assert read_defaults(text) == ChatSettings()


def test_each_default_is_said_in_words() -> None:
    preferences = Preferences(Settings())
    keep_defaults(preferences, EVERYTHING)
    words = default_words(preferences[DEFAULT_CHAT])
    assert len(words) == 13
    assert {"Creativity 0.3", "Answer as JSON", "With examples", "3 answers at once", "Thinking: low"} <= set(words)
    assert default_words("") == []


def test_what_a_service_refused_is_a_reason_for_that_model_only() -> None:
    book = ModelBook()
    for parameter in ("temperature", "top_p", "n", "max_tokens", "response_format", "reasoning_effort"):
        book.note_refused("gpt-4o", parameter)
    rules = book.rules("gpt-4o", None)
    refused = ("temperature", "top_p", "n", "max_tokens", "response_format")
    assert [rules.reason(parameter) for parameter in refused] == [REFUSED] * 5
    assert rules.reason("reasoning_effort") == rules_for("gpt-4o").reason("reasoning_effort"), "another value may do"
    assert book.rules("gpt-4.1", None) == rules_for("gpt-4.1")


def test_the_practice_model_takes_everything_whatever_model_it_stands_in_for() -> None:
    assert ModelBook().rules("o1-mini", PRACTICE).reason("temperature") == ""
