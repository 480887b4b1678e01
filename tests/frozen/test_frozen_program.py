"""The program that build/freeze.py made, on a desktop with an empty home. build/smoke.py runs this.

It is used as a person uses it; besides, it may write no unexpected line, leave nothing running, and keep its files to
its own folders.
"""

from __future__ import annotations

import subprocess
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.end_to_end.driver import ROOT, Program, Screen, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.fixtures import FaultServer

pytestmark = pytest.mark.frozen

PROGRAM = ROOT / "dist" / "parley" / "parley"
CARRIES_MODEL = any(PROGRAM.parent.rglob("*.gguf"))
MARK = "PARLEY_SMOKE"
"""A variable that everything the program starts inherits, so that what is left running is found."""
EXPECTED = 'does not implement "GetApplicationBusAddress"'
"""Part of a line that is no fault of the program: Qt's answer to a question of the screen reader's library."""
GREETING = "Good morning from the frozen program"


@dataclass
class FrozenProgram(Program):
    """The driver of the end-to-end tests, on the frozen program and with no argument at all."""

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [PROGRAM], env=self.variables, stdout=output, stderr=output, cwd=self.log.parent, start_new_session=True
            )


@pytest.fixture
def program(screen: dict[str, str], tmp_path: Path) -> Iterator[FrozenProgram]:
    home = tmp_path / "home"
    home.mkdir()
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("DATA", "CONFIG", "STATE", "CACHE")}
    view = Screen(screen)
    yield FrozenProgram(
        view, home, tmp_path / "output", {**screen, **folders, "HOME": str(home), MARK: uuid.uuid4().hex}
    )
    view.close()
    for log in home.rglob("parley.log"):
        print(log.read_text("utf-8"))  # pytest shows it when the test has failed


@contextmanager
def opened(program: FrozenProgram) -> Iterator[None]:
    """Run the program for the block, close its window, and look at what it leaves behind."""
    with program:
        program.wait_to_see("Parley", "frame")
        yield
        assert program.close() == 0
    wait_for(lambda: not left_running(program), "everything that it started to end", 5)
    lines = program.output().splitlines()
    assert [line for line in lines if EXPECTED not in line] == []


def left_running(program: FrozenProgram) -> list[str]:
    mark = f"{MARK}={program.variables[MARK]}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (process / "environ").read_bytes().split(b"\0"):
                found.append((process / "comm").read_text())
        except OSError:
            continue  # it ended while we looked
    return found


def test_tells_its_version(program: FrozenProgram) -> None:
    told = subprocess.run([PROGRAM, "--version"], env=program.variables, capture_output=True, text=True, check=True)
    assert told.stdout.startswith("Parley ")
    assert told.stderr == ""


def test_talks_closes_and_remembers(program: FrozenProgram, fault_server: FaultServer) -> None:
    with opened(program):
        program.press("I use another service")
        program.type_into("Service address", fault_server.address("echo", "frozen"))
        program.key("Return")
        program.press("Start talking")
        program.type_into("Message", GREETING)
        program.press("Send")
        wait_for(lambda: program.text_of("Transcript").count(GREETING) == 2, "the answer, an echo")
    with opened(program):
        program.wait_for_text("Good morning", within="Conversations")

    files = [path.relative_to(program.data) for path in program.data.rglob("*") if path.is_file()]
    assert [str(path) for path in files if "Parley" not in path.parts] == []
    assert (program.data / "data" / "Parley" / "parley.db") in program.data.rglob("*.db")


@pytest.mark.skipif(not CARRIES_MODEL, reason="made without --practice-model")
def test_carries_a_model_that_answers_and_ends_with_it(program: FrozenProgram) -> None:
    with opened(program):
        program.press("Try without a key")
        program.type_into("Message", "Say hello.")
        program.press("Send")
        program.wait_for_text("Answer: ", patience=60)
        wait_for(lambda: program.can_use("Message") and not program.sees("Stop"), "the end of the answer")


@pytest.mark.skipif(CARRIES_MODEL, reason="made with --practice-model")
def test_says_plainly_that_it_carries_no_model(program: FrozenProgram) -> None:
    with opened(program):
        program.press("Try without a key")
        wait_for(lambda: "practice model" in program.tree(), "a sentence on the practice model")
