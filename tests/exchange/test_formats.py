"""Every format carries the whole conversation, and none of them carries a key."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from dataclasses import asdict, replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exchange.samples import answer, attachment, conversation, everything, question

from parley.domain.attachment import AttachmentKind
from parley.domain.chat_settings import ChatSettings
from parley.domain.errors import Cause, Failure
from parley.domain.message import Message, Status
from parley.exchange import json_text
from parley.exchange.formats import FORMATS, ExportFormat, find_format
from parley.exchange.ports import Outside

KEY = "sk-proj-Abc123Def456Ghi789Jkl012"


def as_printed(html: str, title: str) -> bytes:
    """Stands in for the PDF printer: the page it would have printed."""
    return f"{title}\n{html}".encode("utf-8", "replace")


OUTSIDE = Outside(print_html=as_printed)
every_format = pytest.mark.parametrize("format_", FORMATS, ids=lambda known: known.key)
# What a person can type. A key would be taken out; nothing this alphabet makes is shaped like one.
typed_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def squeezed(text: str) -> str:
    """`text` with white space and the characters that HTML cannot hold made equal."""
    return " ".join(re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]", "\ufffd", text).split())


def seen_in(format_: ExportFormat, data: bytes) -> str:
    text = data.decode("utf-8")
    if format_.key in ("html", "pdf"):
        return squeezed(unescape(re.sub(r"<[^>]*>", " ", text.partition("<body>")[2])))
    return squeezed(text)


@every_format
def test_shows_title_questions_and_answers(format_: ExportFormat) -> None:
    data = format_.write(conversation(), everything(), OUTSIDE).decode("utf-8")

    for expected in ("Sorting a list", "And backwards?", "Answer briefly.", "sorted", "gpt-4o", "reverse"):
        assert expected in data


def cut(status: Status, *, finish_reason: str = "", cause: Cause | None = None) -> Message:
    """An answer that is not whole."""
    failure = None if cause is None else Failure(cause)
    return replace(answer("Half of", status=status), finish_reason=finish_reason, failure=failure)


ENDINGS = [
    (cut(Status.STOPPED), ["This answer was stopped."]),
    (cut(Status.INCOMPLETE), ["This answer broke off before its end."]),
    (cut(Status.INCOMPLETE, cause=Cause.OVERLOADED), ["This answer broke off before its end.", "said: overloaded"]),
    (cut(Status.INCOMPLETE, cause=Cause.BROKEN_STREAM), ["said: broken_stream"]),
    (cut(Status.INCOMPLETE, cause=Cause.INTERRUPTED), ["said: interrupted"]),
    (cut(Status.COMPLETE, finish_reason="length", cause=Cause.CUT_OFF), ["said: cut_off"]),
    (cut(Status.COMPLETE, finish_reason="length"), ["This answer stopped at the length limit."]),
    (cut(Status.COMPLETE, cause=Cause.CONTENT_FILTER), ["said: content_filter"]),
    (cut(Status.FAILED, cause=Cause.TIMEOUT), ["No answer arrived.", "said: timeout"]),
    (cut(Status.COMPLETE, finish_reason="stop"), []),
]


@pytest.mark.parametrize("key", ["markdown", "html", "pdf", "text"])
@pytest.mark.parametrize(("message", "said"), ENDINGS)
def test_says_how_an_answer_ended(key: str, message: Message, said: list[str]) -> None:
    outside = Outside(print_html=as_printed, say_failure=lambda failure: f"said: {failure.cause}")
    format_ = find_format(key)

    shown = seen_in(format_, format_.write(conversation(), [message], outside)).replace("\\_", "_")

    assert " · ".join([*said, "12 tokens sent"]) in shown
    whole = [note for note in ("This answer", "No answer", "said:") if note in shown]
    assert len(whole) == len(said)


def test_json_says_how_an_answer_ended() -> None:
    messages = [replace(message, id=place) for place, (message, _said) in enumerate(ENDINGS)]

    made = json.loads(find_format("json").write(conversation(), messages, OUTSIDE))["messages"]

    assert [(one["status"], one["finish_reason"]) for one in made] == [(m.status, m.finish_reason) for m in messages]
    assert [one["failure"] and one["failure"]["cause"] for one in made] == [
        m.failure and m.failure.cause for m in messages
    ]


@pytest.mark.parametrize("key", ["markdown", "html", "pdf", "text"])
@given(text=typed_text)
def test_any_text_a_person_typed_is_in_it(key: str, text: str) -> None:
    format_ = find_format(key)

    data = format_.write(conversation(), [question(f"<<{text}>>")], OUTSIDE)

    assert squeezed(f"<<{text}>>") in seen_in(format_, data)


@pytest.mark.parametrize("key", ["markdown", "text"])
@given(text=typed_text)
def test_any_answer_is_in_the_text_formats_as_it_came(key: str, text: str) -> None:
    data = find_format(key).write(conversation(), [answer(text)], OUTSIDE)

    assert squeezed(text) in squeezed(data.decode("utf-8"))


@every_format
@given(title=typed_text, text=typed_text)
def test_no_text_is_too_odd(format_: ExportFormat, title: str, text: str) -> None:
    assert format_.write(conversation(title), [question(text), answer(text)], OUTSIDE)


@every_format
def test_half_a_character_does_not_stop_an_export(format_: ExportFormat) -> None:
    assert format_.write(conversation("\ud800"), [question("\udc00"), answer("\ud83d")], OUTSIDE)


@every_format
def test_an_empty_conversation_can_be_written(format_: ExportFormat) -> None:
    assert format_.write(conversation("", ChatSettings()), [], OUTSIDE)


@every_format
def test_a_time_outside_every_calendar_does_not_stop_an_export(format_: ExportFormat) -> None:
    odd = replace(question("When?"), created_at=2**62)

    assert b"When?" in format_.write(conversation(), [odd], OUTSIDE)


@every_format
def test_holds_no_key(format_: ExportFormat) -> None:
    own = "gateway-secret-0001"
    failure = Failure(Cause.INVALID_KEY, {"service": own}, f"Incorrect API key provided: {KEY}")
    messages = [question(f"my key is {KEY}"), replace(answer(f"{KEY} and {own}"), failure=failure)]
    talk = conversation(f"About {KEY}", ChatSettings(instructions=f"Never say {own}."))

    data = format_.write(talk, messages, replace(OUTSIDE, find_keys=lambda: (own,)))

    assert KEY.encode() not in data
    assert own.encode() not in data
    assert b"my key is" in data


@every_format
def test_words_that_only_look_a_little_like_keys_stay(format_: ExportFormat) -> None:
    said = "basic understanding of sk-learn-style-pipelines and pk_customer_id"

    assert said.encode() in format_.write(conversation(), [question(said)], OUTSIDE)


def test_words_are_translated() -> None:
    german = {"You": "Ich", "{amount} in total": "zusammen {amount}"}
    outside = replace(
        OUTSIDE, translate=lambda text: german.get(text, text), money=lambda micro: f"{micro} Mikrodollar"
    )

    text = find_format("markdown").write(conversation(), [question("Hi")], outside).decode()

    assert "## Ich" in text
    assert "zusammen 12345 Mikrodollar" in text


def test_the_printer_gets_the_title_and_no_rule_it_cannot_follow() -> None:
    data = find_format("pdf").write(conversation(), everything(), OUTSIDE).decode()

    assert data.startswith("Sorting a list\n")
    assert "var(" not in data
    assert "@media" not in data


class TestJson:
    def test_holds_everything(self) -> None:
        document = json.loads(find_format("json").write(conversation(), everything(), OUTSIDE))

        assert (document["format"], document["version"]) == ("parley-conversation", 1)
        settings = document["conversation"]["settings"]
        assert settings == json.loads(json.dumps(asdict(conversation().settings)))
        assert (settings["temperature"], settings["examples"]) == (0.5, [{"question": "2 + 2?", "answer": "4"}])
        answered = document["messages"][3]
        assert answered["role"] == "assistant"
        assert answered["status"] == "incomplete"
        assert answered["failure"] == {
            "cause": "server_error",
            "facts": {"service": "OpenAI"},
            "details": "500 oops",
        }
        assert (answered["parent_id"], answered["position"], answered["siblings"]) == (1, 2, 3)
        assert answered["usage"] == {
            "prompt_tokens": 12,
            "completion_tokens": 34,
            "cached_tokens": 5,
            "reasoning_tokens": 6,
        }
        assert answered["cost"] == 12_345

    def test_every_field_is_documented(self) -> None:
        def fields(value: object) -> set[str]:
            if isinstance(value, dict):
                return set(value).union(*(fields(inner) for inner in value.values()))
            return set().union(*(fields(inner) for inner in value)) if isinstance(value, list) else set()

        document = json.loads(find_format("json").write(conversation(), everything(), OUTSIDE))
        document["messages"][3]["failure"]["facts"] = {}

        assert not [name for name in fields(document) if f"`{name}`" not in (json_text.__doc__ or "")]

    def test_attachments_come_back_byte_by_byte(self) -> None:
        document = json.loads(find_format("json").write(conversation(), everything(), OUTSIDE))

        for stored, original in zip(document["messages"][0]["attachments"], everything()[0].attachments, strict=True):
            assert b64decode(stored["data"]) == original.data
            assert stored["sha256"] == original.sha256

    @given(text=st.text(st.characters(), max_size=60))
    def test_any_text_comes_back_as_it_was(self, text: str) -> None:
        data = find_format("json").write(conversation(text), [question(text), answer(text)])

        document = json.loads(data)
        assert document["conversation"]["title"] == text
        assert [message["text"] for message in document["messages"]] == [text, text]


class TestMarkdown:
    def test_a_fence_left_open_does_not_swallow_the_next_message(self) -> None:
        messages = [answer("```python\nprint(1)"), question("Next", message_id=3)]

        text = find_format("markdown").write(conversation(), messages, OUTSIDE).decode()

        assert text.count("```") == 2
        assert text.index("print(1)\n```") < text.index("## You")

    @pytest.mark.parametrize("whole", ["```\na\n```", "~~~\n```\n~~~", "````\n```\n````", "``` not ` a fence"])
    def test_what_is_whole_stays_as_it_is(self, whole: str) -> None:
        text = find_format("markdown").write(conversation(), [question(whole)], OUTSIDE).decode()

        assert f"\n\n{whole}\n" in text

    def test_an_image_is_in_the_file_after_the_text(self) -> None:
        text = find_format("markdown").write(conversation(), everything(), OUTSIDE).decode()

        assert "![red.png][image-1]" in text
        assert text.rindex("[image-1]: data:image/png;base64,") > text.rindex("reverse")

    def test_a_text_file_with_fences_is_fenced_with_a_longer_one(self) -> None:
        file = attachment(AttachmentKind.TEXT, "a.md", "text/markdown", b"````\ncode\n````")

        text = find_format("markdown").write(conversation(), [question("See", file)], OUTSIDE).decode()

        assert "`````\n````\ncode\n````\n`````" in text
