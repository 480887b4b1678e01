"""When we are wrong: wherever a fault of ours is raised, the window lives on, work is saved, and it is said."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThread, QTimer, Slot
from PySide6.QtWidgets import QWidget
from tests.app.person import KEY, PATIENCE, Person

from parley.domain.errors import Cause
from parley.domain.message import Status
from parley.domain.redaction import REMOVED
from parley.exchange.formats import ExportFormat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program
    from parley.ui.dialogs.crash_dialog import CrashDialog
    from parley.ui.ports import Backend

pytestmark = pytest.mark.logs

SECRET = "The letter is under the third flowerpot"
GATEWAY_KEY = "gate/4711-Wolpertinger"


class OurError(Exception):
    """Quotes what it was working on, as exceptions do."""

    def __init__(self) -> None:
        super().__init__(f"cannot work on {SECRET!r} with {KEY} and {GATEWAY_KEY}")


@pytest.fixture
def person(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Person:
    person = Person(qtbot, open_program, fault_server)
    person.use("good")
    return person


def crash_of(person: Person) -> CrashDialog:
    """The page that shows the fault, once it is there."""
    person.wait(lambda: person.program._rooms._crash is not None and person.program._rooms._crash.isVisible())
    dialog = person.program._rooms._crash
    assert dialog is not None
    return dialog


def report_of(person: Person) -> str:
    return crash_of(person)._report


def raise_in_a_slot(_person: Person) -> None:
    QTimer.singleShot(0, _raise)


def _raise() -> None:
    raise OurError


class _Painted(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        raise OurError


def raise_in_a_paint_event(person: Person) -> None:
    painted = _Painted(person.program.parts.window)
    painted.resize(20, 20)
    painted.show()


class _Thread(QThread):
    def run(self) -> None:
        raise OurError


def raise_in_a_qthread(person: Person) -> None:
    thread = _Thread(person.program)
    thread.start()
    assert thread.wait(PATIENCE)


def raise_in_a_python_thread(_person: Person) -> None:
    thread = threading.Thread(target=_raise)
    thread.start()
    thread.join()


def raise_in_a_worker(person: Person) -> None:
    person.program._exporting._pool.do(_raise)


def raise_on_the_engines_thread(person: Person) -> None:
    async def work(_backend: Backend) -> None:
        _raise()

    person.program._engine.post(work)


def raise_in_a_callback_of_the_engines_loop(person: Person) -> None:
    async def work(_backend: Backend) -> None:
        import asyncio

        asyncio.get_running_loop().call_soon(_raise)

    person.program._engine.post(work)


def raise_where_a_result_arrives(person: Person) -> None:
    async def work(_backend: Backend) -> str:
        return SECRET

    person.program._engine.post(work, done=lambda _text: _raise())


class _Receiver(QObject):
    @Slot()
    def receive(self) -> None:
        raise OurError


def raise_in_a_declared_slot(person: Person) -> None:
    receiver = _Receiver(person.program)
    person.program.parts.session.conversationChanged.connect(receiver.receive)
    person.program._wiring.start()


PLACES = (
    raise_in_a_slot,
    raise_in_a_declared_slot,
    raise_in_a_paint_event,
    raise_in_a_qthread,
    raise_in_a_python_thread,
    raise_in_a_worker,
    raise_on_the_engines_thread,
    raise_in_a_callback_of_the_engines_loop,
    raise_where_a_result_arrives,
)


@pytest.mark.parametrize("wrong", PLACES)
def test_wherever_it_is_raised_it_is_said_and_parley_goes_on(wrong: Callable[[Person], None], person: Person) -> None:
    person.program._crash.keys.add(GATEWAY_KEY)
    person.say(SECRET)
    person.program.parts.window.composer.set_text("Not sent yet")
    wrong(person)
    report = report_of(person)
    assert "OurError" in report
    assert "tests/app/test_crashes.py" in report
    for private in (SECRET, "flowerpot", KEY, GATEWAY_KEY):
        assert private not in report
    crash_of(person).go_on.click()
    assert person.say("And now").status is Status.COMPLETE
    person.program.parts.window.composer.set_text("Not sent yet")
    person.restart()
    assert person.program.parts.window.composer.text() == "Not sent yet"
    assert person.texts()[0][1] == SECRET


def test_a_draft_is_on_disk_before_the_report_is_on_the_screen(person: Person) -> None:
    person.program.parts.window.composer.set_text("Half a thought")
    raise_in_a_slot(person)
    crash_of(person)
    person.wait(lambda: person.program._reader.draft(None) == "Half a thought")


def test_a_fault_in_every_painting_is_shown_once_and_does_not_bury_the_window(person: Person, data_dir: Path) -> None:
    raise_in_a_paint_event(person)
    painted = person.program.parts.window.findChild(_Painted)
    assert painted is not None
    crash_of(person)
    log = data_dir / "logs" / "parley.log"

    def painted_often() -> bool:
        painted.update()
        return "the same fault for the 16. time" in log.read_text("utf-8")

    person.wait(painted_often)
    assert report_of(person).count("Traceback") == 1
    assert log.read_text("utf-8").count("Traceback") == 1


def test_an_answer_that_meets_a_fault_keeps_the_message(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.llm.client import OpenAICompletions

    def broken(_self: object, _request: object) -> object:
        raise OurError

    monkeypatch.setattr(OpenAICompletions, "stream", broken)
    answer = person.say(SECRET)
    assert answer.failure is not None
    assert answer.failure.cause is Cause.UNEXPECTED
    assert KEY not in answer.failure.details
    assert "OurError" in report_of(person)
    monkeypatch.undo()
    again = person.wait_for_answer(lambda: person.program.parts.window.transcript.regenerateRequested.emit(answer.id))
    assert again.status is Status.COMPLETE


def test_whoever_waits_for_work_that_meets_a_fault_hears_of_it(
    person: Person, monkeypatch: pytest.MonkeyPatch, fault_server: FaultServer
) -> None:
    """The page that checks a key does not wait for ever."""
    from parley.llm.client import OpenAICompletions

    def broken(_self: object) -> object:
        raise OurError

    monkeypatch.setattr(OpenAICompletions, "models", broken)
    account = person.program.parts.account
    with person.waits_for(account.connectionFailed) as failed:
        account.submit_service(fault_server.service("good").address, KEY)
    assert failed.args is not None
    assert failed.args[0].cause is Cause.UNEXPECTED
    assert "OurError" in report_of(person)


def test_an_export_that_meets_a_fault_is_said_and_the_next_one_works(person: Person, tmp_path: Path) -> None:
    person.say(SECRET)
    conversation = person.program.parts.session.conversation
    assert conversation is not None
    exporting = person.program.parts.exporting
    usual = exporting._find_format
    exporting._find_format = lambda _key: ExportFormat("broken", ".txt", "", lambda *_what: _bytes())
    exporting.export_to(conversation.id, "markdown", tmp_path / "broken.txt")
    assert SECRET not in report_of(person)
    exporting._find_format = usual
    with person.waits_for(exporting.written):
        exporting.export_to(conversation.id, "markdown", tmp_path / "whole.md")
    assert SECRET in (tmp_path / "whole.md").read_text("utf-8")


def _bytes() -> bytes:
    raise OurError


def test_the_log_holds_the_fault_and_neither_key_nor_text(person: Person, data_dir: Path) -> None:
    person.program._crash.keys.add(GATEWAY_KEY)
    raise_in_a_slot(person)
    crash_of(person)
    log = (data_dir / "logs" / "parley.log").read_text("utf-8")
    assert "OurError" in log
    for private in (SECRET, KEY, GATEWAY_KEY):
        assert private not in log


def test_a_key_in_words_that_are_kept_is_removed(person: Person) -> None:
    person.program._crash.keys.add(GATEWAY_KEY)

    def ask() -> None:
        getattr(person, f"attribute {GATEWAY_KEY}")

    QTimer.singleShot(0, ask)
    report = report_of(person)
    assert GATEWAY_KEY not in report
    assert REMOVED in report
