"""Images and files that go with a message."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class AttachmentKind(StrEnum):
    IMAGE = "image"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Attachment:
    """One attached file with its content. `sha256` is the hex digest of `data`, by which the store keeps it once."""

    kind: AttachmentKind
    name: str
    mime: str
    data: bytes
    sha256: str
