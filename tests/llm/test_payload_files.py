"""Files in a request: as the API's own types have them, and as text for a model that only reads."""

from __future__ import annotations

from base64 import b64decode
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openai.types.chat import ChatCompletionMessageParam
from pydantic import TypeAdapter
from tests.chat.parts import SETTINGS, Stage, words

from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.message import Role
from parley.domain.request import CompletionRequest, Prompt, Service
from parley.llm.payload import build_payload

if TYPE_CHECKING:
    from collections.abc import Sequence

CHECK: TypeAdapter[list[ChatCompletionMessageParam]] = TypeAdapter(list[ChatCompletionMessageParam])

FILES = st.builds(
    Attachment,
    st.sampled_from(AttachmentKind),
    st.text(max_size=20),
    st.sampled_from(["image/png", "application/pdf", "text/plain"]),
    st.binary(max_size=40),
    st.just(""),
    st.sampled_from(Detail),
)


def sent(model: str, text: str, files: Sequence[Attachment]) -> Any:
    """The content of the one message of a request."""
    request = CompletionRequest(model, (Prompt(Role.USER, text, tuple(files)),))
    payload = build_payload(request)
    CHECK.validate_python(payload["messages"])
    return payload["messages"][0]["content"]


def image(detail: Detail = Detail.AUTO) -> Attachment:
    return Attachment(AttachmentKind.IMAGE, "a.png", "image/png", b"png", "", detail)


PAPER = Attachment(AttachmentKind.PDF, "p.pdf", "application/pdf", b"%PDF", "")
NOTES = Attachment(AttachmentKind.TEXT, "n.py", "text/plain", b"x = 1", "")


def test_detail_is_sent_only_where_it_was_chosen() -> None:
    assert "detail" not in sent("gpt-4o", "?", [image()])[0]["image_url"]
    assert sent("gpt-4o", "?", [image(Detail.HIGH)])[0]["image_url"]["detail"] == "high"


def test_a_pdf_is_a_file_part_with_its_name() -> None:
    part = sent("gpt-4o", "?", [PAPER])[0]
    assert part["type"] == "file"
    assert part["file"]["filename"] == "p.pdf"
    assert b64decode(part["file"]["file_data"].removeprefix("data:application/pdf;base64,")) == b"%PDF"


@pytest.mark.parametrize("model", ["gpt-4", "gpt-3.5-turbo", "o3-mini"])
def test_a_model_that_reads_only_is_told_what_it_does_not_get(model: str) -> None:
    assert sent(model, "What is it?", [image(), PAPER]) == (
        "(The file a.png belongs here. You cannot see it.)\n\n(The file p.pdf belongs here. You cannot see it.)\n\n"
        "What is it?"
    )
    parts = sent(model, "Why?", [image(), NOTES])
    assert [part["type"] for part in parts] == ["text", "text"]
    assert "x = 1" in parts[0]["text"]


@given(st.sampled_from(["gpt-4o", "gpt-4", "unheard-of"]), st.text(max_size=20), st.lists(FILES, max_size=3))
def test_any_files_make_a_valid_message(model: str, text: str, files: list[Attachment]) -> None:
    sent(model, text, files)


def test_the_practice_model_gets_text_alone_whatever_its_file_is_called() -> None:
    async def act(stage: Stage) -> None:
        local = Service("http://127.0.0.1:9", "practice model", needs_key=False, local=True)
        await stage.engine.send(
            None, text="What is it?", attachments=[image(), NOTES], parent_id=None, settings=SETTINGS, service=local
        )

    stage = Stage(*words("A", "cat")).play(act)
    [prompt] = stage.script.requests[-1].prompts
    assert prompt.attachments == (NOTES,)
    assert "You cannot see it" in prompt.text
