"""Attachments out of the conversation again: under a name that is safe, with the bytes that were attached."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import Cause
from parley.ui.attachment_files import AttachmentFiles, safe_name
from parley.ui.links import Links

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Opened(Links):
    """Notes what would be opened, and opens nothing."""

    def __init__(self) -> None:
        super().__init__(Path(), Path())
        self.paths: list[Path] = []
        self.works = True

    def open_file(self, path: Path) -> bool:
        self.paths.append(path)
        return self.works


def file(kind: AttachmentKind, name: str, mime: str = "text/plain", data: bytes = b"data") -> Attachment:
    return Attachment(kind, name, mime, data, sha256(data).hexdigest())


@pytest.mark.parametrize(
    ("attachment", "saved", "opened"),
    [
        (file(AttachmentKind.TEXT, "notes.md"), "notes.md", "notes.md"),
        (file(AttachmentKind.TEXT, "run.bat"), "run.bat", "run.bat.txt"),
        (file(AttachmentKind.TEXT, "page.html"), "page.html", "page.html.txt"),
        (file(AttachmentKind.TEXT, "Makefile"), "Makefile.txt", "Makefile.txt"),
        (file(AttachmentKind.TEXT, "../../etc/passwd.txt"), "passwd.txt", "passwd.txt"),
        (file(AttachmentKind.IMAGE, "a.png", "image/png"), "a.png", "a.png"),
        (file(AttachmentKind.IMAGE, "a.jpeg", "image/jpeg"), "a.jpg", "a.jpg"),
        (file(AttachmentKind.IMAGE, "a.exe", "image/png"), "a.exe.png", "a.exe.png"),
        (file(AttachmentKind.PDF, "paper", "application/pdf"), "paper.pdf", "paper.pdf"),
        (file(AttachmentKind.PDF, "", "application/pdf"), "picture.pdf", "picture.pdf"),
    ],
)
def test_names_are_safe_to_save_and_to_open(attachment: Attachment, saved: str, opened: str) -> None:
    assert safe_name(attachment) == saved
    assert safe_name(attachment, opened=True) == opened


def test_opening_writes_a_copy_that_goes_with_the_program(qtbot: QtBot) -> None:
    window, links = QWidget(), Opened()
    qtbot.addWidget(window)
    files = AttachmentFiles(window, links, window)
    files.do(file(AttachmentKind.TEXT, "run.bat"), "open")
    [path] = links.paths
    assert path.read_bytes() == b"data"
    assert path.parent.parent.stat().st_mode & 0o077 == 0
    files._folder = None
    assert not path.exists()


def test_what_nothing_can_open_is_said(qtbot: QtBot) -> None:
    window, links = QWidget(), Opened()
    qtbot.addWidget(window)
    links.works = False
    files = AttachmentFiles(window, links, window)
    with qtbot.waitSignal(files.failed) as failed:
        files.do(file(AttachmentKind.TEXT, "a.txt"), "open")
    assert failed.args[0].cause is Cause.FILE_UNREADABLE


def test_saving_puts_the_bytes_where_the_person_says(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    asked: list[str] = []

    def ask(_window: QWidget, name: str) -> str:
        asked.append(name)
        return str(tmp_path / name)

    AttachmentFiles(window, Opened(), window, ask).do(file(AttachmentKind.TEXT, "run.bat"), "save")
    assert asked == ["run.bat"]
    assert (tmp_path / "run.bat").read_bytes() == b"data"


def test_a_place_that_cannot_be_written_is_said_and_none_chosen_is_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    places = iter([str(tmp_path / "missing" / "a.txt"), ""])
    files = AttachmentFiles(window, Opened(), window, lambda _window, _name: next(places))
    with qtbot.waitSignal(files.failed) as failed:
        files.do(file(AttachmentKind.TEXT, "a.txt"), "save")
    assert failed.args[0].cause is Cause.NOT_WRITABLE
    with qtbot.assertNotEmitted(files.failed):
        files.do(file(AttachmentKind.TEXT, "a.txt"), "save")
