"""The key in the whole program: at its own address and nowhere else, and in every state of the keyring."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton
from tests.app.person import KEY, PATIENCE, Person
from tests.app.test_safe_start import write_a_library
from tests.security.leaks import leaks_in

from parley.domain.attachment import Attachment, AttachmentKind
from parley.domain.errors import Action, Cause
from parley.domain.message import Status
from parley.domain.settings import SERVICE_ADDRESS, Page
from parley.exchange.formats import FORMATS
from parley.keys.keyring_store import KeyPlace, KeyStore
from parley.ui.failure_notice import FailureNotice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot
    from tests.keys.conftest import SecretService
    from tests.support.fixtures import FaultServer

    from parley.app.program import Program

# keyring leaves its connection to the garbage collector where a call fails.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

ROOT = Path(__file__).parents[2]
GATEWAY_KEY = "gate/4711+Wolpertinger=="


@pytest.fixture
def person(qtbot: QtBot, open_program: Callable[[], Program], fault_server: FaultServer) -> Person:
    return Person(qtbot, open_program, fault_server)


def connect(person: Person, address: str, key: str = "") -> None:
    account = person.program.parts.account
    with person.waits_for(account.connected):
        account.submit_service(address, key)


def button(inside: QWidget, name: str) -> QAbstractButton:
    return next(b for b in inside.findChildren(QAbstractButton) if b.isVisibleTo(inside) and b.text() == name)


def settings_page(person: Person) -> QWidget:
    person.program._rooms.open_settings()
    dialog = person.program._rooms._dialog
    assert dialog is not None
    dialog.show_page(Page.ACCOUNT)
    return dialog.account


def said_in(page: QWidget) -> str:
    notice = page.findChild(FailureNotice)
    assert notice is not None
    return notice.text() if notice.isVisibleTo(page) else ""


# Where it goes


def test_a_key_of_one_address_is_never_sent_to_another(person: Person, fault_server: FaultServer) -> None:
    connect(person, fault_server.address("good", "first"), GATEWAY_KEY)
    connect(person, fault_server.address("good", "second"))
    person.say("To the second")
    person.program._preferences.set(SERVICE_ADDRESS, fault_server.address("good", "third"))
    person.say("To the third")
    for token in ("second", "third"):
        records = fault_server.records(token)
        assert records
        assert all("authorization" not in record["headers"] for record in records)
        assert leaks_in(token, str(records).encode(), [GATEWAY_KEY]) == []
    assert all(r["headers"]["authorization"] == f"Bearer {GATEWAY_KEY}" for r in fault_server.records("first"))


def test_two_services_keep_two_keys_apart(person: Person, fault_server: FaultServer) -> None:
    first, second = (fault_server.address("good", token) for token in ("one", "two"))
    connect(person, first, KEY)
    connect(person, second, GATEWAY_KEY)
    person.say("To the second")
    connect(person, first)
    person.say("To the first")
    assert {r["headers"]["authorization"] for r in fault_server.records("one")} == {f"Bearer {KEY}"}
    assert {r["headers"]["authorization"] for r in fault_server.records("two")} == {f"Bearer {GATEWAY_KEY}"}


def test_a_pasted_key_is_cleaned_before_it_meets_any_library(person: Person, fault_server: FaultServer) -> None:
    connect(person, fault_server.address("good", "pasted"), f' "Bearer {KEY}"\r\n')
    assert fault_server.records("pasted")[0]["headers"]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("pasted", ["sk-schlüssel-0123456789", "two words", "sk-…abcd", "sk-\x00-0123"])
def test_what_cannot_be_a_key_is_said_and_sent_nowhere(person: Person, fault_server: FaultServer, pasted: str) -> None:
    account = person.program.parts.account
    fault_server.forget("cannot")
    with person.waits_for(account.connectionFailed) as failed:
        account.submit_service(fault_server.address("good", "cannot"), pasted)
    assert failed.args is not None
    assert failed.args[0].cause is Cause.BAD_KEY_TEXT
    assert fault_server.records("cannot") == []


# Exports


def test_no_export_holds_the_key_of_the_service_whatever_its_shape(
    person: Person, fault_server: FaultServer, tmp_path: Path, secret_service: SecretService
) -> None:
    connect(person, fault_server.address("echo", "exports"), GATEWAY_KEY)
    person.say(f"I wrote {GATEWAY_KEY} by mistake")
    person.restart()  # in this run nobody has needed the key so far: the export itself asks for it
    conversation = person.program.parts.session.conversation
    assert conversation is not None
    for made in FORMATS:
        path = tmp_path / f"export{made.suffix}"
        with person.waits_for(person.program.parts.exporting.written):
            person.program.parts.exporting.export_to(conversation.id, made.key, path)
        assert leaks_in(made.key, path.read_bytes(), [GATEWAY_KEY]) == []
        assert path.stat().st_size > 100


@pytest.mark.parametrize("format_", FORMATS, ids=lambda made: made.key)
def test_an_attached_env_file_is_exported_without_the_key(person: Person, format_: object, tmp_path: Path) -> None:
    from parley.exchange.formats import ExportFormat
    from parley.exchange.ports import Outside

    assert isinstance(format_, ExportFormat)
    person.use("good")
    answer = person.say("See the file")
    session = person.program.parts.session
    assert session.conversation is not None
    data = f"KEY={GATEWAY_KEY}\n".encode()
    attached = Attachment(AttachmentKind.TEXT, f"{KEY}.env", "text/plain", data, sha256(data).hexdigest())
    question = replace(session.messages[0], attachments=(attached,))
    outside = Outside(print_html=lambda html, _title: html.encode(), find_keys=lambda: (GATEWAY_KEY, KEY))
    written = format_.write(session.conversation, [question, answer], outside)
    assert leaks_in(format_.key, written, [GATEWAY_KEY, KEY]) == []


# The keyring


def test_the_key_is_there_after_a_restart(
    person: Person, fault_server: FaultServer, secret_service: SecretService
) -> None:
    connect(person, fault_server.address("good", "kept"), GATEWAY_KEY)
    person.restart()
    fault_server.forget("kept")
    person.say("Again")
    assert fault_server.records("kept")[-1]["headers"]["authorization"] == f"Bearer {GATEWAY_KEY}"


def test_without_a_keyring_parley_works_on_and_says_so_and_try_again_keeps_the_key(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, person: Person, fault_server: FaultServer
) -> None:
    address = fault_server.address("good", "memory")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    connect(person, address, GATEWAY_KEY)
    assert person.say("With the key of this run").status is Status.COMPLETE
    page = settings_page(person)
    person.wait(lambda: "no safe place for the key" in said_in(page))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.address)
    button(page, "Try again").click()
    person.wait(lambda: said_in(page) == "")
    assert KeyStore().get(address) == GATEWAY_KEY
    assert KeyStore().place(address) == KeyPlace("GNOME Keyring")


def test_try_again_on_the_welcome_page_keeps_the_key(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch, person: Person, fault_server: FaultServer
) -> None:
    address = fault_server.address("good", "welcome")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    connect(person, address, GATEWAY_KEY)
    page = person.program._rooms._welcome
    assert page is not None
    person.wait(page._ready.problem.isVisible)
    assert "until Parley is closed" in page._ready.place.text()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.address)
    page._ready.problem.button.click()
    person.wait(lambda: not page._ready.problem.isVisible())
    assert "GNOME Keyring" in page._ready.place.text()
    assert KeyStore().get(address) == GATEWAY_KEY


def test_a_locked_keyring_is_said_at_the_message_and_its_button_goes_on_after_unlocking(
    person: Person, fault_server: FaultServer, secret_service: SecretService
) -> None:
    connect(person, fault_server.address("good", "locked"), GATEWAY_KEY)
    secret_service.lock()
    person.restart()
    fault_server.forget("locked")
    answer = person.say("Typed once")
    assert answer.failure is not None
    assert answer.failure.cause is Cause.KEYRING_LOCKED
    assert fault_server.records("locked") == [], "nothing went out without the key"
    secret_service.unlock()
    act = person.program.parts.window.transcript.actionRequested
    again = person.wait_for_answer(lambda: act.emit(answer.id, Action.TRY_AGAIN))
    assert again.status is Status.COMPLETE
    assert person.texts()[0][1] == "Typed once"


def test_settings_say_that_a_locked_keyring_is_locked_and_find_the_key_after_unlocking(
    person: Person, fault_server: FaultServer, secret_service: SecretService
) -> None:
    connect(person, fault_server.address("good", "settings"), GATEWAY_KEY)
    secret_service.lock()
    person.restart()
    page = settings_page(person)
    person.wait(lambda: "is locked" in said_in(page))
    secret_service.unlock()
    button(page, "Try again").click()
    person.wait(lambda: said_in(page) == "")
    assert button(page, "Remove key")


def test_a_keyring_that_hangs_holds_up_neither_the_window_nor_the_conversation(
    person: Person, fault_server: FaultServer, secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(person.program._keys, "_deadline", 0.5)
    person.program._keys.get("https://somewhere.else/v1")  # it was there when Parley looked for it first
    secret_service.hang()
    connect(person, fault_server.address("good", "hangs"), GATEWAY_KEY)
    assert person.say("Does it go on").status is Status.COMPLETE
    page = settings_page(person)
    person.wait(lambda: "does not answer" in said_in(page))
    secret_service.go_on()


def test_after_the_key_was_removed_the_next_message_asks_for_one(
    person: Person, fault_server: FaultServer, secret_service: SecretService
) -> None:
    address = fault_server.address("good", "removed")
    connect(person, address, GATEWAY_KEY)
    with person.waits_for(person.program.parts.account.keyStateChanged):
        person.program.parts.account.remove_key()
    assert KeyStore().get(address) is None
    fault_server.forget("removed")
    person.say("Without one")
    assert all("authorization" not in record["headers"] for record in fault_server.records("removed"))


# The process


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_native_crash_writes_no_core_file(data_dir: Path) -> None:
    write_a_library(data_dir)
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    allowed = ["sh", "-c", 'ulimit -S -c "$(ulimit -H -c)" && exec "$@"', "sh"]
    command = [*allowed, sys.executable, "-m", "parley", "--data-dir", str(data_dir)]
    limits: list[str] = []
    with subprocess.Popen(command, env=environment) as process:
        end = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < end and not _forbidden(limits):
            limits.append(_core_limit(process.pid))
            time.sleep(0.05)
        process.terminate()
    assert _forbidden(limits)
    assert process.returncode == 0


def _forbidden(limits: list[str]) -> bool:
    """Whether core files were allowed at first and then no more."""
    allowed = [limit for limit in limits if limit != "0"]
    return bool(allowed) and limits[-1] == "0"


def _core_limit(pid: int) -> str:
    """The soft limit in force, in bytes or "unlimited"."""
    lines = Path(f"/proc/{pid}/limits").read_text().splitlines()
    return next(line.removeprefix("Max core file size").split()[0] for line in lines if "core file" in line)
