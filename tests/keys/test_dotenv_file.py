"""The key in a .env file, however it was written, and nothing else of that file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from parley.domain.errors import AppError, Cause
from parley.keys.dotenv_file import read_key

if TYPE_CHECKING:
    from pathlib import Path

KEY = "sk-proj-AbC_123-xyz"
LINE = f"OPENAI_API_KEY={KEY}\n"


@pytest.mark.parametrize(
    "content",
    [
        LINE.encode(),
        f'# my keys\nexport OPENAI_API_KEY="{KEY}"  # do not share\nOTHER=1\n'.encode(),
        f"OPENAI_API_KEY = '{KEY}'\r\n".encode(),
        LINE.encode("utf-8-sig"),
        LINE.encode("utf-16"),
        f"NAME=Jörg\n{LINE}".encode("cp1252"),
        f"this is not a line\n{LINE}".encode(),
        f"OPENAI_API_KEY=old-one\n{LINE}".encode(),
    ],
)
def test_the_key_is_found(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ".env"
    file.write_bytes(content)
    assert read_key(file) == KEY


def cause_of(path: Path) -> Cause:
    with pytest.raises(AppError) as raised:
        read_key(path)
    return raised.value.cause


@pytest.mark.parametrize("content", [b"", b"OPENAI_API_KEY=\n", b"OPENAI_API_KEY\n", b"OTHER=1\n", os.urandom(500)])
def test_a_file_without_the_key(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ".env"
    file.write_bytes(content)
    assert cause_of(file) is Cause.DOTENV_NO_KEY


def test_a_value_that_cannot_be_a_key(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("OPENAI_API_KEY=<your key here>\n")
    assert cause_of(file) is Cause.BAD_KEY_TEXT


def test_other_variables_are_not_read_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "from-the-environment")
    file = tmp_path / ".env"
    file.write_text("OPENAI_API_KEY=sk-${SECRET}-123\n")
    assert read_key(file) == "sk-${SECRET}-123"


def test_the_environment_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text(LINE)
    read_key(file)
    assert "OPENAI_API_KEY" not in os.environ


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert cause_of(tmp_path / "gone") is Cause.DOTENV_UNREADABLE
    assert cause_of(tmp_path) is Cause.DOTENV_UNREADABLE
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert cause_of(pipe) is Cause.DOTENV_UNREADABLE
    huge = tmp_path / "huge"
    huge.write_bytes(b"A=1\n" * 300_000)
    assert cause_of(huge) is Cause.DOTENV_UNREADABLE
