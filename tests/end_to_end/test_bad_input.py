"""What can be wrong around Parley: each a clear sentence, nothing lost, an exit code that is written down."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import apsw
import pytest
from tests.end_to_end.driver import ROOT
from tests.end_to_end.steps import begin_with, enter_service, send

from parley.paths import find_paths

if TYPE_CHECKING:
    from pathlib import Path

    from tests.end_to_end.conftest import Start
    from tests.end_to_end.driver import Screen
    from tests.support.fixtures import FaultServer


def test_no_display_is_said_and_ends_with_1(start: Start) -> None:
    parley = start(variables={"DISPLAY": "", "WAYLAND_DISPLAY": ""})

    assert parley.wait() == 1
    assert parley.output() == (
        "Parley needs a screen and found none. Start it from a desktop session, or set DISPLAY or WAYLAND_DISPLAY.\n"
    )
    parley.log.write_text("")  # it has been looked at


def test_a_display_that_does_not_answer_is_said_and_ends_with_1(start: Start) -> None:
    parley = start(variables={"DISPLAY": ":4711"})

    assert parley.wait() == 1
    assert parley.output().startswith("Parley needs a screen and found none.")
    assert len(parley.output().splitlines()) == 1
    parley.log.write_text("")


def test_wrong_arguments_end_with_2(start: Start) -> None:
    parley = start()
    parley.kill()
    parley.arguments = ("--nonsense",)
    parley.start()

    assert parley.wait() == 2
    assert "unrecognized arguments: --nonsense" in parley.output()
    parley.log.write_text("")


def test_damaged_settings_are_replaced_and_said_and_the_conversations_stay(
    start: Start, fault_server: FaultServer, tmp_path: Path
) -> None:
    parley = start()
    begin_with(parley, fault_server.address("echo"))
    send(parley, "Words to be kept")
    parley.wait_for_text("Words to be kept")
    assert parley.close() == 0
    _damage_settings(tmp_path / "data")

    again = start()

    again.wait_for_text("The saved settings could not be read.", within="Parley")
    again.wait_for_text("Words to be kept", within="Conversations")


def _damage_settings(data: Path) -> None:
    database = apsw.Connection(str(find_paths(data).database))
    columns = [row[1] for row in database.execute("pragma table_info(setting)")]
    assert "value" in columns
    database.execute("update setting set value = 'not { JSON'")
    database.close()


def test_a_missing_font_is_said_and_the_window_works(start: Start, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "resources", copy / "resources")
    (copy / "resources" / "fonts" / "Inter_400Regular.ttf").write_bytes(b"not a font")

    parley = start(variables={"PYTHONPATH": str(copy / "src")})

    parley.wait_for_text("A part of Parley is missing", within="Parley")
    parley.wait_to_see("Try without a key")


def test_without_a_keyring_the_key_is_kept_for_this_run_and_that_is_said(
    start: Start, fault_server: FaultServer, screen: Screen
) -> None:
    parley = start(variables=screen.without_session_bus())
    enter_service(parley, fault_server.address("echo"), "sk-none-0123456789abcdef")

    parley.wait_for_text("This computer offers no safe place for the key.", within="Parley")
    parley.press("Start talking")
    send(parley, "Still talking")
    parley.wait_for_text("Still talking")
    assert parley.close() == 0


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("http://127.0.0.1:9/v1", "Nothing answers at 127.0.0.1"),
        ("http://no-such-host.invalid/v1", "Parley does not send a key over an address without https."),
        ("https://no-such-host.invalid/v1", "The address no-such-host.invalid was not found."),
        ("this is no address", "This is not a service address Parley can use."),
    ],
)
def test_an_address_that_does_not_work_is_said_on_the_welcome_page(start: Start, address: str, said: str) -> None:
    parley = start()
    enter_service(parley, address, "sk-none-0123456789abcdef")

    parley.wait_for_text(said, within="Parley")
    assert parley.text_of("Service address") == address


def test_a_page_that_is_no_service_is_said(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    enter_service(parley, fault_server.address("models_html"))

    parley.wait_for_text("answered with a web page instead of", within="Parley")


def test_when_the_service_goes_away_the_message_stays(start: Start, fault_server: FaultServer) -> None:
    parley = start()
    begin_with(parley, fault_server.address("drop_at_once"))
    send(parley, "Are you there")

    parley.wait_to_see("Retry")
    assert "Are you there" in parley.text_of("Transcript")


def test_a_folder_that_cannot_be_written_is_said_and_ends_with_1(start: Start, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    parley = start(data=blocked / "data")
    parley.wait_to_see("OK")
    parley.press("OK")

    assert parley.wait() == 1
    assert parley.output().startswith(f"Parley cannot start, because it may not write to {blocked}")
    parley.log.write_text("")
