"""Starters: what is filled in goes where its place is, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.chat_settings import ChatSettings, Example
from parley.domain.starter import Needs, Starter, Variable, fill, places_in, search, with_every_variable

TRANSLATE = with_every_variable(
    Starter(
        "10",
        "Translate",
        "Into another language",
        prompt="Translate into {{language}}.\nTone: {{ tone }}\n\n{{text}}",
        variables=(
            Variable("text", long=True),
            Variable("language", default="German"),
            Variable("tone", optional=True),
        ),
        settings=ChatSettings(
            instructions="You know {{language}}.", examples=(Example("{{language}}?", "Yes"),), temperature=0.3
        ),
    )
)


def test_what_is_filled_in_stands_in_message_instructions_and_examples() -> None:
    filled = fill(TRANSLATE, {"language": "Thai", "tone": "Formal", "text": "Hello"})
    assert filled.text == "Translate into Thai.\nTone: Formal\n\nHello"
    assert filled.settings == ChatSettings(
        instructions="You know Thai.", examples=(Example("Thai?", "Yes"),), temperature=0.3
    )


def test_what_is_not_filled_in_has_its_default_and_a_line_with_nothing_is_left_out() -> None:
    assert fill(TRANSLATE, {"text": "Hello"}).text == "Translate into German.\n\nHello"
    assert fill(TRANSLATE, {"text": "", "language": " "}).settings.instructions == ""


def test_a_value_is_never_read_for_places_of_its_own() -> None:
    filled = fill(TRANSLATE, {"text": "{{language}} {{tone}}", "language": "Thai"})
    assert filled.text.endswith("{{language}} {{tone}}")


@pytest.mark.parametrize("text", ["", "  \n {{}} { {a} } {{a\nb}} {{{}}} \n", '{"a": {"b": 1}}', "\n\n"])
def test_a_text_without_places_stays_as_it_is(text: str) -> None:
    starter = with_every_variable(Starter("x", "X", prompt=text))
    assert starter.variables == ()
    assert fill(starter, {}).text == text


def test_a_place_that_nobody_described_is_asked_for_by_its_name() -> None:
    starter = with_every_variable(
        Starter("x", "X", prompt="{{topic}} {{ größe }} {{topic}}", variables=(Variable("old"),))
    )
    assert [variable.words for variable in starter.variables] == ["Topic", "Größe"]
    assert starter.asks


def test_a_starter_that_needs_an_image_asks_for_it() -> None:
    assert Starter("x", "X", needs=Needs.IMAGE).asks
    assert not Starter("x", "X", prompt="Hello").asks


def test_starters_are_found_by_their_words_those_in_the_name_first() -> None:
    story = Starter("s", "Story", "A tale to translate")
    assert search((story, TRANSLATE), "TRANSL") == (TRANSLATE, story)
    assert search((story, TRANSLATE), "language know") == (TRANSLATE,)
    assert search((story, TRANSLATE), " ") == (story, TRANSLATE)
    assert search((story, TRANSLATE), "nothing") == ()


@given(st.text(st.sampled_from("{} \na"), max_size=80), st.text(max_size=20))
def test_any_text_can_be_filled(text: str, value: str) -> None:
    starter = with_every_variable(Starter("x", "X", prompt=text))
    filled = fill(starter, dict.fromkeys(places_in(starter), value)).text
    assert filled == text or starter.variables
