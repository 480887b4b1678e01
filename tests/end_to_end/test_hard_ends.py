"""However Parley is ended, nothing is left running and nothing that was said is lost."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.end_to_end.driver import wait_for
from tests.end_to_end.steps import begin_with, send
from tests.support.processes import is_running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.end_to_end.conftest import Start
    from tests.end_to_end.driver import Screen
    from tests.support.fixtures import FaultServer


def test_after_kill_9_the_partial_answer_is_there_and_said_to_be_incomplete(
    start: Start, fault_server: FaultServer
) -> None:
    parley = start()
    begin_with(parley, fault_server.address("slow"))
    send(parley, "Count for me")
    parley.wait_for_text("word5")
    time.sleep(1.2)  # what is on the screen is on disk a second later
    parley.kill()

    again = start()
    again.wait_for_text("Parley was closed while this answer was being written.", within="Parley")
    shown = again.text_of("Transcript")
    assert "Count for me" in shown
    assert "word5" in shown
    again.press("Continue")
    again.wait_to_see("Stop")
    again.press("Stop")
    again.wait_to_see("Send")
    assert again.text_of("Transcript").count("word5 ") >= 1
    assert again.close() == 0


@pytest.mark.timeout(180)
def test_kill_9_leaves_nothing_running(start: Start) -> None:
    parley = start()
    parley.press("Try without a key")
    send(parley, "Tell me a very long story")
    parley.wait_to_see("Stop", patience=60)
    wait_for(parley.children, "the practice model's process")
    started = parley.children()
    parley.kill()

    wait_for(lambda: not [pid for pid in started if is_running(pid)], "the practice model to end", patience=15)


def test_closing_in_mid_answer_keeps_what_arrived(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("slow"))
    send(parley, "Count for me")
    parley.wait_for_text("word3")
    assert parley.close() == 0

    again = start()
    again.wait_for_text("word3")


def test_a_second_start_raises_the_first_and_ends(start: Start, screen: Screen, other_window: None) -> None:
    parley = start()
    parley.wait_to_see("Try without a key")
    screen.raise_window("Another window")
    wait_for(lambda: screen.top_window() == "Another window", "the other window to lie on top")

    second = start()

    assert second.wait() == 0
    wait_for(lambda: screen.top_window() == "Parley", "Parley to come to the front")
    assert parley.process.poll() is None


@pytest.fixture
def other_window(screen: Screen) -> Iterator[None]:
    """A window of some other program."""
    program = (
        "from PySide6.QtWidgets import QApplication, QMainWindow\n"
        "application = QApplication([]); window = QMainWindow()\n"
        "window.setWindowTitle('Another window'); window.resize(600, 400); window.show(); application.exec()"
    )
    process = subprocess.Popen([sys.executable, "-c", program], env=dict(screen.variables), stderr=subprocess.DEVNULL)
    yield
    process.terminate()
    process.wait()


def test_a_lock_left_by_kill_9_does_not_block(start: Start) -> None:
    first = start()
    first.wait_to_see("Try without a key")
    first.kill()

    second = start()

    second.wait_to_see("Try without a key")


def test_what_was_typed_is_there_after_kill_9(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("echo"))
    parley.type_into("Message", "A thought not sent yet")
    time.sleep(2)  # drafts are kept a moment after the last key
    parley.kill()

    again = start()

    again.wait_for_text("A thought not sent yet", within="Message")
