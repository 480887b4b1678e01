"""Conversations to write and files to read, for the tests of the imports."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from parley.domain.answer_schema import AnswerSchema
from parley.domain.arrival import Arrival, Unread
from parley.domain.attachment import Attachment, AttachmentKind, Detail
from parley.domain.chat_settings import ChatSettings, Example, Mode, MoreSettings, Summary
from parley.domain.errors import Cause, Failure
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.money import Usage
from parley.exchange.import_formats import ImportOutside, recognise
from parley.exchange.import_source import Source

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = 1_500_000_000_000, 1_750_000_000_000  # milliseconds: times a conversation can have
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.text("abc äß雪-.", max_size=20).map(lambda name: " ".join(name.split()))
moments = st.integers(FIRST, LAST)
counts = st.integers(0, 2**40)
usages = st.builds(Usage, counts, counts, counts, counts)
failures = st.builds(Failure, st.sampled_from(Cause), st.dictionaries(st.sampled_from(["path", "model"]), names), texts)


@st.composite
def attachments(draw: st.DrawFn) -> Attachment:
    data = draw(st.binary(max_size=30))
    kind, detail = draw(st.sampled_from(AttachmentKind)), draw(st.sampled_from(Detail))
    return Attachment(kind, draw(names), "text/plain", data, sha256(data).hexdigest(), detail)


@st.composite
def settings_for(draw: st.DrawFn, most: int) -> ChatSettings:
    ids = st.integers(1, most)
    return ChatSettings(
        model=draw(names),
        instructions=draw(texts),
        examples=tuple(draw(st.lists(st.builds(Example, texts, texts), max_size=2))),
        temperature=draw(st.none() | st.floats(0, 2)),
        max_tokens=draw(st.none() | st.integers(1, 200_000)),
        json_answer=draw(st.booleans()),
        mode=draw(st.sampled_from(Mode)),
        leave_out_before=draw(st.none() | ids),
        summary=draw(st.none() | st.builds(Summary, texts.filter(bool), ids, names, counts)),
        schema=draw(st.builds(AnswerSchema, st.booleans(), names, texts, st.booleans())),
        more=MoreSettings(top_p=draw(st.none() | st.floats(0, 1)), seed=draw(st.none() | st.integers(0, 2**53 - 1))),
    )


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    """A conversation with versions, as the store would hand it over."""
    number = draw(st.integers(0, 8))
    messages: list[Message] = []
    for ident in range(1, number + 1):
        parent = draw(st.none() | st.integers(1, ident - 1)) if ident > 1 else None
        messages.append(
            Message(
                id=ident,
                conversation_id=0,
                parent_id=parent,
                role=draw(st.sampled_from(Role)),
                text=draw(texts),
                created_at=draw(moments),
                status=draw(st.sampled_from([status for status in Status if status is not Status.STREAMING])),
                model=draw(names),
                usage=draw(st.none() | usages),
                cost=draw(st.none() | counts),
                finish_reason=draw(names),
                failure=draw(st.none() | failures),
                attachments=tuple(draw(st.lists(attachments(), max_size=2))),
                fits_schema=draw(st.booleans()),
            )
        )
    conversation = Conversation(
        id=0,
        title=draw(names),
        created_at=draw(moments),
        updated_at=draw(moments),
        settings=draw(settings_for(max(1, number))),
        title_is_mine=draw(st.booleans()),
        pinned=draw(st.booleans()),
        trashed_at=draw(st.none() | moments),
        cost=draw(counts),
    )
    return Arrival(conversation, tuple(messages), draw(st.integers(1, number)) if number else None)


def path_to(arrival: Arrival) -> list[Message]:
    """The branch that is shown."""
    by_id = {message.id: message for message in arrival.messages}
    path: list[Message] = []
    at = arrival.shown
    while at is not None:
        path.insert(0, by_id[at])
        at = by_id[at].parent_id
    return path


def read_file(path: Path, outside: ImportOutside | None = None) -> list[Arrival | Unread]:
    source = Source(path)
    return list(recognise(source).read(source, outside or ImportOutside()))


def read_text(folder: Path, text: str | bytes, name: str = "file.json") -> list[Arrival | Unread]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    return read_file(path)


def read_value(folder: Path, value: object) -> list[Arrival | Unread]:
    return read_text(folder, json.dumps(value))
