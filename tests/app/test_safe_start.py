"""A conversation that Parley cannot open must not lock the person out of all the others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.app.person import Person

from parley.app.starts import OFFER_AFTER, StartCount
from parley.domain.chat_settings import ChatSettings
from parley.domain.message import Status
from parley.domain.settings import LAST_CONVERSATION, PANEL_PAGE, SERVICE_ADDRESS, SERVICE_KIND, Settings
from parley.paths import find_paths
from parley.store.store import Store
from parley.ui.dialogs.safe_start_dialog import SafeStartDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

ROOT = Path(__file__).parents[2]
CHILD = Path(__file__).with_name("start_child.py")


@pytest.fixture
def person(
    qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> Person:
    monkeypatch.setattr("parley.app.program.STEADY_MS", 3_600_000)
    person = Person(qtbot, open_program, fault_server)
    person.use("good")
    person.say("The last conversation")
    return person


def offer(person: Person) -> SafeStartDialog | None:
    return person.program.parts.window.findChild(SafeStartDialog)


def end_badly_and_reopen(person: Person, times: int) -> SafeStartDialog | None:
    """Starts that ended by themselves, and what the next one offers."""
    with pytest.MonkeyPatch.context() as without_a_good_end:
        without_a_good_end.setattr(StartCount, "succeed", lambda _self: None)
        for _ in range(times):
            person.restart()
    return offer(person)


def test_a_good_end_leaves_no_trace(person: Person, data_dir: Path) -> None:
    assert (data_dir / "parley.starts").read_text() == "1"
    person.restart()
    assert (data_dir / "parley.starts").read_text() == "1"
    assert offer(person) is None
    assert person.program.parts.session.conversation is not None


def test_after_some_seconds_a_start_has_succeeded(
    person: Person, data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parley.app.program.STEADY_MS", 10)
    person.restart()
    person.wait(lambda: not (data_dir / "parley.starts").exists())


def test_one_bad_end_alone_is_nothing(person: Person) -> None:
    assert end_badly_and_reopen(person, OFFER_AFTER - 1) is None
    assert person.texts()[0][1] == "The last conversation"


def test_after_repeated_bad_ends_a_safe_start_is_offered(person: Person) -> None:
    person.program._preferences.set(PANEL_PAGE, "chat")
    dialog = end_badly_and_reopen(person, OFFER_AFTER)
    assert dialog is not None
    assert dialog.isVisible()
    assert person.program.parts.session.conversation is None, "nothing is opened before the choice"
    dialog.safe.click()
    assert person.program.parts.session.conversation is None
    assert person.program._rooms._panel is None
    assert person.program.parts.window.page == "empty"
    sidebar = person.program.parts.window.sidebar
    person.wait(lambda: sidebar.row_count() == 1)
    person.say("Another conversation")
    assert len(person.texts()) == 2
    person.restart()
    assert offer(person) is None
    assert person.texts()[0][1] == "Another conversation"


def test_the_last_conversation_can_be_opened_all_the_same(person: Person) -> None:
    dialog = end_badly_and_reopen(person, OFFER_AFTER)
    assert dialog is not None
    dialog.usual.click()
    assert person.texts()[0][1] == "The last conversation"


def test_escape_is_the_safe_choice(person: Person) -> None:
    dialog = end_badly_and_reopen(person, OFFER_AFTER)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert person.program.parts.session.conversation is None
    assert person.program.parts.window.page == "empty"


def write_a_library(data_dir: Path) -> None:
    """A service and a last conversation, as any earlier run left them."""
    places = find_paths(data_dir)
    store = Store.open(places.database, places.backups)
    conversation = store.create_conversation(ChatSettings(model="gpt-4o"))
    _question, answer = store.begin_turn(conversation.id, text="Hello", attachments=(), parent_id=None, model="gpt-4o")
    store.settle(replace(answer, text="Hello", status=Status.COMPLETE, cost=0, finish_reason="stop"))
    settings = Settings().with_value(SERVICE_KIND, "other").with_value(SERVICE_ADDRESS, "http://127.0.0.1:9/v1")
    store.save_settings(settings.with_value(LAST_CONVERSATION, conversation.id))
    store.close()


def start(data_dir: Path, *how: str) -> tuple[int, str]:
    """A real start: its exit code and the windows that came up."""
    environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    done = subprocess.run(
        [sys.executable, str(CHILD), str(data_dir), *how], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout.strip()


def test_a_conversation_that_ends_the_process_is_left_closed_after_two_tries(data_dir: Path) -> None:
    write_a_library(data_dir)
    for _ in range(OFFER_AFTER):
        assert start(data_dir, "dies") == (-signal.SIGKILL, "")
    assert start(data_dir, "dies") == (0, "MainWindow SafeStartDialog")
    assert start(data_dir, "dies") == (0, "MainWindow"), "the safe start was good and has closed it for good"


def test_a_conversation_that_meets_a_fault_is_said_and_left_closed_after_two_tries(data_dir: Path) -> None:
    write_a_library(data_dir)
    for _ in range(OFFER_AFTER):
        assert start(data_dir, "breaks") == (0, "CrashDialog MainWindow")
    assert start(data_dir, "breaks") == (0, "MainWindow SafeStartDialog")
    assert start(data_dir, "breaks") == (0, "MainWindow")


@pytest.mark.parametrize("how", ["unmade", "unread"])
def test_a_fault_before_there_is_a_program_is_said_and_ends_it(data_dir: Path, how: str) -> None:
    """Without the report a window would stay that does nothing."""
    assert start(data_dir, how) == (1, "CrashDialog MainWindow")


def test_nonsense_in_the_file_counts_nothing(tmp_path: Path) -> None:
    file = tmp_path / "starts"
    for content in (b"", b"\xff\xfe", b"-5", b"many", b"1" * 100):
        file.write_bytes(content)
        StartCount(file).begin()
        assert file.read_text() in {"1", "11111112"}


@pytest.mark.logs
def test_a_file_that_cannot_be_written_does_not_keep_parley_from_starting(tmp_path: Path) -> None:
    count = StartCount(tmp_path / "missing" / "starts")
    count.begin()
    count.succeed()
    assert not count.went_wrong_repeatedly
