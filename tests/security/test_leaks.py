"""The search itself: one that finds nothing must be one that finds what is there."""

from __future__ import annotations

import base64
import gzip
import json
import subprocess
import sys
import zlib
from typing import TYPE_CHECKING
from urllib.parse import quote

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.security.leaks import forms, leaks_in, leaks_in_files, leaks_in_processes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

KEY = "sk-proj-canary+/0123456789abcdefghij=="

PLANTED: dict[str, Callable[[], bytes]] = {
    "plain": KEY.encode,
    "UTF-16": lambda: f"the key is {KEY}.".encode("utf-16"),
    "UTF-16 BE": lambda: f"the key is {KEY}.".encode("utf-16-be"),
    "URL": lambda: quote(f"https://example.org/?key={KEY}", safe="").encode(),
    "URL in small letters": lambda: quote(KEY, safe="").lower().encode(),
    "JSON": lambda: json.dumps({"key": KEY}).replace("/", "\\/").encode(),
    "gzip": lambda: gzip.compress(KEY.encode()),
    "PDF": lambda: b"%PDF-1.4\n1 0 obj<</Length 9>>stream\n" + zlib.compress(KEY.encode()) + b"\nendstream",
}


@pytest.mark.parametrize("way", PLANTED)
def test_a_planted_key_is_found(way: str) -> None:
    assert leaks_in("here", PLANTED[way](), [KEY])


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_a_key_inside_base64_is_found_wherever_it_begins(before: bytes, after: bytes) -> None:
    data = before + KEY.encode() + after
    assert leaks_in("here", base64.b64encode(data), [KEY])
    assert leaks_in("here", base64.urlsafe_b64encode(data), [KEY])
    assert leaks_in("here", base64.b64encode(before + KEY.encode("utf-16-le") + after), [KEY])
    assert leaks_in("here", quote(base64.b64encode(data).decode(), safe="").encode(), [KEY])


@given(st.binary(max_size=2_000))
def test_nothing_is_found_where_nothing_is(data: bytes) -> None:
    if not data.startswith(b"\x1f\x8b"):
        assert leaks_in("here", data, [KEY]) == []


def test_no_form_is_so_short_that_it_finds_itself_by_chance() -> None:
    assert min(len(form) for form in forms(KEY).values()) >= 20


def test_a_key_in_a_file_a_name_and_a_write_ahead_log_is_found(tmp_path: Path) -> None:
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "file").write_bytes(KEY.encode())
    (tmp_path / f"named {quote(KEY, safe='')}").touch()
    database = apsw.Connection(str(tmp_path / "a.db"))
    for statement in ("pragma journal_mode=wal", "create table t (x)"):
        database.execute(statement)
    database.execute("insert into t values (?)", (KEY,))
    found = [leak.where for leak in leaks_in_files([tmp_path], [KEY])]
    database.close()
    assert any(where.endswith("/.hidden/file") for where in found)
    assert any(where.endswith("/a.db-wal") for where in found)
    assert any(where.startswith("the name") for where in found)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
@pytest.mark.parametrize("place", ["cmdline", "environ"])
def test_a_key_of_a_process_is_found(place: str) -> None:
    command = [sys.executable, "-c", "print(input(input()))", KEY if place == "cmdline" else "nothing"]
    environment = {"SECRET": KEY if place == "environ" else "nothing"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"it is up\n")
        process.stdin.flush()
        process.stdout.read(5)
        found = leaks_in_processes([process.pid], [KEY])
        process.communicate(b"\n")
    assert {leak.where.rpartition("/")[2] for leak in found} == {place}
