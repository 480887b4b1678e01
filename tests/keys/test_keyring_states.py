"""States of a real Secret Service that go wrong in ways of their own: full, and locked with a prompt on the screen."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from tests.keys.prompter import Prompter
from tests.keys.test_keyring_store import KEY, OPENAI, cause_of, problem_of

from parley.domain.errors import Cause
from parley.keys import room
from parley.keys.keyring_store import KeyPlace, KeyStore

if TYPE_CHECKING:
    from tests.keys.conftest import SecretService

# keyring leaves its connection to the garbage collector where a call fails.
pytestmark = [
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.skipif(sys.platform != "linux", reason="Secret Service"),
]

OTHER_KEY = "sk-newer-0123456789abcdefghij"


# Full


FULL = f"""
import resource, signal
from parley.keys.keyring_store import KeyStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
store = KeyStore()
problem = store.set({OPENAI!r}, {KEY!r}).problem
assert problem.facts == {{"keyring": "GNOME Keyring"}}, problem
assert {KEY!r} not in problem.details
assert store.get({OPENAI!r}) == {KEY!r}
print(problem.cause)
"""


def test_a_full_disk_is_called_that_and_the_key_is_kept_for_this_run(secret_service: SecretService) -> None:
    """Nothing fits any more, neither for the keyring nor for us: in a process of its own, for the limit is for good."""
    secret_service.take_the_room()
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", FULL], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("keyring_full\n", "")


def test_a_keyring_that_cannot_write_although_there_is_room_has_refused(secret_service: SecretService) -> None:
    secret_service.take_the_room()
    store = KeyStore()
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_REFUSED
    assert store.get(OPENAI) == KEY


def test_there_is_room_here() -> None:
    assert room.has_room()


# Locked, with a prompt on the screen


def test_a_prompt_that_nobody_answers_is_a_locked_keyring_and_not_a_slow_one(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    secret_service.lock()
    store = KeyStore(deadline=1)
    with Prompter() as prompter:
        assert cause_of(lambda: store.get(OPENAI)) is Cause.KEYRING_LOCKED
        assert prompter.asked.is_set()
        assert problem_of(store.set(OPENAI, OTHER_KEY)) is Cause.KEYRING_LOCKED
        assert store.get(OPENAI) == OTHER_KEY, "for this run"


def test_try_again_after_unlocking_keeps_the_key(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    secret_service.lock()
    store = KeyStore(deadline=1)
    with Prompter():
        assert problem_of(store.set(OPENAI, OTHER_KEY)) is Cause.KEYRING_LOCKED
        secret_service.unlock()
        assert store.keep_again(OPENAI) == KeyPlace("GNOME Keyring")
    assert KeyStore().get(OPENAI) == OTHER_KEY


def test_after_unlocking_a_saved_key_is_found(secret_service: SecretService) -> None:
    KeyStore().set(OPENAI, KEY)
    secret_service.lock()
    store = KeyStore()
    assert cause_of(lambda: store.get(OPENAI)) is Cause.KEYRING_LOCKED
    secret_service.unlock()
    assert store.get(OPENAI) == KEY


# Late


class Slow:
    """A keyring whose calls end when they are let go: the order in which a real one answers late is not ours to say."""

    def __init__(self) -> None:
        import threading

        self.kept: dict[str, str] = {}
        self.go_on = threading.Event()

    def get_password(self, _service: str, user: str) -> str | None:
        return self.kept.get(user)

    def set_password(self, _service: str, user: str, key: str) -> None:
        self.go_on.wait(10)
        self.kept[user] = key

    def delete_password(self, _service: str, user: str) -> None:
        del self.kept[user]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Slow:
    from parley.keys import keyring_store
    from parley.keys.backends import Place

    slow = Slow()
    monkeypatch.setattr(keyring_store, "find_place", lambda: Place(slow, "GNOME Keyring"))
    return slow


def wait_for_late_calls() -> None:
    import threading

    for thread in threading.enumerate():
        if thread.name == "keyring call":
            thread.join(10)


def test_a_key_that_arrives_late_is_kept_and_the_problem_is_over(slow: Slow) -> None:
    store = KeyStore(deadline=0.1)
    assert problem_of(store.set(OPENAI, KEY)) is Cause.KEYRING_SLOW
    slow.go_on.set()
    wait_for_late_calls()
    assert slow.kept == {OPENAI: KEY}
    assert store.place(OPENAI).problem is None


def test_an_old_key_that_arrives_late_does_not_replace_a_newer_one(slow: Slow) -> None:
    store = KeyStore(deadline=0.1)
    store.set(OPENAI, KEY)
    store.set(OPENAI, OTHER_KEY)
    slow.go_on.set()
    wait_for_late_calls()
    assert slow.kept == {OPENAI: OTHER_KEY}


def test_a_removed_key_that_arrives_late_is_removed(slow: Slow) -> None:
    store = KeyStore(deadline=0.1)
    store.set(OPENAI, KEY)
    store.delete(OPENAI)
    slow.go_on.set()
    wait_for_late_calls()
    assert slow.kept == {}
