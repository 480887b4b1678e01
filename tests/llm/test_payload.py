"""Every request fits the SDK's own types, and holds nothing that was not set."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openai.types import completion_create_params
from openai.types.chat import completion_create_params as chat_create_params
from pydantic import TypeAdapter, ValidationError
from tests.support.asking import ask

from parley.domain.answer_schema import AnswerSchema
from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ANSWERS_RANGE, EFFORTS, SEED_RANGE, VERBOSITIES, Mode, MoreSettings
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt
from parley.llm.learned import Learned
from parley.llm.payload import MORE, build_payload, flat_text, is_completion
from parley.llm.rules import UNKNOWN, rules_for

if TYPE_CHECKING:
    from tests.support.fixtures import FaultServer

CHAT = TypeAdapter(chat_create_params.CompletionCreateParamsStreaming)
COMPLETION = TypeAdapter(completion_create_params.CompletionCreateParamsStreaming)

MODELS = [
    "gpt-4o", "gpt-3.5-turbo-0125", "gpt-4", "gpt-4-vision-preview", "gpt-3.5-turbo-instruct", "davinci-002",
    "o1-mini", "o3", "gpt-5", "gpt-5-chat-latest", "gpt-6-sol", "ft:gpt-4o-mini:me:x:1", "llama-3.2", "",
]  # fmt: skip
TEXTS = st.text(st.characters())  # half characters (surrogates) among them
ATTACHMENTS = st.builds(
    Attachment,
    st.sampled_from(AttachmentKind),
    TEXTS,
    st.sampled_from(["image/png", "text/plain"]),
    st.binary(max_size=30),
    st.just(""),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
SCHEMAS = st.builds(
    AnswerSchema,
    st.just(True),
    TEXTS,
    st.dictionaries(TEXTS, JSON, max_size=3).map(json.dumps),
    st.booleans(),
)
MORE_SETTINGS = st.builds(
    MoreSettings,
    st.none() | st.floats(0, 1),
    st.none() | st.floats(-2, 2),
    st.none() | st.floats(-2, 2),
    st.lists(TEXTS.filter(bool), max_size=4).map(tuple),
    st.none() | st.integers(*SEED_RANGE),
    st.sampled_from(["", *EFFORTS]),
    st.sampled_from(["", *VERBOSITIES]),
    st.none() | st.integers(*ANSWERS_RANGE),
)
PROMPTS = st.builds(Prompt, st.sampled_from(Role), TEXTS, st.lists(ATTACHMENTS, max_size=2).map(tuple))
REQUESTS = st.builds(
    CompletionRequest,
    st.sampled_from(MODELS),
    st.lists(PROMPTS, min_size=1, max_size=4).map(tuple),
    st.sampled_from(Mode),
    st.none() | st.floats(0, 2),
    st.none() | st.integers(1, 200_000),
    st.booleans(),
    st.none() | SCHEMAS,
    MORE_SETTINGS,
)
SETTINGS = {"temperature", "max_tokens", "max_completion_tokens", "response_format", *MORE}


@settings(deadline=None)
@given(REQUESTS)
def test_every_request_is_one_the_sdk_knows(request: CompletionRequest) -> None:
    payload = Learned("").payload(request)
    adapter = COMPLETION if is_completion(request) else CHAT
    assert json.loads(json.dumps(payload)).keys() == payload.keys()
    sent = json.dumps(payload, ensure_ascii=False).encode()
    read_through(adapter.validate_json(sent, extra="forbid"), payload)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(REQUESTS)
def test_what_arrives_is_what_was_built(fault_server: FaultServer, request: CompletionRequest) -> None:
    fault_server.forget("arrived")
    assert ask(fault_server.service("good", "arrived"), request).failure is None
    record, *later = fault_server.records("arrived")
    assert len(later) < (request.more.answers or 1), "this service gives one answer at a time"
    assert record["path"] == ("/v1/completions" if is_completion(request) else "/v1/chat/completions")
    assert record["body"] == json.loads(json.dumps(Learned("").payload(request)))


def test_the_check_itself_finds_a_wrong_request() -> None:
    wrong = {"model": "x", "messages": [{"role": "user", "content": [{"type": "picture"}]}], "stream": True}
    with pytest.raises(ValidationError):
        read_through(CHAT.validate_python(wrong), wrong)


def read_through(validated: object, sent: object) -> None:
    """Pydantic checks what is declared as an Iterable only when it is read; of a text it may think that it is one."""
    if isinstance(validated, dict) and isinstance(sent, dict):
        assert validated.keys() == sent.keys()
        for name, value in validated.items():
            read_through(value, sent[name])
    elif isinstance(validated, Iterable) and isinstance(sent, Iterable) and not isinstance(sent, str):
        for item, original in zip(validated, sent, strict=True):
            read_through(item, original)


@settings(deadline=None)
@given(REQUESTS)
def test_nothing_is_sent_that_was_not_set(request: CompletionRequest) -> None:
    sent = build_payload(request).keys() & SETTINGS
    allowed = set()
    if request.temperature is not None:
        allowed.add("temperature")
    if request.max_tokens is not None:
        allowed.add(rules_for(request.model).token_limit_parameter)
    if request.json_answer:
        allowed.add("response_format")
    more = asdict(request.more)
    more["n"] = more.pop("answers")
    allowed |= {name for name, value in more.items() if value not in (None, "", ())}
    assert sent <= allowed
    if rules_for(request.model) is UNKNOWN:
        assert sent == allowed, "what was set is sent, where nothing speaks against it"
    assert build_payload(request).keys() - SETTINGS in ({"model", "messages"}, {"model", "prompt"})


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("gpt-4o", {"temperature": 0.5, "max_tokens": 9, "response_format": {"type": "json_object"}}),
        ("o3", {"max_completion_tokens": 9, "response_format": {"type": "json_object"}}),
        ("o1-mini", {"max_completion_tokens": 9}),
        ("gpt-4", {"temperature": 0.5, "max_tokens": 9}),
        ("davinci-002", {"temperature": 0.5, "max_tokens": 9}),
        ("unheard-of", {"temperature": 0.5, "max_tokens": 9, "response_format": {"type": "json_object"}}),
    ],
)
def test_each_model_gets_what_it_takes(model: str, expected: dict[str, object]) -> None:
    request = CompletionRequest(model, (Prompt(Role.USER, "x"),), Mode.CHAT, 0.5, 9, json_answer=True)
    payload = build_payload(request)
    assert {name: payload[name] for name in payload.keys() & SETTINGS} == expected


def test_zero_is_a_temperature_like_any_other() -> None:
    assert build_payload(CompletionRequest("gpt-4o", (), temperature=0.0))["temperature"] == 0.0


def test_the_tutorials_chat_program_field_by_field() -> None:
    request = CompletionRequest(
        "gpt-3.5-turbo-0125",
        (
            Prompt(Role.SYSTEM, "You are a comedian. Answer in JSON."),
            Prompt(Role.USER, "Tell a joke."),
            Prompt(Role.ASSISTANT, '{"joke": "…"}'),
            Prompt(Role.USER, "Another."),
        ),
        json_answer=True,
    )
    assert build_payload(request) == {
        "model": "gpt-3.5-turbo-0125",
        "messages": [
            {"role": "system", "content": "You are a comedian. Answer in JSON."},
            {"role": "user", "content": "Tell a joke."},
            {"role": "assistant", "content": '{"joke": "…"}'},
            {"role": "user", "content": "Another."},
        ],
        "response_format": {"type": "json_object"},
    }


def test_the_tutorials_completion_program_field_by_field() -> None:
    request = CompletionRequest("gpt-3.5-turbo-instruct", (Prompt(Role.USER, "A tagline"),), Mode.COMPLETION, None, 64)
    assert build_payload(request) == {"model": "gpt-3.5-turbo-instruct", "prompt": "A tagline", "max_tokens": 64}


def test_images_go_as_data_and_files_as_text_with_their_name() -> None:
    image = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"\x89PNG", "")
    notes = Attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", "\ufeffgrün\xa0".encode() + b"\xff", "")
    request = CompletionRequest("gpt-4o", (Prompt(Role.USER, "What is this?", (image, notes)),))
    assert build_payload(request)["messages"] == [
        {
            "role": "user",
            "content": [
                {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw=="}},
                {"type": "text", "text": "File notes.txt:\n\ngrün\xa0�\n\nEnd of file notes.txt."},
                {"type": "text", "text": "What is this?"},
            ],
        }
    ]


def test_a_conversation_becomes_one_text_for_a_model_that_only_continues() -> None:
    prompts = (Prompt(Role.SYSTEM, "Be brief."), Prompt(Role.USER, "Hi"), Prompt(Role.ASSISTANT, "Hello"))
    expected = "Be brief.\n\nUser: Hi\n\nAssistant: Hello\n\nUser: Bye\n\nAssistant:"
    assert flat_text((*prompts, Prompt(Role.USER, "Bye"))) == expected
