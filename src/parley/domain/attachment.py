"""Images and files that go with a message."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class AttachmentKind(StrEnum):
    """What an attachment is to a model. The values are stored: never rename one."""

    IMAGE = "image"
    TEXT = "text"
    PDF = "pdf"


class Detail(StrEnum):
    """How closely the model looks at a picture: the API's own names, and nothing for what was not chosen."""

    AUTO = ""
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file with its content. `sha256` is the hex digest of `data`, by which the store keeps it once."""

    kind: AttachmentKind
    name: str
    mime: str
    data: bytes
    sha256: str
    detail: Detail = Detail.AUTO  # of a picture
    pages: int | None = field(default=None, compare=False)  # of a PDF; 0: it does not say, None: nobody has looked
