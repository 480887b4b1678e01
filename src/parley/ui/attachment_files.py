"""What the person attached, out of the conversation again: opened with the program they use for it, or saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Signal

from parley.domain.attachment import AttachmentKind
from parley.domain.errors import AppError, Cause, Failure
from parley.exchange.files import file_name, not_written, write_file

from .file_choice import choose_attachment_place

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from parley.domain.attachment import Attachment

    from .links import Links

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/gif": ".gif"}
# What opens in a viewer or an editor. Any other text gets ".txt" as well: a system may run what is called ".bat".
_READ_ONLY_TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".json", ".log", ".tex", ".yaml", ".yml", ".toml"})


class AttachmentFiles(QObject):
    """Writes attachments to files. Those that are only opened go when Parley is closed."""

    failed = Signal(object)  # Failure

    def __init__(
        self,
        window: QWidget,
        links: Links,
        parent: QObject | None = None,
        ask: Callable[[QWidget, str], str] = choose_attachment_place,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._links = links
        self._ask = ask
        self._folder: QTemporaryDir | None = None

    def do(self, attachment: Attachment, verb: str) -> None:
        """`verb` is "open" or "save"."""
        try:
            if verb == "open":
                self._open(attachment)
            else:
                self._save(attachment)
        except AppError as error:
            self.failed.emit(error.failure)

    def _open(self, attachment: Attachment) -> None:
        if self._folder is None or not self._folder.isValid():
            self._folder = QTemporaryDir()
        place = Path(self._folder.path()) / attachment.sha256[:16]
        try:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise not_written(error, place) from error
        path = place / safe_name(attachment, opened=True)
        write_file(path, attachment.data)
        if not self._links.open_file(path):
            self.failed.emit(Failure(Cause.FILE_UNREADABLE, {"path": attachment.name}))

    def _save(self, attachment: Attachment) -> None:
        path = self._ask(self._window, safe_name(attachment))
        if path:
            write_file(Path(path), attachment.data)


def safe_name(attachment: Attachment, *, opened: bool = False) -> str:
    """The file's own name as every system takes it, with the suffix of what it is. `opened`: it will be at once."""
    name = Path(attachment.name)
    if attachment.kind is AttachmentKind.TEXT:
        suffix = name.suffix if not opened or name.suffix.lower() in _READ_ONLY_TEXTS else f"{name.suffix}.txt"
        return file_name(name.stem, suffix or ".txt", untitled="text")
    known = ".pdf" if attachment.kind is AttachmentKind.PDF else _SUFFIXES.get(attachment.mime, ".png")
    same = name.suffix.lower() == known or (known == ".jpg" and name.suffix.lower() == ".jpeg")
    return file_name(name.stem if same else attachment.name, known, untitled="picture")
