"""What is sent to the model, for every way a conversation can stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings, Example, Mode
from parley.domain.message import Message, Role, Status
from parley.domain.request import Prompt, build_request

PICTURE = Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"png", "0" * 64)


def said(text: str, message_id: int = 1) -> Message:
    return Message(message_id, 1, None, Role.USER, text, 0)


def answered(text: str, message_id: int = 2, status: Status = Status.COMPLETE) -> Message:
    return Message(message_id, 1, 1, Role.ASSISTANT, text, 0, status=status)


def test_only_what_was_set_is_sent() -> None:
    request = build_request(ChatSettings(model="gpt-4o"), [said("Hello")])

    assert request.prompts == (Prompt(Role.USER, "Hello"),)
    assert (request.temperature, request.max_tokens, request.json_answer) == (None, None, False)


def test_what_was_set_is_sent() -> None:
    request = build_request(ChatSettings(model="gpt-4o", temperature=0.0, max_tokens=5, json_answer=True), [said("x")])

    assert (request.model, request.temperature, request.max_tokens, request.json_answer) == ("gpt-4o", 0.0, 5, True)


def test_instructions_come_first_then_examples_then_the_conversation() -> None:
    settings = ChatSettings(instructions="Rhyme.", examples=(Example("cat", "hat"), Example("dog", "log")))

    prompts = build_request(settings, [said("sun"), answered("fun"), said("moon", 3)]).prompts

    assert [(prompt.role.value, prompt.text) for prompt in prompts] == [
        ("system", "Rhyme."),
        ("user", "cat"),
        ("assistant", "hat"),
        ("user", "dog"),
        ("assistant", "log"),
        ("user", "sun"),
        ("assistant", "fun"),
        ("user", "moon"),
    ]


def test_blank_instructions_are_no_instructions() -> None:
    assert build_request(ChatSettings(instructions=" \n"), [said("Hi")]).prompts == (Prompt(Role.USER, "Hi"),)


@pytest.mark.parametrize("status", [Status.FAILED, Status.STREAMING, Status.STOPPED, Status.INCOMPLETE])
def test_an_answer_in_which_nothing_arrived_is_left_out(status: Status) -> None:
    prompts = build_request(ChatSettings(), [said("a"), answered("", status=status), said("b", 3)]).prompts

    assert [prompt.text for prompt in prompts] == ["a", "b"]


@pytest.mark.parametrize("status", [Status.STOPPED, Status.INCOMPLETE])
def test_what_arrived_of_an_answer_is_sent(status: Status) -> None:
    prompts = build_request(ChatSettings(), [said("a"), answered("half", status=status), said("b", 3)]).prompts

    assert [prompt.text for prompt in prompts] == ["a", "half", "b"]


def test_a_picture_without_words_is_sent() -> None:
    assert build_request(ChatSettings(), [replace(said(""), attachments=(PICTURE,))]).prompts == (
        Prompt(Role.USER, "", (PICTURE,)),
    )


def test_older_messages_that_the_person_left_out_are_not_sent_but_instructions_are() -> None:
    settings = ChatSettings(instructions="Rhyme.", leave_out_before=3)

    prompts = build_request(settings, [said("a"), answered("b"), said("c", 3)]).prompts

    assert [prompt.text for prompt in prompts] == ["Rhyme.", "c"]


def test_text_completion_sends_the_last_message_and_nothing_else() -> None:
    settings = ChatSettings(
        mode=Mode.COMPLETION, instructions="Rhyme.", examples=(Example("a", "b"),), json_answer=True, temperature=1.5
    )

    request = build_request(settings, [said("a"), answered("b"), said("Once upon", 3)])

    assert request.prompts == (Prompt(Role.USER, "Once upon"),)
    assert (request.mode, request.json_answer, request.temperature) == (Mode.COMPLETION, False, 1.5)
