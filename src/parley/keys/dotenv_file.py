"""Takes the key out of a .env file the person chose. Nothing is searched for and nothing in it is carried out."""

from __future__ import annotations

import codecs
import io
import logging
from typing import TYPE_CHECKING

from dotenv import dotenv_values

from parley.domain.errors import AppError, Cause

from .key_text import clean_key

if TYPE_CHECKING:
    from pathlib import Path

NAME = "OPENAI_API_KEY"
_LARGEST = 1_000_000  # bytes; a .env file has a few hundred
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_key(path: Path) -> str:
    """The OPENAI_API_KEY in the file `path`, cleaned.

    Raises AppError: DOTENV_UNREADABLE, DOTENV_NO_KEY, BAD_KEY_TEXT (there is a value, but it cannot be a key).
    """
    text = _decode(_read(path))
    # It would log where it cannot follow a line; this file is not ours to complain about.
    logging.getLogger("dotenv.main").setLevel(logging.ERROR)
    value = dotenv_values(stream=io.StringIO(text), interpolate=False).get(NAME)
    if not value or not value.strip():
        raise AppError(Cause.DOTENV_NO_KEY, path=path.name)
    return clean_key(value)


def _read(path: Path) -> bytes:
    try:
        if not path.is_file():  # a device or a pipe could deliver for ever
            raise AppError(Cause.DOTENV_UNREADABLE, "not a file", path=path.name)
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise AppError(Cause.DOTENV_UNREADABLE, str(error), path=path.name) from error
    if len(data) > _LARGEST:
        raise AppError(Cause.DOTENV_UNREADABLE, f"larger than {_LARGEST} bytes", path=path.name)
    return data


def _decode(data: bytes) -> str:
    """Text as Windows' Notepad, PowerShell and everything else write it. What is unreadable cannot be part of a key."""
    if data.startswith(_UTF16):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")
