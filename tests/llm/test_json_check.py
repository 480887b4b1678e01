"""Answers held against JSON and against a schema; nothing a schema says makes Parley fetch or hang."""

from __future__ import annotations

import json
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.answer_schema import AnswerSchema, NotASchemaError, read_schema
from parley.domain.errors import Cause
from parley.llm.json_check import answer_failure, schema_problem

STEPS = """{"type": "object", "properties": {"steps": {"type": "array", "items": {
  "type": "object", "properties": {"title": {"type": "string"}}, "required": ["title"]}}}}"""


def schema(text: str) -> AnswerSchema:
    return AnswerSchema(used=True, text=text)


def test_the_place_of_a_difference_is_named() -> None:
    failure = answer_failure('{"steps": [{"title": "a"}, {"title": 5}]}', schema(STEPS))
    assert failure is not None
    assert failure.cause is Cause.SCHEMA_MISMATCH
    assert failure.facts["place"] == "steps[1].title"
    assert failure.details == "5 is not of type 'string'"


@pytest.mark.parametrize("text", ["", "{", "Here it is: {}", "```json\n{}\n```", "[" * 100_000])
def test_what_a_program_cannot_read_is_no_json(text: str) -> None:
    failure = answer_failure(text, None)
    assert failure is not None
    assert failure.cause is Cause.NOT_JSON


@pytest.mark.parametrize(
    "text",
    [
        '{"$ref": "https://example.invalid/schema.json"}',
        '{"$ref": "file:///etc/passwd"}',
        '{"$ref": "#/$defs/nowhere"}',
        '{"$ref": "#"}',
        '{"type": "no such type"}',
        '{"pattern": "("}',
        "no JSON",
        "[]",
    ],
)
def test_a_schema_that_cannot_be_used_says_nothing_against_an_answer(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "create_connection", _never)
    monkeypatch.setattr("urllib.request.urlopen", _never)
    assert answer_failure('{"a": 1}', schema(text)) is None


def _never(*_args: object, **_more: object) -> None:
    raise AssertionError("a schema made Parley look elsewhere")


def test_a_fault_in_a_schema_is_found_with_its_place() -> None:
    assert schema_problem({"properties": {"age": {"type": "nummer"}}}).startswith("properties.age.type: 'nummer'")
    assert schema_problem({"type": "object"}) == ""


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [('{"a": 1,}', 1, 9), ('{\n  "a" 1\n}', 2, 7), ("", 1, 1), ("NaN", 1, 1), ("[1]", 0, 0), ('"x"', 0, 0)],
)
def test_a_text_that_is_no_schema_says_where(text: str, line: int, column: int) -> None:
    with pytest.raises(NotASchemaError) as caught:
        read_schema(text)
    assert (caught.value.line, caught.value.column) == (line, column)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["type", "properties", "items", "required", "enum", "$ref", "not", "anyOf", "a"]), inner,
        max_size=4,
    ),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["type", "properties", "items", "required", "$ref", "not"]), JSON), JSON)
def test_no_schema_and_no_answer_breaks_the_check(rules: dict[str, object], answer: object) -> None:

    schema_problem(rules)
    failure = answer_failure(json.dumps(answer), schema(json.dumps(rules)))
    assert failure is None or failure.cause is Cause.SCHEMA_MISMATCH


@pytest.mark.parametrize(
    ("name", "sent"), [("", "answer"), ("My recipe", "My_recipe"), ("  ¿?  ", "answer"), ("x" * 99, "x" * 64)]
)
def test_the_name_is_sent_in_letters_the_api_takes(name: str, sent: str) -> None:
    assert AnswerSchema(name=name).sent_name == sent
