"""Files with starters: what is written is read back, and whatever else is in one ends in a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley import paths
from parley.domain.answer_schema import AnswerSchema
from parley.domain.chat_settings import ChatSettings, Example, Mode, MoreSettings
from parley.domain.errors import AppError, Cause
from parley.domain.starter import Needs, Starter, Variable, fill, with_every_variable
from parley.exchange.starter_file import LARGEST, read_starter, write_starter

EVERYTHING = Starter(
    id="",
    name="Everything",
    summary="All there is",
    icon="smile",
    prompt="One {{a}}\n\tand {{b}}\n\n{{c}}\n",
    variables=(
        Variable("a", "Label", "hint", "default\nof two lines", ("x", "y"), long=True, optional=True),
        Variable("b"),
        Variable("c"),
    ),
    needs=Needs.FILE,
    settings=ChatSettings(
        instructions="Be\nbrief about {{a}}.",
        examples=(Example("Q\nQ", "A"), Example("Q", '{"a": 1}')),
        temperature=0.0,
        max_tokens=5,
        json_answer=True,
        mode=Mode.COMPLETION,
        schema=AnswerSchema(used=True, name="n", text="{}", strict=True),
        more=MoreSettings(top_p=0.0, stop=("END",), seed=0, reasoning_effort="low", answers=2),
    ),
    own=True,
)


def document(**values: object) -> bytes:
    return json.dumps({"format": "parley-starter", "version": 1, "name": "N", **values}).encode()


def test_what_is_written_is_read_back() -> None:
    assert read_starter(write_starter(EVERYTHING), name="f", own=True) == EVERYTHING


@given(name=st.text(min_size=1, max_size=60), text=st.text(), hint=st.text(max_size=200))
def test_any_words_can_be_written_and_read(name: str, text: str, hint: str) -> None:
    starter = with_every_variable(Starter("", name, prompt=text + "{{v}}", variables=(Variable("v", hint=hint),)))
    if name.split():
        read = read_starter(write_starter(starter), name="f")
        assert read_starter(write_starter(read), name="f") == read
        assert [v.name for v in read.variables] == [v.name for v in starter.variables] or not text.isprintable()


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_starter_that_comes_with_parley_can_be_read_and_filled(language: str) -> None:
    files = sorted((paths.resources() / "starters").glob("*.json"))
    starters = [read_starter(file.read_bytes(), name=file.name, language=language) for file in files]
    assert len(starters) == 11
    assert all((paths.resources() / "icons" / f"{starter.icon}.svg").is_file() for starter in starters)
    assert all(starter.summary for starter in starters)
    for starter in starters:
        filled = fill(starter, {variable.name: "WORD" for variable in starter.variables})
        assert filled.text.count("WORD") >= len([v for v in starter.variables if v.name in starter.prompt])
        assert "{{" not in filled.text


def test_the_same_starter_speaks_both_languages() -> None:
    for file in (paths.resources() / "starters").glob("*.json"):
        english, german = (read_starter(file.read_bytes(), name="f", language=one) for one in ("en", "de"))
        assert english.name != german.name
        assert english.prompt != german.prompt
        assert [v.name for v in english.variables] == [v.name for v in german.variables]
        assert english.settings.temperature == german.settings.temperature


def test_the_comedian_of_the_tutorial_answers_in_json_by_its_examples() -> None:
    data = (paths.resources() / "starters" / "01-comedian.json").read_bytes()
    settings = read_starter(data, name="f").settings
    assert settings.json_answer
    assert "JSON" in settings.instructions
    assert [set(json.loads(example.answer)) for example in settings.examples] == [{"setup", "punchline"}] * 2


def test_a_language_that_a_file_does_not_speak_is_english_or_what_there_is() -> None:
    assert read_starter(document(name={"en": "E"}), name="f", language="de").name == "E"
    assert read_starter(document(name={"de": "D"}), name="f", language="en").name == "D"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[" * 100_000, "no JSON"),
        (b'{"format": "parley-starter", "version": 1, "name": NaN}', "no JSON"),
        (b"[]", "format"),
        (b'{"format": "parley-conversation"}', "format"),
        (b'{"format": "parley-starter", "version": 2, "name": "N"}', "newer"),
        (b" " * (LARGEST + 1), "more than"),
        (document(name=""), "name"),
        (document(name=["a", 1]), "name"),
        (document(name="x" * 61), "60"),
        (document(evil=1), "evil"),
        (document(prompt={"fr": "x"}), "prompt"),
        (document(prompt=7), "prompt"),
        (document(needs="camera"), "needs"),
        (document(needs=[]), "needs"),
        (document(variables={}), "variables"),
        (document(variables=["a"]), "variables"),
        (document(variables=[{"name": "a", "long": "yes"}]), "long"),
        (document(variables=[{"name": "a", "command": "rm"}]), "command"),
        (document(prompt="{{a}}", variables=[{"name": "a"}, {"name": "a"}]), "twice"),
        (document(settings=[]), "settings"),
        (document(settings={"temperature": 3}), "temperature"),
        (document(settings={"temperature": "hot"}), "temperature"),
        (document(settings={"max_tokens": True}), "max_tokens"),
        (document(settings={"examples": [["only a question"]]}), "examples"),
        (document(settings={"examples": "x"}), "examples"),
        (document(settings={"model": "gpt-4o"}), "model"),
        (document(settings={"leave_out_before": 1}), "leave_out_before"),
        (document(settings={"more": {"answers": 99}}), "more"),
        (document(settings={"tools": ["web"]}), "tools"),
    ],
)
def test_what_does_not_fit_is_named(data: bytes, said: str) -> None:
    with pytest.raises(AppError) as caught:
        read_starter(data, name="evil.json")
    assert caught.value.cause is Cause.STARTER_UNREADABLE
    assert caught.value.failure.facts["path"] == "evil.json"
    assert said in caught.value.failure.details


def test_an_icon_is_a_name_and_never_a_path() -> None:
    assert read_starter(document(icon="../../etc/passwd"), name="f").icon == "sparkles"


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "de", "name", "long"]), inner),
    max_leaves=8,
)
FIELDS = st.sampled_from(["name", "summary", "icon", "prompt", "variables", "needs", "settings"])
SETTINGS = st.sampled_from(["instructions", "examples", "temperature", "json_answer", "mode", "more", "schema"])


@given(st.dictionaries(FIELDS, ANY | st.dictionaries(SETTINGS, ANY) | st.lists(st.fixed_dictionaries({"name": ANY}))))
def test_whatever_is_in_a_file_it_is_a_starter_or_a_sentence(values: dict[str, Any]) -> None:
    with suppress(AppError):
        starter = read_starter(document(**values), name="f")
        written = write_starter(starter)
        assert read_starter(written, name="f") == starter


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_sentence(data: bytes) -> None:
    with pytest.raises(AppError):
        read_starter(data, name="f")
