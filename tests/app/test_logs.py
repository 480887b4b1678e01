"""The log: small, rotating, private, without keys and, unless the person wants them, without message texts."""

from __future__ import annotations

import faulthandler
import logging
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.app.person import KEY, Person

from parley.app.logs import KEPT, SIZE, Logs
from parley.domain.known_keys import KnownKeys
from parley.domain.settings import LOG_MESSAGE_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

SRC = Path(__file__).parents[2] / "src"
GATEWAY_KEY = "gate/4711-Wolpertinger"
TEXT = "A xylophone in the cellar"


@pytest.fixture
def keys() -> KnownKeys:
    return KnownKeys()


@pytest.fixture
def logs(tmp_path: Path, keys: KnownKeys) -> Iterator[Path]:
    logs = Logs(tmp_path / "logs", keys)
    yield tmp_path / "logs"
    logs.close()


@pytest.fixture
def person(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Person:
    return Person(qtbot, open_program, fault_server)


def test_it_stays_small(logs: Path) -> None:
    log = logging.getLogger("parley.test")
    for _ in range(2 * (KEPT + 1)):
        log.info("x" * (SIZE - 100))
    files = sorted(logs.glob("parley.log*"))
    assert len(files) == KEPT + 1
    assert all(file.stat().st_size <= SIZE for file in files)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")
def test_only_its_owner_may_read_it(logs: Path) -> None:
    log = logging.getLogger("parley.test")
    for _ in range(3):
        log.info("x" * (SIZE - 100))
    assert stat.S_IMODE(logs.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in logs.iterdir()} == {0o600}


def test_what_faulthandler_writes_does_not_grow_for_ever(tmp_path: Path, keys: KnownKeys) -> None:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "fault.log").write_bytes(b"x" * (SIZE + 1))
    logs = Logs(folder, keys)
    assert faulthandler.is_enabled()
    assert (folder / "fault.log").stat().st_size == 0
    logs.close()


def test_a_native_crash_leaves_its_stack_in_a_file(tmp_path: Path) -> None:
    code = (
        "import faulthandler, pathlib; from parley.app.logs import Logs;"
        "from parley.domain.known_keys import KnownKeys;"
        f"logs = Logs(pathlib.Path({str(tmp_path)!r}), KnownKeys()); faulthandler._sigsegv()"
    )
    done = subprocess.run([sys.executable, "-c", code], env={"PYTHONPATH": str(SRC)}, check=False, capture_output=True)
    assert done.returncode != 0
    assert "Fatal Python error: Segmentation fault" in (tmp_path / "fault.log").read_text("utf-8")


@pytest.mark.logs
def test_keys_are_taken_out_of_words_arguments_and_tracebacks(logs: Path, keys: KnownKeys) -> None:
    keys.add(GATEWAY_KEY)
    log = logging.getLogger("parley.test")
    log.info("a key %s in the words", GATEWAY_KEY)
    log.info("one that nobody knew: %s", KEY)
    try:
        int(GATEWAY_KEY)
    except ValueError:
        log.exception("and in a traceback")
    logging.getLogger("somebody.else").warning("also in other people's words: %s", GATEWAY_KEY)
    written = (logs / "parley.log").read_text("utf-8")
    assert written.count("[key removed]") == 4
    assert GATEWAY_KEY not in written
    assert KEY not in written


def test_a_library_that_tells_everything_is_not_listened_to(logs: Path) -> None:
    """OPENAI_LOG=debug makes the SDK write every request, with the messages in it."""
    log = logging.getLogger("openai")
    before = log.level
    log.setLevel(logging.DEBUG)
    log.debug("Request options: %s", {"json_data": {"messages": TEXT}})
    log.info("HTTP Request: POST")
    log.setLevel(before)
    logging.getLogger("parley.test").info("ours")
    written = (logs / "parley.log").read_text("utf-8")
    assert "ours" in written
    assert TEXT not in written
    assert "HTTP Request" not in written


def log_of(data_dir: Path) -> str:
    return (data_dir / "logs" / "parley.log").read_text("utf-8")


def test_a_conversation_leaves_times_and_sizes_and_no_word_of_it(
    person: Person, data_dir: Path, fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_LOG", "debug")
    person.use("good")
    answer = person.say(TEXT)
    written = log_of(data_dir)
    assert f"turn {answer.id} is complete after" in written
    assert f"{len(TEXT)} characters" in written
    for private in (TEXT, "xylophone", answer.text, "fox", KEY):
        assert private not in written


def test_who_looks_for_a_fault_can_have_the_words_written_down(person: Person, data_dir: Path) -> None:
    person.use("good")
    person.program._preferences.set(LOG_MESSAGE_TEXT, True)
    person.say(f"{TEXT}, and by mistake {KEY}")
    written = log_of(data_dir)
    assert TEXT in written
    assert "fox" in written
    assert KEY not in written
    person.say("x" * 50_000)
    assert len(log_of(data_dir)) < 30_000
    person.program._preferences.set(LOG_MESSAGE_TEXT, False)
    person.say("Off again")
    assert "Off again" not in log_of(data_dir)
