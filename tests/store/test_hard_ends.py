"""Killed, disk full, disk failing, folder not writable: nothing acknowledged is lost, and each ends in a sentence."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.store.kill_loop import ENVIRONMENT, Said, child, kill_once, lost
from tests.store.talk import ask, chat, texts

from parley.domain.errors import AppError, Cause
from parley.domain.message import Status
from parley.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KILLS = 12  # in the suite; kill_loop.py runs as many as one likes
NOBODY = 65534

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own tools")
needs_root = pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only root can mount or be another")


def test_a_killed_program_loses_nothing_it_said_was_safe(database: Path) -> None:
    rnd = random.Random(4)  # noqa: S311 - nothing secret
    for _ in range(KILLS):
        said = kill_once(database, rnd.randrange(1, 120))
        assert said.questions
        assert lost(database, said) == []


def test_a_killed_program_leaves_no_lock(database: Path, backups: Path) -> None:
    kill_once(database, 20)
    store = Store.open(database, backups)
    chat(store, "Goes on", "Yes")
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False).returncode:
        pytest.skip("nothing can be mounted here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@linux_only
@needs_root
def test_a_full_disk_keeps_what_was_written_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    database, backups = small_disk / "data" / "parley.db", small_disk / "data" / "backups"
    store = Store.open(database, backups)
    conversation = chat(store, "First", "1")
    hog = small_disk / "hog"
    with hog.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(small_disk).free)
    with pytest.raises(AppError) as caught:
        write_until_full(store, conversation.id)
    assert caught.value.cause is Cause.DISK_FULL
    assert caught.value.failure.facts["path"] == str(database)
    with pytest.raises(AppError) as caught:
        store.back_up()
    assert caught.value.cause is Cause.DISK_FULL
    assert store.search("first", 5)

    hog.unlink()
    new = chat(store, "Room again", "Yes")
    store.close()
    store = Store.open(database, backups)
    assert store.recovery is None
    assert texts(store, new.id) == ["Room again", "Yes"]
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    store.close()


def write_until_full(store: Store, conversation_id: int) -> None:
    for _ in range(100):
        ask(store, conversation_id, "More " * 500, "and more")


FAULTS = [
    ("pwrite64:error=ENOSPC:when=40+", Cause.DISK_FULL),
    ("pwrite64:error=ENOSPC:when=90..130", Cause.DISK_FULL),
    ("fdatasync:error=EIO:when=3+", Cause.NOT_WRITABLE),
    ("fdatasync:error=EIO:when=12..20", Cause.NOT_WRITABLE),
    ("pwrite64:error=EIO:when=60+3", Cause.NOT_WRITABLE),
]


@linux_only
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize(("fault", "cause"), FAULTS)
def test_a_disk_that_fails_ends_in_a_sentence(database: Path, backups: Path, fault: str, cause: Cause) -> None:
    store = Store.open(database, backups)
    kept = chat(store, "Before", "Yes")
    store.close()
    process = child(database, 4, "strace", "-f", "-qq", "-o", os.devnull, "-e", f"inject={fault}")
    out, errors = process.communicate(timeout=100)
    said = Said()
    for line in out.splitlines():
        said.take(line)
    if "PTRACE" in errors or "ptrace" in errors:
        pytest.skip("nothing can be traced here")
    assert "Traceback" not in errors
    assert said.errors
    assert set(said.errors) == {cause.value}
    assert lost(database, said) == []
    store = Store.open(database, backups)
    assert texts(store, kept.id) == ["Before", "Yes"]
    store.close()


AS_NOBODY = """
import os, sys
from pathlib import Path
from parley.domain.errors import AppError
from parley.store.store import Store
os.setgroups([]); os.setgid({nobody}); os.setuid({nobody})
try:
    Store.open(Path(sys.argv[1]), Path(sys.argv[2]))
except AppError as error:
    print(error.cause)
"""


@linux_only
@needs_root
def test_a_folder_of_someone_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    for name, mode in (("closed", 0o700), ("open", 0o755), ("none", 0o755)):
        database = tmp_path / name / "parley.db"
        if name == "none":
            database.parent.mkdir()
        else:
            store = Store.open(database, tmp_path / name / "backups")
            chat(store, "Mine", "Yes")
            store.close()
            database.chmod(0o644 if name == "open" else 0o600)
        database.parent.chmod(mode)
        before = {path: path.read_bytes() for path in database.parent.iterdir()}
        program = AS_NOBODY.format(nobody=NOBODY)
        command = [sys.executable, "-c", program, str(database), str(database.parent / "backups")]
        done = subprocess.run(command, check=False, capture_output=True, text=True, env=ENVIRONMENT)
        assert done.stdout.strip() == "not_writable", (name, done.stdout, done.stderr)
        assert {path: path.read_bytes() for path in database.parent.iterdir()} == before


def test_a_second_program_that_writes_is_waited_for(store: Store, database: Path, backups: Path) -> None:
    other = Store.open(database, backups)
    a, b = chat(store, "One", "1"), chat(other, "Two", "2")
    assert (texts(other, a.id), texts(store, b.id)) == (["One", "1"], ["Two", "2"])
    other.close()


def test_a_clock_that_goes_back_ten_years_changes_nothing_that_is_there(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    conversation = chat(store, "One", "1")
    past = store.now() - 10 * 365 * 86_400_000
    monkeypatch.setattr(store, "now", lambda: past)
    last = store.messages(conversation.id)[-1]
    ask(store, conversation.id, "Two", "2", parent=last.id)
    assert texts(store, conversation.id) == ["One", "1", "Two", "2"]
    assert all(message.status is Status.COMPLETE for message in store.messages(conversation.id))
