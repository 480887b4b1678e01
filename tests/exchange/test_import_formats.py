"""The table of import formats, and that no file whatever is a surprise to any of them."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from tests.exchange.arriving import read_text
from tests.exchange.test_import_parley import json_values

from parley.domain.arrival import Arrival, ImportStoppedError, Unread
from parley.domain.errors import AppError, Cause
from parley.exchange.import_formats import IMPORT_FORMATS, IMPORT_SUFFIXES, ImportOutside, recognise
from parley.exchange.import_source import Source

if TYPE_CHECKING:
    from pathlib import Path

SAID = (Cause.IMPORT_UNREADABLE, Cause.IMPORT_NEWER, Cause.IMPORT_TOO_LARGE)
MARKS = ("parley-conversation", "mapping", "format", "version", "conversation", "messages", "title")
in_one_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def take(folder: Path, data: bytes) -> None:
    """Read a file; whatever it is, it says in a sentence what is wrong, or gives conversations."""
    try:
        found = read_text(folder, data)
    except AppError as error:
        found = []
        event(error.failure.cause)
        if error.failure.cause not in SAID:
            raise
    assert all(isinstance(one, Arrival | Unread) for one in found)


objects = st.dictionaries(st.sampled_from(MARKS), json_values | st.sampled_from(MARKS), max_size=6)


@in_one_folder
@given(json_values | objects | st.lists(objects, max_size=3))
def test_any_json(tmp_path: Path, value: object) -> None:
    take(tmp_path, json.dumps(value).encode())
    take(tmp_path, json.dumps([{"mapping": {}}, value]).encode())
    take(tmp_path, json.dumps(["parley-conversation", value]).encode())


@in_one_folder
@given(
    st.sampled_from([b"", b'["parley-conversation",', b'[{"mapping":', b"PK\x03\x04", b"SQLite format 3\0"]),
    st.binary(),
)
def test_any_bytes(tmp_path: Path, beginning: bytes, rest: bytes) -> None:
    take(tmp_path, beginning + rest)


@in_one_folder
@given(st.dictionaries(st.integers(0, 200), st.integers(0, 255), max_size=5))
def test_any_zip_file(tmp_path: Path, changed: dict[int, int]) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("conversations.json", json.dumps([{"title": "x" * 50, "mapping": {}}]))
    data = bytearray(packed.getvalue())
    for place, value in changed.items():
        data[place % len(data)] = value
    take(tmp_path, bytes(data))


def test_every_format_has_words_and_suffixes() -> None:
    assert all(made.label and made.suffixes for made in IMPORT_FORMATS)
    assert len({made.key for made in IMPORT_FORMATS}) == len(IMPORT_FORMATS)
    assert {".json", ".db", ".zip"} == set(IMPORT_SUFFIXES)


def test_an_import_that_nobody_wants_any_more_ends(tmp_path: Path) -> None:
    path = tmp_path / "conversations.json"
    path.write_text(json.dumps([{"mapping": {}}] * 10))
    wanted = iter([True] * 5)
    source = Source(path, given_up=lambda: not next(wanted, False))
    found = recognise(source).read(source, ImportOutside())
    assert isinstance(next(found), Arrival)
    with pytest.raises(ImportStoppedError):
        list(found)
