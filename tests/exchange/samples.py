"""One conversation with something of everything, for the tests of all formats."""

from __future__ import annotations

from hashlib import sha256

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.chat_settings import ChatSettings, Example
from parley.domain.errors import Cause, Failure
from parley.domain.message import Conversation, Message, Role, Status
from parley.domain.money import Usage

# A real image: one red pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0000003010100c9fe92ef"
    "0000000049454e44ae426082"
)
MOMENT = 1_790_000_000_000


def attachment(kind: AttachmentKind, name: str, mime: str, data: bytes) -> Attachment:
    return Attachment(kind, name, mime, data, sha256(data).hexdigest())


def conversation(title: str = "Sorting a list", settings: ChatSettings | None = None) -> Conversation:
    return Conversation(
        id=7,
        title=title,
        created_at=MOMENT,
        updated_at=MOMENT + 60_000,
        settings=settings
        or ChatSettings(
            model="gpt-4o",
            instructions="Answer briefly.",
            examples=(Example("2 + 2?", "4"),),
            temperature=0.5,
            max_tokens=800,
        ),
        title_is_mine=True,
        pinned=True,
        cost=12_345,
    )


def question(text: str, *attachments: Attachment, message_id: int = 1) -> Message:
    return Message(message_id, 7, None, Role.USER, text, MOMENT, attachments=attachments)


def answer(text: str, *, message_id: int = 2, status: Status = Status.COMPLETE) -> Message:
    failure = Failure(Cause.SERVER_ERROR, {"service": "OpenAI"}, "500 oops") if status is Status.INCOMPLETE else None
    return Message(
        message_id,
        7,
        1,
        Role.ASSISTANT,
        text,
        MOMENT + 1_000,
        status=status,
        model="gpt-4o",
        usage=Usage(12, 34, 5, 6),
        cost=12_345,
        finish_reason="stop",
        failure=failure,
        position=2,
        siblings=3,
    )


def everything() -> list[Message]:
    picture = attachment(AttachmentKind.IMAGE, "red.png", "image/png", PNG)
    file = attachment(AttachmentKind.TEXT, "notes.txt", "text/plain", "naïve ``` text".encode())
    return [
        question("How do I sort <this> list?", picture, file),
        answer("Use `sorted`:\n\n```python\nprint(sorted([3, 1, 2]))\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        question("And backwards?", message_id=3),
        answer("Pass **reverse", message_id=4, status=Status.INCOMPLETE),
    ]
