"""A disk that gets full while Parley runs: what is on the screen stays, and with room again everything goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from parley import paths
from parley.domain.message import Role, Status
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.app.person import Person

    from parley.app.program import Program

FULL = "The disk is full"


@pytest.fixture
def data_dir(tmp_path: Path) -> Iterator[Path]:
    """On a disk of its own that holds two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not sys.platform.startswith("linux") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield disk / "data"
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


def fill(data_dir: Path) -> Path:
    """Leave not a byte free. Returns the file that takes the room."""
    hog = data_dir.parent / "hog"
    with hog.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(data_dir).free)
    return hog


def said(program: Program) -> str:
    notice = program.parts.window.failure
    return "" if notice.isHidden() else notice.text()


def fill_while_an_answer_is_written(person: Person, data_dir: Path) -> Path:
    """As `fill`, in the middle of an answer, until it is said."""
    person.use("slow")
    parts = person.program.parts
    with person.waits_for(parts.session.textAdded):
        parts.window.composer.sendRequested.emit("Count", [])
    hog = fill(data_dir)
    person.wait(lambda: said(person.program).startswith(FULL))
    return hog


def is_sound(data_dir: Path) -> bool:
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    try:
        return reader.rows("PRAGMA integrity_check") == [("ok",)]
    finally:
        reader.close()


LONG = "Many words that need some room on the disk.\n" * 2_000


def test_what_cannot_be_saved_is_not_sent_and_stays_where_it_was_written(person: Person, data_dir: Path) -> None:
    person.use("good")
    person.say("Before")
    hog = fill(data_dir)
    window = person.program.parts.window
    window.composer.set_text(LONG)
    window.composer.sendRequested.emit(LONG, [])
    person.wait(lambda: said(person.program).startswith(FULL))
    assert window.composer.text() == LONG
    assert len(person.texts()) == 2
    hog.unlink()
    answer = person.say(LONG)
    assert answer.status is Status.COMPLETE
    assert window.composer.text() == ""
    person.restart()
    assert [text for role, text in person.texts() if role is Role.USER] == ["Before", LONG]


def test_an_answer_goes_on_on_the_screen_when_the_disk_is_full(person: Person, data_dir: Path) -> None:
    hog = fill_while_an_answer_is_written(person, data_dir)
    parts = person.program.parts
    with person.waits_for(parts.session.textAdded):
        pass  # it is still being written
    stopped = person.wait_for_answer(parts.window.composer.stopRequested.emit)
    assert stopped.status is Status.STOPPED
    assert "word1 " in stopped.text
    hog.unlink()  # it is saved by itself now, or at the latest when Parley is closed
    person.restart()
    question, answer = person.program.parts.session.messages
    assert (question.text, answer) == ("Count", stopped)


def test_a_start_on_a_full_disk_shows_everything(person: Person, data_dir: Path) -> None:
    person.use("good")
    person.say("Before")
    before = person.texts()
    hog = fill(data_dir)
    person.restart()
    assert person.texts() == before
    hog.unlink()
    person.restart()
    assert person.texts() == before
    assert is_sound(data_dir)


def test_with_room_again_the_answer_is_saved_by_itself(person: Person, data_dir: Path) -> None:
    hog = fill_while_an_answer_is_written(person, data_dir)
    parts = person.program.parts
    stopped = person.wait_for_answer(parts.window.composer.stopRequested.emit)
    reader = Store.open_reader(paths.find_paths(data_dir).database)
    assert reader.message(stopped.id).status is Status.STREAMING
    hog.unlink()
    person.wait(lambda: reader.message(stopped.id) == stopped)
    reader.close()
