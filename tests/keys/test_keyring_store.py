"""Keys in a real Secret Service, in every state one can be in."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from parley.domain.errors import AppError, Cause
from parley.keys.keyring_store import KeyPlace, KeyStore, normalised

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.keys.conftest import SecretService

# keyring leaves its connection to the garbage collector where a call fails.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

OPENAI = "https://api.openai.com/v1"
OTHER = "https://gateway.example.org/v1"
KEY = "sk-canary-0123456789abcdefghij"


def cause_of(call: Callable[[], object]) -> Cause:
    with pytest.raises(AppError) as raised:
        call()
    assert KEY not in raised.value.failure.details
    return raised.value.cause


def problem_of(place: KeyPlace) -> Cause:
    assert place.problem is not None
    assert place.problem.facts == {"keyring": "GNOME Keyring"}
    assert KEY not in place.problem.details
    return place.problem.cause


# Unlocked


def test_a_key_is_there_again_in_the_next_run(secret_service: SecretService) -> None:
    assert KeyStore().set(OPENAI, KEY) == KeyPlace("GNOME Keyring")
    assert KeyStore().get(OPENAI) == KEY


def test_each_service_has_its_own_key(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    assert KeyStore().get(OTHER) is None


def test_a_new_key_replaces_the_old_one(secret_service: SecretService) -> None:
    store = KeyStore()
    store.set(OPENAI, "sk-old-0123456789")
    store.set(OPENAI, KEY)
    assert store.get(OPENAI) == KEY
    assert KeyStore().get(OPENAI) == KEY


def test_a_removed_key_is_gone(secret_service: SecretService) -> None:
    store = KeyStore()
    store.set(OPENAI, KEY)
    store.delete(OPENAI)
    assert store.get(OPENAI) is None
    assert KeyStore().get(OPENAI) is None
    store.delete(OPENAI)  # once more is no error


def test_the_key_is_in_no_file(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    forms = (KEY.encode(), KEY.encode("utf-16-le"))
    for file in secret_service.home.rglob("*"):
        if file.is_file():
            assert not any(form in file.read_bytes() for form in forms), file


def test_neither_the_environment_nor_a_settings_file_chooses_another_keyring(
    secret_service: SecretService, tmp_path: Path
) -> None:
    """keyring's own search would take the null keyring of either and lose the key without a word."""
    settings = tmp_path / "config" / "python_keyring" / "keyringrc.cfg"
    settings.parent.mkdir(parents=True)
    settings.write_text("[backend]\ndefault-keyring=keyring.backends.null.Keyring\n")
    environment = os.environ | {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    code = f"from parley.keys.keyring_store import KeyStore; print(KeyStore().set({OPENAI!r}, {KEY!r}).problem)"
    output = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    ).stdout
    assert output == "None\n"
    assert KeyStore().get(OPENAI) == KEY


def test_a_message_does_not_wait_for_the_keyring_twice(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    store = KeyStore(deadline=0.3)
    assert store.get(OPENAI) == KEY
    assert store.get(OTHER) is None
    secret_service.hang()
    assert store.get(OPENAI) == KEY
    assert store.get(OTHER) is None


# Missing


def test_without_d_bus_the_key_is_kept_for_this_run() -> None:
    store = KeyStore()
    assert store.get(OPENAI) is None
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_MISSING
    assert store.get(OPENAI) == KEY
    store.delete(OPENAI)
    assert store.get(OPENAI) is None


def test_a_keyring_that_comes_later_is_found(secret_service: SecretService, monkeypatch: pytest.MonkeyPatch) -> None:
    store = KeyStore()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_MISSING
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.address)
    assert store.set(OPENAI, KEY).problem is None
    assert store.place(OPENAI).problem is None


def test_a_keyring_that_dies_is_missed(secret_service: SecretService) -> None:
    store = KeyStore()
    store.set(OTHER, KEY)
    secret_service.die()
    assert problem_of(store.set(OPENAI, KEY)) in {Cause.KEYRING_MISSING, Cause.KEYRING_REFUSED, Cause.KEYRING_LOCKED}
    assert store.get(OPENAI) == KEY


def test_a_bus_that_is_gone_after_the_keyring_was_found(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = KeyStore()
    store.set(OTHER, KEY)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_MISSING


# Locked


def test_a_locked_keyring_is_said_to_be_locked(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    secret_service.lock()
    store = KeyStore()
    assert cause_of(lambda: store.get(OPENAI)) is Cause.KEYRING_LOCKED
    assert cause_of(lambda: store.delete(OPENAI)) is Cause.KEYRING_LOCKED
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_LOCKED
    assert store.get(OPENAI) == KEY  # for this run


def test_try_again_brings_the_key_into_the_keyring(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = KeyStore()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    store.set(OPENAI, KEY)
    assert problem_of(store.keep_again(OPENAI)) is Cause.KEYRING_MISSING
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", secret_service.address)
    assert store.keep_again(OPENAI) == KeyPlace("GNOME Keyring")
    assert KeyStore().get(OPENAI) == KEY


# Slow


def test_a_keyring_that_hangs_does_not_hang_us(secret_service: SecretService) -> None:
    store = KeyStore(deadline=0.3)
    store.place_name()
    secret_service.hang()
    started = time.monotonic()
    assert cause_of(lambda: store.get(OPENAI)) is Cause.KEYRING_SLOW
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_SLOW
    assert time.monotonic() - started < 10  # against over 20 s without a deadline; not a benchmark
    assert store.get(OPENAI) == KEY
    secret_service.go_on()


def test_a_late_answer_is_ignored(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, "sk-old-0123456789")
    store = KeyStore(deadline=0.3)
    secret_service.hang()
    assert cause_of(lambda: store.get(OPENAI)) is Cause.KEYRING_SLOW
    store.set(OPENAI, KEY)
    secret_service.go_on()
    assert store.get(OPENAI) == KEY


# Refused


class Refusing:
    """A stand-in: no real keyring here can be made to refuse, or to be full."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def get_password(self, *_what: str) -> str | None:
        raise self.error

    def set_password(self, *_what: str) -> None:
        raise self.error

    def delete_password(self, *_what: str) -> None:
        raise self.error


def test_a_refusal_is_told_without_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    from keyring.errors import PasswordSetError

    from parley.keys import keyring_store
    from parley.keys.backends import Place

    refusing = Place(Refusing(PasswordSetError(f"could not store {KEY}")), "GNOME Keyring")
    monkeypatch.setattr(keyring_store, "find_place", lambda: refusing)
    store = KeyStore()
    place = store.set(OPENAI, KEY)
    assert problem_of(place) is Cause.KEYRING_REFUSED
    assert place.problem is not None
    assert "PasswordSetError" in place.problem.details
    assert store.get(OPENAI) == KEY


class Slow:
    """A keyring whose answer is on its way while the key is removed; the real one cannot be stopped in between."""

    def __init__(self) -> None:
        self.keys: dict[str, str] = {}
        self.asked, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()

    def get_password(self, _entry: str, user: str) -> str | None:
        key = self.keys.get(user)
        self.asked.set()
        self.go_on.wait(10)
        return key

    def set_password(self, _entry: str, user: str, key: str) -> None:
        self.keys[user] = key

    def delete_password(self, _entry: str, user: str) -> None:
        del self.keys[user]


def test_a_key_that_is_removed_while_it_is_read_does_not_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.keys import keyring_store
    from parley.keys.backends import Place

    slow = Slow()
    monkeypatch.setattr(keyring_store, "find_place", lambda: Place(slow, "GNOME Keyring"))
    slow.keys[normalised(OPENAI)] = KEY
    store = KeyStore()
    slow.go_on.clear()
    reader = threading.Thread(target=store.get, args=(OPENAI,))
    reader.start()
    assert slow.asked.wait(10)
    slow.asked.clear()
    remover = threading.Thread(target=store.delete, args=(OPENAI,))
    remover.start()
    assert slow.asked.wait(10)  # it looks whether there is one, and so has begun
    slow.go_on.set()
    reader.join()
    remover.join()
    assert store.get(OPENAI) is None
    assert slow.keys == {}


def test_a_full_credential_manager_is_called_that(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Windows says it; there is no Windows here."""
    from parley.keys import keyring_store
    from parley.keys.backends import Place

    full = OSError("CredWrite")
    full.winerror = 1783  # type: ignore[attr-defined]  # only Windows has it
    place = Place(Refusing(full), "Windows Credential Manager")
    monkeypatch.setattr(keyring_store, "find_place", lambda: place)
    problem = KeyStore().set(OPENAI, KEY).problem
    assert problem is not None
    assert problem.cause is Cause.KEYRING_FULL


def test_a_bug_is_not_taken_for_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    from parley.keys import keyring_store
    from parley.keys.backends import Place

    monkeypatch.setattr(keyring_store, "find_place", lambda: Place(Refusing(ZeroDivisionError()), "GNOME Keyring"))
    with pytest.raises(ZeroDivisionError):
        KeyStore().get(OPENAI)


def test_a_key_too_long_for_windows_is_kept_for_this_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    store = KeyStore()
    place = store.set(OPENAI, "k" * 1281)
    assert place.name == "Windows Credential Manager"
    assert place.problem is not None
    assert place.problem.cause is Cause.KEYRING_FULL
    assert store.get(OPENAI) == "k" * 1281


# Names


def test_the_name_is_that_of_the_service_that_answers(
    secret_service: SecretService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "KDE")
    store = KeyStore()
    assert store.place_name() == "KWallet"  # a guess, before it was asked
    store.get(OPENAI)
    assert store.place_name() == "GNOME Keyring"


@pytest.mark.parametrize(
    "address",
    [
        "https://api.openai.com/v1",
        "https://api.openai.com/v1/",
        "HTTPS://API.OpenAI.com:443/v1",
        " https://api.openai.com./v1 ",
    ],
)
def test_one_service_has_one_key_however_it_is_written(address: str) -> None:
    assert normalised(address) == OPENAI


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://a.example/v1", "http://a.example/v1"),
        ("https://a.example/v1", "https://a.example/v2"),
        ("https://a.example/v1", "https://a.example:8443/v1"),
        ("https://a.example/v1", "https://a.example.org/v1"),
        ("http://[::1]:1/v1", "http://[::1]:2/v1"),
        ("http://a:99999/v1", "http://b:99999/v1"),
    ],
)
def test_different_services_never_share_a_key(one: str, two: str) -> None:
    assert normalised(one) != normalised(two)


def test_nothing_shows_a_key() -> None:
    store = KeyStore()
    place = store.set(OPENAI, KEY)
    assert KEY not in f"{store!r} {place!r}"
