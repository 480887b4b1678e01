"""From an empty computer to an answer, as a person goes: by what the window shows and says."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from tests.end_to_end.driver import wait_for
from tests.end_to_end.steps import begin_with, enter_service, send
from tests.support.processes import is_running

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import Start
    from tests.end_to_end.driver import Program, Screen
    from tests.support.fixtures import FaultServer

KEY = "sk-test-0123456789abcdefWXYZ"


def test_a_key_is_checked_kept_and_used_again_after_a_restart(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    enter_service(parley, fault_server.address("echo", "key"), KEY)
    parley.wait_to_see("Start talking")
    parley.wait_for_text("GNOME Keyring", within="Parley")
    assert "WXYZ" in parley.text_of("Parley")
    parley.press("Start talking")
    send(parley, "Say these very words")
    parley.wait_for_text("Answer: Say these very words")
    assert parley.close() == 0

    again = start()
    send(again, "And once more")
    again.wait_for_text("Answer: And once more")
    wait_for(lambda: len(_asked(fault_server)) == 2, "both messages at the server")

    assert {record["headers"]["authorization"] for record in _asked(fault_server)} == {f"Bearer {KEY}"}
    assert again.close() == 0


def _asked(server: FaultServer) -> list[dict[str, dict[str, str]]]:
    return [record for record in server.records("key") if record["method"] == "POST"]


def test_the_key_is_in_the_keyring_and_in_no_file(
    start: Start, fault_server: FaultServer, tmp_path: Path, screen: Screen
) -> None:
    canary = "sk-canary-7f3a9c2e5b8d1046QRST"
    parley = start()
    begin_with(parley, fault_server.address("echo", "canary"), canary)
    send(parley, "Hello there")
    parley.wait_for_text("Answer: Hello there")
    command_lines = subprocess.run(["ps", "axeww"], capture_output=True, text=True, check=True).stdout
    assert parley.close() == 0

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in files if canary.encode() in path.read_bytes()] == []
    assert canary not in command_lines.replace(f"type --delay 5 {canary}", "")
    assert files


def test_a_stream_is_shown_as_it_comes_and_stops_at_once(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("slow", "stop"))
    send(parley, "Count")
    parley.wait_for_text("word5")
    parley.press("Stop")
    parley.wait_to_see("Send")
    wait_for(lambda: fault_server.records("stop")[-1]["closed_at"], "the closed connection")

    shown = parley.text_of("Transcript")
    assert "word5" in shown
    assert "word500" not in shown


def test_everything_is_there_after_a_restart_and_search_finds_it(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("echo"))
    send(parley, "The xylophone of my grandmother")
    parley.wait_for_text("Answer: The xylophone of my grandmother")
    parley.press("New chat")
    send(parley, "Something about bicycles")
    parley.wait_for_text("Answer: Something about bicycles")
    assert parley.close() == 0

    again = start()
    again.type_into("Search conversations", "xylopho")
    again.key("Down")  # before there can be results: it waits for them
    again.key("Return")
    again.wait_for_text("The xylophone of my grandmother")
    assert "bicycles" not in again.text_of("Transcript")


def test_a_conversation_is_exported(start: Start, fault_server: FaultServer, tmp_path: Path) -> None:
    parley = start()
    begin_with(parley, fault_server.address("echo"))
    send(parley, "Keep these words")
    parley.wait_for_text("Answer: Keep these words")
    parley.wait_to_see("Send")

    target = tmp_path / "kept.html"
    parley.choose("More", ("Down", "Down", "Right"), ("Down", "Return"))  # Export, Web page (HTML)
    parley.wait_to_see("Save")
    parley.key("ctrl+a")
    parley.type(str(target))
    parley.key("Return")

    wait_for(target.exists, "the exported file")
    page = target.read_text(encoding="utf-8")
    assert page.count("Keep these words") >= 2
    assert "Content-Security-Policy" in page


@pytest.mark.timeout(180)
def test_without_a_key_the_model_on_this_computer_answers(start: Start) -> None:
    parley = start()
    parley.press("Try without a key")
    send(parley, "Write one short sentence about the sea")
    wait_for(lambda: len(_answer(parley).split()) > 5, "an answer of some words", patience=100)
    parley.wait_to_see("Send", patience=100)

    engine = parley.children()
    assert engine
    assert parley.close() == 0
    wait_for(lambda: not _alive(engine), "the practice model to end with the window")


def _answer(program: Program) -> str:
    return program.text_of("Transcript").rpartition("Answer: ")[2]


def _alive(processes: list[int]) -> list[int]:
    return [pid for pid in processes if is_running(pid)]
