"""What new chats begin with, and what is remembered of refusals."""

from __future__ import annotations

import pytest

from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import ChatSettings, Example, Mode, MoreSettings
from parley.domain.refusals import Refusal
from parley.domain.request import OPENAI, Service
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
    refused = ("temperature", "top_p", "n", "max_tokens", "response_format")
    names = (*refused, "max_completion_tokens", "stream")
    book.take(Refusal(OPENAI.address, "gpt-4o", name) for name in names)
    rules = book.rules("gpt-4o", OPENAI)
    assert [rules.reason(parameter) for parameter in refused] == [REFUSED] * 5
    assert book.refused("gpt-4o", OPENAI) == set(refused)
    assert book.rules("gpt-4.1", OPENAI) == rules_for("gpt-4.1")
    elsewhere = Service("https://elsewhere.example.com/v1", "Elsewhere")
    assert book.rules("gpt-4o", elsewhere) == rules_for("gpt-4o"), "another service may take it"


def test_one_name_of_the_length_limit_refused_is_not_the_limit_refused() -> None:
    book = ModelBook()
    book.take([Refusal(OPENAI.address, "gpt-4o", "max_tokens")])
    assert book.refused("gpt-4o", OPENAI) == set()


def test_a_refused_choice_leaves_the_setting() -> None:
    book = ModelBook()
    values = ('"xhigh"', '"max"', "5", "no JSON", "[" * 100_000)
    book.take(Refusal(OPENAI.address, "o3", "reasoning_effort", value) for value in values)
    assert book.refused_choices("o3", OPENAI) == {"reasoning_effort": {"xhigh", "max"}}
    assert book.rules("o3", OPENAI) == rules_for("o3")


def test_the_practice_model_takes_everything_whatever_model_it_stands_in_for() -> None:
    assert ModelBook().rules("o1-mini", PRACTICE).reason("temperature") == ""
