"""What is still sent of a long conversation: the newer messages, and what the model wrote of the older ones."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from parley.domain.chat_settings import ChatSettings, Summary
from parley.domain.chat_settings_json import from_plain, to_plain
from parley.domain.left_out import SUMMARY_REQUEST, first_sent, halfway, summary_of
from parley.domain.message import Message, Role
from parley.domain.request import build_request

TALK = [
    Message(number, 1, number - 1 or None, Role.USER if number % 2 else Role.ASSISTANT, f"message {number}", 0)
    for number in range(1, 7)
]
LEFT_OUT = ChatSettings(leave_out_before=5)
SUMMARISED = replace(LEFT_OUT, summary=Summary("They spoke of cats.", up_to=4))


def sent(settings: ChatSettings, history: list[Message]) -> list[tuple[Role, str]]:
    return [(prompt.role, prompt.text) for prompt in build_request(settings, history).prompts]


def test_everything_is_sent_at_first() -> None:
    assert first_sent(ChatSettings(), TALK) == 0


def test_what_is_left_out_is_not_sent() -> None:
    assert first_sent(LEFT_OUT, TALK) == 4
    assert sent(LEFT_OUT, TALK) == [(Role.USER, "message 5"), (Role.ASSISTANT, "message 6")]


def test_a_summary_goes_in_its_place_as_the_model_s_own_answer() -> None:
    assert sent(SUMMARISED, TALK) == [
        (Role.USER, SUMMARY_REQUEST),
        (Role.ASSISTANT, "They spoke of cats."),
        (Role.USER, "message 5"),
        (Role.ASSISTANT, "message 6"),
    ]


def test_the_summary_counts_where_the_next_question_was_edited() -> None:
    edited = [*TALK[:4], Message(9, 1, 4, Role.USER, "another", 0)]
    assert sent(SUMMARISED, edited)[2:] == [(Role.USER, "another")]


def test_on_a_branch_the_summary_does_not_tell_of_everything_is_sent() -> None:
    other = [*TALK[:2], Message(9, 1, 2, Role.USER, "another", 0)]
    assert summary_of(SUMMARISED, other) is None
    assert [text for _, text in sent(SUMMARISED, other)] == ["message 1", "message 2", "another"]


def test_taking_it_back_sends_everything_again_and_keeps_what_was_paid_for() -> None:
    undone = replace(SUMMARISED, leave_out_before=None, summary=Summary("", 4, cost=120))
    assert len(sent(undone, TALK)) == len(TALK)
    assert from_plain(to_plain(undone)) == undone
    assert sent(replace(undone, leave_out_before=5), TALK) == sent(LEFT_OUT, TALK)


def test_the_cut_is_at_a_question_and_leaves_about_half() -> None:
    assert halfway(TALK, [10] * 6) == 4
    assert halfway(TALK, [100, 100, 1, 1, 1, 1]) == 2
    assert halfway(TALK, [1, 1, 1, 1, 1, 100]) == 4
    assert halfway(TALK[:2], [5, 5]) == 0


@given(st.lists(st.tuples(st.sampled_from([Role.USER, Role.ASSISTANT]), st.integers(0, 1000)), max_size=20))
def test_the_cut_never_takes_everything(found: list[tuple[Role, int]]) -> None:
    messages = [Message(number + 1, 1, None, role, "", 0) for number, (role, _) in enumerate(found)]
    cut = halfway(messages, [size for _, size in found])
    assert cut == 0 or (0 < cut < len(messages) and messages[cut].role is Role.USER)


def test_a_summary_survives_being_stored() -> None:
    settings = replace(SUMMARISED, summary=Summary("They spoke of cats.", 4, "gpt-4o", 120))
    assert from_plain(to_plain(settings)) == settings
    assert from_plain({"summary": {"text": "", "up_to": 4}}).summary is None
    assert from_plain({"summary": {"text": "x", "up_to": "4"}}).summary is None
