"""Exported files have names that every system takes, and are written whole or not at all."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.domain.errors import AppError, Cause
from parley.exchange.files import file_name, write_file


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sorting a list", "Sorting a list.md"),
        ("What is 1/2 + 1/4?", "What is 1 2 + 1 4.md"),
        ("../../etc/passwd", "etc passwd.md"),
        ("C:\\Windows\\system32", "C Windows system32.md"),
        ("two\nlines\tand tabs", "two lines and tabs.md"),
        ("...", "Conversation.md"),
        ("", "Conversation.md"),
        (".hidden", "hidden.md"),
        ("CON", "_CON.md"),
        ("nul.txt", "_nul.txt.md"),
        ("com1 .log", "_com1 .log.md"),
        ("Console", "Console.md"),
        ("report\u202etxt.exe", "reporttxt.exe.md"),
        ("Grüße 你好 🎉", "Grüße 你好 🎉.md"),
    ],
)
def test_name_of_a_file_from_a_title(title: str, expected: str) -> None:
    assert file_name(title, ".md") == expected


def test_an_untitled_conversation_gets_the_word_of_the_language() -> None:
    assert file_name(" ", ".pdf", untitled="Unterhaltung") == "Unterhaltung.pdf"


@given(st.text(max_size=400))
def test_any_title_makes_a_name_that_every_system_takes(title: str) -> None:
    name = file_name(title, ".html")

    assert name.removesuffix(".html").strip(" .") == name.removesuffix(".html") != ""
    assert not set(name) & set('<>:"/\\|?*')
    assert name.isprintable()
    assert len(name.encode("utf-8")) <= 200


def test_writes_what_it_was_given(tmp_path: Path) -> None:
    write_file(tmp_path / "a.md", b"new")

    assert (tmp_path / "a.md").read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


def test_replaces_an_older_file(tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    target.write_bytes(b"old and longer")

    write_file(target, b"new")

    assert target.read_bytes() == b"new"


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")

    write_file(tmp_path / "link.md", b"new")

    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(AppError) as raised:
        write_file(tmp_path / "gone" / "a.md", b"x")

    assert raised.value.cause is Cause.NOT_WRITABLE
    assert raised.value.failure.facts == {"path": str(tmp_path / "gone" / "a.md")}


def test_a_folder_in_place_of_the_file_is_said_and_nothing_left_behind(tmp_path: Path) -> None:
    (tmp_path / "a.md").mkdir()

    with pytest.raises(AppError) as raised:
        write_file(tmp_path / "a.md", b"x")

    assert raised.value.cause is Cause.NOT_WRITABLE
    assert [file.name for file in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounts a small disk, which needs root")
def test_on_a_full_disk_the_older_file_stays(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False).returncode:
        pytest.skip("no right to mount here")
    try:
        (disk / "a.md").write_bytes(b"old")

        with pytest.raises(AppError) as raised:
            write_file(disk / "a.md", b"x" * 1_000_000)

        assert raised.value.cause is Cause.DISK_FULL
        assert (disk / "a.md").read_bytes() == b"old"
        assert [file.name for file in disk.iterdir()] == ["a.md"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(shutil.which("setpriv") is None or os.geteuid() != 0, reason="becomes another person: needs root")
def test_another_persons_folder_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o755)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_mode & 0o5 != 0o5:
            parent.chmod(parent.stat().st_mode | 0o5)
        if parent == Path("/tmp"):
            break
    program = (  # another person only once everything is imported: this folder may be closed to them
        "import os, sys, pathlib\n"
        "from parley.domain.errors import AppError; from parley.exchange.files import write_file\n"
        "os.setgroups([]); os.setuid(65534)\n"
        "try: write_file(pathlib.Path(sys.argv[1]), b'x')\n"
        "except AppError as error: print(error.cause.value)"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, str(folder / "a.md")],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout.strip() == "not_writable", done.stderr
